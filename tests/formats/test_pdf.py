"""PDF: the text layer with its pages; scans, locks and traps are told apart."""

import zlib
from io import BytesIO

import pytest
from fuzzing import reads_or_refuses, sound, spoilt
from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_files import FONT, SPARE, pages, pdf, shown, stream
from pypdf import PdfReader, PdfWriter

from qualcode.errors import BadFile, Protected, TooLarge
from qualcode.formats import original_text, read_document
from qualcode.formats.limits import MAX_PAGE_WORK, MAX_PDF_WORK
from qualcode.model.bundle import ReadDocument
from qualcode.model.layers import Page


def read(data: bytes) -> ReadDocument:
    document = read_document("a.pdf", data)
    sound(document)
    return document


def packed(content: bytes) -> bytes:
    return stream(zlib.compress(content), "/Filter /FlateDecode")


def test_pages_follow_each_other_and_know_where_they_begin() -> None:
    document = read(pages(shown("Jeg bestemte selv.", "Blåbær på øya"), shown("Side to (Å)")))
    assert document.text == "Jeg bestemte selv.\nBlåbær på øya\nSide to (Å)"
    assert document.pages == (Page(0, "1"), Page(33, "2"))
    assert document.text[33:] == "Side to (Å)"
    assert (document.format, document.warnings) == ("pdf", ())


def mapped(*letters: str) -> dict[int, str | bytes]:
    """A font whose codes 41, 42, … (hex) stand for these letters."""
    rows = "".join(
        f"<{0x41 + n:02x}> <{letter.encode('utf-16-be', 'surrogatepass').hex()}>\n"
        for n, letter in enumerate(letters)
    )
    table = f"begincmap\n1 begincodespacerange <00> <ff> endcodespacerange\n{len(letters)} beginbfchar\n{rows}endbfchar\nendcmap"
    return {3: FONT.replace("/Encoding", "/ToUnicode 4 0 R /Encoding"), 4: stream(table)}


def test_letters_are_those_that_the_font_says() -> None:
    document = read(pages(shown("AB CD"), objects=mapped("å", "🙂", "a\u030a", "\ud83d")))
    assert document.text == "å🙂 å\ufffd"
    assert document.repairs == {"nfc": 1}
    assert original_text("a.pdf", document.source) == "å🙂 a\u030a\ufffd"


@pytest.mark.parametrize(
    ("labels", "numbers"),
    [
        ("<< /Nums [0 << /S /r >> 2 << /S /D /St 5 >>] >>", ["i", "ii", "5"]),
        ("<< /Nums [0 << /P (A-) /S /D >>] >>", ["A-1", "A-2", "A-3"]),
        ("<< /Nums [0 << >>] >>", ["1", "2", "3"]),
        ("<< /Nums 7 >>", ["1", "2", "3"]),
        ("<< /Kids [9 0 R] >>", ["1", "2", "3"]),
        ("(x)", ["1", "2", "3"]),
    ],
)
def test_pages_have_the_numbers_printed_in_the_reader(labels: str, numbers: list[str]) -> None:
    loop = {9: "<< /Limits [0 9] /Kids [9 0 R] >>"}
    document = read(pages(*map(shown, "abc"), catalogue=f"/PageLabels {labels}", objects=loop))
    assert [page.number for page in document.pages] == numbers


def test_pages_without_text_are_told_and_have_no_place() -> None:
    document = read(pages(shown("en"), "0 0 10 10 re f", shown("to")))
    assert document.text == "en\nto"
    assert document.pages == (Page(0, "1"), Page(3, "3"))
    assert [values["pages"] for _, values in document.warnings] == ["2"]


def test_a_scan_says_so() -> None:
    image = stream(
        b"\xff" * 100,
        "/Type /XObject /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8",
    )
    with pytest.raises(BadFile, match="OCR"):
        read(pages("/Im Do", objects={4: image}, XObject="<< /Im 4 0 R >>"))


@pytest.mark.parametrize("password", ["", "hemmelig"])
def test_an_encrypted_file_is_named(password: str) -> None:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(pages(shown("hei")))))
    writer.encrypt(password, "eier", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    with pytest.raises(Protected):
        read(out.getvalue())


def test_rubbish_before_the_head_does_no_harm() -> None:
    assert read(b"\n\n" + pages(shown("hei"))).text == "hei"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"bare tekst", ".txt"),
        (b"PK\x03\x04", "zip"),
        (b"{\\rtf1 hei}", "RTF"),
        (b"%PDF-1.7", "damaged"),
        (b"%PDF-1.7\n" + bytes(5000), "damaged"),
    ],
)
def test_a_file_that_is_no_pdf_is_told_apart(data: bytes, says: str) -> None:
    with pytest.raises(BadFile, match=says):
        read(data)


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_half_a_file_is_refused_or_read_as_far_as_it_goes(share: float) -> None:
    whole = pages(*(shown(f"side {n}") for n in range(9)))
    reads_or_refuses("a.pdf", whole[: int(len(whole) * share)])


def node(*kids: int) -> str:
    """A node in the tree of pages."""
    return f"<< /Type /Pages /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] /Count {len(kids)} >>"


TREE = {
    "itself": {2: node(2)},
    "above": {2: node(4), 4: node(5), 5: node(4)},
    "deep": {n: node(n + 1) for n in range(2, 5_000)},
    "wide": {2: node(4), **{n: node(*[n + 1] * 9) for n in range(4, 40)}},
    "nothing": {2: node()},
    "numbers": {2: "<< /Type /Pages /Kids [1 2 3] /Count 3 >>"},
}


