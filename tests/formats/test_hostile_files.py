"""Files that are broken, disguised or meant to do harm: a clear error, never anything else, never much memory."""

import tracemalloc
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
from office_files import p, unzipped, word_of, workbook, zipped

from qualcode.errors import BadFile, Protected, QualcodeError, TooLarge
from qualcode.formats import limits as limited
from qualcode.formats import read_attributes, read_codebook, read_codings, read_document
from qualcode.formats.limits import MAX_BYTES, MAX_ENTRIES, MB
from qualcode.formats.package import Package

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(name: str, data: bytes, read: Callable[[str, bytes], object] = read_document) -> QualcodeError:
    with pytest.raises(BadFile) as caught:
        read(name, data)
    assert name in str(caught.value)
    return caught.value


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.docx"])
def test_an_empty_file_is_refused(name: str) -> None:
    assert "no text" in str(refused(name, b""))


@pytest.mark.parametrize("data", [b" \r\n\t", b"\xef\xbb\xbf", b"\x0c", "\u00a0\n".encode()])
def test_a_file_of_white_space_is_refused(data: bytes) -> None:
    assert "no text" in str(refused("a.txt", data))


def test_a_document_without_words_is_refused() -> None:
    assert "no text" in str(refused("a.docx", word_of(p(" ") + p(""))))


@pytest.mark.parametrize("name", ["a.txt", "a.docx"])
def test_a_file_over_the_limit_is_refused(name: str) -> None:
    assert isinstance(refused(name, bytes(MAX_BYTES + 1)), TooLarge)


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("a.txt", b"%PDF-1.7 ...", ".pdf"),
        ("a.txt", b"{\\rtf1 hei}", ".rtf"),
        ("a.md", b"\x89PNG\r\n\x1a\n", "PNG"),
        ("a.txt", b"\xff\xd8\xff\xe0", "JPEG"),
        ("a.txt", b"\x00\x00\x00\x18ftypmp42", "MP4"),
        ("a.txt", bytes(range(256)), "not a text file"),
        ("a.txt", b"hei\x00du", "not a text file"),
        ("a.txt", b"\x01\x02\x03\x04\x05abc", "not a text file"),
        ("a.txt", b"\xff\xfea", "UTF-16"),
        ("a.txt", b"\xff\xfe\x00\xd8a\x00", "UTF-16"),
        ("a.docx", b"bare tekst", ".txt"),
        ("a.docx", b"%PDF-1.7 ...", "PDF"),
        ("a.docx", b"PK\x03\x04 og mer", "damaged"),
        ("a.mp3", b"ID3", ".docx"),
        ("a.doc", OLE, ".docx"),
        ("uten", b"tekst", ".txt"),
    ],
)
def test_a_file_that_is_not_what_it_says_gets_a_clear_error(name: str, data: bytes, says: str) -> None:
    assert says in str(refused(name, data))


def test_a_word_document_called_txt_is_told_its_right_ending() -> None:
    assert ".docx" in str(refused("a.txt", word_of(p("hei"))))


def test_a_workbook_called_docx_and_the_reverse_are_told_apart() -> None:
    assert "xlsx" in str(refused("a.docx", workbook(["kode"])))
    assert "docx" in str(refused("a.xlsx", word_of(p("hei")), read_codebook))
    assert ".xlsx" in str(refused("a.csv", workbook(["kode"]), read_codebook))


@pytest.mark.parametrize(
    ("name", "outer", "inner", "read"),
    [
        ("a.docx", word_of(p("hei")), workbook(["x"]), read_document),
        ("a.xlsx", workbook(["kode"], ["hei"]), word_of(p("x")), read_codebook),
    ],
)
def test_a_file_inside_a_file_does_not_change_what_it_is(
    name: str, outer: bytes, inner: bytes, read: Callable[[str, bytes], object]
) -> None:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        archive.writestr("embedded", inner)
        for part, content in unzipped(outer).items():
            archive.writestr(part, content)
    assert "hei" in str(read(name, out.getvalue()))


@pytest.mark.parametrize("read", [read_document, read_codebook])
@pytest.mark.parametrize("stream", ["", "EncryptedPackage"])
def test_a_password_is_named(read: Callable[[str, bytes], object], stream: str) -> None:
    name = "a.docx" if read is read_document else "a.xlsx"
    error = refused(name, OLE + bytes(500) + stream.encode("utf-16-le"), read)
    assert isinstance(error, Protected)


def test_a_password_on_a_part_is_named() -> None:
    data = bytearray(word_of(p("hei")))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert isinstance(refused("a.docx", bytes(data)), Protected)


@pytest.mark.parametrize(("stream", "program"), [("WordDocument", "Word"), ("Workbook", "Excel")])
def test_an_old_document_with_a_new_ending_is_told_apart(stream: str, program: str) -> None:
    error = refused("a.docx", OLE + bytes(500) + stream.encode("utf-16-le"))
    assert not isinstance(error, Protected)
    assert program in str(error)


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_half_a_document_is_refused(share: float) -> None:
    whole = word_of(p("hei " * 1000))
    refused("a.docx", whole[: int(len(whole) * share)])


def test_a_document_with_a_flipped_bit_is_refused() -> None:
    data = bytearray(zipped({**unzipped(word_of(p("hei"))), "word/document.xml": word_of(p("hei"))}))
    data[data.index(b"word/document.xml") + 40] ^= 1
    refused("a.docx", bytes(data))


