"""Page numbers, running heads and rules are known by proof, not by looks."""

import pytest

from qualcode.cleaning import Draft
from qualcode.cleaning.page_furniture import PageFurniture
from qualcode.model.cleaning import CleanText, cleaned

WORDS = "Vi spurte flere om dette, og de svarte at det hadde vært en lang vei dit de var nå. " * 20


def clean(read: str) -> CleanText:
    draft = Draft(read, "nb", "txt")
    draft.pass_through(PageFurniture())
    return cleaned(read, draft.cleaning)


def numbers(text: CleanText) -> list[tuple[str, str]]:
    return [(page.number, text.text[page.start :].lstrip()[:7]) for page in text.pages]


def test_a_number_at_the_start_and_again_at_the_end_of_a_line_is_the_page() -> None:
    read = "1 2009 Kart\n\n2 Innhold\n\n3 Forord her 3\n\n4 12. Når vi kom 4\n\n5 og gikk 5\n\n10 år senere\n"
    found = clean(read)
    assert found.text == "2009 Kart\n\nInnhold\n\nForord her\n\n12. Når vi kom\n\nog gikk\n\n10 år senere\n"
    assert numbers(found) == [
        ("1", "2009 Ka"),
        ("2", "Innhold"),
        ("3", "Forord "),
        ("4", "12. Når"),
        ("5", "og gikk"),
    ]


@pytest.mark.parametrize(
    "read",
    [
        "3 av oss sa 3\n\n84 Studenter kom\n",
        "12 personer i 12\n\n7 dager\n\n30 av 30\n",
        "2009 var året 2009\n\n2010 kom etter 2010\n",
    ],
)
def test_without_three_pages_in_order_numbers_are_words(read: str) -> None:
    assert clean(read).text == read


def test_page_numbers_alone_above_their_pages() -> None:
    read = "".join(f"{number}\n\n{WORDS}\n\n" for number in (1, 2, 3, 7))
    found = clean(read.replace("7", "4"))
    assert "\n2" not in found.text
    assert [page.number for page in found.pages] == ["1", "2", "3", "4"]


def test_page_numbers_alone_below_their_pages() -> None:
    read = (
        "".join(f"Side for {name}. {WORDS}\n\n{number}\n\n" for number, name in enumerate("abc", 1)) + "Slutt"
    )
    found = clean(read)
    assert [line for line in found.text.split("\n") if line.isdigit()] == []
    assert numbers(found) == [("1", "Side fo"), ("2", "Side fo"), ("3", "Side fo"), ("4", "Slutt")]


@pytest.mark.parametrize(
    "read",
    [
        "Hvor ofte?\n1\n2\n3\n4\n5\n",
        "1\n\nJa.\n\n2\n\nNei.\n\n3\n\nVet ikke.\n\n4\n\nJo.\n",
        f"{WORDS}\n\n2017\n\n{WORDS}\n\n2016\n\n{WORDS}\n\n1999\n",
    ],
)
def test_answers_and_years_are_no_page_numbers(read: str) -> None:
    assert clean(read).text == read


def test_a_head_that_cuts_sentences_is_furniture_and_a_name_that_comes_back_is_not() -> None:
    page = f"{WORDS}Det viktigste for dem er å ha\n\nRapport 2021\n\net sted å være. «Ja.»\n\n«Sara»\n\n"
    found = clean(page * 4)
    assert "Rapport 2021" not in found.text
    assert found.text.count("«Sara»") == 4


def test_a_drawn_line_goes_but_not_one_under_a_heading_or_around_front_matter() -> None:
    assert clean("Over.\n\n---\n\nUnder.").text == "Over.\n\n\nUnder."
    for read in ("Overskrift\n---\n\nTekst.", "---\ntitle: x\n---\n\nTekst.", "- - ja"):
        assert clean(read).text == read


def test_an_address_that_the_text_has_already_is_not_read_twice() -> None:
    link = "https://fhi.no/en-side"
    assert clean(f"Se {link} om dette.\n{link}\nMer.").text == f"Se {link} om dette.\nMer."
    assert clean(f"Se https://fhi.no/en-\nside om dette.\n{link}\nMer.").text.count(link) == 0
    assert clean(f"Se her:\n{link}\nMer.").text.count(link) == 1


def test_dot_leaders_of_a_contents_list_stay() -> None:
    read = "Innhold\n\nForord .......... 3\n\nSammendrag .......... 4\n"
    assert clean(read).text == read
