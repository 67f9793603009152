"""Folders packed as .zip: the files in them and nothing else, wherever their names point."""

import stat
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from fuzzing import spoilt
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import p, word_of, zipped

from qualcode.errors import BadFile, Protected, QualcodeError, TooLarge
from qualcode.formats import expand, read_document
from qualcode.formats.limits import MAX_ENTRIES, MB


def names(data: bytes) -> list[str]:
    return [name for name, _ in expand("a.zip", data)]


def test_files_in_folders_come_one_by_one_in_their_order() -> None:
    data = zipped({"b/": b"", "b/Åse 🙂.txt": "blåbær".encode(), "a.docx": word_of(p("hei"))})
    found = [(name, read_document(name, content).text) for name, content in expand("a.ZIP", data)]
    assert found == [("b/Åse 🙂.txt", "blåbær"), ("a.docx", "hei")]


@pytest.mark.parametrize(
    ("inside", "name"),
    [
        ("../../etc/a.txt", "etc/a.txt"),
        ("/etc/a.txt", "etc/a.txt"),
        ("C:\\Users\\Kari\\a.txt", "Users/Kari/a.txt"),
        ("..\\..\\a.txt", "a.txt"),
        ("./x/./a.txt", "x/a.txt"),
        ("A\u030ase\n.txt", "Åse .txt"),
    ],
)
def test_names_that_lead_elsewhere_are_cleaned(inside: str, name: str) -> None:
    assert names(zipped({inside: b"hei"})) == [name]


def test_two_files_never_get_the_same_name() -> None:
    data = zipped({"../a.txt": b"1", "a.txt": b"2", "/A.txt": b"3"})
    assert list(expand("a.zip", data)) == [("a.txt", b"1"), ("a (2).txt", b"2"), ("A (3).txt", b"3")]


def test_what_systems_put_beside_the_files_is_passed_over() -> None:
    litter = ["__MACOSX/._a.txt", ".DS_Store", "x/.git/a.txt", "~$a.docx", "Thumbs.db", "x/desktop.ini"]
    assert names(zipped({**dict.fromkeys(litter, b"x"), "a.txt": b"hei"})) == ["a.txt"]


def test_a_file_without_a_name_is_passed_over() -> None:
    data = bytearray(zipped({"b": b"x", "a.txt": b"hei"}))
    at = data.index(b"PK\x01\x02")
    data[at + 28] = 0  # the length of the name in the list of files
    data[at + 30] = 1  # the letter counts as something else
    assert names(bytes(data)) == ["a.txt"]


def test_links_are_passed_over() -> None:
    out = BytesIO()
    with ZipFile(out, "w") as archive:
        link = ZipInfo("lenke.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
        archive.writestr("a.txt", "hei")
    assert names(out.getvalue()) == ["a.txt"]


@pytest.mark.parametrize("encoding", ["cp850", "utf-8"])
def test_names_without_the_flag_for_utf8_are_norwegian_all_the_same(encoding: str) -> None:
    raw = "Bjørn på øya.txt".encode(encoding)
    data = zipped({"x" * len(raw): b"hei"}).replace(b"x" * len(raw), raw)
    assert names(data) == ["Bjørn på øya.txt"]


@pytest.mark.parametrize("inner", ["inne.zip", "x/inne.ZIP", "a.7z", "a.tar.gz"])
def test_packed_files_inside_are_refused_by_name_before_anything_is_read(inner: str) -> None:
    with pytest.raises(BadFile, match=inner):
        expand("a.zip", zipped({"a.txt": b"hei", inner: zipped({"b.txt": b"x"})}))


def test_a_packed_file_in_disguise_is_refused_where_it_is_read() -> None:
    [(name, content)] = expand("a.zip", zipped({"a.txt": zipped({"b.txt": b"x"})}))
    with pytest.raises(BadFile, match="zip"):
        read_document(name, content)


@pytest.mark.parametrize("parts", [{}, {".skjult": b"x"}, {"mappe/": b""}])
def test_a_folder_without_files_is_refused(parts: dict[str, bytes | str]) -> None:
    with pytest.raises(BadFile, match="no files"):
        expand("a.zip", zipped(parts))


def test_a_document_called_zip_is_told_apart() -> None:
    with pytest.raises(BadFile, match="document"):
        expand("a.zip", zipped({"[Content_Types].xml": "x", "word/document.xml": "x"}))


@pytest.mark.parametrize(
    "data",
    [b"", b"hei", b"PK\x03\x04", zipped({"a.txt": b"hei" * 99})[:60]],
    ids=["nothing", "text", "two-letters", "half"],
)
def test_what_is_no_whole_zip_is_refused(data: bytes) -> None:
    with pytest.raises(BadFile, match="damaged"):
        expand("a.zip", data)


def test_bombs_are_refused_before_anything_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(TooLarge):
        expand("a.zip", zipped({f"{n}.txt": b"" for n in range(MAX_ENTRIES + 1)}))
    with pytest.raises(TooLarge):
        expand("a.zip", zipped({"a.txt": bytes(30 * MB)}))
    monkeypatch.setattr("qualcode.formats.package.MAX_UNPACKED", 1_000)
    with pytest.raises(TooLarge):
        expand("a.zip", zipped({"a.txt": bytes(900), "b.txt": bytes(900)}))


def test_a_password_and_unusual_packing_are_refused() -> None:
    data = bytearray(zipped({"a.txt": b"hei"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Protected):
        expand("a.zip", bytes(data))
    out = BytesIO()
    with ZipFile(out, "w", ZIP_BZIP2) as archive:
        archive.writestr("a.txt", "hei")
    with pytest.raises(BadFile):
        expand("a.zip", out.getvalue())


def test_other_endings_are_refused() -> None:
    with pytest.raises(BadFile, match=r"\.zip"):
        expand("a.rar", b"Rar!")


SAMPLE = zipped({"a/b.txt": "blåbær".encode() * 20, "c.docx": b"x" * ZIP_DEFLATED})


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_folders_do_no_harm(seed: int) -> None:
    try:
        found = names(spoilt(SAMPLE, seed, (b"PK\x01\x02", b"\x00", b"../", b"\xff\xff", b"\\")))
    except QualcodeError as error:
        assert str(error)
    else:
        assert not any(".." in name.split("/") or name.startswith("/") for name in found)
