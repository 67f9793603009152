"""A footnote leaves the sentence it stands in, and is kept with the place of its mark."""

import pytest

from qualcode.cleaning import Draft
from qualcode.cleaning.footnotes import Footnotes
from qualcode.model.cleaning import CleanText, cleaned


def clean(read: str, without: frozenset[str] = frozenset()) -> CleanText:
    draft = Draft(read, "nb", "txt")
    draft.pass_through(Footnotes())
    return cleaned(read, draft.cleaning.without(without))


@pytest.mark.parametrize(
    ("mark", "head"), [("<sup>3</sup>", "<sup>3</sup>"), ("³", "³"), ("[^3]", "[^3]:"), ("<SUP>3</SUP>", "³")]
)
def test_a_footnote_is_lifted_out_of_the_middle_of_a_sentence(mark: str, head: str) -> None:
    found = clean(f"Huset{mark} er åpent, men\n\n{head} Kalt Åsheim.\n\nbare om dagen.")
    assert found.text == "Huset er åpent, men\n\n\nbare om dagen."
    (note,) = found.notes
    assert (note.number, note.text, found.text[: note.start]) == ("3", "Kalt Åsheim.", "Huset")


def test_a_footnote_comes_back_with_its_mark() -> None:
    read = "Ett¹ og to².\n\n¹ Første.\n² Andre.\n"
    assert clean(read).text == "Ett og to.\n\n"
    assert clean(read, frozenset({"footnotes:1:3"})).text == "Ett¹ og to.\n\n¹ Første.\n"


def test_the_same_number_again_belongs_to_the_next_chapter() -> None:
    found = clean("A¹.\n\n¹ En.\n\nB¹.\n\n¹ To.\n")
    assert [(note.text, found.text[note.start - 1]) for note in found.notes] == [("En.", "A"), ("To.", "B")]


@pytest.mark.parametrize(
    "read", ["Et rom på 12 m².\n\n² Ikke målt.", "¹ Navn\n\n² Alder", "Se note 3.\n\n3 Tre."]
)
def test_what_has_no_mark_or_no_note_stays(read: str) -> None:
    assert clean(read).text == read
    assert clean(read).notes == ()


def test_tags_around_a_number_without_a_note_become_a_small_figure() -> None:
    assert clean("x<sup>12</sup>").text == "x¹²"
