"""Times within what somebody says: lifted out, known at their place; times of labels stay with the labels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode import Project
from qualcode.cleaning import propose
from qualcode.cleaning.time_marks import TimeMarks
from qualcode.model.cleaning import cleaned

TALK = (
    "[00:00:05] Intervjuer: Hva skjedde så?\n\n"
    "Kari (00:00:09): Jeg gikk {0} hjem, og så {1}sov jeg. {2}\n\n"
    "00:00:40\nIntervjuer: Og etterpå?\n\nKari: Ingenting, egentlig.\n"
)


def lifted(text: str) -> tuple[str, tuple[tuple[int, float], ...]]:
    clean = cleaned(text, propose(text, language="nb", format="txt"))
    return clean.text, clean.times


@pytest.mark.parametrize(
    "marks",
    [
        ("[00:00:12]", "[00:00:15] ", "[00:00:21]"),
        ("(00:12)", "(00:15) ", "(00:21)"),
        ("#00:00:12-5#", "#00:00:15-1# ", "#00:00:21-0#"),
        ("[00:00:12.250]", "[00:00:15,5] ", "[00:00:21]"),
    ],
)
def test_times_in_mid_speech_are_out_of_the_words_and_known_at_their_place(marks: tuple[str, ...]) -> None:
    text, times = lifted(TALK.format(*marks))
    assert "Jeg gikk hjem, og så sov jeg.\n" in text
    assert [round(seconds) for _, seconds in times] in ([5, 9, 12, 15, 21, 40], [5, 9, 12, 16, 21, 40])
    assert [text[at : at + 4] for at, _ in times[2:4]] == ["hjem", "sov "]


def test_times_of_labels_and_lines_are_out_of_the_text_too() -> None:
    text, times = lifted(TALK.format("[00:00:12]", "[00:00:15] ", "[00:00:21]"))
    assert text.startswith("Intervjuer: Hva skjedde")
    assert "\nKari: Jeg gikk" in text
    assert "\n\nIntervjuer: Og etterpå?" in text
    assert [seconds for _, seconds in times] == [5, 9, 12, 15, 21, 40]
    assert not any(character.isdigit() for character in text)


def test_a_time_that_makes_a_short_line_a_label_stays(project: Project) -> None:
    """Without it, nothing would tell the names from other short lines."""
    words = "".join(
        f"{name} [00:0{minute}:07]\nDette er noe som {name} sier.\n\n"
        for minute, name in enumerate(["Kari", "Ola"] * 4)
    )
    project.documents.add("t.txt", words.encode())
    assert project.documents.text("t.txt") == words
    assert [turn.time for turn in project.documents.structure("t.txt").turns][:2] == [7.0, 67.0]


@pytest.mark.parametrize("clean", ["auto", "off"])
def test_who_speaks_is_the_same_with_the_times_and_without(project: Project, clean: str) -> None:
    lines = [f"[00:{n:02}:00] {'Kari' if n % 2 else 'I'}: Ja, det {n} var sånn." for n in range(8)]
    project.documents.add("t.txt", "\n\n".join(lines).encode(), clean=clean)
    turns = project.documents.structure("t.txt").turns
    assert [turn.speaker for turn in turns] == ["I", "Kari"] * 4
    assert [turn.time for turn in turns] == [60.0 * n for n in range(8)]


@pytest.mark.parametrize(
    "text",
    [
        "Han kom (10:30) og gikk (11:15) igjen.",
        "Møtet [14:00] var langt, det neste [09:00] kort, og det siste [11:00] kortest [08:00].",
        "Klokka 10:30 var det mat, 11:30 var det kaffe, og 12:30 gikk vi hjem.",
        "Forholdet var 3:10 her (se tabell), 4:20 der.",
    ],
)
def test_clock_times_of_a_story_are_words(text: str) -> None:
    assert TimeMarks().look(text, language="nb", format="txt").changes == ()


def test_a_turn_knows_its_time_and_its_words_have_none(project: Project) -> None:
    project.documents.add("t.txt", TALK.format("[00:00:12]", "[00:00:15] ", "[00:00:21]").encode())
    turns = project.documents.structure("t.txt").turns
    assert [turn.time for turn in turns] == [5.0, 9.0, 40.0, 40.0]
    said = [segment.text for segment in project.documents.segments("turn")]
    assert not any("00:" in words for words in said)


@given(st.text(alphabet="[]()#:0123456789 aÅ\n", max_size=200))
def test_any_text_is_looked_at_and_gives_changes_that_fit(text: str) -> None:
    found = TimeMarks().look(text, language="nb", format="txt")
    ends = [0, *(change.end for change in found.changes)]
    starts = [*(change.start for change in found.changes), len(text)]
    assert all(end <= start for end, start in zip(ends, starts, strict=True))
