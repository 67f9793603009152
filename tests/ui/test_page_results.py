"""Excerpts, Frequencies, Export and Journal: what the coding comes to."""

from io import BytesIO

import pytest
from docx import Document as Word
from page_tools import NASTY, drawn, empty, keys, said, study

from qualcode import Project
from qualcode.ui.parts.filters import where_of

__all__ = ["empty", "study"]


def test_without_codings_there_is_nothing_to_read(empty: Project) -> None:
    assert "No excerpt fits" in said(drawn("excerpts", empty))
    assert "Nothing is coded yet" in said(drawn("frequencies", empty))


def test_excerpts_are_shown_with_source_memo_and_coder(study: Project) -> None:
    words = said(drawn("excerpts", study))
    assert "3 of 3 excerpts" in words
    assert "<blockquote>håpet tilbake</blockquote>" in words
    assert "Åse.txt · Åse · paragraph 2 · site: Oslo · coded by Nina" in words
    assert "Se *her*" in words


def test_excerpts_are_filtered_by_code_attribute_and_expression(study: Project) -> None:
    at = drawn("excerpts", study)
    at.selectbox(key="excerpts-code").set_value(study.codebook.get("Recovery").id).run()
    assert "2 of 3 excerpts" in said(at)
    at.toggle(key="excerpts-subcodes").set_value(False).run()
    assert "0 of 3 excerpts" in said(at)
    at.toggle(key="excerpts-subcodes").set_value(True).run()
    at.multiselect(key="excerpts-attributes").set_value(["site"]).run()
    at.multiselect(key="excerpts-values-site").set_value(["Bergen"]).run()
    assert "1 of 3 excerpts" in said(at)
    at.text_input(key="excerpts-where").set_value("coder = Nina").run()
    assert "0 of 3 excerpts" in said(at)


def test_a_filter_that_cannot_be_understood_is_told_with_an_example(study: Project) -> None:
    at = drawn("excerpts", study, language="nb")
    at.text_input(key="excerpts-where").set_value("site = = Oslo").run()
    assert not at.exception
    assert "tidgiver" in at.error[0].value


def test_an_excerpt_leads_to_its_context(study: Project) -> None:
    at = drawn("excerpts", study)
    coding = study.codings.of(study.documents.get("Åse.txt").id)[0]
    at.button(key=f"context-{coding.id}").click().run()
    assert at.session_state["qc:wanted"] == "code"
    assert at.session_state["qc:jump"]["jump"] == {"start": coding.start, "end": coding.end}


def test_excerpts_turn_a_page_at_a_time(study: Project) -> None:
    document, code = study.documents.get("Åse.txt"), study.codebook.get("Medvirkning")
    with study.together("Many"):
        for start in range(60):
            study.codings.apply(document.id, code.id, start, start + 4)
    at = drawn("excerpts", study)
    assert len([key for key in keys(at) if key.startswith("context-")]) == 50
    assert "1–50 of 63" in said(at)
    at.button(key="excerpts-next").click().run()
    assert "51–63 of 63" in said(at)
    assert len([key for key in keys(at) if key.startswith("context-")]) == 13
    at.button(key="excerpts-before").click().run()
    assert "1–50 of 63" in said(at)


@pytest.mark.parametrize(
    ("values", "typed", "where"),
    [
        ({}, "", ""),
        ({"site": ["Oslo"]}, "", '"site" = "Oslo"'),
        ({"site": ["Oslo", 'B"n']}, "a = b or c = d", '"site" in ("Oslo", "B\\"n") and (a = b or c = d)'),
    ],
)
def test_choices_become_the_filter_language(values: dict[str, list[str]], typed: str, where: str) -> None:
    assert where_of(values, typed) == where


def test_chosen_values_mean_themselves_in_the_filter_language(study: Project) -> None:
    document = study.documents.get("Åse.txt")
    study.documents.set_attributes(document.id, {'st"ed \\': 'O\\s"lo'})
    assert study.codings.count(where=where_of({'st"ed \\': ['O\\s"lo']})) == 1


def test_frequencies_show_own_total_and_columns_with_their_n(study: Project) -> None:
    at = drawn("frequencies", study)
    at.selectbox(key="frequencies-by").set_value("site").run()
    table = at.dataframe[0].value
    assert [name.strip() for name in table["Code"]] == ["Recovery", "Håp", "Medvirkning"]
    assert list(table["Own"]) == [0, 2, 1]
    assert list(table["Total"]) == [2, 2, 1]
    assert list(table["Oslo (n = 1)"]) == [1, 1, 0]


def test_the_export_holds_what_the_preview_promised(study: Project) -> None:
    at = drawn("export", study)
    at.text_input(key="export-where").set_value("site = Oslo").run()
    assert "1 of 3 codings" in said(at)
    assert not at.get("download_button")
    at.button(key="export-make").click().run()
    assert len(at.get("download_button")) == 1
    data = at.session_state["qc:prepared"][1]
    cells = [cell.text for table in Word(BytesIO(data)).tables for row in table.rows for cell in row.cells]
    assert any("håpet tilbake" in cell for cell in cells)
    assert not any("bestemmer" in cell for cell in cells)


def test_notes_are_left_out_of_quotations_told_and_quoted_when_asked_for(study: Project) -> None:
    study.documents.set_attributes("Åse.txt", {"record": "notes"})
    at = drawn("export", study)
    assert "from notes, which are not verbatim" in said(at)
    at.toggle(key="export-notes").set_value(True).run()
    assert "not verbatim" not in said(at)
    at.button(key="export-make").click().run()
    words = " ".join(
        part.text for part in Word(BytesIO(at.session_state["qc:prepared"][1])).element.iter() if part.text
    )
    assert "håpet tilbake" in words


def test_a_made_file_is_not_offered_for_another_wish(study: Project) -> None:
    at = drawn("export", study)
    at.button(key="export-make").click().run()
    at.toggle(key="export-landscape").set_value(False).run()
    assert not at.get("download_button")


def test_the_journal_is_newest_first_and_shows_earlier_numbers(study: Project) -> None:
    study.codebook.create("x")
    study.codebook.change(study.codebook.get("x").id, name=NASTY)
    at = drawn("journal", study)
    words = said(at)
    assert words.index("Changed the code") < words.index("Renamed") if "Renamed" in words else True
    assert words.index("Changed the code") < words.index("Åse.txt")
    assert "<script>" not in words
    at.number_input(key=f"as-of-{study.revision}").set_value(0).run()
    assert '<th scope="row">Codings</th><td class="qp-number">0</td><td class="qp-number">3</td>' in said(at)


def test_an_empty_journal_says_so(empty: Project) -> None:
    assert "Nothing has been done yet" in said(drawn("journal", empty))
