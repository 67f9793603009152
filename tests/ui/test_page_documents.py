"""The Documents page: bring in, describe, look, rename, remove."""

import pytest
from page_tools import NASTY, drawn, empty, said, study
from streamlit.testing.v1 import AppTest

from qualcode import Project
from qualcode.errors import BadFile
from qualcode.model.values import Imported
from qualcode.ui.parts.attributes import _lines, write
from qualcode.ui.parts.uploads import _line

__all__ = ["empty", "study"]


def brought(at: AppTest, *files: tuple[str, bytes]) -> AppTest:
    at.file_uploader(key="uploads-0").set_value([(name, data, "text/plain") for name, data in files]).run()
    return at.button(key="uploads-go").click().run()


def test_an_empty_project_says_where_documents_come_from(empty: Project) -> None:
    assert "no documents yet" in said(drawn("documents", empty))


def test_the_table_and_the_parts_of_the_first_document_are_shown(study: Project) -> None:
    at = drawn("documents", study)
    assert list(at.dataframe[0].value["Document"]) == ["Åse.txt", "Berit.txt"]
    assert list(at.dataframe[0].value["value:site"]) == ["Oslo", "Bergen"]
    assert "Jeg fikk håpet tilbake." in said(at)


def test_files_go_in_and_a_bad_one_does_not_stop_the_rest(empty: Project) -> None:
    at = brought(
        drawn("documents", empty), ("A.txt", b"Ett ord."), ("B.docx", b"not a zip"), ("C.txt", b"To ord.")
    )
    assert [document.name for document in empty.documents.all()] == ["A.txt", "C.txt"]
    words = said(at)
    assert "Brought in 2 of 3 files" in words.replace("\\", "")
    assert 'class="qp-bad"><strong>B.docx' in words


def test_an_import_is_taken_back_by_one_undo(empty: Project) -> None:
    at = brought(drawn("documents", empty), ("A.txt", b"Ett ord."), ("C.txt", b"To ord."))
    at.button(key="undo-notice-page").click().run()
    assert empty.documents.all() == ()


def test_a_name_that_is_taken_is_refused_in_words(study: Project) -> None:
    document = study.documents.all()[0]
    at = drawn("documents", study)
    at.text_input(key=f"name-{document.id}-Åse.txt").set_value("Berit.txt").run()
    assert "Berit" in at.error[0].value
    assert study.documents.all()[0].name == "Åse.txt"


def test_removing_asks_first_and_can_be_undone(study: Project) -> None:
    at = drawn("documents", study)
    assert "1 coding?" in said(at).replace("\\", "")
    at.button(key="document-remove-yes").click().run()
    assert [document.name for document in study.documents.all()] == ["Berit.txt"]
    at.button(key="undo-notice-page").click().run()
    assert len(study.documents.all()) == 2


def test_cells_that_were_changed_are_stored_as_one_act(study: Project) -> None:
    lines = _lines(study.documents.all())
    before = study.revision
    both = {0: {"value:site": "Tromsø"}, 1: {"value:site": NASTY}}
    assert write(study, lines, both) == []
    assert [each.attributes["site"] for each in study.documents.all()] == ["Tromsø", NASTY]
    write(study, lines, both)
    assert study.revision == before + 1
    write(study, lines, {0: {"value:site": None}})
    assert study.documents.all()[0].attributes == {}


def test_a_cell_that_does_not_fit_does_not_stop_the_rest(study: Project) -> None:
    study.cases.set_type("wave", "number")
    both = {0: {"value:wave": "first", "value:site": "Tromsø"}, 1: {"value:wave": 2}}
    [refused] = write(study, _lines(study.documents.all()), both)
    assert "first" in str(refused)
    first, second = study.documents.all()
    assert first.attributes == {"site": "Tromsø"}
    assert second.attributes == {"site": "Bergen", "wave": "2"}


def test_what_every_project_knows_has_columns_from_the_start(study: Project) -> None:
    at = drawn("documents", study)
    columns = list(at.dataframe[1].value.columns)
    assert columns == ["name", "value:record", "value:consent", "value:approval", "value:site"]
    assert "withdrawn" not in "".join(each.value for each in at.caption)
    study.documents.set_attributes("Åse.txt", {"consent": "withdrawn"})
    at = drawn("documents", study)
    assert "consent is withdrawn: 1. Quotation reports leave their words out" in "".join(
        each.value for each in at.caption
    )


