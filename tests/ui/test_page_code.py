"""The Coding page: document, text, codebook, what is coded here."""

import json

from page_tools import NASTY, drawn, empty, keys, said, study
from streamlit.testing.v1 import AppTest

from qualcode import Project

__all__ = ["empty", "study"]


def components(at: AppTest) -> list[dict]:
    """What each of our components is given, the canvas and the tree; a list of one where pandas is to be spared."""
    given = [json.loads(element.proto.json) for element in at.get("bidi_component")]
    return [data[0] if isinstance(data, list) else data for data in given]


def canvas_of(at: AppTest) -> dict:
    return next(data for data in components(at) if "document" in data)


def test_an_empty_project_leads_to_the_documents(empty: Project) -> None:
    at = drawn("code", empty)
    at.button(key="to-documents").click().run()
    assert at.session_state["qc:wanted"] == "documents"


def test_the_first_document_lies_open_with_what_is_coded_in_it(study: Project) -> None:
    at = drawn("code", study)
    assert canvas_of(at)["document"]["name"] == "Åse.txt"
    assert "Coded here: 1" in said(at)
    assert "håpet tilbake" in said(at)


def test_the_next_document_is_one_step_away_and_nothing_else_changes_the_canvas(study: Project) -> None:
    at = drawn("code", study)
    before = canvas_of(at)
    assert canvas_of(at.run()) == before
    at.button(key="document-next").click().run()
    assert canvas_of(at)["document"]["name"] == "Berit.txt"
    assert "Coded here: 2" in said(at)


def test_a_chosen_code_shows_its_own_codings_here(study: Project) -> None:
    berit, hope = study.documents.get("Berit.txt"), study.codebook.get("Recovery/Håp")
    words = said(drawn("code", study, document=berit.id, code=hope.id))
    assert "Coded here: 1 · Håp" in words
    assert "Kari" in words


def test_a_quotation_leads_to_its_place_in_the_text(study: Project) -> None:
    at = drawn("code", study)
    coding = study.codings.of(study.documents.get("Åse.txt").id)[0]
    at.button(key=f"jump-{coding.id}").click().run()
    assert canvas_of(at)["command"]["jump"] == {"start": coding.start, "end": coding.end}


def test_a_new_code_is_made_under_the_chosen_one(study: Project) -> None:
    recovery = study.codebook.get("Recovery")
    at = drawn("code", study, code=recovery.id)
    at.text_input(key="new-code-name").set_value("Mot/styrke")
    at.button(key="new-code-make").click().run()
    assert study.codebook.get("Recovery/Mot\\/styrke").parent_id == recovery.id
    assert "undo-notice-page" in keys(at)


def test_a_code_without_a_name_is_refused_in_words(study: Project) -> None:
    at = drawn("code", study, language="nb")
    at.button(key="new-code-make").click().run()
    assert at.error[0].value


def test_names_go_to_the_tree_as_plain_words(study: Project) -> None:
    made = study.codebook.create("x", definition=NASTY)
    study.codebook.change(made.id, name=NASTY)
    tree = next(data for data in components(drawn("code", study)) if "codes" in data)
    assert tree["codes"][-1]["name"] == NASTY
    assert tree["codes"][-1]["definition"] == NASTY
