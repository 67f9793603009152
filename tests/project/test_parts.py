"""Headings, speakers, quotations in reports and languages: proposed by the program, decided by people, undone like all else."""

import pytest

from qualcode import Project
from qualcode.errors import BadSpan, NotFound, Refused
from qualcode.model.layers import Voice

TALK = (
    "Intervjuer: Hva gjør du når dagen er lang?\n\nVeronica: Jeg går ned til fjæra og står der.\n\n"
    "Intervjuer: Og så?\n\nVeronika: Så går jeg hjem igjen, egentlig.\n\nVeronica: Ja. Åtte ganger.\n"
)
REPORT = (
    "# Funn\n\nDet første avsnittet handler om noe.\n\n## Tillit\n\nDet andre avsnittet handler om noe annet.\n\n"
    "This part was written in English, because the reader is not expected to know the other language at all.\n"
)


@pytest.fixture
def study(project: Project) -> Project:
    project.documents.add("samtale.txt", TALK.encode(), language="nb")
    project.documents.add("rapport.md", REPORT.encode(), language="nb")
    return project


def spoken(study: Project) -> list[str]:
    return [segment.speaker for segment in study.documents.segments("turn", "samtale.txt")]


def paths(study: Project) -> list[tuple[str, ...]]:
    return [segment.section for segment in study.documents.segments("paragraph", "rapport.md")]


def test_speakers_are_listed_with_what_a_person_needs_to_know_who_is_who(study: Project) -> None:
    asks, one, other = study.parts.speakers("samtale.txt")
    assert (asks.label, asks.interviewer, asks.turns) == ("Intervjuer", True, 2)
    assert (one.label, one.turns, one.words, one.decided) == ("Veronica", 2, 11, False)
    assert one.example.startswith("Jeg går ned til fjæra")
    assert (other.label, other.same_as) == ("Veronika", "Veronica")


def test_labels_with_one_name_are_one_speaker_everywhere_and_undo_parts_them(study: Project) -> None:
    code = study.codebook.create("Hav")
    document = study.documents.get("samtale.txt")
    text = study.documents.text(document.id)
    start = text.index("Så går jeg")
    study.codings.apply(document.id, code.id, start, start + 10)
    study.parts.set_speakers(document.id, {label: Voice(label, "Vera") for label in ("Veronica", "Veronika")})
    assert spoken(study) == ["Intervjuer", "Vera", "Intervjuer", "Vera", "Vera"]
    (excerpt,) = study.codings.excerpts(where='speaker = "Vera"')
    assert (excerpt.text, excerpt.start) == ("Så går jeg", start)
    assert [(s.label, s.name, s.same_as, s.decided) for s in study.parts.speakers(document.id)][1:] == [
        ("Veronica", "Vera", "", True),
        ("Veronika", "Vera", "", True),
    ]
    study.undo()
    assert set(spoken(study)) == {"Intervjuer", "Veronica", "Veronika"}
    assert study.check() == ()


def test_who_asks_is_what_people_say(study: Project) -> None:
    voices = {
        "Intervjuer": Voice("Intervjuer", "Intervjuer", False),
        "Veronica": Voice("Veronica", "V", True),
    }
    study.parts.set_speakers("samtale.txt", voices)
    asking = {s.name for s in study.parts.speakers("samtale.txt") if s.interviewer}
    assert asking == {"V"}


def test_names_of_speakers_stay_when_the_text_is_corrected(study: Project) -> None:
    study.parts.set_speakers("samtale.txt", {"Veronika": Voice("Veronika", "Veronica")})
    at = study.documents.text("samtale.txt").index("Åtte")
    study.cleaning.correct("samtale.txt", at, at + 4, "Åtti")
    assert set(spoken(study)) == {"Intervjuer", "Veronica"}


def test_a_speakers_case_follows_the_name(study: Project) -> None:
    case = study.cases.create("V. Hansen", kind="person")
    study.cases.tie(case.id, study.documents.get("samtale.txt").id, speaker="Veronica")
    study.parts.set_speakers("samtale.txt", {s: Voice(s, "Vera") for s in ("Veronica", "Veronika")})
    assert {s.label: s.case for s in study.parts.speakers("samtale.txt")} == {
        "Intervjuer": "",
        "Veronica": "V. Hansen",
        "Veronika": "V. Hansen",
    }
    study.undo()
    assert {s.label: s.case for s in study.parts.speakers("samtale.txt")}["Veronica"] == "V. Hansen"


