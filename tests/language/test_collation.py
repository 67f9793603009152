"""Norwegian alphabetical order: letters, numbers, accents, case."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language import sort_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["Arne", "Zoe", "Ære", "Øst", "Åse"],
        ["Intervju 2", "Intervju 10", "Intervju 10b", "Intervjuer"],
        ["Olsen", "Zetlitz", "Aasen", "Åsen", "Åsne"],
        ["arne", "Arne", "arnes"],
        ["ide", "idé", "idet"],
        ["Kari A", "Karianne"],
        ["øre", "öre", "ørene"],
        ["02", "2", "3", "a"],
        ["Lyder", "Lüder", "Lykke"],
        ["", " ", "-", "1", "a"],
    ],
)
def test_texts_stand_in_norwegian_order(ordered: list[str]) -> None:
    assert all(sort_key(before) < sort_key(after) for before, after in pairwise(ordered))
    assert sorted(set(ordered), key=sort_key) == ordered


@given(st.text(), st.text())
def test_any_two_different_texts_have_an_order(one: str, other: str) -> None:
    assert (sort_key(one) == sort_key(other)) == (one == other)
    assert (sort_key(one) < sort_key(other)) != (sort_key(other) <= sort_key(one))


def test_a_number_of_any_length_is_compared() -> None:
    assert sort_key("1" * 5000) < sort_key("2" * 5000)
