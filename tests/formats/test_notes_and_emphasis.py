"""Notes stand beside the text, and the author's emphasis lies over it, in every format that has them."""

import pytest
from fuzzing import sound
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import p, r, word_of
from test_books import book
from test_opendocument import SPACES, odt
from test_rtf import rtf

from qualcode.formats import read_document
from qualcode.formats.flow import Flows
from qualcode.formats.flowing import document as document_of
from qualcode.formats.word import _roman
from qualcode.model.bundle import ReadDocument
from qualcode.model.layers import Note

REFERENCE = '<w:r><w:{}Reference w:id="{}"/></w:r>'


def read(name: str, data: bytes) -> ReadDocument:
    document = read_document(name, data)
    sound(document)
    return document


def web(body: str) -> ReadDocument:
    return read("a.html", body.encode())


def emphasised(document: ReadDocument) -> list[tuple[str, str]]:
    return [(document.text[mark.start : mark.end], mark.kind) for mark in document.emphasis]


def notes_of(*words: str) -> str:
    return "".join(f'<w:footnote w:id="{n}">{p(each)}</w:footnote>' for n, each in enumerate(words))


def test_word_numbers_notes_in_the_order_of_their_references_each_once() -> None:
    notes = notes_of("skille", "A\u030a", "B", "ubrukt")
    references = [REFERENCE.format("footnote", n) for n in (2, 1, 2)]
    xml = f"<w:p>{r('Ett')}{references[0]}{r(' sa')}{references[1]}{references[2]}{r(' hun.')}</w:p>{p('To')}"
    document = read("a.docx", word_of(xml, footnotes=notes))
    assert document.text == "Ett sa hun.\nTo"
    assert document.notes == (Note(3, "1", "B"), Note(6, "2", "Å"))


def test_a_note_in_a_cell_of_word_stands_after_its_word() -> None:
    cell = f"<w:tc>{p('  en   to ')}<w:p>{r('tre')}{REFERENCE.format('footnote', 1)}</w:p></w:tc>"
    xml = f"<w:tbl><w:tr><w:tc>{p('Tall')}</w:tc>{cell}</w:tr></w:tbl>"
    document = read("a.docx", word_of(xml, footnotes=notes_of("x", "nede")))
    assert document.text == "Tall\ten to tre"
    assert document.notes == (Note(len(document.text), "1", "nede"),)


@pytest.mark.parametrize(
    ("number", "roman"), [(1, "i"), (4, "iv"), (49, "xlix"), (1994, "mcmxciv"), (4000, "4000")]
)
def test_endnotes_of_word_have_roman_numbers(number: int, roman: str) -> None:
    assert _roman(number) == roman


def test_word_knows_emphasis_by_hand_and_by_character_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Sterk"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Eget"><w:basedOn w:val="Sterk"/><w:rPr><w:i/></w:rPr></w:style>'
    )

    def run(words: str, properties: str) -> str:
        return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'

    one = [
        r("Jeg "),
        run("be", "<w:b/>"),
        run("stemte ", '<w:b w:val="1"/>'),
        run("selv", "<w:i/><w:b/>"),
        r(" ja"),
    ]
    two = [
        run("av", '<w:b w:val="0"/>'),
        run("strek", '<w:u w:val="single"/>'),
        run("uten", '<w:u w:val="none"/>'),
    ]
    two.append(run("Sa\u030a", '<w:rStyle w:val="Eget"/>'))
    xml = f"<w:p>{''.join(one)}</w:p><w:p>{''.join(two)}</w:p>"
    assert emphasised(read("a.docx", word_of(xml, styles=styles))) == [
        ("bestemte selv", "bold"),
        ("selv", "italic"),
        ("strek", "underline"),
        ("Så", "bold"),
        ("Så", "italic"),
    ]


def test_opendocument_keeps_the_numbers_and_the_emphasis_of_automatic_styles() -> None:
    styles = (
        '<style:style style:name="F" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="K" style:family="text" style:parent-style-name="F">'
        '<style:text-properties fo:font-style="italic" style:text-underline-style="none"/></style:style>'
    )
    body = (
        '<text:p>Jeg <text:span text:style-name="F">bestemte <text:span text:style-name="K">selv</text:span></text:span>'
        '<text:note text:note-class="footnote"><text:note-citation>*</text:note-citation><text:note-body>'
        "<text:p>fot</text:p><text:p>mer</text:p></text:note-body></text:note>, ja.</text:p>"
    )
    styled = (
        f'<x {SPACES} xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">{styles}</x>'
    )
    document = read("a.odt", odt(body, **{"styles.xml": styled}))
    assert document.text == "Jeg bestemte selv, ja."
    assert document.notes == (Note(17, "*", "fot\nmer"),)
    assert emphasised(document) == [("bestemte selv", "bold"), ("selv", "italic")]


