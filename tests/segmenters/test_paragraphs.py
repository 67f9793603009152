"""Paragraphs: lines, and blocks of lines cut at a steady width."""

import textwrap

import pytest

from qualcode.segmenters import structure_of

PROSE = (
    "Vi begynte tidlig den dagen, og det var ingen som visste hvor lenge vi skulle holde på med arbeidet. "
    * 4
)


def paragraphs(text: str, format: str = "txt") -> list[str]:
    return [span.of(text) for span in structure_of(text, language="nb", format=format).paragraphs]


def test_a_line_is_a_paragraph() -> None:
    assert paragraphs("  En linje. \nEn til.\n\n\tTredje\u00a0\n") == ["En linje.", "En til.", "Tredje"]


@pytest.mark.parametrize("rule", ["---", "***", "* * *", "___", "–––", "=====", "   ", "\u00a0"])
def test_rules_and_blank_lines_are_in_no_paragraph(rule: str) -> None:
    assert paragraphs(f"Før.\n{rule}\nEtter.") == ["Før.", "Etter."]


@pytest.mark.parametrize("width", [60, 72, 90])
def test_lines_cut_at_a_steady_width_are_one_paragraph(width: int) -> None:
    text = "\n\n".join([textwrap.fill(PROSE, width)] * 4)
    assert [" ".join(words.split()) for words in paragraphs(text)] == [PROSE.strip()] * 4


def test_only_plain_text_is_cut_into_lines() -> None:
    text = "\n\n".join([textwrap.fill(PROSE, 72)] * 3)
    assert len(paragraphs(text, "docx")) == text.count("\n") + 1 - 2


def test_list_entries_and_rows_stay_apart_in_cut_text() -> None:
    block = textwrap.fill(PROSE, 72)
    text = f"{block}\n\n{block}\n\n- første\n- andre\n\nen\tto\ntre\tfire\n\n{block}"
    assert paragraphs(text)[2:6] == ["- første", "- andre", "en\tto", "tre\tfire"]


@pytest.mark.parametrize(
    "text",
    [
        "Kort linje her.\nOg en til.\n\nEn ny del.\nMed to linjer.\n\nSist.\nHelt sist.\n",
        "\n\n".join([f"{PROSE[:90]}\n{PROSE[:34]}\n{PROSE[:61]}\n{PROSE[:23]}\n{PROSE[:80]}"] * 4),
        f"{PROSE}\nKort svar.\n\n{PROSE}\nNok et svar.\n\n{PROSE}\nJa.\n\n{PROSE}\nNei.\n",
    ],
)
def test_lines_of_uneven_length_are_paragraphs_each(text: str) -> None:
    assert len(paragraphs(text)) == sum(1 for line in text.split("\n") if line)


def test_a_line_separator_ends_no_line() -> None:
    assert paragraphs("En\u2028to\x0btre\x85fire") == ["En\u2028to\x0btre\x85fire"]


def test_a_short_line_with_a_stop_ends_a_paragraph_in_cut_text() -> None:
    block = textwrap.fill(PROSE, 72)
    text = "\n\n".join([f"{block}\nSlik var det.\nDa gikk vi videre."] + [block] * 3)
    assert paragraphs(text)[1:3] == ["Slik var det.", "Da gikk vi videre."]
    assert len(paragraphs(text)) == 6
