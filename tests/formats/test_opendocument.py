"""OpenDocument texts: what a reader of the page sees, in order, one paragraph on one line."""

import pytest
from fuzzing import reads_or_refuses, sound, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import unzipped, zipped

from qualcode.errors import BadFile, Protected
from qualcode.formats import original_text, read_document
from qualcode.model.bundle import ReadDocument

NS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = " ".join(
    f'xmlns:{prefix}="{NS}{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "svg": "svg-compatible",
    }.items()
)
STYLES = """<style:style style:name="P1" style:parent-style-name="Title"/>
<style:style style:name="T1"><style:text-properties text:display="none"/></style:style>"""


def odt(body: str, *, kind: str = "text", **parts: str) -> bytes:
    content = (
        f"<office:document-content {SPACES}><office:automatic-styles>{STYLES}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content, **parts})


def p(words: str) -> str:
    return f"<text:p>{words}</text:p>"


def read(body: str | bytes) -> ReadDocument:
    document = read_document("a.odt", odt(body) if isinstance(body, str) else body)
    sound(document)
    return document


def counts(document: ReadDocument) -> list[object]:
    return [values["count"] for _, values in document.warnings]


def test_paragraphs_are_lines_and_empty_ones_empty_lines() -> None:
    document = read(f"\r\n  {p('I: Hvordan går det?')}\n{p('')}<text:p/>{p('R: 👍 Bra')}")
    assert document.text == "I: Hvordan går det?\n\n\nR: 👍 Bra"
    assert document.format == "odt"


def test_white_space_is_folded_and_signs_are_signs() -> None:
    words = 'en  \n <text:span>  to</text:span><text:s text:c="3"/>x<text:tab/>y<text:line-break/>z<text:s/>'
    assert read(p(words)).text == "en to   x\ty\nz"


def test_letters_in_two_parts_are_composed_and_headings_still_stand_right() -> None:
    body = p("sa\u030a") + '<text:h text:outline-level="2">Ha\u030ap <text:span>nå</text:span></text:h>'
    document = read(body)
    assert document.text == "så\nHåp nå"
    assert document.repairs == {"nfc": 2}
    assert [(h.start, h.end, h.level, h.title) for h in document.headings] == [(3, 9, 2, "Håp nå")]
    assert original_text("a.odt", document.source) == "sa\u030a\nHa\u030ap nå"


def test_a_paragraph_in_the_style_title_is_a_heading() -> None:
    document = read('<text:p text:style-name="P1">Rapport</text:p><text:h>Funn</text:h>')
    assert [(h.level, h.title) for h in document.headings] == [(1, "Rapport"), (1, "Funn")]


def test_items_of_lists_are_lines() -> None:
    inner = f"<text:list><text:list-item>{p('b')}</text:list-item></text:list>"
    items = f"<text:list-item><text:number>1.</text:number>{p('a')}{inner}</text:list-item>"
    items += f"<text:list-item>{p('c')}</text:list-item>"
    assert read(f"<text:list>{items}</text:list>").text == "a\nb\nc"


def table(*rows: list[str]) -> str:
    cells = ("".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in row) for row in rows)
    return (
        f"<table:table>{''.join(f'<table:table-row>{row}</table:table-row>' for row in cells)}</table:table>"
    )


def test_table_rows_are_lines_with_tabs_and_a_single_cell_is_layout() -> None:
    assert read(p("før") + table([p("a"), p("b") + p("c")], [p(""), p("d")]) + p("etter")).text == (
        "før\na\tb c\n\td\netter"
    )
    assert read(table([p("en") + p("to") + table([p("x"), p("y")])])).text == "en\nto\nx\ty"


def test_deletions_go_counted_and_insertions_stay() -> None:
    changes = f"<text:changed-region><text:deletion>{p('alltid')}</text:deletion></text:changed-region>"
    inserted = "<text:changed-region><text:insertion/></text:changed-region>"
    words = 'Jeg <text:change-start text:change-id="b"/>ikke <text:change-end text:change-id="b"/>vil'
    document = read(f"<text:tracked-changes>{changes}{inserted}</text:tracked-changes>{p(words)}")
    assert document.text == "Jeg ikke vil"
    assert counts(document) == [1]


def note(words: str, kind: str = "footnote") -> str:
    cite = "<text:note-citation>1</text:note-citation>"
    return (
        f'<text:note text:note-class="{kind}">{cite}<text:note-body>{p(words)}</text:note-body></text:note>'
    )


