"""Reference lists are found by entries: authors with initials, years, publishers, addresses."""

import pytest
from region_texts import EN, NB, doubtful, sure

APA = (
    "Litteratur\n\n"
    "Bakke, K. (2015). Hverdagen som felt. Oslo: Lokalforlaget.\n"
    "Dahl, P. & Solli, M. (2012). Å flytte. Nabolag, 3(2), 12–29. https://doi.org/10.0000/abc\n"
    "Kommunaldepartementet. (2020). Melding om nabolag. Hentet fra https://example.no/melding\n"
    "Lie, A., Moe, B. og Dahl, P. (2019): «Et sted å være». I: Solli, M. (red.), Steder, s. 33-58.\n"
    "NOU 2011: 99. Bedre nabolag.\n"
    "Solli, M. og Bakke, K. (2018). Steder i endring"
)
ITEMS = (
    "8 Referanser:\n\n- Bakke, K. (2015). *Felt*. Forlaget.\n\n"
    "- Dahl, P. (u.å.). *Flytte*. Forlaget.\n\n- Lov om byer (1999)."
)
VANCOUVER = (
    "References\n\n"
    "1. Miller A, Jones BC. Home and away. J Neighb Stud. 2011;7(3):107-17.\n"
    "2. Smith P. Places. London: Imaginary; 2009.\n"
    "3. Brown K, White L, Green M. Moving\non in older age. Ageing. 2015;12:1-12. doi:10.0000/xyz\n"
    "[4] Ministry of Housing. Housing. 2018. Available from: https://example.org/r"
)
HARVARD = (
    "Bibliography\n\n"
    "BROWN, A. and GREEN, B., 2011. Homes. London: Imaginary.\n"
    "Miller, Kay. 2012. A Place. New York: Imaginary Press.\n"
    "O'Neill, S. & van der Berg, T. 2015, 'Living', Journal, vol. 2, pp. 1-9.\n"
    "WHO (n.d.) Health. Available at: https://example.org (Accessed: 3 May 2020)."
)


@pytest.mark.parametrize("written", [APA, ITEMS, VANCOUVER, HARVARD])
@pytest.mark.parametrize(
    "below", ["Vedlegg 1 Kart\n\nTegnet av oss.", f"Om boka\n\n{NB}", f"9 Etterord\n\n{NB}", ""]
)
def test_a_list_goes_from_its_heading_to_its_last_entry(written: str, below: str) -> None:
    read = f"7 Avslutning\n\n{NB}\n\n{written}\n\n{below}"
    assert sure(read) == [written]


def test_each_chapter_may_have_its_list() -> None:
    one = "Referanser\n\nBakke, K. (2015). Felt. Oslo.\nDahl, P. (2012). Flytte. Oslo."
    other = "Kilder\n\nMoe, A. (2001). By.\nLie, A. (2002). By."
    assert sure(f"1 A\n\n{NB}\n\n{one}\n\n2 B\n\nBakke (2015) sier det. {NB}\n\n{other}\n\n3 C\n\n{NB}") == [
        one,
        other,
    ]


def test_entries_without_a_heading_are_a_list_where_many_follow_each_other() -> None:
    rows = "\n".join(
        f"Bakke, K. ({year}). Felt nummer {year}. Oslo: Lokalforlaget." for year in range(2000, 2008)
    )
    assert sure(f"{NB}\n\n{rows}\n\n{NB}") == [rows]
    assert sure(f"{NB}\n\n{rows[: rows.index('2003')]}\n\n{NB}") == []


def test_a_list_on_one_line_for_each_printed_page() -> None:
    page = (
        "7 Litteratur "
        + " ".join(f"Bakke, K. ({y}). Felt. Oslo: Forlaget." for y in range(2001, 2006))
        + " 7"
    )
    pages = "\n\n".join(f"{n} {NB}{n}" for n in range(3, 7))
    assert sure(f"{pages}\n\n{page}\n") == [page]


@pytest.mark.parametrize(
    "written",
    [
        "\n\n".join(f"Bakke ({year}) viser at mange flyttet. {NB}" for year in range(2010, 2020)),
        "\n\n".join(f"Bakke, K. ({year}) viser at mange flyttet. {NB}" for year in range(2010, 2020)),
        f"Kilder\n\nKildene er intervjuer (Bakke, 2015; Dahl & Solli, 2012). {NB}\n\nSe Bakke (2015). {NB}",
        f"References\n\nMy boss gave me references in 2012. {EN}\n\n{EN}",
        "I: Litteratur?\nR: Ja\nLitteratur\nR: Jeg leste Bakke (2015). Den var fin.\nI: Ja?\nR: Nei.\n",
    ],
)
def test_prose_that_refers_is_no_list(written: str) -> None:
    assert sure(written, "references") == doubtful(written) == []
