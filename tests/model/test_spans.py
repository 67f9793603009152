"""Positions: `[start, end)` in code points, and the border to UTF-16."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.errors import BadSpan
from qualcode.model.spans import Span, fitting, from_utf16, index_of, splits_character, to_utf16, union

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
spans = st.tuples(st.integers(0, 60), st.integers(1, 20)).map(lambda pair: Span(pair[0], sum(pair)))


def units(text: str) -> int:
    """Python's own count of UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


@given(texts)
def test_utf16_positions_are_those_of_pythons_own_encoder(text: str) -> None:
    for position in range(len(text) + 1):
        there = to_utf16(text, position)
        assert there == units(text[:position])
        assert from_utf16(text, there) == position


@given(texts)
def test_a_utf16_position_inside_a_character_is_refused(text: str) -> None:
    between = {to_utf16(text, position) for position in range(len(text) + 1)}
    for inside in set(range(units(text))) - between:
        with pytest.raises(BadSpan):
            from_utf16(text, inside)


@pytest.mark.parametrize("position", [-1, 5])
def test_a_position_outside_the_text_is_refused_in_either_unit(position: int) -> None:
    for convert in (from_utf16, to_utf16):
        with pytest.raises(BadSpan):
            convert("a🙂b", position)


@pytest.mark.parametrize(("start", "end"), [(0, 0), (3, 2), (-1, 2), (-2, -1)])
def test_a_span_that_holds_no_text_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(BadSpan, match="hold no text"):
        Span(start, end)


def test_a_span_outside_the_text_is_refused_never_nudged() -> None:
    assert fitting(Span(0, 3), "abc") == Span(0, 3)
    with pytest.raises(BadSpan, match="which has 3 characters"):
        Span(1, 4).of("abc")


@given(texts, spans)
def test_the_words_of_a_span_are_as_long_as_the_span(text: str, span: Span) -> None:
    if span.end <= len(text):
        assert span.of(text) == text[span.start : span.end]
        assert len(span.of(text)) == span.length


@given(spans, spans)
def test_spans_overlap_when_they_share_a_code_point(one: Span, other: Span) -> None:
    shared = set(range(one.start, one.end)) & set(range(other.start, other.end))
    assert one.overlaps(other) == other.overlaps(one) == bool(shared)
    assert one.within(other) == (len(shared) == one.length)


@given(st.lists(spans, max_size=12))
def test_a_union_holds_the_same_code_points_once(some: list[Span]) -> None:
    joined = union(some)
    points = [at for span in joined for at in range(span.start, span.end)]
    assert points == sorted({at for span in some for at in range(span.start, span.end)})
    assert all(one.end < other.start for one, other in pairwise(joined))
    assert union(reversed(some)) == union(joined) == joined


@given(st.lists(st.integers(0, 30)).map(sorted), st.integers(-1, 31))
def test_index_of_finds_the_last_start_that_is_not_later(starts: list[int], position: int) -> None:
    index = index_of(starts, position)
    assert all(start <= position for start in starts[: index + 1])
    assert all(start > position for start in starts[index + 1 :])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a", "\u030a"),
        ("q", "\u0301\u0323"),
        ("👩", "\u200d👧"),
        ("👩\u200d", "👧"),
        ("👍", "🏽"),
        ("❤", "\ufe0f"),
        ("❤", "\ufe0e"),
        ("1", "\ufe0f\u20e3"),
        ("1\ufe0f", "\u20e3"),
        ("क", "ा"),
        ("🇳", "🇴"),
        ("🇳🇴🇸", "🇪"),
        ("🏴", "\U000e0067\U000e0062\U000e007f"),
    ],
)
def test_a_letter_stays_with_its_marks_and_an_emoji_with_its_parts(before: str, after: str) -> None:
    assert splits_character(f"x{before}{after}y", len(before) + 1)


@pytest.mark.parametrize(
    ("text", "cut"),
    [("ab", 1), ("a 🙂", 2), ("🙂🙂", 1), ("🇳🇴🇸🇪", 2), ("x🇳", 1), ("å", 0), ("å", 1), ("", 0)],
)
def test_between_whole_characters_a_cut_is_fine(text: str, cut: int) -> None:
    assert not splits_character(text, cut)
