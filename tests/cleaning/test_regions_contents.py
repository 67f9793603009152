"""Lists of contents, figures and tables are found by page numbers in order, or by titles that come back."""

import pytest
from region_texts import EN, NB, sure

LEADERS = (
    "Innhold\n\nForord ......... 3\n1 Innledning ......... 4\n1.1 Et sted ......... 5\nVedlegg: ......... 9"
)
TABS = "Innholdsfortegnelse\n\n1\tInnledning\t1\n1.1\tEt sted\t2\n\n2\tMetode\t4\n\tLitteratur:\t9"
SPACES = (
    "TABLE OF CONTENTS\nForeword iii\n1. Introduction 1\n2. Methods and the long way\nthere 4\n3. Findings 12"
)
DOTS = (
    "Contents\n\nForeword . . . . . i\nIntroduction . . . . . 1\nMethods . . . . . 4\nFindings . . . . . 10"
)
FIGURES = "Liste over figurer\n\nFigur 1. Kart over byen 12\nFigur 2. Husene 14\nFigur 3. Torget 20"
BARE = "Innhold\n\nForord\n1 Innledning\n1.1 Et sted\n2 Metode\n3 Funn\nLitteratur"
MARKED = "# Innhold\n\n- [Innledning](#innledning)\n- [Metode](#metode)\n- [Funn](#funn)"
BODY = "".join(
    f"{title}\n\n{NB}\n\n"
    for title in ("Forord", "1 Innledning", "1.1 Et sted", "2 Metode", "3 Funn", "Litteratur")
)


@pytest.mark.parametrize("written", [LEADERS, TABS, SPACES, DOTS, FIGURES])
def test_a_list_with_page_numbers_goes_from_its_heading_to_its_last_line(written: str) -> None:
    assert sure(f"En rapport\n\n{written}\n\nForord\n\n{NB}\n") == [written]


def test_titles_without_page_numbers_are_a_list_when_they_come_back_as_headings() -> None:
    assert sure(f"En oppgave\n\n{BARE}\n\n{BODY}") == [BARE]
    assert sure(f"En oppgave\n\n{BARE}\n\n{NB}\n\n{NB}") == []


def test_appendices_at_the_end_of_a_list_belong_to_it_though_their_headings_are_written_otherwise() -> None:
    listed = f"{BARE}\nVedlegg 1 Kart over byen\nVedlegg 2 Bilder fra byen"
    assert sure(f"En oppgave\n\n{listed}\n\n{BODY}\n\nVedlegg 1\n\nKart") == [listed]


def test_a_list_of_links_without_page_numbers() -> None:
    body = "".join(f"# {title}\n\n{NB}\n\n" for title in ("Innledning", "Metode", "Funn"))
    assert sure(f"{MARKED}\n\n{body}", format="md") == [MARKED]


def test_dot_leaders_prove_a_list_without_a_heading_and_numbers_do_not() -> None:
    rows = "\n".join(f"Kapittel om dette {n} ............ {n * 3}" for n in range(1, 8))
    assert sure(f"Rapport\n\n{rows}\n\n{NB}") == [rows]
    table = "\n".join(f"Bydel {letter}\t{n}" for n, letter in enumerate("ABCDEFGH", 3))
    assert sure(f"Tabell 1\n\n{table}\n\n{NB}") == []


def test_rows_below_a_list_whose_numbers_fall_are_not_of_it() -> None:
    listed = "Innhold\n\nForord\t3\nMetode\t5\nFunn\t9"
    assert sure(f"{listed}\n\nByen\t2\nBygda\t4\nHavna\t7\n\n{NB}") == [listed]


def test_short_lines_of_which_few_come_back_are_no_list() -> None:
    verses = "\n".join(
        f"Linje nummer {name} her" for name in ("en", "to", "tre", "fire", "fem", "seks", "sju")
    )
    assert sure(f"Innhold\n\n{verses}\n1 Innledning\n2 Metode\nLitteratur\n\n{BODY}") == []


def test_two_lists_are_two_regions() -> None:
    found = sure(f"{LEADERS}\n\n{FIGURES}\n\n{NB}")
    assert found == [LEADERS, FIGURES]


def test_a_list_on_one_line_for_each_printed_page() -> None:
    first = (
        "2 Innhold Forord... 4 Innledning... 5 Byen... 9 Unge i byen Eldre i byen Hva er et sted? Torget og parken "
        "Oppsummering Litteratur Vedlegg 1 Kart 2"
    )
    second = "3 Havna Broene i byen Trikken Fergene Bydelene Nord Sør Øst Vest Hvem bor her? Plan for torget Kart Alle Byer 3"
    pages = "\n\n".join(f"{n} {NB}{n}" for n in range(4, 8))
    assert sure(f"1 En by 1\n\n{first}\n\n{second}\n\n{pages}\n") == [f"{first}\n\n{second}"]


@pytest.mark.parametrize(
    "written",
    [
        f"Innhold\n\nTilbudet har tre deler.\nKurs 1\nKurs 2\n\n{NB}",
        f"Innhold\n\n{NB}\n\nInnhold og form\n\n{NB}",
        "I: Hva er innholdet?\nR: Kurs\nInnhold\nR: Ja\nI: Ja\nR: Ja\nI: Ja\nR: Ja\n",
        f"Tabell 1 Utvalg\n\nSted\tAntall\nByen\t12\nInnhold\t31\nAnnet\t40\nHavna\t51\n\n{EN}",
        f"Han sa ........ og så ........ ja\nHun sa ........ nei\n\n{NB}",
    ],
)
def test_prose_tables_and_talk_are_no_contents_list(written: str) -> None:
    assert sure(written, "contents") == []
