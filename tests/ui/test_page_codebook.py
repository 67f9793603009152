"""The Codebook page: make, describe, rearrange, bring in."""

import pytest
from page_tools import NASTY, drawn, empty, said, study

from qualcode import Project
from qualcode.ui.parts.codeform import stamp_of

__all__ = ["empty", "study"]


def test_an_empty_codebook_says_what_to_do(empty: Project) -> None:
    assert "codebook is empty" in said(drawn("codebook", empty))


def test_a_new_code_is_made_chosen_and_undone(empty: Project) -> None:
    at = drawn("codebook", empty)
    at.text_input(key="code-new-name").set_value(NASTY)
    at.button(key="code-new-make").click().run()
    assert [code.name for code in empty.codebook.all()] == [NASTY]
    assert at.session_state["qc:code"] == empty.codebook.all()[0].id
    at.button(key="undo-notice-page").click().run()
    assert not at.exception
    assert empty.codebook.all() == ()


def test_all_fields_of_a_code_are_saved_at_once(study: Project) -> None:
    code = study.codebook.get("Medvirkning")
    at = drawn("codebook", study, code=code.id)
    stamp = stamp_of(code)
    at.text_area(key=f"when-{stamp}").set_value("Når noen bestemmer")
    at.text_area(key=f"example-{stamp}").set_value("«Jeg bestemte»")
    at.color_picker(key=f"colour-{stamp}").set_value("#aa3377")
    before = study.revision
    at.button(key="code-save").click().run()
    changed = study.codebook.get("Medvirkning")
    assert (changed.when, changed.example, changed.colour) == (
        "Når noen bestemmer",
        "«Jeg bestemte»",
        "#aa3377",
    )
    assert study.revision == before + 1


def test_a_name_that_is_taken_is_refused_in_words(study: Project) -> None:
    code = study.codebook.get("Medvirkning")
    at = drawn("codebook", study, code=code.id)
    at.text_input(key=f"name-{stamp_of(code)}").set_value("Recovery")
    at.button(key="code-save").click().run()
    assert "Recovery" in at.error[0].value
    assert study.codebook.get("Medvirkning").id == code.id


def test_a_code_moves_with_what_lies_below_it(study: Project) -> None:
    code, under = study.codebook.get("Medvirkning"), study.codebook.get("Recovery")
    at = drawn("codebook", study, code=code.id)
    at.selectbox(key=f"move-parent-{code.id}-None").set_value(under.id).run()
    at.button(key="code-move-go").click().run()
    assert study.codebook.get("Recovery/Medvirkning").id == code.id


def test_merging_keeps_the_codings(study: Project) -> None:
    code, into = study.codebook.get("Recovery/Håp"), study.codebook.get("Medvirkning")
    at = drawn("codebook", study, code=code.id)
    at.selectbox(key=f"merge-into-{code.id}").set_value(into.id).run()
    at.button(key="code-merge-go").click().run()
    assert not at.error
    assert study.codebook.get("Medvirkning").codings == 3
    assert at.session_state["qc:code"] == into.id


@pytest.mark.parametrize(("fate", "left"), [("refuse", 3), ("remove", 1)])
def test_deleting_asks_for_the_fate_of_the_codings(study: Project, fate: str, left: int) -> None:
    code = study.codebook.get("Recovery/Håp")
    at = drawn("codebook", study, code=code.id)
    at.radio(key="delete-fate").set_value(fate).run()
    at.button(key="code-delete-go").click().run()
    assert study.codings.count() == left
    assert bool(at.error) == (fate == "refuse")


def test_the_codings_of_a_deleted_code_can_go_to_another(study: Project) -> None:
    code, heir = study.codebook.get("Recovery"), study.codebook.get("Medvirkning")
    at = drawn("codebook", study, code=code.id)
    at.radio(key="delete-fate").set_value("move").run()
    assert at.button(key="code-delete-go").disabled
    at.selectbox(key=f"delete-heir-{code.id}").set_value(heir.id).run()
    at.button(key="code-delete-go").click().run()
    assert [each.path for each in study.codebook.all()] == ["Medvirkning"]
    assert study.codings.count() == 3


def test_a_codebook_comes_in_from_a_file_and_an_error_names_its_row(study: Project) -> None:
    at = drawn("codebook", study)
    key = "codebook-upload-0"
    at.file_uploader(key=key).set_value(
        ("bok.csv", b"path,definition\nMot,Tor noe\n,uten navn\n", "text/csv")
    ).run()
    assert "3" in at.error[0].value
    assert len(study.codebook.all()) == 3
    at.file_uploader(key="codebook-upload-1").set_value(
        ("bok.csv", b"path,definition\nMot,Tor noe\n", "text/csv")
    ).run()
    assert study.codebook.get("Mot").definition == "Tor noe"


def test_names_are_shown_as_plain_words(study: Project) -> None:
    code = study.codebook.get("Medvirkning")
    study.codebook.change(code.id, name=NASTY)
    words = said(drawn("codebook", study, code=code.id))
    assert "<script>" not in words
    assert "&lt;script&gt;" in words
