"""Rich Text: the words of the page, in whichever of its many ways they were written."""

import pytest
from fuzzing import reads_or_refuses, sound, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile, TooLarge
from qualcode.formats import original_text, read_document
from qualcode.model.bundle import ReadDocument
from qualcode.model.layers import Note

HEAD = (
    r"{\rtf1\ansi\ansicpg1252\deff0\uc1{\fonttbl{\f0\froman\fcharset0 Times;}{\f1\fcharset2 Wingdings;}"
    r"{\f2\fcharset238 Times CE;}}{\colortbl;\red0;}{\*\generator Riched20;}"
    r"{\stylesheet{\s0 Normal;}{\s1\ql heading 1;}{\s2\outlinelevel2 Eget;}{\s3 Tittel;}{\*\cs4 Tegn;}}"
)


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("latin-1")


def read(body: str | bytes) -> ReadDocument:
    document = read_document("a.rtf", rtf(body) if isinstance(body, str) else body)
    sound(document)
    return document


def counts(document: ReadDocument) -> list[object]:
    return [values["count"] for _, values in document.warnings]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (r"bl\'e5b\'e6r p\'e5 \'f8ya", "blåbær på øya"),
        (r"bl\u229?b\u230?r \u248\'f8ya", "blåbær øya"),
        (r"{\uc0 \u229 \u248}{\uc2 \u230 aex}", "åøæx"),
        (r"\u-10179?\u-8638?!", "🙂!"),
        (r"\u55357?\par x", "\ufffd\nx"),
        ("blåbær på øya", "blåbær på øya"),
        (r"{\f2 \'e5}\'e5{\f2\plain \'e5}", "ĺåå"),
        (r"a\~b\_c\-d\emdash\endash\lquote\rquote \{\\\}", "a\u00a0b-c\u00add—–‘’{\\}"),
        ("en\\\nto", "en\nto"),
        ("en \r\nto", "en to"),
        (r"en\tab to\line tre\par\par fire\par", "en\tto\ntre\n\nfire"),
        (r"en\page\par to", "en\nto"),
        (r"en {\*\ukjent borte {dypt}}to{\header topp}{\info{\title x}}", "en to"),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt lenke}} etter", "lenke etter"),
        (r"{\listtext 1.\tab}punkt", "punkt"),
        (r"en{\bin5 \}{{}\'}to", "ento"),
    ],
)
def test_letters_signs_and_breaks(body: str, text: str) -> None:
    assert read(body).text == text


def test_another_code_page_is_believed() -> None:
    assert read(rb"{\rtf1\ansi\ansicpg1251 \'e6}").text == "ж"
    assert read(rb"{\rtf1\mac \'8c}").text == "å"
    assert read(rb"{\rtf1\ansi\ansicpg99999 \'e6}").text == "æ"


def test_letters_in_two_parts_are_composed_and_headings_still_stand_right() -> None:
    document = read(r"\pard sa\u778?\par\pard\s1 Ha\u778?p\par\pard tekst")
    assert document.text == "så\nHåp\ntekst"
    assert document.repairs == {"nfc": 2}
    assert [(h.start, h.end, h.level, h.title) for h in document.headings] == [(3, 6, 1, "Håp")]
    assert original_text("a.rtf", document.source) == "sa\u030a\nHa\u030ap\ntekst"
    assert document.format == "rtf"


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        (r"\s1", 1),
        (r"\s2", 3),
        (r"\s3", 1),
        (r"\s0", 0),
        (r"\outlinelevel1", 2),
        (r"\s1\outlinelevel9", 0),
        (r"\s1\pard", 0),
    ],
)
def test_headings_by_style_and_outline_level(properties: str, level: int) -> None:
    assert [h.level for h in read(rf"\pard{properties} Ord\par").headings] == ([level] if level else [])


