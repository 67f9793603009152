"""Sections from given headings, and from those that plain text shows."""

import pytest

from qualcode.model.structure import Heading
from qualcode.segmenters import structure_of


def paths(text: str, format: str = "txt") -> list[tuple[str, ...]]:
    return [section.path for section in structure_of(text, language="nb", format=format).sections]


def given(text: str, *titles: tuple[str, int]) -> list[Heading]:
    return [Heading(text.index(t), text.index(t) + len(t), level, t) for t, level in titles]


def test_sections_nest_by_level_and_end_at_the_next_of_the_same() -> None:
    text = "A\nx\nB\ny\nC\nz\nD\nw"
    headings = given(text, ("A", 1), ("B", 2), ("C", 3), ("D", 2))
    found = structure_of(text, headings=headings, language="nb", format="docx")
    assert [(s.start, s.end, s.path) for s in found.sections] == [
        (0, 15, ("A",)),
        (4, 12, ("A", "B")),
        (8, 12, ("A", "B", "C")),
        (12, 15, ("A", "D")),
    ]
    assert found.section_at(10) == ("A", "B", "C")
    assert found.section_at(14) == ("A", "D")


def test_a_level_that_is_left_out_does_no_harm() -> None:
    text = "B\nx\nA\ny\nC"
    found = structure_of(
        text, headings=given(text, ("B", 3), ("A", 1), ("C", 3)), language="nb", format="docx"
    )
    assert [section.path for section in found.sections] == [("B",), ("A",), ("A", "C")]


def test_plain_text_has_numbered_headings() -> None:
    text = (
        "1 Innledning\nTekst her.\n1.1 Bakgrunn\nTekst.\n1.2 Mål\nTekst.\n\n2. Metode\nTekst.\n2.1 Utvalg\nTekst.\n"
        "2.1.1 Intervjuer\nTekst.\n"
    )
    assert paths(text) == [
        ("1 Innledning",),
        ("1 Innledning", "1.1 Bakgrunn"),
        ("1 Innledning", "1.2 Mål"),
        ("2. Metode",),
        ("2. Metode", "2.1 Utvalg"),
        ("2. Metode", "2.1 Utvalg", "2.1.1 Intervjuer"),
    ]


def test_ten_comes_after_nine() -> None:
    text = "4 Funn\n" + "".join(f"4.{number} Del nummer {number}\nTekst.\n" for number in range(1, 12))
    text = "3 Før\n3.1 Dette\n" + text
    assert len(paths("2 A b\n2.1 Cd\n" + text)) == 16


def test_a_number_that_does_not_follow_is_no_heading() -> None:
    text = "1 Start\nx\n1.1 Mål\ny\n1.15 Kroner i timen\nz\n4.1 Millioner\nw\n1.2 Midler\n"
    assert [path[-1] for path in paths(text)] == ["1 Start", "1.1 Mål", "1.2 Midler"]


def test_hash_marks_are_headings_in_plain_text() -> None:
    assert paths("# Forord\nx\n## **Takk**\ny\n# Del to #\nz") == [
        ("Forord",),
        ("Forord", "Takk"),
        ("Del to",),
    ]


def test_a_number_tells_the_level_before_the_hash_marks() -> None:
    text = "## 1 Start\nx\n# 1.1 Under\ny\n#### Uten tall\nz\n### 1.2 Mer\n"
    assert paths(text) == [
        ("1 Start",),
        ("1 Start", "1.1 Under"),
        ("1 Start", "1.1 Under", "Uten tall"),
        ("1 Start", "1.2 Mer"),
    ]


def test_a_heading_is_its_own_words() -> None:
    text = "Før\n## **Takk**\nEtter"
    heading = structure_of(text, language="nb").headings[0]
    assert text[heading.start : heading.end] == heading.title == "Takk"


def test_chapters_are_headings_and_their_contents_list_is_not() -> None:
    text = (
        "Kap 1. Bakgrunn ............ 4\n1.1 Mål .......... 5\nKap 2. Metode\t6\n\nKap 1. Bakgrunn\nTekst.\n"
        "1.1 Mål\nTekst.\n Kap 2. Metode \nTekst."
    )
    assert paths(text) == [("Kap 1. Bakgrunn",), ("Kap 1. Bakgrunn", "1.1 Mål"), ("Kap 2. Metode",)]


def test_a_contents_list_without_leaders_is_left_out() -> None:
    heads = ["1 Start", "1.1 Mål", "1.2 Midler", "2 Slutt", "2.1 Takk"]
    text = "\n".join(heads) + "\n\n" + "\nTekst.\n\n".join(heads) + "\nTekst."
    assert [path[-1] for path in paths(text)] == heads
    assert structure_of(text, language="nb").sections[0].start > len("\n".join(heads))


@pytest.mark.parametrize(
    "text",
    [
        "Alder:\n18 - 75 år\n76 - 90 år",
        "18-75 år",
        "14. mars møttes vi.\n15. mars dro vi.",
        "1. Kjøpe melk\n2. Hente Kari\n3. Gå hjem",
        "2013 Var et godt år",
        "1.5 millioner kroner",
        "3.7 Norge mot resten",
        "1 Illustrasjonsfoto, privat",
        "12:30 Lunsj",
        "1.1 Dette er en setning som slutter med punktum.",
        "1. Hva er viktig?\n\n2. Hvem er med?\n\n3. Når er det?\n",
        "#emneknagg\n#2017/HE1",
        "1 Start ........ 3\n1.1 Mål ........ 4",
        "Kap 1. Start . . . . 3",
        "9.4 Prosent av alle",
        "1.1\tKari\t12\n1.2\tOla\t14",
    ],
)
def test_other_lines_with_numbers_are_no_headings(text: str) -> None:
    assert paths(text) == []


def test_a_chapter_may_have_a_stop_and_a_sentence_about_one_is_none() -> None:
    text = "Kapittel 1 Mål.\nTekst.\nKapittel 2 handler om dette.\nKapittel 3 Metode. Den er ny.\n"
    assert paths(text) == [("Kapittel 1 Mål.",)]


@pytest.mark.parametrize("format", ["docx", "md", "vtt"])
def test_formats_that_know_their_headings_are_believed(format: str) -> None:
    assert paths("1 Start\n1.1 Mål\nTekst", format) == []