@pytest.mark.parametrize(
    "box",
    [
        f"<draw:frame><draw:text-box>{p('boks')}{p('')}</draw:text-box></draw:frame>",
        f"<draw:rect>{p('boks')}</draw:rect>",
    ],
)
def test_a_text_box_follows_its_paragraph(box: str) -> None:
    assert read(p(f"før {box}etter") + p("neste")).text == "før etter\nboks\nneste"
    assert read(box + p("neste")).text.split() == ["boks", "neste"]


def test_comments_hidden_text_and_pictures_are_left_out_with_counts() -> None:
    words = (
        'synlig<office:annotation><text:p>merknad</text:p></office:annotation><text:span text:style-name="T1">x</text:span>'
        "<draw:frame><draw:image><text:p/></draw:image><svg:title>bilde</svg:title></draw:frame> også"
    )
    document = read(f'{p(words)}<text:section text:display="none">{p("y")}</text:section>')
    assert document.text == "synlig også"
    assert counts(document) == [1, 2, 1]


def test_an_encrypted_document_is_named() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    with pytest.raises(Protected):
        read(odt(p("x"), **{"META-INF/manifest.xml": manifest}))


def test_a_spreadsheet_is_no_text() -> None:
    with pytest.raises(BadFile, match="not a text document"):
        read(odt(p("x"), kind="spreadsheet"))
    with pytest.raises(BadFile, match="ods"):
        read(zipped({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}))


@pytest.mark.parametrize(
    "dtd",
    [
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE a SYSTEM "http://198.51.100.1/x.dtd">',
    ],
)
@pytest.mark.parametrize("part", ["content.xml", "styles.xml", "META-INF/manifest.xml"])
def test_a_document_type_definition_is_refused(dtd: str, part: str) -> None:
    with pytest.raises(BadFile, match="document type definition"):
        read(odt(p("x"), **{part: f"{dtd}<a/>"}))


def test_a_billion_spaces_are_not_written() -> None:
    assert len(read(p('a<text:s text:c="999999999"/>b')).text) == 1_002


@pytest.mark.parametrize("parts", [{"content.xml": "<a"}, {"content.xml": ""}, {"content.xml": "<a/>"}])
def test_damaged_contents_are_refused(parts: dict[str, str]) -> None:
    with pytest.raises(BadFile):
        read(odt("", **parts))


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_half_a_document_is_refused(share: float) -> None:
    whole = odt(p("hei " * 1000))
    with pytest.raises(BadFile):
        read(whole[: int(len(whole) * share)])


RICH = odt(
    p(f"A\u030a en{note('fot')}")
    + '<text:h text:outline-level="2">Håp</text:h>'
    + table([p("a"), p("<draw:rect><text:p>b</text:p></draw:rect>")])
)
PIECES = (
    *(
        b"<text:p>",
        b"</text:p>",
        b"<table:table-cell>",
        b"<table:table-row>",
        b"</table:table-row>",
        b"<text:note-body/>",
    ),
    *(
        b"<office:text>",
        b"</office:text>",
        b"&#0;",
        b"&x;",
        b"<!DOCTYPE a>",
        b"\xff",
        b"-1",
        b"99999999999999999999",
    ),
)


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_documents_do_no_harm(seed: int) -> None:
    parts = unzipped(RICH)
    reads_or_refuses("a.odt", zipped({**parts, "content.xml": spoilt(parts["content.xml"], seed, PIECES)}))
    reads_or_refuses("a.odt", spoilt(RICH, seed, PIECES))


@settings(deadline=None)
@given(st.recursive(st.text("aå <&", max_size=3), lambda inner: st.tuples(st.sampled_from(
    ["text:p", "text:h", "table:table-row", "table:table-cell", "draw:text-box", "text:note-body", "text:section", "office:text"]
), st.lists(inner, max_size=3)), max_leaves=12))  # fmt: skip
def test_any_nesting_does_no_harm(tree: object) -> None:
    def xml(node: object) -> str:
        if isinstance(node, tuple):
            return f"<{node[0]}>{''.join(map(xml, node[1]))}</{node[0]}>"
        return str(node).replace("&", "&amp;").replace("<", "&lt;")

    reads_or_refuses("a.odt", odt(xml(tree)))