def test_table_rows_are_lines_with_tabs() -> None:
    rows = r"\trowd\pard\intbl a\cell b\par c\cell\row\trowd\pard\intbl\cell d\cell\row"
    assert read(rf"f\'f8r\par{rows}\pard etter").text == "før\na\tb c\n\td\netter"
    assert read(r"\pard\intbl en\par to\cell\row").text == "en\nto"
    assert (
        read(
            r"\pard\intbl a\nestcell b\nestcell{\*\nesttableprops\nestrow}{\nonesttables\par}\cell c\cell\row"
        ).text
        == "a b\tc"
    )


def test_notes_stand_beside_the_text_and_boxes_follow_their_paragraph() -> None:
    note = r"{\super\chftn}{\footnote\pard\plain \chftn  fot \'e5\par mer}"
    box = r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt boks\par}}}"
    document = read(rf"en{note}{box}\par to")
    assert document.text == "en\nboks\nto"
    assert document.notes == (Note(2, "1", "fot å\nmer"),)


def test_a_note_in_a_table_does_not_end_its_row() -> None:
    document = read(r"\pard\intbl a{\footnote\pard fot\par}\cell b\cell\row\pard etter")
    assert (document.text, document.notes) == ("a\tb\netter", (Note(1, "1", "fot"),))


def test_what_is_left_out_is_counted() -> None:
    body = r"Jeg {\deleted alltid }{\v skjult}\v x\v0 vil{\*\annotation merknad}{\pict 89504e47}{\*\shppict{\pict 1}}{\f1 \'fc}"
    document = read(body)
    assert document.text == "Jeg vil\uf0fc"
    assert counts(document) == [1, 1, 2, 2, 1]


def test_a_file_that_breaks_off_says_so() -> None:
    document = read(rtf(r"en\par to {\b tre")[:-1])
    assert document.text == "en\nto tre"
    assert "breaks off" in document.warnings[0][0]


def test_what_follows_the_end_is_no_text() -> None:
    assert read(rtf("en") + b"\x00\x00}to").text == "en"


def test_a_file_nested_very_deep_is_refused() -> None:
    with pytest.raises(BadFile, match="deep"):
        read("{" * 2_000)


def test_a_file_with_far_too_many_words_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.formats.rtf.MAX_RTF_WORDS", 1_000)
    with pytest.raises(TooLarge):
        read("{}" * 1_000)


@pytest.mark.parametrize(
    ("data", "says"),
    [(b"bare tekst", ".txt"), (b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "zip"), (b"{\\rtf1 }", "no text")],
)
def test_a_file_that_is_no_rich_text_is_told_apart(data: bytes, says: str) -> None:
    with pytest.raises(BadFile, match=says):
        read(data)


RICH = rtf(
    r"\pard\s1 H\'e5p\par\pard en{\footnote fot}\par\intbl a\cell b\cell\row\pard{\shptxt boks\par}\u-10179?\u-8638?{\v x}"
)
PIECES = (
    *(
        b"{",
        b"}",
        b"\\",
        b"\\u-1?",
        b"\\u55357?",
        b"\\uc99999",
        b"\\bin9",
        b"\\bin-9",
        b"\\cell ",
        b"\\row ",
        b"\\intbl ",
    ),
    *(
        b"\\'",
        b"\\'zz",
        b"\\*",
        b"{\\footnote ",
        b"{\\shptxt ",
        b"{\\stylesheet ",
        b"\\ansicpg932 ",
        b"\\f2 ",
        b"\xff",
        b"\\par ",
    ),
)


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_files_do_no_harm(seed: int) -> None:
    reads_or_refuses("a.rtf", spoilt(RICH, seed, PIECES))


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=4), max_size=30))
def test_any_order_of_words_does_no_harm(pieces: list[bytes]) -> None:
    reads_or_refuses("a.rtf", b"{\\rtf1" + b"".join(pieces))


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_letters_come_back(text: str) -> None:
    units = text.encode("utf-16-le")
    codes = [int.from_bytes(units[at : at + 2], "little", signed=True) for at in range(0, len(units), 2)]
    assert original_text("a.rtf", rtf("".join(f"\\u{code}?" for code in codes))) == text.rstrip(" ")
