"""Other spellings of a speaker's label, and labels that only look like them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.segmenters import propose_aliases


@pytest.mark.parametrize(
    ("label", "other"),
    [
        ("Veronika", "Veronica"),
        ("Veronicas", "Veronica"),
        ("Kari's", "Kari"),
        ("KARI", "Kari"),
        ("Kari N.", "Kari"),
        ("Kari", "Kari Nordli"),
        ("Kari N", "Kari Nordli"),
        ("Cathrine", "Katrine"),
        ("INTERVJUER", "Intervjuer"),
        ("Int.", "Intervjuer"),
        ("I", "Intervjuer"),
        ("Interviewer", "Intervjuer"),
        ("R 1", "R1"),
        ("r1:", "R1"),
        ("R01", "R1"),
        ("**R1**", "R1"),
        ("Inf. 1", "Informant 1"),
        ("Deltager 2", "Deltaker 2"),
        ("Speaker  3", "Speaker 3"),
    ],
)
def test_a_spelling_points_at_the_more_frequent_one(label: str, other: str) -> None:
    assert propose_aliases({label: 2, other: 30, "Åse": 28}) == {label: other}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("R1", "R2"),
        ("R1", "R11"),
        ("R", "R1"),
        ("Kari", "Kåre"),
        ("Informant 1", "Informant 11"),
        ("Informant 1", "Deltaker 1"),
        ("Kari Moe", "Kari Nordli"),
        ("Kari M.", "Kari Nordli"),
        ("Andrea", "Andreas"),
        ("Johanne", "Johannes"),
        ("Ane", "Anne"),
        ("Marie", "Maria"),
        ("Intervjuer 1", "Intervjuer 2"),
        ("Intervjuer", "Moderator"),
        ("I", "R"),
        ("", ":"),
    ],
)
def test_different_people_stay_apart(one: str, other: str) -> None:
    assert propose_aliases({one: 2, other: 30, "Åse": 28}) == {}


def test_a_first_name_that_two_have_points_at_neither() -> None:
    assert propose_aliases({"Kari": 4, "Kari N.": 9, "Kari M.": 9}) == {}


def test_an_i_who_is_the_only_one_to_answer_is_no_interviewer() -> None:
    assert propose_aliases({"I": 20, "Intervjuer": 21}) == {}


def test_all_spellings_point_at_one() -> None:
    labels = {"Veronicas": 1, "Veronika": 12, "VERONICA": 3, "Veronica": 40}
    assert propose_aliases(labels) == dict.fromkeys(("Veronicas", "Veronika", "VERONICA"), "Veronica")


names = st.sampled_from(
    ["Kari", "KARI", "Kari N.", "Karis", "Kari Moe", "R1", "R 1", "I", "Int", "", ".", "1", "s", "'s"]
)


@given(st.dictionaries(names | st.text(max_size=8), st.integers(0, 50), max_size=12))
def test_aliases_are_labels_and_never_a_chain(labels: dict[str, int]) -> None:
    aliases = propose_aliases(labels)
    assert set(aliases) | set(aliases.values()) <= set(labels)
    assert not set(aliases) & set(aliases.values())
    assert all(labels[alias] <= labels[label] for alias, label in aliases.items())
