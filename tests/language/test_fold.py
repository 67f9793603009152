"""What is typed in a search box finds what is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language import fold


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("aase", "Åse"),
        ("ase", "Åse"),
        ("håp", "HAAP"),
        ("ostlandet", "Østlandet"),
        ("baerum", "Bærum"),
        ("ide", "idé"),
        ("rusmiddel", "rus\u00admiddel"),
        ("blå kors", "Blå\u00a0 Kors\n"),
        ("paa", "pa\u030a"),
        ("rus-", "rus\u2011"),
    ],
)
def test_what_is_typed_finds_what_is_written(typed: str, written: str) -> None:
    assert fold(written).startswith(fold(typed))


def test_different_words_stay_different() -> None:
    assert len({fold(word) for word in ("hus", "hus.", "his", "hest", "rus 1", "rus 2")}) == 6


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
