"""EPUB: chapters in the order of the spine, whatever lies around them."""

import pytest
from fuzzing import reads_or_refuses, sound, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import unzipped, zipped

from qualcode.errors import BadFile, Protected, TooLarge
from qualcode.formats import original_text, read_document
from qualcode.model.bundle import ReadDocument

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
DOCTYPE = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://198.51.100.1/x">'
XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'


def book(*chapters: str, order: str = "", items: str = "", **parts: str) -> bytes:
    listed = "".join(
        f'<item id="c{n}" href="k%20{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in range(len(chapters))
    )
    spine = order or "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    opf = f"<package><manifest>{listed}{items}</manifest><spine>{spine}</spine></package>"
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": CONTAINER,
            "OEBPS/a.opf": opf,
            **{f"OEBPS/k {n}.xhtml": DOCTYPE + XHTML.format(chapter) for n, chapter in enumerate(chapters)},
            **parts,
        }
    )


def read(data: bytes) -> ReadDocument:
    document = read_document("a.epub", data)
    sound(document)
    return document


BOOK = book("<h1>En</h1><p>blåbær 🙂</p>", "<h2>Ha\u030ap</h2>\r\n<p>tro<img src='x'/></p>")


def test_chapters_are_put_under_each_other() -> None:
    document = read(BOOK)
    assert document.text == "En\nblåbær 🙂\n\nHåp\ntro"
    assert [(h.level, document.text[h.start : h.end]) for h in document.headings] == [(1, "En"), (2, "Håp")]
    assert [values["count"] for _, values in document.warnings] == [1]
    assert original_text("a.epub", BOOK) == "En\nblåbær 🙂\n\nHa\u030ap\ntro"


def test_the_spine_decides_the_order_and_names_each_chapter_once() -> None:
    order = '<itemref idref="c1"/><itemref idref="finnes-ikke"/><itemref idref="c0"/><itemref idref="c1"/>'
    assert read(book("en", "to", order=order)).text == "to\n\nen"


def test_a_chapter_in_two_encodings_is_told_with_its_lines() -> None:
    chapter = {"OEBPS/k 0.xhtml": "<p>på</p>\n".encode() + b"<p>bl\xe5</p>"}
    document = read(book("x", **chapter))  # type: ignore[arg-type]
    assert document.text == "på\nblå"
    assert [values["lines"] for _, values in document.warnings] == ["2"]


def test_the_table_of_contents_is_left_out() -> None:
    nav = '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    order = '<itemref idref="n"/><itemref idref="c0"/>'
    assert read(book("en", items=nav, order=order, **{"OEBPS/nav.xhtml": "<p>innhold"})).text == "en"


def test_a_script_that_ends_itself_does_not_swallow_the_chapter() -> None:
    assert read(book('<script src="x"/><a id="side1"/>tekst')).text == "tekst"


@pytest.mark.parametrize(
    "parts",
    [
        {"META-INF/container.xml": "<container/>"},
        {"META-INF/container.xml": CONTAINER.replace("a.opf", "b.opf")},
        {"META-INF/container.xml": "<container"},
        {"OEBPS/a.opf": "<package/>"},
        {"OEBPS/a.opf": '<!DOCTYPE a [<!ENTITY b "c">]><package/>'},
    ],
)
def test_a_book_that_does_not_say_its_chapters_is_refused(parts: dict[str, str]) -> None:
    with pytest.raises(BadFile, match=r"a\.epub"):
        read(zipped({**unzipped(BOOK), **parts}))


def test_a_book_without_a_container_is_refused() -> None:
    with pytest.raises(BadFile):
        read(zipped({"mimetype": "application/epub+zip"}))


def encrypted(part: str) -> bytes:
    reference = f'<encryption><EncryptedData><CipherReference URI="{part}"/></EncryptedData></encryption>'
    return zipped({**unzipped(BOOK), "META-INF/encryption.xml": reference})


def test_encrypted_chapters_are_named_but_encrypted_fonts_do_not_matter() -> None:
    with pytest.raises(Protected):
        read(encrypted("OEBPS/k%201.xhtml"))
    assert read(encrypted("OEBPS/font.otf")).text


def test_chapters_outside_the_book_are_not_looked_for() -> None:
    items = '<item id="c0" href="../../../etc/passwd" media-type="text/html"/>'
    with pytest.raises(BadFile):
        read(book(items=items, order='<itemref idref="c0"/>'))


def test_another_package_is_told_apart() -> None:
    with pytest.raises(BadFile, match="odt"):
        read(zipped({"mimetype": "application/vnd.oasis.opendocument.text"}))


def test_too_many_chapters_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.formats.epub.MAX_CHAPTERS", 1)
    with pytest.raises(TooLarge):
        read(BOOK)


PIECES = (
    b"<",
    b">",
    b"/",
    b'"',
    b"<itemref idref='c0'/>",
    b"&x;",
    b"<!DOCTYPE a>",
    b"../",
    b"\xff",
    b"A\xcc\x8a",
    b"%00",
    b"%2e",
)


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_books_do_no_harm(seed: int) -> None:
    parts = unzipped(BOOK)
    part = sorted(parts)[seed % len(parts)]
    reads_or_refuses("a.epub", zipped({**parts, part: spoilt(parts[part], seed, PIECES)}))
    reads_or_refuses("a.epub", spoilt(BOOK, seed, PIECES))