def test_rich_text_has_emphasis_beside_characters_in_two_halves() -> None:
    document = read("a.rtf", rtf(r"\u-10179?\u-8638? {\b fet \i begge} {\ul strek}{\b\plain uten}\b0"))
    assert document.text == "🙂 fet begge strekuten"
    assert emphasised(document) == [("fet begge", "bold"), ("begge", "italic"), ("strek", "underline")]


@pytest.mark.parametrize(
    ("reference", "note"),
    [
        ('<a href="#x" role="doc-noteref">1</a>', '<aside id="x" role="doc-footnote"><p>fot</p></aside>'),
        ('<a href="#fn1" id="fnref1"><sup>1</sup></a>', '<ol><li id="fn1"><p>fot <a href="#fnref1">↩</a></p></li></ol>'),
        ('<sup id="fnref:1"><a href="#fn:1">1</a></sup>', '<li id="fn:1"><p>fot<a href="#fnref:1">↩</a></p></li>'),
        ('<a href="#_ftn1" name="_ftnref1">[1]</a>', '<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> fot</p></div>'),
        (
            '<a name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<div id="sdfootnote1"><p><a name="sdfootnote1sym" href="#sdfootnote1anc">1</a>fot</p></div>',
        ),
    ],
)  # fmt: skip
def test_footnotes_of_web_pages_however_they_were_written(reference: str, note: str) -> None:
    document = web(f"<p>Hun sa{reference} ja.</p>{note}<p>Slutt</p>")
    assert document.text == "Hun sa ja.\nSlutt"
    assert document.notes == (Note(6, "1", "fot"),)


@pytest.mark.parametrize(
    ("page", "text"),
    [
        (
            '<p>Se <a href="#fn1">hele merknaden her</a>.</p><p id="fn1">fot</p>',
            "Se hele merknaden her.\nfot",
        ),
        ('<p>Se <a href="#kap1">1</a></p><p id="kap1">fot</p>', "Se 1\nfot"),
        ('<p>Se <a href="http://x#fn1">1</a></p><p id="fn1">fot</p>', "Se 1\nfot"),
        ('<p id="fn1">fot</p><p>Se</p>', "fot\nSe"),
    ],
)
def test_what_is_no_footnote_stays_in_the_text(page: str, text: str) -> None:
    assert (web(page).text, web(page).notes) == (text, ())


def test_emphasis_of_web_pages() -> None:
    document = web(
        "<p>Jeg <b>be<i>stemte </i></b><strong> selv</strong>.<table><tr><td>a<td> <em>b  c</em></table>"
    )
    assert document.text == "Jeg bestemte selv.\na\tb c"
    assert emphasised(document) == [("bestemte selv", "bold"), ("stemte", "italic"), ("b c", "italic")]


def test_notes_of_a_book_may_stand_in_a_chapter_of_their_own_and_be_hidden() -> None:
    first = '<p>Ett<a epub:type="noteref" href="k%201.xhtml#n1">1</a>, <a epub:type="noteref" href="#n1">2</a>to</p>'
    own = '<aside epub:type="footnote" id="n1" hidden="">her</aside>'
    document = read("a.epub", book(first + own, '<p id="n1" epub:type="footnote">der</p><p>tre</p>'))
    assert document.text == "Ett, to\n\ntre"
    assert document.notes == (Note(3, "1", "der"), Note(4, "2", "her"))


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("aå \u030a\n\t🙂", max_size=5), st.booleans()), max_size=8))
def test_emphasis_covers_what_was_written_with_it_and_nothing_else(pieces: list[tuple[str, bool]]) -> None:
    flows = Flows()
    for words, bold in pieces:
        flows.style = ("bold",) if bold else ()
        flows.run_on(words)
    flows.line()
    document = document_of("a", "x", b"", flows.lines, {}, ())
    sound(document)
    marked = {at for mark in document.emphasis for at in range(mark.start, mark.end)}
    plain = "".join(words for words, _ in pieces)
    if "\u030a" not in plain:
        written = [bold for words, bold in pieces for sign in words if not sign.isspace()]
        ink = [at for at, sign in enumerate(document.text) if not sign.isspace()]
        assert [at in marked for at in ink] == written
