"""Corrections as edits: the new text comes out exactly, and words that nobody touched stay apart from the edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.diff import edits_between
from qualcode.model.edits import TextMap
from qualcode.model.spans import Span

texts = st.text("ab æøå🙂\n.,", max_size=80)


@given(texts, texts)
def test_the_edits_make_the_new_text_of_the_old_one(old: str, new: str) -> None:
    edits = edits_between(old, new)
    assert TextMap(old, edits).clean == new
    assert all(edit.before != edit.after for edit in edits)


@pytest.mark.parametrize(
    ("old", "new", "changed"),
    [
        ("Han sa nei.", "Han sa ikke nei.", [("", "ikke ")]),
        ("a\nen to tre\nb\n", "a\nen TO tre\nb\n", [("to", "TO")]),
        ("tidgi-vere og andre", "tidgivere og andre", [("-", "")]),
        ("lik", "lik", []),
    ],
)
def test_only_the_words_that_differ_are_in_the_edits(
    old: str, new: str, changed: list[tuple[str, str]]
) -> None:
    told = [(edit.before, edit.after) for edit in edits_between(old, new)]
    assert "".join(before for before, _ in told).replace(" ", "") == "".join(b for b, _ in changed).replace(
        " ", ""
    )
    assert len(told) <= max(1, len(changed)) * 3


@given(st.lists(st.sampled_from(["en", "to", "tre", "fire", "åtte"]), min_size=3, max_size=30), st.data())
def test_words_before_and_after_a_correction_keep_their_place(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(1, len(words) - 2))
    old, new = " ".join(words), " ".join([*words[:at], "NYTT ORD", *words[at + 1 :]])
    map_ = TextMap(old, edits_between(old, new))
    first, last = Span(0, len(words[0])), Span(len(old) - len(words[-1]), len(old))
    assert map_.to_clean(first) == first
    there = map_.to_clean(last)
    assert there is not None and there.of(new) == words[-1] and there.end == len(new)