SURVEY = (
    "Respondent,Age,What helped?\n"
    "r1,34,It helped that somebody called me every single day.\nr2,51,The garden and the people in it did.\n"
)


def test_a_table_of_answers_becomes_cases_and_documents_in_one_undo(empty: Project) -> None:
    at = drawn("documents", empty)
    files = [("Survey.csv", SURVEY.encode(), "text/csv"), ("A.txt", b"One word.", "text/plain")]
    at.file_uploader(key="uploads-0").set_value(files).run()
    assert "“Respondent” names the cases." in said(at)
    assert list(at.dataframe[0].value["question"]) == ["Age", "What helped?"]
    assert list(at.dataframe[0].value["open"]) == [False, True]
    at.button(key="uploads-go").click().run()
    assert "2 of 2 rows taken in · 2 documents" in said(at)
    assert [case.values for case in empty.cases.all()] == [{"Age": "34"}, {"Age": "51"}]
    assert len(empty.documents.all()) == 3
    at.button(key="undo-notice-page").click().run()
    assert empty.documents.all() == () == empty.cases.all()


def test_a_table_that_cannot_be_read_is_told_and_the_rest_goes_in(empty: Project) -> None:
    at = brought(drawn("documents", empty), ("Empty.csv", b""), ("A.txt", b"One word."))
    assert [document.name for document in empty.documents.all()] == ["A.txt"]
    assert 'class="qp-bad"><strong>Empty.csv' in said(at)


def test_a_table_beside_the_texts_is_taken_for_what_it_is_and_comes_in_with_them(empty: Project) -> None:
    at = drawn("documents", empty)
    files = [
        ("egenskaper.csv", b"dokument;alder\nB;41\nBorte;12\n", "text/csv"),
        ("caser.csv", b"case;document;by\nSara;A.txt;Bod\xc3\xb8\n", "text/csv"),
        ("A.txt", b"One word.", "text/plain"),
        ("B.txt", b"Two words.", "text/plain"),
    ]
    at.file_uploader(key="uploads-0").set_value(files).run()
    assert [box.value for box in at.selectbox[:2]] == ["attributes", "cases"]
    at.button(key="uploads-go").click().run()
    words = said(at)
    assert "attributes of 1 document" in words and "1 case added or described" in words
    assert "Row 3: the project has no document called “Borte”." in words
    assert [document.attributes for document in empty.documents.all()] == [{}, {"alder": "41"}]
    assert [(tie.case, tie.document) for tie in empty.cases.ties()] == [("Sara", "A.txt")]
    at.button(key="undo-notice-page").click().run()
    assert empty.documents.all() == () == empty.cases.all()


def test_what_a_table_was_taken_for_can_be_changed(empty: Project) -> None:
    at = drawn("documents", empty)
    at.file_uploader(key="uploads-0").set_value([("x.csv", b"case;by\nSara;Moss\n", "text/csv")]).run()
    assert at.selectbox[0].value == "survey"
    at.selectbox[0].set_value("cases").run()
    at.button(key="uploads-go").click().run()
    assert [(case.name, case.values) for case in empty.cases.all()] == [("Sara", {"by": "Moss"})]
    assert empty.documents.all() == ()


def test_a_table_of_attributes_that_names_nothing_does_not_stop_the_texts(empty: Project) -> None:
    at = brought(drawn("documents", empty), ("A.txt", b"One."), ("e.csv", b"document,age\nB.docx,3\n"))
    assert [document.name for document in empty.documents.all()] == ["A.txt"]
    assert "no row names a document of the project" in said(at)


def test_a_table_of_attributes_describes_the_documents(study: Project) -> None:
    at = drawn("documents", study)
    table = ("egenskaper.csv", "document,role\nÅse.txt,tidgiver\n".encode(), "text/csv")
    at.file_uploader(key="attributes-upload-0").set_value(table).run()
    assert not at.error
    assert study.documents.get("Åse.txt").attributes["role"] == "tidgiver"


@pytest.mark.parametrize("name", [NASTY, "<img src=x>"])
def test_a_file_name_is_never_read_as_html(name: str, empty: Project) -> None:
    at = brought(drawn("documents", empty), ("A.txt", b"Ord."))
    assert not at.exception
    assert "<script>" not in _line(Imported(name, error=BadFile("{file} is bad.", file=name)))
    assert "<img" not in _line(Imported(name, error=BadFile("{file} is bad.", file=name)))