def packed(entries: dict[str, bytes], method: int = ZIP_DEFLATED) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, content in {**unzipped(word_of(p("hei"))), **entries}.items():
            archive.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("part", ["word/document.xml", "word/media/image1.png"])
def test_a_part_that_grows_a_thousandfold_is_refused_before_it_is_unpacked(part: str) -> None:
    bomb = packed({part: bytes(60 * MB)})
    tracemalloc.start()
    try:
        assert isinstance(refused("a.docx", bomb), TooLarge)
        assert tracemalloc.get_traced_memory()[1] < 5 * MB
    finally:
        tracemalloc.stop()


def test_one_part_that_is_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.formats.package.MAX_PART", 1000)
    assert isinstance(refused("a.docx", packed({"x": bytes(1001)})), TooLarge)


def test_many_parts_that_are_large_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.formats.package.MAX_UNPACKED", 1000)
    assert isinstance(refused("a.docx", packed({"x": bytes(900), "y": bytes(900)})), TooLarge)


def test_what_is_unpacked_is_counted_as_it_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("qualcode.formats.package.MAX_UNPACKED", MB)
    package = Package("a.docx", packed({"x": bytes(900_000)}))
    with pytest.raises(TooLarge):
        for _ in range(3):
            list(package.chunks("x"))


def test_a_part_that_lies_about_its_size_is_refused() -> None:
    data = bytearray(packed({"word/document.xml": bytes(100_000)}))
    at = data.rindex(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (50).to_bytes(4, "little")
    refused("a.docx", bytes(data))


def test_too_many_parts_are_refused() -> None:
    assert isinstance(refused("a.docx", packed({f"p{n}": b"" for n in range(MAX_ENTRIES + 1)})), TooLarge)


def test_packing_methods_that_no_office_program_uses_are_refused() -> None:
    refused("a.docx", packed({}, ZIP_BZIP2))


LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE, '<!DOCTYPE l SYSTEM "http://198.51.100.1/x.dtd">'])
@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "_rels/.rels", "docProps/core.xml", "new.xml"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_definition_in_any_part_is_refused(doctype: str, part: str, encoding: str) -> None:
    parts = unzipped(word_of(p("hei")))
    parts[part] = (doctype + parts.get(part, b"<l/>").decode()).encode(encoding)
    assert "document type definition" in str(refused("a.docx", zipped(parts)))


def test_a_document_type_definition_in_a_workbook_is_refused() -> None:
    parts = unzipped(workbook(["kode"], ["Håp"]))
    parts["xl/worksheets/sheet1.xml"] = LAUGHS.encode() + parts["xl/worksheets/sheet1.xml"]
    assert "document type definition" in str(refused("a.xlsx", zipped(parts), read_codebook))


def test_a_document_without_its_main_part_is_refused() -> None:
    parts = unzipped(word_of(p("hei")))
    del parts["word/document.xml"]
    assert "word/document.xml" in str(refused("a.docx", zipped(parts)))


def test_elements_nested_without_end_are_no_danger() -> None:
    deep = "<w:ins>" * 50_000 + p("dypt") + "</w:ins>" * 50_000
    assert read_document("a.docx", word_of(deep)).text == "dypt"


def test_one_cell_far_out_does_not_fill_memory() -> None:
    data = workbook(["document", "a"], also=lambda book: book.active.cell(1_048_576, 16_384, "x"))
    assert isinstance(refused("a.xlsx", data, read_attributes), TooLarge)


def test_a_line_of_nothing_but_commas_is_refused() -> None:
    refused("a.csv", b"document,a\n" + b"," * 1_000_000, read_attributes)


def test_yaml_aliases_and_bottomless_lists_are_refused() -> None:
    bomb = b"- &a [x, x]\n- &b [*a, *a]\n- [*b, *b]\n"
    assert "aliases" in str(refused("a.yaml", bomb, read_codebook))
    assert isinstance(refused("a.yaml", b"[" * 100_000, read_codebook), TooLarge)
    assert isinstance(
        refused("a.yaml", b"- name: a\n  children: " + b"[" * 200 + b"]" * 200, read_codebook), TooLarge
    )


def test_yaml_constructs_nothing() -> None:
    [row] = read_codebook("a.yaml", b"- name: !!python/name:os.system 2020-13-45\n")
    assert row.path == ("2020-13-45",)
    refused("a.yaml", b"- name: !!python/object/apply:os.getcwd []\n", read_codebook)


@pytest.mark.parametrize("line", [b"[" * 100_000, b'{"start": ' + b"9" * 10_000 + b"}", b"[]", b"1", b"{"])
def test_json_lines_that_are_no_codings_are_refused(line: bytes) -> None:
    refused("a.jsonl", line, read_codings)


def test_every_limit_is_a_number_above_zero() -> None:
    assert all(value > 0 for name, value in vars(limited).items() if name.startswith("MAX_"))


def test_a_document_that_repeats_itself_is_no_bomb() -> None:
    text = read_document("a.docx", word_of(p("Jeg vet ikke. ") * 50_000)).text
    assert text.count("Jeg vet ikke.") == 50_000


@pytest.mark.parametrize(
    "line", [b"# a" + b" " * 1_000_000 + b"b", b"# " + b"*a " * 300_000, b"`" * 1_000_000]
)
def test_endless_lines_of_markdown_end(line: bytes) -> None:
    assert read_document("a.md", line).text == line.decode()
