"""Speaker turns in transcripts of many layouts, and none in reports."""

import pytest

from qualcode.model.structure import Structure, Turn
from qualcode.segmenters import structure_of


def parts(text: str, format: str = "txt") -> Structure:
    return structure_of(text, language="nb", format=format)


def told(text: str, format: str = "txt") -> list[tuple[str, str]]:
    return [(turn.speaker, text[turn.start : turn.end]) for turn in parts(text, format).turns]


TWICE = [("Ingrid", "Hvem er du?"), ("Kari", "Jeg er Kari."), ("Ingrid", "Og så?"), ("Kari", "Så gikk jeg.")]
LAYOUTS = [
    "{name}: {words}",
    "{name}:\t{words}",
    "{name}:\n{words}",
    "{name}:\n\n{words}\n",
    "{name} : {words}",
    "**{name}:** {words}",
    "**{name}**: {words}",
    "*{name}:* {words}",
    "<b>{name}:</b> {words}",
    "[00:12:41] {name}: {words}",
    "00:12:41 {name}: {words}",
    "(00:12:41) {name}: {words}",
    "[00:12:41.500 --> 00:12:44.000] {name}: {words}",
    "{name} [12:41]: {words}",
    "{name} (12:41): {words}",
    "**[00:12:41] {name}:** {words}",
    "[00:12:41]\n{name}: {words}",
    "00:12:41\n\n{name}:\n{words}",
    "{name}   12:41\n{words}",
    "{name} (veileder): {words}",
    "[{name}]: {words}",
    "<v {name}>{words}",
    "{name}\n{words}\n",
    "**{name}**\n{words}\n",
    "**{name}**\n\n{words}\n",
    "**{name}** {words}",
    "_{name}_: {words}",
    "({name}): {words}",
    "> {name}: {words}",
    "- **{name}:** {words}",
    "17 {name}: {words}",
    "17. {name}: {words}",
    "017  {name}: {words}",
    "[17] {name}: {words}",
    "17\t{name}:\t{words}",
    "{name}: [00:12:41] {words}",
    "{name}: (12:41) {words}",
    "#00:12:41-5# {name}: {words}",
    "{{00:12:41}} {name}: {words}",
    "<00:12:41> {name}: {words}",
    "[00:12:41 - 00:12:44] {name}: {words}",
    "00:12:41.000 --> 00:12:44.000\n{name}: {words}\n",
    "00:12:41 --> 00:12:44\n{name}\n{words}\n",
    "{name} 00:12:41\n{words}",
    "{name} - 00:12:41\n{words}",
    "{name} | 12:41\n{words}",
    "[{name}] 00:12:41\n{words}",
    "{name}\n12:41\n{words}",
    "**{name}** (00:12:41): {words}",
    "**{name} (00:12:41)** {words}",
    "{name}\t00:12:41\t{words}",
    "00:12:41\t{name}\t{words}",
]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_turn_is_the_words_after_its_label(layout: str, between: str) -> None:
    text = between.join(layout.format(name=name, words=words) for name, words in TWICE)
    found = parts(text)
    assert told(text) == TWICE
    assert {turn.time and int(turn.time) for turn in found.turns} <= ({761} if "12:41" in layout else {None})
    if "\n" not in layout.strip():
        assert [text[turn.label_start] for turn in found.turns] == [
            layout.format(name=n, words="")[0] for n, _ in TWICE
        ]
    assert [span.of(text) for span in found.paragraphs] == [words for _, words in TWICE]


@pytest.mark.parametrize(
    ("asks", "answers"),
    [
        ("I", "R"),
        ("I", "R1"),
        ("I", "IP"),
        ("Int", "Inf"),
        ("Intervjuer", "Anne-Lise"),
        ("INTERVJUER", "KARI NORDLI"),
        ("intervjuer", "informant"),
        ("Intervjuar", "Deltakar 2"),
        ("Moderator", "Deltaker 1"),
        ("Forsker", "Ola Bakke-Moe"),
        ("Interviewer", "Participant 12"),
        ("Intervjuer 1", "Ukjent kvinne"),
        ("Ingrid (forsker)", "Åse"),
    ],
)
def test_who_asks_is_known_by_the_label(asks: str, answers: str) -> None:
    text = (
        f"{asks}: Hva skjedde?\n{answers}: Lite.\n{asks}: Og så?\n{answers}: Mer.\n\nEnda mer.\n{asks}: Takk."
    )
    found = parts(text)
    names = (asks.split(" (")[0], answers)
    assert found.speakers == names
    assert [turn.interviewer for turn in found.turns] == [True, False, True, False, True]
    assert text[found.turns[3].start : found.turns[3].end] == "Mer.\n\nEnda mer."