@pytest.mark.parametrize(
    ("voices", "error"),
    [({"Nora": Voice("Nora", "Nora")}, NotFound), ({"Veronica": Voice("Veronica", "  ")}, Refused)],
)
def test_a_label_that_nobody_has_and_a_name_that_is_none_are_refused(
    study: Project, voices: dict[str, Voice], error: type[Exception]
) -> None:
    before = study.revision
    with pytest.raises(error):
        study.parts.set_speakers("samtale.txt", voices)
    assert study.revision == before


def test_a_heading_gets_another_level_is_turned_down_and_comes_back(study: Project) -> None:
    _, trust = study.parts.titles("rapport.md")
    assert paths(study)[-1] == ("Funn", "Tillit")
    study.parts.set_title("rapport.md", trust.part.group, level=1)
    assert paths(study)[-1] == ("Tillit",)
    study.cleaning.choose("rapport.md", reject=[trust.part.group])
    assert paths(study)[-1] == ("Funn",)
    study.undo()
    study.undo()
    assert paths(study)[-1] == ("Funn", "Tillit")
    with pytest.raises(NotFound):
        study.parts.set_title("rapport.md", "heading:none", level=1)
    with pytest.raises(Refused):
        study.parts.set_title("rapport.md", trust.part.group, level=0)


def test_a_person_makes_a_heading_of_a_line(study: Project) -> None:
    text = study.documents.text("rapport.md")
    start = text.index("This part")
    study.parts.add_title("rapport.md", start, start + len("This part"), 2)
    made = study.parts.titles("rapport.md")[-1]
    assert (made.part.title, made.part.why, made.accepted, made.seen) == ("This part", "person", True, True)
    assert paths(study)[-1] == ("Funn", "This part")
    with pytest.raises(BadSpan):
        study.parts.add_title("rapport.md", 0, start, 1)


def test_words_are_confirmed_as_somebodys_own(study: Project) -> None:
    text = study.documents.text("rapport.md")
    start = text.index("Det andre")
    study.parts.add_quote("rapport.md", start, start + len("Det andre avsnittet"), "Sara")
    structure = study.documents.structure("rapport.md")
    assert structure.place(start).speaker == "Sara"
    assert structure.place(start + 40).speaker == ""
    (quote,) = study.parts.quotes("rapport.md")
    study.parts.set_quote("rapport.md", quote.part.group, speaker="Siri")
    assert study.documents.structure("rapport.md").place(start).speaker == "Siri"
    study.cleaning.choose("rapport.md", reject=[quote.part.group])
    assert study.documents.structure("rapport.md").quotes == ()


def test_a_part_has_a_language_of_its_own(study: Project) -> None:
    text = study.documents.text("rapport.md")
    start, end = text.index("This part"), len(text.rstrip())
    study.parts.set_language("rapport.md", start, end, "en")
    assert study.documents.segments("paragraph", "rapport.md")[-1].language == "en"
    study.parts.set_language("rapport.md", start, start + 20, "nb")
    assert study.documents.structure("rapport.md").language_at(start + 30) == "en"
    assert study.documents.structure("rapport.md").language_at(start) == ""
    study.parts.set_language("rapport.md", start, end, "nb")
    assert study.parts.stretches("rapport.md") == ()
    with pytest.raises(Refused):
        study.parts.set_language("rapport.md", start, end, "de")  # type: ignore[arg-type]


def test_nothing_is_recorded_when_nothing_changes(study: Project) -> None:
    study.parts.set_speakers("samtale.txt", {"Veronika": Voice("Veronika", "Veronica")})
    before = study.revision
    study.parts.set_speakers("samtale.txt", {"Veronika": Voice("Veronika", "Veronica")})
    assert study.revision == before


def test_who_a_report_quotes_can_be_tied_to_a_case(study: Project) -> None:
    document = study.documents.get("rapport.md")
    start = study.documents.text(document.id).index("Det andre")
    study.parts.add_quote(document.id, start, start + 20, "Sara")
    case = study.cases.create("S1", kind="person")
    study.cases.set_values(case.id, {"rolle": "tidgiver"})
    study.cases.tie(case.id, document.id, speaker="Sara")
    code = study.codebook.create("Sted")
    study.codings.apply(document.id, code.id, start, start + 10)
    (excerpt,) = study.codings.excerpts(where='rolle = "tidgiver"')
    assert (excerpt.case, excerpt.place.speaker) == ("S1", "Sara")
