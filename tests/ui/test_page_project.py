"""The Project page: open, make, name, copy, check."""

from pathlib import Path

import pytest
from page_tools import NASTY, drawn, empty, keys, said, study

from qualcode import Project
from qualcode.ui.parts import places

__all__ = ["empty", "study"]


def test_without_a_project_the_page_offers_the_ways_to_one(empty: Project) -> None:
    at = drawn("project", None)
    assert "workbench" in said(at)
    assert {"open", "create", "open-sample"} <= keys(at)


def test_the_open_project_tells_how_much_there_is(study: Project) -> None:
    words = said(drawn("project", study))
    assert "<dt>Documents</dt><dd>2</dd>" in words
    assert "<dt>Codings</dt><dd>3</dd>" in words


def test_a_new_project_is_made_and_opened_at_the_place_that_is_given(empty: Project, tmp_path: Path) -> None:
    at = drawn("project", None)
    at.text_input(key="create-name").set_value("Min studie")
    at.text_input(key="create-place").set_value(str(tmp_path / "ny"))
    at.button(key="create").click().run()
    assert not at.exception and not at.error
    assert at.session_state["qc:project"] == str(tmp_path / "ny.qualcode")
    assert at.session_state["qc:wanted"] == "documents"
    with Project.open(tmp_path / "ny.qualcode") as made:
        assert made.info().name == "Min studie"
    assert places.recent()[0] == str(tmp_path / "ny.qualcode")


def test_a_project_that_is_not_there_is_told_in_words_and_nothing_is_opened(
    empty: Project, tmp_path: Path
) -> None:
    at = drawn("project", empty, language="nb")
    at.text_input(key="open-typed").set_value(str(tmp_path / "borte.qualcode"))
    at.button(key="open").click().run()
    assert "borte" in at.error[0].value
    assert at.session_state["qc:project"] == empty.address


def test_renaming_can_be_undone_where_it_is_told(study: Project) -> None:
    at = drawn("project", study)
    at.text_input(key=f"rename-{study.revision}").set_value(NASTY)
    at.button(key="rename").click().run()
    assert study.info().name == NASTY
    at.button(key="undo-notice-page").click().run()
    assert study.info().name == "Studie"


def test_a_backup_is_a_project_of_its_own(study: Project, tmp_path: Path) -> None:
    at = drawn("project", study)
    at.button(key="backup").click().run()
    mark, data = at.session_state["qc:backup"]
    assert mark == (study.address, study.revision)
    (tmp_path / "kopi.qualcode").write_bytes(data)
    with Project.open(tmp_path / "kopi.qualcode") as copy:
        assert copy.codings.count() == 3


def test_the_check_says_that_nothing_is_wrong(study: Project) -> None:
    at = drawn("project", study)
    at.button(key="check").click().run()
    assert "Nothing is wrong" in at.success[0].value


@pytest.mark.parametrize(
    ("wish", "address"),
    [
        ("studie", "projects/studie.qualcode"),
        ("a.b", "projects/a.b.qualcode"),
        ("x.qualcode", "projects/x.qualcode"),
    ],
)
def test_a_bare_name_lies_in_the_projects_folder(empty: Project, wish: str, address: str) -> None:
    assert places.address_for(wish) == str(places.folder().parent / address)


def test_a_database_address_is_shown_without_its_password_and_never_noted(empty: Project) -> None:
    address = "postgresql://kari:hemmelig@db/qualcode?schema=studie"
    assert "hemmelig" not in places.shown(address)
    places.note(address)
    assert places.recent() == []
