"""Plain text: every encoding people save in, and what becomes canonical."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile
from qualcode.formats import original_text, read_document
from qualcode.formats.canonical import canonical

WORDS = "Å, så håpet jeg på øl og «kjærlighet» – ikke sant?\nJo."
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=200)


@pytest.mark.parametrize(
    ("encoded_as", "known_as"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("windows-1252", "windows-1252"),
    ],
)
def test_every_common_encoding_gives_the_same_words(encoded_as: str, known_as: str) -> None:
    document = read_document("a.txt", WORDS.encode(encoded_as))
    assert (document.text, document.encoding) == (WORDS, known_as)
    assert document.source == WORDS.encode(encoded_as)
    assert not document.warnings


def test_utf16_big_endian_with_a_mark_is_read() -> None:
    assert read_document("a.txt", b"\xfe\xff" + WORDS.encode("utf-16-be")).text == WORDS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_astral_characters_count_as_one(encoding: str) -> None:
    document = read_document("a.txt", "Jeg 👩🏽‍🌾 lo 𝒜".encode(encoding))
    assert document.text == "Jeg 👩🏽‍🌾 lo 𝒜"
    assert len(document.text) == 13


def test_windows_1252_of_norwegian_is_not_taken_for_damaged_utf8() -> None:
    assert read_document("a.txt", "Blåbær på øya".encode("cp1252")).text == "Blåbær på øya"


@pytest.mark.parametrize("byte", [b"\x81", b"\x8d", b"\x8f", b"\x90", b"\x9d"])
def test_bytes_that_windows_1252_leaves_undefined_are_refused(byte: bytes) -> None:
    with pytest.raises(BadFile) as caught:
        read_document("a.txt", b"bl\xe5\n" + byte)
    assert caught.value.values["line"] == 2


@pytest.mark.parametrize("misread", ["å", "ø", "æ", "Å", "Ø", "é"])
def test_letters_misread_before_are_warned_of_and_kept(misread: str) -> None:
    spoilt = f"Det {misread.encode().decode('cp1252')} gikk bra"
    document = read_document("a.txt", spoilt.encode())
    assert document.text == spoilt
    [(template, values)] = document.warnings
    assert (values["count"], values["lines"]) == (1, "1")
    assert template.format(**values)


def test_letters_lost_before_are_warned_of() -> None:
    document = read_document("a.txt", "bl\ufffdb\ufffdr".encode())
    assert [values["count"] for _, values in document.warnings] == [2]


def test_line_ends_become_line_feeds_and_are_counted() -> None:
    document = read_document("a.txt", b"en\r\nto\rtre\nfire\x0bfem")
    assert document.text == "en\nto\ntre\nfire\nfem"
    assert document.repairs == {"line-ends": 3}


def test_a_letter_in_two_parts_becomes_one_and_is_counted() -> None:
    document = read_document("a.txt", "sa\u030a ga\u030ar A\u030a".encode())
    assert document.text == "så går Å"
    assert document.repairs == {"nfc": 3}


def test_byte_order_marks_go_also_inside() -> None:
    document = read_document("a.txt", "\ufeffen\ufeff to".encode())
    assert (document.text, document.repairs) == ("en to", {"bom": 2})


def test_a_page_break_becomes_a_line_end_and_is_counted() -> None:
    document = read_document("a.txt", b"side en\x0cside to")
    assert (document.text, document.repairs) == ("side en\nside to", {"page-breaks": 1})


def test_stray_control_characters_go_and_are_counted() -> None:
    document = read_document("a.txt", b"hei\x07 du\x1a\ttab")
    assert (document.text, document.repairs) == ("hei du\ttab", {"control-characters": 2})


def test_spaces_and_marks_that_carry_meaning_are_kept() -> None:
    text = "  10\u00a0000\u202fkr sam\u00adarbeid  \n\n** h*n ** (..)\u0085 "
    assert read_document("a.txt", text.encode()).text == text


def test_the_original_is_the_text_before_line_ends_and_accents_were_changed() -> None:
    data = "\ufeffsa\u030a\r\nja\r".encode()
    assert original_text("a.txt", data) == "sa\u030a\r\nja\r"


@settings(deadline=None)
@given(ANY_TEXT)
def test_canonical_text_is_nfc_without_returns_marks_or_controls_and_stays_so(text: str) -> None:
    once = canonical(text).text
    assert unicodedata.is_normalized("NFC", once)
    assert not set(once) & {*map(chr, range(9)), "\r", "\f", "\v", "\ufeff", "\x7f", "\u2028"}
    assert canonical(once) == type(canonical(once))(once, {})


@settings(deadline=None)
@given(ANY_TEXT)
def test_repairs_are_named_when_and_only_when_something_changed(text: str) -> None:
    assert bool(canonical(text).repairs) == (canonical(text).text != text)


@settings(deadline=None)
@given(
    st.text(st.characters(codec="windows-1252", exclude_categories=["Cc"]), min_size=1),
    st.text("æøå", min_size=1),
)
def test_text_saved_as_windows_1252_comes_back(words: str, norwegian: str) -> None:
    # A letter before ASCII can never begin a sequence of UTF-8.
    text = f"{norwegian} ".join(f"{letter} " for letter in words) + norwegian + "."
    assert original_text("a.txt", text.encode("windows-1252")) == text


@settings(deadline=None)
@given(
    ANY_TEXT.filter(lambda text: text.strip() and text.isprintable()),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_text_saved_in_unicode_comes_back(text: str, encoding: str) -> None:
    assert original_text("a.txt", text.encode(encoding)) == text


@pytest.mark.seeds
@pytest.mark.parametrize("ending", [".txt", ".md"])
def test_real_documents_are_read_as_they_are(seeds: Path, ending: str) -> None:
    for path in sorted(seeds.glob("*.txt")):
        data = path.read_bytes()
        expected = unicodedata.normalize(
            "NFC", data.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        )
        document = read_document(path.stem + ending, data)
        assert document.text == expected
        assert all(document.text[h.start : h.end].strip() for h in document.headings)
