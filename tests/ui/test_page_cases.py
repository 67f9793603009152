"""The Cases page: persons, groups and sites in a table to type in, tied to documents, and warned about."""

from collections.abc import Mapping
from typing import Any

import pytest
from page_tools import NASTY, drawn, empty, keys, said, study
from streamlit.testing.v1 import AppTest

from qualcode import Project
from qualcode.errors import Duplicate
from qualcode.ui.parts.cases_table import _lines, remove, taken_away, write
from qualcode.ui.parts.cases_ties import tie
from qualcode.ui.parts.grid import Base

__all__ = ["empty", "study"]

Cells = Mapping[str, Any]


@pytest.fixture
def people(study: Project) -> Project:
    """Three persons and a site; two of the persons are in the documents."""
    berit = study.cases.create("Berit", values={"role": "peer", "town": "Bergen"})
    ase = study.cases.create("Åse", values={"role": "peer", "town": "Oslo"})
    study.cases.create("Ola", values={"role": "nurse", "town": "Oslo"})
    study.cases.create("Huset", kind="site")
    study.cases.tie(berit.id, study.documents.get("Berit.txt").id)
    study.cases.tie(ase.id, study.documents.get("Åse.txt").id, speaker="Åse")
    return study


def typed(project: Project, edits: Mapping[int, Cells], added: tuple[Cells, ...] = ()) -> Any:
    documents = {document.id: document.name for document in project.documents.all()}
    base = Base((), 1, ("role", "town"), _lines(documents, project.cases.all()))
    return write(project, base, edits, added)


def warned(at: AppTest) -> str:
    return " ".join(each.label for each in at.expander)


def test_an_empty_project_says_what_a_case_is(empty: Project) -> None:
    at = drawn("cases", empty)
    assert "A case is a person, a group or a site" in said(at)
    assert list(at.dataframe[0].value.columns) == ["name", "kind", "value:consent", "documents"]


def test_the_table_has_a_column_for_each_attribute_and_the_documents(people: Project) -> None:
    people.cases.set_type("age", "number")
    people.documents.set_attributes("Åse.txt", {"wave": "1"})
    table = drawn("cases", people).dataframe[0].value
    assert list(table.columns) == [
        *("name", "kind", "value:consent"),
        *("value:role", "value:town", "value:age", "documents"),
    ]
    assert list(table["name"]) == ["Berit", "Åse", "Ola", "Huset"]
    assert list(table["documents"].fillna("")) == ["Berit.txt", "Åse.txt", "", ""]


def test_cells_and_new_rows_are_stored_as_one_act(people: Project) -> None:
    before = people.revision
    edits = {0: {"name": "Beate", "value:role": "nurse"}, 3: {"kind": "group"}}
    refused, ids = typed(people, edits, ({"name": NASTY, "kind": "person", "value:town": "Oslo"},))
    assert refused == []
    assert people.revision == before + 1
    cases = people.cases.all()
    assert [(case.name, case.kind) for case in cases] == [
        *(("Beate", "person"), ("Åse", "person"), ("Ola", "person")),
        *(("Huset", "group"), (NASTY, "person")),
    ]
    assert cases[0].values == {"role": "nurse", "town": "Bergen"}
    assert ids == [cases[-1].id]
    assert cases[-1].values == {"town": "Oslo"}
    people.undo()
    assert [case.name for case in people.cases.all()] == ["Berit", "Åse", "Ola", "Huset"]


def test_what_is_refused_does_not_stop_what_else_was_typed(people: Project) -> None:
    people.cases.set_type("age", "number")
    edits = {0: {"name": "Ola", "value:age": 34.0}, 1: {"value:age": "old", "value:town": None}}
    refused, _ids = typed(
        people, edits, ({"name": "Huset"}, {"name": "Liv", "value:age": "x"}, {"kind": "person"})
    )
    assert [type(error) for error in refused][::2] == [Duplicate, Duplicate]
    assert len(refused) == 4
    berit, ase, *_others, liv = people.cases.all()
    assert (berit.name, berit.values["age"]) == ("Berit", "34")
    assert ase.values == {"role": "peer"}
    assert (liv.name, liv.values) == ("Liv", {})


def test_the_same_cells_again_change_nothing(people: Project) -> None:
    before = people.revision
    typed(people, {0: {"name": "Berit", "value:town": "Bergen", "value:age": None}})
    assert people.revision == before


def test_rows_are_removed_as_one_act_and_come_back(people: Project) -> None:
    first, second, *_others = people.cases.all()
    remove(people, [first.id, second.id])
    assert [case.name for case in people.cases.all()] == ["Ola", "Huset"]
    people.undo()
    assert people.cases.all()[0].documents == first.documents


