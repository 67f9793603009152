"""Surveys: a case for each row, its open answers as a document, all of it one act."""

import pytest

from qualcode import Project
from qualcode.errors import BadFile, Duplicate, Refused

TABLE = (
    "Deltaker;By;Alder;Hva betyr håp?;Noe mer?\n"
    "Åse;Oslo;34;At noen tror på meg når jeg ikke gjør det selv;\n"
    "Nils;Bø;51;Å komme seg ut av døra om morgenen;Takk for at dere spør\n"
    "Kari;Oslo;29;;\n"
).encode()
OPEN = ("Hva betyr håp?", "Noe mer?")
DOCUMENT = "Brukere 2024 – Åse"


def test_a_row_becomes_a_case_with_values_and_a_document_with_answers(project: Project) -> None:
    first, second, third = project.documents.add_survey("Brukere 2024.csv", TABLE, open_questions=OPEN)
    assert first.document is not None
    assert first.document.name == DOCUMENT
    assert first.document.attributes == {"record": "survey"}
    assert (
        project.documents.text(DOCUMENT) == "Hva betyr håp?\nAt noen tror på meg når jeg ikke gjør det selv"
    )
    structure = project.documents.structure("Brukere 2024 – Nils")
    assert [heading.title for heading in structure.headings] == list(OPEN)
    assert [(tie.case, tie.speaker) for tie in project.cases.ties(first.document.id)] == [("Åse", "")]
    assert [(case.name, case.kind, dict(case.values)) for case in project.cases.all()] == [
        ("Åse", "person", {"By": "Oslo", "Alder": "34"}),
        ("Nils", "person", {"By": "Bø", "Alder": "51"}),
        ("Kari", "person", {"By": "Oslo", "Alder": "29"}),
    ]
    assert (third.document, third.error, [values["row"] for _, values in third.warnings]) == (None, None, [4])
    assert not second.warnings


def test_a_survey_is_one_act_and_one_undo(project: Project) -> None:
    before = project.revision
    project.documents.add_survey("a.csv", TABLE, open_questions=OPEN)
    assert project.revision == before + 1
    [entry] = project.journal.all(limit=1)
    assert (entry.verb, entry.details["count"], entry.details["source"]) == (
        "documents.add_survey",
        3,
        "a.csv",
    )
    project.undo()
    assert (project.documents.all(), project.cases.all()) == ((), ())
    project.redo()
    assert [document.name for document in project.documents.all()] == ["a – Åse", "a – Nils"]
    assert project.documents.text("a – Nils").startswith("Hva betyr håp?\nÅ komme")
    assert project.check() == ()


def test_without_a_choice_the_proposed_questions_are_taken(project: Project) -> None:
    assert [c.question for c in project.documents.survey_columns("a.csv", TABLE) if c.open] == [*OPEN]
    project.documents.add_survey("a.csv", TABLE)
    assert project.documents.text("a – Nils").count("?") == 2


def test_where_nothing_looks_open_somebody_must_choose(project: Project) -> None:
    with pytest.raises(BadFile, match="By, Alder"):
        project.documents.add_survey("a.csv", b"By,Alder\nOslo,3\n")
    [done] = project.documents.add_survey("a.csv", b"By,Alder\nOslo,3\n", open_questions=["By"])
    assert done.name == "a – 2"


def test_a_case_that_is_there_keeps_its_values_and_gets_what_is_new(project: Project) -> None:
    project.cases.create("åse", values={"by": "Tromsø"})
    done = project.documents.add_survey("a.csv", TABLE, open_questions=OPEN)
    assert [case.name for case in project.cases.all()] == ["åse", "Nils", "Kari"]
    assert dict(project.cases.get("Åse").values) == {"by": "Tromsø", "Alder": "34"}
    [(template, values)] = done[0].warnings
    assert (values["kept"], values["lost"]) == ("Tromsø", "Oslo")
    assert template.format(**values)
    assert project.cases.get("Åse").documents == (done[0].document.id,)  # type: ignore[union-attr]


def test_rows_without_a_name_of_their_own_get_that_of_the_survey(project: Project) -> None:
    project.cases.create("2")
    project.documents.add_survey("Høst.csv", b"By,Svar\nOslo,ja\n", open_questions=["Svar"])
    assert [case.name for case in project.cases.all()] == ["2", "Høst 2"]
    assert project.documents.get("Høst – 2").name == "Høst – 2"


def test_the_same_survey_again_adds_nothing(project: Project) -> None:
    project.documents.add_survey("a.csv", TABLE, open_questions=OPEN)
    again = project.documents.add_survey("a.csv", TABLE, open_questions=OPEN)
    assert [type(done.error) for done in again] == [Duplicate, Duplicate, type(None)]
    assert (len(project.documents.all()), len(project.cases.all())) == (2, 3)


def test_a_value_that_does_not_fit_keeps_its_row_out_and_no_other(project: Project) -> None:
    project.cases.set_type("Alder", "number")
    table = TABLE.replace(b"51", b"gammel")
    done = project.documents.add_survey("a.csv", table, open_questions=OPEN)
    assert [type(each.error) for each in done] == [type(None), Refused, type(None)]
    assert [case.name for case in project.cases.all()] == ["Åse", "Kari"]


def test_a_language_can_be_chosen_and_is_otherwise_that_of_all_answers(project: Project) -> None:
    project.documents.add_survey("a.csv", TABLE, open_questions=OPEN)
    project.documents.add_survey("b.csv", TABLE, open_questions=OPEN, language="nn")
    assert [document.language for document in project.documents.all()] == ["nb", "nb", "nn", "nn"]
    with pytest.raises(BadFile, match="language"):
        project.documents.add_survey("c.csv", TABLE, open_questions=OPEN, language="sv")


def test_the_original_of_an_answer_can_be_had(project: Project) -> None:
    project.documents.add_survey("a.csv", TABLE, open_questions=OPEN)
    assert project.documents.original("a – Åse") == project.documents.text("a – Åse")
    assert project.documents.source("a – Åse").decode() == project.documents.text("a – Åse")
