"""Cleaning edits: reversible, and every position leads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.cleaning import Cleaning
from qualcode.model.edits import Edit, TextMap, standing
from qualcode.model.spans import Span


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    """A text and edits on it that do not overlap: deletions, insertions and replacements."""
    read = draw(st.text("abcæøå 🙂\n", max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(read)), max_size=12)))
    edits = []
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        after = draw(st.text("XYZ", max_size=4))
        edits.append(Edit(start, end, read[start:end], after, "rule", f"{start}"))
    return read, edits


@given(edited(), st.data())
def test_words_outside_the_edits_are_the_same_words_on_both_sides(
    case: tuple[str, list[Edit]], data: st.DataObject
) -> None:
    read, edits = case
    map_ = TextMap(read, edits)
    touched = {at for edit in edits for at in range(edit.start, edit.end)}
    for at in range(len(read)):
        there = map_.to_clean(Span(at, at + 1))
        if at not in touched:
            assert there is not None
            assert there.of(map_.clean) == read[at]
            assert map_.to_read(there) == Span(at, at + 1)
    if len(read) > 1:
        start = data.draw(st.integers(0, len(read) - 2))
        span = Span(start, data.draw(st.integers(start + 1, len(read))))
        there = map_.to_clean(span)
        if there is not None:
            back = map_.to_read(there)
            kept = [at for at in range(span.start, span.end) if at not in touched]
            assert back is None or all(back.start <= at < back.end for at in kept)


@given(edited())
def test_taking_every_edit_back_gives_the_text_as_read(case: tuple[str, list[Edit]]) -> None:
    read, edits = case
    assert TextMap(read, standing(edits, {edit.group for edit in edits})).clean == read
    backwards = TextMap(read, edits).clean
    for edit in sorted(edits, reverse=True):
        start = edit.start + sum(len(e.after) - len(e.before) for e in edits if e < edit)
        assert backwards[start : start + len(edit.after)] == edit.after
        backwards = backwards[:start] + edit.before + backwards[start + len(edit.after) :]
    assert backwards == read


@pytest.mark.parametrize(
    ("span", "there"),
    [
        (Span(0, 3), Span(0, 3)),
        (Span(0, 5), Span(0, 3)),
        (Span(4, 9), Span(3, 7)),
        (Span(3, 5), None),
        (Span(5, 6), Span(3, 4)),
    ],
)
def test_a_span_that_reaches_into_what_was_taken_away_ends_at_its_edge(
    span: Span, there: Span | None
) -> None:
    map_ = TextMap("til-\nknyttet", [Edit(3, 5, "-\n", "", "hyphen", "1")])
    assert map_.clean == "tilknyttet"
    assert map_.to_clean(span) == there


def test_what_needs_a_rejected_edit_falls_with_it() -> None:
    edits = [
        Edit(0, 1, "a", "", "page", "page 1"),
        Edit(2, 3, "c", " ", "join", "join 1", needs=("page 1",)),
        Edit(4, 5, "e", "", "hyphen", "hyphen 1", needs=("join 1",)),
    ]
    assert standing(edits, {"page 1"}) == ()
    assert standing(edits, {"join 1"}) == (edits[0],)


def test_edits_that_overlap_or_do_not_fit_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="overlap"):
        TextMap("abcdef", [Edit(0, 3, "abc", "", "a"), Edit(2, 4, "cd", "", "b")])
    with pytest.raises(ValueError, match="not what"):
        TextMap("abcdef", [Edit(0, 3, "xyz", "", "a")])


def test_what_a_proposal_needs_is_found_through_any_number_of_steps() -> None:
    edits = (
        Edit(0, 1, "a", "", "r", "one"),
        Edit(1, 2, "b", "", "r", "two", needs=("one",)),
        Edit(2, 3, "c", "", "r", "three", needs=("two",)),
        Edit(3, 4, "d", "", "r", "three", needs=("four",)),
        Edit(4, 5, "e", "", "r", "four"),
    )
    assert Cleaning(edits=edits).needed_by(["three"]) == {"one", "two", "three", "four"}
    assert Cleaning(edits=edits).needed_by(["two"]) == {"one", "two"}
