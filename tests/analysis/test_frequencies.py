"""Counts per code: own and with subcodes, of codings, documents, cases and words, and split into columns."""

import pytest

from qualcode.analysis.frequencies import Use, table
from qualcode.model.spans import Span
from qualcode.model.tables import COUNTED, Counted
from qualcode.model.values import Code

CODES = (
    Code("r", "Recovery", "Recovery"),
    Code("h", "Håp", "Recovery/Håp", "r"),
    Code("f", "Framtid", "Recovery/Håp/Framtid", "h"),
    Code("b", "Brukermedvirkning", "Brukermedvirkning"),
)
USES = [
    Use("r", "d1", "Åse", "Oslo", 2),
    Use("h", "d1", "Åse", "Oslo", 1),
    Use("f", "d2", "Åse", "Bergen", 3),
    Use("f", "d3", "Bo", "", 4),
]


def rows(counted: Counted, **options: object) -> dict[str, tuple[int, int]]:
    made = table(CODES, USES, counted=counted, **options)  # type: ignore[arg-type]
    return {row.code: (row.own, row.total) for row in made.rows}


@pytest.mark.parametrize(
    ("counted", "expected"),
    [
        ("codings", {"r": (2, 10), "h": (1, 8), "f": (7, 7), "b": (0, 0)}),
        ("documents", {"r": (1, 3), "h": (1, 3), "f": (2, 2), "b": (0, 0)}),
        ("cases", {"r": (1, 2), "h": (1, 2), "f": (2, 2), "b": (0, 0)}),
    ],
)
def test_own_leaves_out_subcodes_and_total_counts_each_thing_once(
    counted: Counted, expected: dict[str, tuple[int, int]]
) -> None:
    assert rows(counted) == expected


def test_rows_come_in_codebook_order_with_every_code() -> None:
    assert [row.path for row in table(CODES, [], counted="codings").rows] == [code.path for code in CODES]


def test_columns_split_the_total_and_the_empty_value_comes_last() -> None:
    made = table(CODES, USES, counted="codings", by="sted", base={"Oslo": 1, "Bergen": 1, "Ås": 2, "": 1})
    assert made.values == ("Bergen", "Oslo", "Ås", "")
    assert dict(made.rows[0].by) == {"Bergen": 3, "Oslo": 3, "Ås": 0, "": 4}
    assert all(sum(row.by.values()) == row.total for row in made.rows)
    assert made.base == {"Oslo": 1, "Bergen": 1, "Ås": 2, "": 1}


@pytest.mark.parametrize(
    "values", [("Zoo", "Ærfugl", "Østfold", "Ås"), ("1", "2", "10"), ("alfa", "Beta", "gamma")]
)
def test_columns_stand_in_norwegian_order_and_numbers_by_size(values: tuple[str, ...]) -> None:
    uses = [Use("r", "d", "d", value, 1) for value in reversed(values)]
    assert table(CODES, uses, counted="codings", by="sted").values == values


def test_a_value_that_only_codings_have_is_a_column_too() -> None:
    made = table(CODES, [Use("r", "d", "d", "Kari", 1)], counted="codings", by="coder")
    assert (made.values, dict(made.rows[0].by), made.base) == (("Kari",), {"Kari": 1}, {})


def letters(_document: str, span: Span) -> int:
    """Every code point a word: easy to count by hand."""
    return span.length


def words(*uses: Use) -> dict[str, tuple[int, int]]:
    made = table(CODES, uses, counted="words", words_in=letters)
    return {row.code: (row.own, row.total) for row in made.rows}


def test_a_word_covered_twice_counts_once() -> None:
    once = Use("r", "d", "d", "", 2, (Span(0, 10), Span(5, 12)))
    other_coder = Use("r", "d", "d", "", 1, (Span(11, 15),))
    assert words(once, other_coder)["r"] == (15, 15)


def test_a_word_under_code_and_subcode_counts_once_in_the_total() -> None:
    found = words(Use("r", "d", "d", "", 1, (Span(0, 10),)), Use("h", "d", "d", "", 1, (Span(5, 20),)))
    assert (found["r"], found["h"]) == ((10, 20), (15, 15))


def test_the_same_positions_in_two_documents_are_different_words() -> None:
    found = words(Use("r", "d1", "d1", "", 1, (Span(0, 10),)), Use("r", "d2", "d2", "", 1, (Span(0, 10),)))
    assert found["r"] == (20, 20)


def test_words_cannot_be_counted_without_knowing_what_a_word_is() -> None:
    with pytest.raises(ValueError, match="words_in"):
        table(CODES, USES, counted="words")


def test_everything_that_can_be_counted_is_counted() -> None:
    assert set(COUNTED) == {"codings", "documents", "cases", "words"}
    for counted in COUNTED:
        assert table(CODES, [], counted=counted, words_in=letters).counted == counted
