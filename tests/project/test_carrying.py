"""What people decided about a text holds for its corrected version, where the passage is the same."""

from collections.abc import Callable

import pytest

from qualcode import Project
from qualcode.model.layers import Voice

READ = (
    "1 Innledning\n\n"
    "Deltakerne fortalte at de **selv** bestemte, og at veilederen var til-\n\n12\n\nknyttet stedet hele tiden.\n\n"
    "Int: Hvordan gikk det?\n\nInf: Det gikk **bra**, sa hun.\n\nInt: Og nå?\n\nInf: Nå er det godt å være her.\n\n"
    "En overskrift til\n\n"
    "Noe som ikke er med i materialet i det hele tatt, for det er en merknad.\n\n"
    "Det siste avsnitet handler om å høre til et sted.\n"
)
NEW = "Et nytt avsnitt aller først, som ingen har sett.\n\n" + READ.replace("Og nå?", "Hvordan er det nå?")


@pytest.fixture
def report(project: Project) -> Project:
    """A project with a report that has left-over markup."""
    project.documents.add("r.txt", READ.encode(), clean="auto", language="nb")
    return project


def place(project: Project, words: str) -> tuple[int, int]:
    start = project.documents.text("r.txt").index(words)
    return start, start + len(words)


def markup(project: Project, words: str) -> tuple[str, bool, bool]:
    """The proposal beside these words: its name, whether it is carried out, whether somebody has decided."""
    read = project.cleaning.read_text("r.txt")
    at = read.index(words)
    for each in project.cleaning.listed("r.txt"):
        if abs(each.edit.end - at) <= 1 or each.edit.start == at + len(words):
            return each.edit.group, each.accepted, each.seen
    raise AssertionError(f"nothing is proposed beside {words}")


def test_what_was_rejected_stays_rejected_and_what_is_new_is_proposed(report: Project) -> None:
    group, accepted, _ = markup(report, "selv")
    assert accepted
    report.cleaning.choose("r.txt", reject=[group])
    done = report.documents.replace("r.txt", "n.txt", NEW.replace("Nå er", "Nå **er**").encode())
    assert done.warnings == ()
    assert markup(report, "selv")[1:] == (False, True)
    assert markup(report, "bra")[1] and not markup(report, "bra")[2]
    text = report.documents.text("r.txt")
    assert "**selv**" in text and "gikk bra" in text and "Nå er det" in text


def test_what_was_accepted_by_a_person_is_so_still(report: Project) -> None:
    group, _, _ = markup(report, "selv")
    report.cleaning.choose("r.txt", accept=[group])
    report.documents.replace("r.txt", "n.txt", NEW.encode())
    assert markup(report, "selv")[1:] == (True, True)


def test_corrections_by_hand_stay_unless_the_file_says_otherwise(report: Project) -> None:
    for wrong, right in [("avsnitet", "avsnittet"), ("Og nå?", "Og så?")]:
        report.cleaning.correct("r.txt", *place(report, wrong), right)
    done = report.documents.replace("r.txt", "n.txt", NEW.encode())
    assert [values for _, values in done.warnings] == [{"count": 1}]
    text = report.documents.text("r.txt")
    assert "Det siste avsnittet" in text and "Hvordan er det nå?" in text and "Og så?" not in text
    assert "avsnitet" in report.cleaning.read_text("r.txt")
    fixed = NEW.replace("avsnitet", "avsnittet").encode()
    report.documents.replace("r.txt", "m.txt", fixed)
    assert report.documents.text("r.txt").count("avsnittet") == 1


def test_parts_that_people_made_are_in_their_new_place(report: Project) -> None:
    report.parts.add_title("r.txt", *place(report, "En overskrift til"), 2)
    report.parts.add_quote("r.txt", *place(report, "Nå er det godt å være her."), "Kari")
    report.parts.set_speakers("r.txt", {"Inf": Voice("Inf", "Kari", False)})
    report.cleaning.leave_out("r.txt", *place(report, "Noe som ikke er med i materialet i det hele tatt"))
    report.documents.replace("r.txt", "n.txt", NEW.encode())
    text, parts = report.documents.text("r.txt"), report.documents.structure("r.txt")
    mine = [each for each in report.parts.titles("r.txt") if each.part.why == "person"]
    assert [(text[each.start : each.end], each.part.level, each.accepted) for each in mine] == [
        ("En overskrift til", 2, True)
    ]
    assert ("En overskrift til", 2) in [(heading.title, heading.level) for heading in parts.headings]
    assert [(text[q.start : q.end], q.speaker) for q in parts.quotes] == [
        ("Nå er det godt å være her.", "Kari")
    ]
    assert [text[r.start : r.end] for r in parts.excluded if r.kind == "by-hand"] == [
        "Noe som ikke er med i materialet i det hele tatt"
    ]
    assert "Kari" in parts.speakers


def test_languages_that_people_set_stay(report: Project) -> None:
    report.parts.set_language("r.txt", *place(report, "Nå er det godt å være her."), "en")
    report.documents.replace("r.txt", "n.txt", NEW.encode())
    text = report.documents.text("r.txt")
    (stretch,) = report.documents.structure("r.txt").languages
    assert (text[stretch.start : stretch.end], stretch.language) == ("Nå er det godt å være her.", "en")


def test_the_same_text_in_another_file_keeps_every_decision(report: Project) -> None:
    report.cleaning.choose("r.txt", reject=[markup(report, "selv")[0]])
    before, text = report.cleaning.of("r.txt"), report.documents.text("r.txt")
    done = report.documents.replace("r.txt", "n.txt", b"\xef\xbb\xbf" + READ.replace("\n", "\r\n").encode())
    assert (done.changes, report.cleaning.of("r.txt"), report.documents.text("r.txt")) == (0, before, text)
    assert report.documents.source("r.txt").startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize(("clean", "left"), [("", 0), ("auto", 0), ("off", 4)])
def test_a_text_is_cleaned_as_before_unless_told_otherwise(report: Project, clean: str, left: int) -> None:
    report.documents.replace("r.txt", "n.txt", NEW.encode(), clean=clean)
    assert report.documents.text("r.txt").count("**") == left


def test_a_text_that_was_never_cleaned_is_not_cleaned(new_address: Callable[[], str]) -> None:
    with Project.create(new_address(), coder="Nina") as project:
        project.documents.add("r.txt", READ.encode(), clean="off")
        project.documents.replace("r.txt", "n.txt", NEW.encode())
        assert project.documents.text("r.txt") == NEW
        project.documents.add("s.txt", "Ingenting å rette her.\n".encode(), clean="auto")
        project.documents.replace("s.txt", "s.txt", "Ingenting å rette **her**.\n".encode())
        assert project.documents.text("s.txt") == "Ingenting å rette her.\n"