@pytest.mark.parametrize(
    ("now", "gone"),
    [
        (({"name": "a"}, {"name": "c"}), ["2"]),
        (({"name": "c"},), ["1", "2"]),
        ((), ["1", "2", "3"]),
        (({"name": "a"}, {"name": "b"}, {"name": "c"}), []),
        (({"name": "x"},), []),
    ],
)
def test_added_rows_that_were_taken_away_are_known_by_what_is_left(
    now: tuple[Cells, ...], gone: list[str]
) -> None:
    before = (("1", {"name": "a"}), ("2", {"name": "b"}), ("3", {"name": "c"}))
    assert taken_away(before, now) == gone


def test_two_cases_become_one_and_differences_are_told(people: Project) -> None:
    berit, _ase, ola, _site = people.cases.all()
    at = drawn("cases", people)
    at.selectbox(key="case-merge-gone").set_value(berit.id).run()
    at.selectbox(key="case-merge-into").set_value(ola.id).run()
    at.button(key="case-merge-go").click().run()
    assert people.cases.get("Ola").documents == berit.documents
    assert "gave up “peer”" in said(at).replace("\\", "")
    at.button(key="undo-notice-page").click().run()
    assert [case.name for case in people.cases.all()] == ["Berit", "Åse", "Ola", "Huset"]


def test_an_attribute_gets_a_type_and_its_choices(people: Project) -> None:
    at = drawn("cases", people)
    at.selectbox(key="new case attributes-name").set_value("town").run()
    at.selectbox(key="new case attributes-type-town-text").set_value("choice").run()
    assert at.text_area[0].value == "Bergen\nOslo"
    at.text_area[0].set_value("Bergen").run()
    at.button(key="new case attributes-go").click().run()
    assert "2 values do not fit" in at.error[0].value.replace("\\", "")
    at.text_area[0].set_value("Bergen\nOslo\nTromsø").run()
    at.button(key="new case attributes-go").click().run()
    assert people.cases.types()[-1].choices == ("Bergen", "Oslo", "Tromsø")


def test_who_is_in_which_document_is_said_and_taken_back(people: Project) -> None:
    document = people.documents.get("Åse.txt")
    at = drawn("cases", people)
    shown = said(at)
    assert "Åse → <strong>Åse</strong>" in shown
    assert "asks the questions" in shown
    at.multiselect(key=f"ties-{document.id}").set_value(["Huset", "Kari"]).run()
    ties = [(tie.case, tie.speaker) for tie in people.cases.ties(document.id)]
    assert ties == [("Huset", ""), ("Kari", ""), ("Åse", "Åse")]
    at.button(key="undo-notice-page").click().run()
    assert [tie.case for tie in people.cases.ties(document.id)] == ["Åse"]


def test_ties_of_a_whole_document_leave_those_of_speakers_alone(people: Project) -> None:
    document = people.documents.get("Åse.txt")
    tie(people, document.id, ["Åse"])
    tie(people, document.id, [])
    assert [(each.case, each.speaker) for each in people.cases.ties(document.id)] == [("Åse", "Åse")]


def test_documents_with_nobody_are_marked_and_can_be_had_alone(people: Project) -> None:
    empty = people.documents.add("Tomt.txt", b"Nobody speaks here.").document
    assert empty
    at = drawn("cases", people)
    assert "nobody yet" in said(at)
    at.toggle(key="ties-nobody").set_value(True).run()
    assert {key for key in keys(at, "multiselect") if key.startswith("ties-")} == {f"ties-{empty.id}"}


def test_whoever_can_be_told_from_all_others_is_named(people: Project) -> None:
    at = drawn("cases", people)
    assert "3 of 3 persons" in warned(at)
    assert "<strong>Ola</strong> <span>role nurse</span>" in said(at)
    assert "role peer + town Oslo" in said(at)


def test_nobody_is_marked_where_nothing_tells_them_apart(study: Project) -> None:
    study.cases.create("A", values={"role": "peer"})
    study.cases.create("B", values={"role": "peer"})
    assert warned(drawn("cases", study)) == ""


def test_a_table_goes_in_with_warnings_and_comes_out(study: Project) -> None:
    at = drawn("cases", study)
    table = "case,document,speaker,town\nÅse,Åse.txt,Åse,Oslo\nLiv,Borte.txt,,Bergen\n"
    at.file_uploader(key="cases-upload-0").set_value(("people.csv", table.encode(), "text/csv")).run()
    assert [case.name for case in study.cases.all()] == ["Åse", "Liv"]
    assert "Borte" in at.warning[0].value
    assert "cases-download" in keys(at, "download_button")
    at.button(key="undo-notice-page").click().run()
    assert study.cases.all() == ()


def test_a_bad_table_changes_nothing_and_is_told(study: Project) -> None:
    at = drawn("cases", study)
    at.file_uploader(key="cases-upload-0").set_value(("people.csv", b"x,y\n1,2\n", "text/csv")).run()
    assert "case" in at.error[0].value
    assert study.cases.all() == ()