@pytest.mark.parametrize("tree", TREE.values(), ids=TREE)
def test_a_tree_of_pages_that_leads_nowhere_is_refused(tree: dict[int, str]) -> None:
    with pytest.raises(BadFile):
        read(pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", **tree}))


def test_a_count_of_pages_that_is_not_true_is_not_believed() -> None:
    data = pages(shown("hei")).replace(b"/Count 1 ", b"/Count 1999999999 ")
    reads_or_refuses("a.pdf", data)


def test_too_many_pages_are_refused_unread() -> None:
    kids = " ".join(["4 0 R"] * 10_001)
    tree = {2: f"<< /Type /Pages /Kids [{kids}] /Count 10001 >>", 4: "<< /Type /Page /Parent 2 0 R >>"}
    with pytest.raises(TooLarge, match="10001 pages"):
        read(pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", **tree}))


def forms(levels: int, each: int) -> bytes:
    """Forms that draw the next form `each` times, `levels` deep."""
    box = "/Type /XObject /Subtype /Form /BBox [0 0 1 1]"
    made: dict[int, str | bytes] = {
        n: stream(f"/X{n + 1} Do " * each, f"{box} /Resources << /XObject << /X{n + 1} {n + 1} 0 R >> >>")
        for n in range(100, 100 + levels)
    }
    made[100 + levels] = stream(shown("ha"), f"{box} /Resources << /Font << /F1 3 0 R >> >>")
    return pages("/X Do", shown("etter"), objects=made, XObject="<< /X 100 0 R >>")


def test_text_in_forms_is_read() -> None:
    assert read(forms(2, 2)).text.split() == ["ha"] * 4 + ["etter"]


def test_forms_that_multiply_do_not_take_forever() -> None:
    assert read(forms(9, 10)).text.endswith("etter")


def test_a_form_that_draws_itself_does_no_harm() -> None:
    form = stream(
        "/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 4 0 R >> >>"
    )
    assert read(pages("/X Do " + shown("hei"), objects={4: form}, XObject="<< /X 4 0 R >>")).text == "hei"


@pytest.mark.parametrize(
    "content",
    [
        b" " * 60_000_000,
        b"q " * 3_000_000,
        b"(" + b"A" * 300_000 + b") Tj",
        b"[" * 100_000,
        b"1 " * 3_000_000,
    ],
    ids=["unpacks far", "many operations", "one long word", "nested", "numbers"],
)
def test_a_page_that_asks_for_too_much_is_left_out_and_named(content: bytes) -> None:
    document = read(pages(packed(content), shown("hei")))
    assert document.text == "hei"
    assert [values["pages"] for _, values in document.warnings] == ["1"]


@pytest.mark.parametrize("name", ["/Fl", "/Ukjent", "/JBIG2Decode", "/Crypt"])
def test_a_page_packed_in_an_unknown_way_is_left_out_and_named(name: str) -> None:
    document = read(pages(stream(b"xyz", f"/Filter {name}"), shown("hei")))
    assert document.text == "hei"
    assert [values["pages"] for _, values in document.warnings] == ["1"]


def test_a_large_form_drawn_often_is_paid_for_before_it_is_drawn() -> None:
    form = stream("1 " * 400_000, "/Type /XObject /Subtype /Form /BBox [0 0 1 1]")
    document = read(pages("/X Do " * 900, shown("hei"), objects={4: form}, XObject="<< /X 4 0 R >>"))
    assert [values["pages"] for _, values in document.warnings] == ["1"]


def test_a_file_is_read_no_further_than_its_work_allows(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MAX_PAGE_WORK < MAX_PDF_WORK
    monkeypatch.setattr("qualcode.formats.pdf.MAX_PDF_WORK", 1_000)
    with pytest.raises(TooLarge, match="up to page"):
        read(pages(*[shown("hei")] * 20))


def test_text_without_end_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.formats.pdf.MAX_CHARACTERS", 10)
    with pytest.raises(TooLarge, match="up to page 3"):
        read(pages(*[shown("hei")] * 20))


RICH = pages(
    shown("Blåbær (1)"), packed(shown("side to").encode("latin-1")), "/X Do",
    catalogue="/PageLabels << /Nums [0 << /S /r >>] >>",
    objects={**mapped("å", "a\u030a"), 5: stream(shown("form"), "/Subtype /Form /Resources << /Font << /F1 3 0 R >> >>")},
    XObject="<< /X 5 0 R >>",
)  # fmt: skip
PIECES = (
    *(
        b"<<",
        b">>",
        b"[",
        b"]",
        b"(",
        b")",
        b"/Kids",
        b"2 0 R",
        f"{SPARE} 0 R".encode(),
        b"null",
        b"-1",
        b"99999999999",
        b"stream\n",
    ),
    *(
        b"/Length 0",
        b"/Filter /LZWDecode",
        b"/Filter /ASCII85Decode",
        b"/Encrypt << >>",
        b"\xff",
        b"obj",
        b"endobj",
        b"/Type /Pages",
    ),
)


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_files_do_no_harm(seed: int) -> None:
    reads_or_refuses("a.pdf", spoilt(RICH, seed, PIECES))


@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_random_bytes_do_no_harm(data: bytes) -> None:
    reads_or_refuses("a.pdf", b"%PDF-1.7\n" + data)
    reads_or_refuses("a.pdf", pages(data if b"endstream" not in data else b"", shown("x")))