def test_who_asks_most_and_says_least_is_the_interviewer() -> None:
    assert [turn.interviewer for turn in parts("\n".join(f"{n}: {w}" for n, w in TWICE)).turns] == [
        True,
        False,
    ] * 2
    text = "Per: Ja, det var slik.\nKari: Enig?\nPer: Ja visst.\nKari: Nei, nei, og atter nei, sa jeg da.\n"
    assert not any(turn.interviewer for turn in parts(text).turns)


def test_an_i_who_never_asks_is_the_informant() -> None:
    text = "F: Hva da?\nI: Jeg var alene den gangen.\nF: Hvor?\nI: Hjemme i den gamle leiligheten.\n"
    assert [(turn.speaker, turn.interviewer) for turn in parts(text).turns] == [("F", True), ("I", False)] * 2


HEADS = [
    "Intervju 4\nInformant: Kari, 34 år\nDato: 3. mai 2024\nSted: Biblioteket\n\n",
    "Dato: 3. mai\nIntervjuer: Ingrid Moe\nInformant: Kari\n\n",
    "Prosjekt: Stien\nTranskribert av: Ola\n---\n",
    "Opptak 12, kl. 10:30\n\n",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("labels", [("Intervjuer", "Kari"), ("I", "R"), ("Ingrid", "Kari")])
def test_the_head_of_a_transcript_is_no_turn(head: str, labels: tuple[str, str]) -> None:
    asks, answers = labels
    talk = f"{asks}: Hvem er du?\n{answers}: Kari.\n{asks}: Og hva gjør du?\n{answers}: Jeg maler.\n"
    found = parts(head + talk)
    assert [turn.speaker for turn in found.turns] == [asks, answers] * 2
    assert found.turns[0].label_start == len(head)
    assert found.paragraphs[0].start == 0


@pytest.mark.parametrize(
    "layout",
    [
        "Speaker {}  0:02\n{}\n",
        "Speaker {} 00:01:02\n{}",
        "SPEAKER_0{}: {}",
        "[SPEAKER_0{}]: {}",
        "(SPEAKER 0{}) {}",
    ],
)
def test_speakers_that_a_recogniser_has_numbered(layout: str) -> None:
    said = [(1, "Hva skjedde?"), (2, "Ingenting."), (1, "Og så?"), (2, "Jeg gikk.")]
    text = "\n".join(layout.format(number, words) for number, words in said)
    assert [words for _, words in told(text)] == [words for _, words in said]
    assert len(parts(text).speakers) == 2


def test_one_file_may_mix_ways_of_writing_a_label() -> None:
    text = (
        "[00:00:01] Ingrid: Hvem er du?\n**Kari:** Jeg er Kari.\nIngrid (00:12): Ja?\n**Kari**: Ja.\nINGRID:\nOg så?\n"
        "Kari: [00:20] Så gikk jeg.\nIngrid\nTakk for det.\n"
    )
    found = parts(text)
    assert [turn.speaker for turn in found.turns] == ["Ingrid", "Kari"] * 3 + ["Ingrid"]
    assert [turn.time for turn in found.turns] == [1.0, None, 12.0, None, None, 20.0, None]
    assert told(text)[-2:] == [("Kari", "Så gikk jeg."), ("Ingrid", "Takk for det.")]


def test_a_group_with_many_and_unknown_speakers() -> None:
    names = [
        "Moderator",
        *(f"Deltaker {number}" for number in range(1, 8)),
        "Ukjent",
        "Ukjent kvinne",
        "Flere",
    ]
    text = "\n".join(f"{name}: Vi sier noe om det, {turn}." for turn in range(3) for name in names)
    assert parts(text).speakers == tuple(names)
    assert len(parts(text).turns) == 33


def test_times_inside_the_words_are_text_as_read() -> None:
    text = "I: Hva?\nR: Jeg sa [00:12:41] at nei.\nI: Og?\nR: Klokka 10:30 [uklart] gikk jeg.\n"
    assert told(text)[1] == ("R", "Jeg sa [00:12:41] at nei.")
    assert [turn.time for turn in parts(text).turns] == [None] * 4


def test_a_time_without_brackets_after_the_colon_is_said() -> None:
    text = "I: Når?\nR: 10:30 var det.\nI: Ja?\nR: 11:00 gikk vi.\n"
    assert told(text)[1] == ("R", "10:30 var det.")


def test_somebody_who_speaks_once_is_heard_too() -> None:
    talk = "Ane: En.\nBo: To.\nAne: Tre.\nBo: Fire.\nCato: Fem.\nAne: Seks.\n"
    assert parts(talk).speakers == ("Ane", "Bo", "Cato")


def test_what_is_said_with_a_colon_is_no_label() -> None:
    text = (
        "I: Hva sa hun?\nR: Hun sa: kom inn.\nDa tenkte jeg: nei.\nI: Og så?\nR: Klokka var 10:30.\n"
        "Konklusjon: jeg gikk.\nI: Takk."
    )
    assert [name for name, _ in told(text)] == ["I", "R", "I", "R", "I"]


def test_spellings_of_a_label_are_one_speaker() -> None:
    text = "KARI: En.\nOla: To.\nKari: Tre.\nOla.: Fire.\nKARI: Fem.\n"
    assert parts(text).speakers == ("KARI", "Ola")


def test_a_label_without_words_is_a_turn_without_words() -> None:
    text = "I: Hva?\nR:\nI: Hallo?\nR: Ja."
    turn = parts(text).turns[1]
    assert turn == Turn(turn.start, turn.start, "R", text.index("R:"))
    assert len(parts(text).spans("turn")) == 3


def test_long_stories_are_turns_too() -> None:
    text = "Ingrid: Fortell.\nKari: " + "Det var en gang. " * 500 + "\n"
    assert len(parts(text * 3).turns) == 6


def test_a_heading_ends_a_turn() -> None:
    text = "# Del 1\nI: Hva?\nR: Lite.\n# Del 2\nI: Og?\nR: Mer.\n"
    found = parts(text)
    assert [section.path for section in found.sections] == [("Del 1",), ("Del 2",)]
    assert told(text) == [("I", "Hva?"), ("R", "Lite."), ("I", "Og?"), ("R", "Mer.")]


def test_turns_stand_in_hard_wrapped_transcripts_too() -> None:
    words = "dette er en lang historie som jeg ikke har fortalt til noen før i dag " * 6
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    answer = "\n".join(lines)
    text = "\n\n".join(["I: Hva skjedde?", f"R: {answer}"] * 4)
    assert [len(parts(text).turns), len(parts(text).paragraphs)] == [8, 8]


REPORTS = [
    "Kilde: SSB\n" * 20 + "Merk: tall mangler\n" * 20,
    "Oslo: 12\nBergen: 14\nOslo: 16\nBergen: 18\n" * 3,
    "Kvinner: mange\nMenn: få\n" * 6,
    "Recovery: en prosess\nTidgiver: en frivillig\nVeileder: en ansatt\nDeltakelse: å være med\nHåp: tro på noe\n",
    "Anna skrev dette.\n" * 20 + "Oslo: vi fant lite.\nBergen: vi fant mer.\n" * 2,
    "Det ble sagt mye: alt er her.\nHan sa: ja.\nHun sa: nei.\nHan sa: ja.\nHun sa: nei.\n",
    "Mål: flere med.\nTiltak: kurs.\nMål: færre ut.\nTiltak: samtaler.\n",
    ("Oslo: vi fant lite.\n" + "Mer om det.\n" * 8 + "Bergen: vi fant mer.\n" + "Enda mer.\n" * 8) * 4,
    "Kari: en eneste gang.\nOg så videre.\n",
    "10:30: Kaffe\n11:00: Lunsj\n10:30: Kaffe\n11:00: Lunsj\n",
    "– Hva mener du?\n– Ingenting.\n– Hvorfor?\n– Det vet jeg ikke.\n" * 3,
    "1. Mål: flere med.\n2. Tiltak: kurs.\n3. Mål: færre ut.\n4. Tiltak: samtaler.\n",
    "Oslo\nMange var fornøyde.\nBergen\nFå var fornøyde.\n" * 4,
    "Oslo\n12\nBergen\n14\n" * 4,
    "**Oslo**\n" + "Mange var fornøyde. Er det nok?\n" * 9 + "**Bergen**\n" + "Få var det.\n" * 9,
    "[Kari] sa ja.\nDette er et avsnitt.\n[Ola] sa nei.\nDette er et til.\n" * 3,
    "http://eksempel.no\nhttps://eksempel.no\n" * 4,
]


@pytest.mark.parametrize("text", REPORTS)
def test_reports_and_lists_get_no_speakers(text: str) -> None:
    assert parts(text).turns == ()


def test_the_place_of_a_label_is_its_own_paragraph() -> None:
    text = "I: Hva?\nR: Lite.\nI: Og?\nR: Mer."
    place = parts(text).place(text.index("R: Mer"))
    assert (place.paragraph, place.speaker) == (4, "R")
