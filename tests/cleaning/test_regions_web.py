"""A saved web page loses what is around its article, and not a line of the article."""

from itertools import pairwise

import pytest
from region_texts import EN, NB, doubtful, regions, sure

HEAD = "Hopp til hovedinnhold\nMeny\nSøk\nHjem\nNyheter\nOm nabolaget\nRapporter fra oss\nStatistikk\nKontakt oss"
COOKIES = "Vi bruker informasjonskapsler for å gi deg en bedre opplevelse. Les mer om dette på egne sider.\nGodta alle"
ARTICLE = (
    f"Et sted å bo\n\nAv Kari Bakke\n\nPublisert 12.03.2020\n\n{NB.strip()}\n\nUnge i byen\n\n"
    f"{NB.strip()}\n\nKari Bakke er forsker."
)
FOOT = (
    "Les også\n\nFlere flytter til byen\nSlik blir det nye torget\n\n"
    "Følg oss på Facebook\n© 2020 Nabolaget. Alle rettigheter forbeholdt\nTil toppen"
)


def test_menus_notices_and_the_footer_go_and_the_article_stays() -> None:
    read = f"{HEAD}\n\n{COOKIES}\n\n{ARTICLE}\n\n{FOOT}\n"
    assert sure(read) == [f"{HEAD}\n\n{COOKIES}", FOOT]


def test_buttons_between_title_and_text_go_and_the_title_stays() -> None:
    read = (
        "Skip to main content\nHome | About | News\n\nA place\n\nBy Kay\n\nShare on Twitter\nPrint\n\n"
        f"{EN.strip()}\n\nIt ended well.\n\nBack to top\nPrivacy policy\n"
    )
    assert sure(read, language="en") == [
        "Skip to main content\nHome | About | News",
        "Share on Twitter\nPrint",
        "Back to top\nPrivacy policy",
    ]


def test_title_author_and_date_between_the_menu_and_a_button_stay() -> None:
    read = f"{HEAD}\n\nEt sted\n\nKari Bakke\n\n12. mars 2020\n\nSkriv ut\n\n{NB}\n\n{FOOT}"
    assert sure(read) == [HEAD, FOOT]


def test_short_lines_in_the_article_stay_though_they_are_words_of_a_menu() -> None:
    inside = "Søk\n\nByen\n\nHavna\n\nTorget\n\nKontakt"
    assert sure(f"{HEAD}\n\n{NB}\n\n{inside}\n\n{NB}\n\n{FOOT}") == [HEAD, FOOT]


def others(link: str) -> str:
    titles = (
        "Housing for everyone in town",
        "Parks for everyone in town",
        "Streets, and who uses them",
        "Ferries to the islands",
    )
    teaser = "By N. N., City Council 2012 What is it, and why does it matter to those who"
    return "\n\n".join(
        f"{title}\n\n{title} {title} {teaser}" + (f"\n\n{link}" if link else "") for title in titles
    )


@pytest.mark.parametrize("link", ["Detaljer", "Read more", ""])
def test_a_list_of_other_documents_goes(link: str) -> None:
    head = 'Save this PDF as:\n WORD  PNG  TXT  JPG\n\nSize: px\nStart display at page:\n\nDownload "A place"\n\nTranscription'
    pages = "\n\n".join(f"{n} {EN}{n}" for n in range(1, 5))
    assert sure(f"A place\n\n{head}\n\n{pages}\n\n{others(link)}\n", language="en") == [head, others(link)]


def test_a_text_that_happens_to_end_with_a_full_stop_does_not_part_a_list_of_other_documents() -> None:
    whole = "Gardens to share\n\nGardens to share is a plan for the town."
    assert sure(f"{EN}\n\n{others('')}\n\n{whole}\n\n{others('')}\n", language="en") == [
        f"{others('')}\n\n{whole}\n\n{others('')}"
    ]


def test_headlines_with_the_same_word_for_a_link_go() -> None:
    news = (
        "The market is back\nThis week we open again.\nRead more\n\n"
        "Library hours\nThey are longer now.\nRead more\n\nNew square\nIt opens in May.\nRead more"
    )
    assert sure(f"{EN}\n\n{news}\n", language="en") == [news]


def test_references_below_the_article_are_not_taken_for_links() -> None:
    listed = "Litteratur\n\nBakke, K. (2015). Felt. Oslo: Forlaget.\nDahl, P. (2012). Flytte. Oslo: Forlaget."
    read = f"{HEAD}\n\n{ARTICLE}\n\nDel på Facebook\n\n{listed}\n\nTil toppen\nFølg oss på Facebook\n"
    assert sure(read, "references") == [listed]
    assert sure(read, "web") == [HEAD, "Del på Facebook", "Til toppen\nFølg oss på Facebook"]


@pytest.mark.parametrize(
    "written",
    [
        f"4 Funn\n\nPersonvern\n\n{NB}\n\nKontakt oss\n\n{NB}\n\nMeny\n\n"
        f"Del\n\nInformasjonskapsler\n\n{NB} Vi bruker informasjonskapsler, sa de.",
        f"Begreper\n\nSosial kapital\n\nSosial kapital er det som {NB}\n\n"
        f"Hverdagslivet\n\nHverdagslivet er det som {NB}\n\n"
        f"Medvirkning her\n\nMedvirkning her er det som {NB}\n\nEt godt sted\n\nEt godt sted er det som {NB}",
        f"{NB}\n\n«Åse»\n\n{NB}\n\n«Åse»\n\n{NB}\n\n«Åse»\n\n{NB}\n\n«Åse»\n",
        "I: Meny?\nR: Ja\nI: Hjem?\nR: Mer\nI: Hva sa du?\nR: Hva sa du da?\nI: Mer\nR: Les mer\nI: Del\n"
        * 4,
        f"Del 1\n\n{NB}\n\nDel 2\n\n{NB}\n\nOm oss\n\n{NB}\n\n© 2020 Forlaget",
    ],
)
def test_reports_and_talk_are_no_web_page(written: str) -> None:
    assert sure(written) == doubtful(written) == []


def test_regions_of_different_rules_do_not_overlap() -> None:
    listed = (
        "Innhold ......... 1\nMer ........ 2\nForord ........ 3\nRead more\n"
        "Metode ........ 4\nRead more\nFunn ........ 5\nRead more"
    )
    found = sorted(regions(f"{listed}\n\n{NB}"), key=lambda region: region.start)
    assert found
    assert all(one.end <= other.start for one, other in pairwise(found))
