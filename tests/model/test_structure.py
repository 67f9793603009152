"""The parts of a text: stored and read back the same, and the answer to "where am I"."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.spans import Span
from qualcode.model.structure import Heading, Place, Section, Structure, Turn, from_plain, to_plain

spans = st.tuples(st.integers(0, 10**6), st.integers(1, 10**4)).map(lambda pair: Span(pair[0], sum(pair)))
number, words = st.integers(0, 10**6), st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
structures = st.builds(
    Structure,
    headings=st.lists(st.builds(Heading, number, number, st.integers(1, 9), words)).map(tuple),
    sections=st.lists(st.builds(Section, number, number, st.lists(words).map(tuple))).map(tuple),
    turns=st.lists(
        st.builds(
            Turn, number, number, words, number, st.none() | st.floats(0, 10**5), interviewer=st.booleans()
        )
    ).map(tuple),
    paragraphs=st.lists(spans).map(tuple),
    sentences=st.lists(spans).map(tuple),
)


@given(structures)
def test_a_structure_survives_being_stored(structure: Structure) -> None:
    assert from_plain(json.loads(json.dumps(to_plain(structure)))) == structure


# As if of "Intro\n\nI: Hva?\n\nÅse: Ja. Nei.\nMer.\n\nSlutt", with a section that ends before the next begins.
INTERVIEW = Structure(
    headings=(Heading(0, 5, 1, "Intro"), Heading(37, 42, 1, "Slutt")),
    sections=(Section(0, 37, ("Intro",)), Section(7, 14, ("Intro", "Spørsmål")), Section(37, 42, ("Slutt",))),
    turns=(Turn(10, 14, "I", 7, interviewer=True), Turn(21, 35, "Åse", 16)),
    paragraphs=(Span(0, 5), Span(10, 14), Span(21, 30), Span(30, 35), Span(37, 42)),
)


@pytest.mark.parametrize(
    ("position", "place"),
    [
        (0, Place(1, "", ("Intro",))),
        (6, Place(1, "", ("Intro",))),
        (7, Place(2, "I", ("Intro", "Spørsmål"), interviewer=True)),
        (12, Place(2, "I", ("Intro", "Spørsmål"), interviewer=True)),
        (14, Place(2, "", ("Intro",))),
        (16, Place(3, "Åse", ("Intro",))),
        (31, Place(4, "Åse", ("Intro",))),
        (36, Place(4, "", ("Intro",))),
        (37, Place(5, "", ("Slutt",))),
        (500, Place(5)),
    ],
)
def test_a_place_tells_paragraph_speaker_and_headings(position: int, place: Place) -> None:
    assert INTERVIEW.place(position) == place


def test_an_empty_structure_still_knows_the_first_paragraph() -> None:
    assert Structure().place(3) == Place(1)


def test_speakers_come_in_the_order_in_which_they_speak() -> None:
    assert INTERVIEW.speakers == ("I", "Åse")


def test_parts_that_hold_no_words_are_no_spans() -> None:
    silent = Structure(turns=(Turn(3, 3, "I", 0), Turn(5, 7, "Å", 4)))
    assert silent.spans("turn") == (Span(5, 7),)
    assert INTERVIEW.spans("section")[0] == Span(0, 37)
    assert (INTERVIEW.spans("paragraph"), INTERVIEW.spans("sentence")) == (INTERVIEW.paragraphs, ())
