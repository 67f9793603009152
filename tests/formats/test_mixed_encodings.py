"""Several encodings in one file: each line is read in its own, and the lines are named."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile
from qualcode.formats import original_text, read_attributes, read_codebook, read_codings, read_document
from qualcode.formats.mixed import ranges
from qualcode.model.bundle import ReadDocument

WORDS = (
    "Blåbær på øya",
    "Å, så «rart» – sa Østby",
    "Ærlig talt …",
    "bare ascii",
    "",
    "kjærlighet, håp og øl",
)


def encoded(*lines: tuple[str, str], end: str = "\n") -> bytes:
    return b"".join((line + end).encode(encoding) for line, encoding in lines)


def lines_told(document: ReadDocument) -> dict[str, Any]:
    """The lines that each warning names, by the encoding that it names."""
    return {str(values.get("other", "")): values["lines"] for _, values in document.warnings}


@pytest.mark.parametrize(
    ("main", "other", "named"),
    [
        ("utf-8", "cp1252", "Windows-1252"),
        ("cp1252", "utf-8", "UTF-8"),
        ("utf-8", "mac-roman", "Mac Roman"),
        ("utf-8", "cp850", "DOS (850)"),
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_pasted_from_elsewhere_are_read_in_their_own_encoding(
    main: str, other: str, named: str, end: str
) -> None:
    lines = [
        ("så går det", main),
        ("blåbær", other),
        ("øl", main),
        ("løst håp", other),
        ("lærte å gå", other),
        ("Ås", main),
    ]
    lines.append(("Å være", main))
    data = encoded(*lines, end=end)
    document = read_document("a.txt", data)
    assert document.text.splitlines() == [line for line, _ in lines]
    assert lines_told(document)[named] == "2, 4–5"
    assert document.source == data


def test_a_line_in_both_is_read_letter_by_letter_and_named() -> None:
    data = "blåbær\r\nøl\rså\n".encode() + b"gr\xe5 og " + "grønn".encode()
    document = read_document("a.txt", data)
    assert document.text == "blåbær\nøl\nså\ngrå og grønn"
    assert lines_told(document) == {"Windows-1252": "4"}
    assert document.encoding == "utf-8 + windows-1252"


@pytest.mark.parametrize("encoding", ["mac-roman", "cp850"])
def test_older_encodings_are_known_by_their_norwegian_letters_and_told(encoding: str) -> None:
    document = read_document("a.txt", "Blåbær på øya, Åse Østby".encode(encoding))
    assert document.text == "Blåbær på øya, Åse Østby"
    assert document.encoding == encoding
    assert len(document.warnings) == 1


@pytest.mark.parametrize(
    "words", ["don’t ‘si’ det † blå", "SMÅ–«Ø» og Å»", "blå: så»– sa hun", "så»–\nblå", "‹ord› æ"]
)
def test_signs_of_windows_are_not_taken_for_letters(words: str) -> None:
    document = read_document("a.txt", words.encode("cp1252"))
    assert (document.text, document.encoding, document.warnings) == (words, "windows-1252", ())


def test_sami_letters_in_utf8_stay_beside_a_pasted_line() -> None:
    data = "Šaddá, čáhci på øya\n".encode() + "blåbær".encode("cp1252")
    assert read_document("a.txt", data).text == "Šaddá, čáhci på øya\nblåbær"


def test_a_byte_that_is_no_letter_anywhere_is_refused_with_its_line() -> None:
    with pytest.raises(BadFile) as caught:
        read_document("a.txt", "på\n".encode() + b"ol\x81\n")
    assert (caught.value.values["line"], caught.value.values["byte"]) == (2, "81")


@pytest.mark.parametrize("name", ["a.md", "a.vtt", "a.html"])
def test_the_warning_comes_with_every_format_of_text(name: str) -> None:
    data = b"00:01.000 --> 00:02.000\n" + "på".encode() + b"\nbl\xe5\n"
    assert "blå" in read_document(name, data).text
    assert lines_told(read_document(name, data)) == {"Windows-1252": "3"}


@pytest.mark.parametrize(
    ("read", "name"),
    [
        (read_codebook, "a.csv"),
        (read_attributes, "a.csv"),
        (read_codings, "a.jsonl"),
        (read_codebook, "a.yaml"),
    ],
)
def test_tables_which_can_warn_nobody_are_in_one_encoding(read: Any, name: str) -> None:
    with pytest.raises(BadFile) as caught:
        read(name, "navn\nblåbær\n".encode() + b"bl\xe5\n")
    assert caught.value.values["line"] == 3


def test_many_lines_are_named_as_ranges() -> None:
    assert ranges([1, 2, 3, 7, 9, 10]) == "1–3, 7, 9–10"
    assert ranges(range(0, 100, 2)).endswith("38 …")


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["utf-8", "cp1252"])), min_size=1))
def test_any_mixture_of_lines_comes_back_and_every_odd_line_is_named(lines: list[tuple[str, str]]) -> None:
    words = [line for line, _ in lines]
    data = encoded(*lines)
    assert original_text("a.txt", data).split("\n")[:-1] == words
    if any(words):
        kinds = {encoding for line, encoding in lines if not line.isascii()}
        assert bool(read_document("a.txt", data).warnings) == (len(kinds) > 1)


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(["utf-8", "cp1252"])), min_size=1, max_size=4)
)
def test_any_mixture_within_a_line_comes_back(parts: list[tuple[str, str]]) -> None:
    data = encoded(*parts, end=" ")
    assert original_text("a.txt", data) == "".join(f"{words} " for words, _ in parts)


@settings(deadline=None)
@given(st.binary(max_size=80))
def test_what_is_read_says_again_what_the_bytes_were(data: bytes) -> None:
    """Encoded letter by letter in one of the two encodings, the text is the file: nothing was lost or made up."""
    try:
        read = original_text("a.txt", b"\xff" + data)
    except BadFile:
        return
    if read_document("a.txt", b"\xff" + data).encoding in ("utf-8 + windows-1252", "windows-1252 + utf-8"):
        at = 0
        for letter in read:
            fits = [code for code in _codes(letter) if (b"\xff" + data).startswith(code, at)]
            assert fits
            at += len(max(fits, key=len))
        assert at == len(data) + 1


def _codes(letter: str) -> list[bytes]:
    try:
        return [letter.encode(), letter.encode("cp1252")]
    except UnicodeEncodeError:
        return [letter.encode()]
