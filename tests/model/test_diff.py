"""Corrections as edits: the new text comes out exactly, and words that nobody touched stay apart from the edits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.diff import edits_between
from qualcode.model.edits import TextMap
from qualcode.model.spans import Span, splits_character

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
        ("tidgi-vere og andre", "tidgivere og andre", [("tidgi-vere", "tidgivere")]),
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


pieces = st.sampled_from(
    ["a", "å", "a\u0323\u030a", "x\u0301", "\u0301", "🙂", "👩\u200d👧", "🇳🇴", "👍🏽", " ", "\n", "ord"]
)
odd_texts = st.lists(pieces, max_size=30).map("".join)


@given(odd_texts, odd_texts)
def test_no_edit_begins_or_ends_inside_a_character(old: str, new: str) -> None:
    map_ = TextMap(old, edits_between(old, new))
    assert map_.clean == new
    shift = 0
    for edit in map_.edits:
        assert not splits_character(old, edit.start) and not splits_character(old, edit.end)
        assert not splits_character(new, edit.start + shift)
        shift += len(edit.after) - len(edit.before)
        assert not splits_character(new, edit.end + shift)


sentences = st.lists(
    st.sampled_from(["ja", "nei", "det", "Åse", "🙂", "bestemte", "x\u0323"]), min_size=2, max_size=9
)


@given(st.lists(sentences, min_size=1, max_size=25), st.data())
def test_words_in_an_untouched_line_stay_themselves_though_they_stand_elsewhere_too(
    bodies: list[list[str]], data: st.DataObject
) -> None:
    fates = st.sampled_from(["keep", "keep", "keep", "correct", "remove", "insert before"])
    old = new = ""
    kept: list[tuple[Span, Span]] = []
    for number, body in enumerate(bodies):
        line, fate = f"R{number}: {' '.join(body)}\n", data.draw(fates)
        if fate == "insert before":
            new += f"{' '.join(data.draw(sentences))} ekstra{number}\n"
        if fate == "correct":
            at = data.draw(st.integers(0, len(body) - 1))
            new += f"R{number}: {' '.join([*body[:at], 'rettet', *body[at + 1 :]])}\n"
        elif fate != "remove":
            kept.append((Span(len(old), len(old) + len(line)), Span(len(new), len(new) + len(line))))
            new += line
        old += line
    map_ = TextMap(old, edits_between(old, new))
    for before, after in kept:
        for at in range(before.length - 1):
            there = map_.to_clean(Span(before.start + at, before.start + at + 1))
            assert there == Span(after.start + at, after.start + at + 1)


def test_lines_broken_elsewhere_leave_the_words_alone() -> None:
    old = "".join(f"Ord{n} og noe mer{' ' if n % 5 else chr(10)}" for n in range(200))
    edits = edits_between(old, old.replace("\n", " "))
    assert {(edit.before, edit.after) for edit in edits} == {("\n", " ")}


def test_a_word_or_two_between_two_rewritten_passages_is_there_by_chance() -> None:
    old = f"Først. {'gammel tekst ' * 9}det {'enda eldre tekst ' * 9}Sist."
    new = f"Først. {'helt nye ting ' * 9}det {'andre nyere saker ' * 9}Sist."
    assert len(edits_between(old, new)) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n" * 30_000, "\n" * 29_000),
        ("a b\n" * 9_000, "b a\n" * 8_900),
        (
            " ".join("abc"[n * n % 7 % 3] for n in range(20_000)),
            " ".join("cab"[n * n % 5 % 3] for n in range(20_000)),
        ),
        (" ".join(map(str, range(9_000))), " ".join(map(str, range(9_000, 0, -1)))),
    ],
    ids=["empty lines", "two words", "three words", "all backwards"],
)
def test_texts_made_to_be_hard_are_compared_all_the_same(old: str, new: str) -> None:
    assert TextMap(old, edits_between(old, new)).clean == new
