"""Markup goes from the words; emphasis stays as a layer; what only looks like markup is text."""

import pytest

from qualcode.cleaning import Draft
from qualcode.cleaning.markup import Markup
from qualcode.model.cleaning import CleanText, cleaned


def clean(read: str, format: str = "txt") -> CleanText:
    draft = Draft(read, "nb", format)
    draft.pass_through(Markup())
    assert cleaned(read, draft.cleaning.without({edit.group for edit in draft.cleaning.edits})).text == read
    return cleaned(read, draft.cleaning)


def emphasis(text: CleanText) -> list[tuple[str, str]]:
    return sorted((text.text[mark.start : mark.end], mark.kind) for mark in text.emphasis)


@pytest.mark.parametrize(
    ("read", "text", "marks"),
    [
        ("Det er **viktig** nå", "Det er viktig nå", [("viktig", "bold")]),
        ("som *ikke* passer", "som ikke passer", [("ikke", "italic")]),
        ("***Begge*** deler", "Begge deler", [("Begge", "bold"), ("Begge", "italic")]),
        (
            "*«Det er **bolig** som teller.»*",
            "«Det er bolig som teller.»",
            [("bolig", "bold"), ("«Det er bolig som teller.»", "italic")],
        ),
        ("«**bruker**medvirkning»", "«brukermedvirkning»", [("bruker", "bold")]),
        ("<b>Ja</b> og <em>nei</em>", "Ja og nei", [("Ja", "bold"), ("nei", "italic")]),
        ("ikke ~~strøket~~ her", "ikke strøket her", []),
        ("**to** og **tre**", "to og tre", [("to", "bold"), ("tre", "bold")]),
        ("## **4.9 Hva nå?** ##", "4.9 Hva nå?", [("4.9 Hva nå?", "bold")]),
    ],
)
def test_signs_go_and_emphasis_stays(read: str, text: str, marks: list[tuple[str, str]]) -> None:
    found = clean(read, "md")
    assert found.text == text
    assert emphasis(found) == marks


@pytest.mark.parametrize(
    "read",
    [
        "hver gang h*n ringer, spør h*n pent",
        "Sluttrapport #2017/HE1-163148",
        "ja (..) og [...] og [deltageren] (ler)",
        "* et punkt\n* et til",
        "2 * 3 * 4 og 5*6*7",
        "a < b og b > c",
        "Brukerbasen*. (2013)",
        "en stjerne* her\n\nog en *der",
        "navn_med_strek og _understrek_",
        "x<sup>1</sup>",
        "R&D; og A&B",
        "#emneknagg",
    ],
)
def test_what_only_looks_like_markup_is_text(read: str) -> None:
    assert clean(read).text == read


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("fem&nbsp;år &amp; mer &#8211; her", "fem år & mer – her"),
        ("se <https://fhi.no/x> her", "se https://fhi.no/x her"),
        ("[FHI](https://fhi.no) sier", "FHI sier"),
        ("mestring?\\* N=155", "mestring?* N=155"),
        ("en<br>to<br/>\ntre", "en to\ntre"),
        ('Ja\t<input type="radio"/> 1', "Ja\t○ 1"),
        ('Turer\t<input type="checkbox"/> 2', "Turer\t☐ 2"),
        ("<span class='x'>ord</span>", "ord"),
        ("<b>uten ende", "uten ende"),
        ("# Funn\n### 2.1 Mer", "Funn\n2.1 Mer"),
    ],
)
def test_entities_links_tags_and_heading_signs_go(read: str, text: str) -> None:
    assert clean(read).text == text


def test_underscores_mean_something_in_markdown_only() -> None:
    assert clean("det er _viktig_ nå", "md").text == "det er viktig nå"
    assert clean("fil_navn_her", "md").text == "fil_navn_her"


def test_single_stars_are_markup_only_where_the_text_is_marked_up() -> None:
    assert clean("Nei. *ler* Aldri.").text == "Nei. *ler* Aldri."
    assert clean("**I:** Nei. *ler* Aldri.").text == "I: Nei. ler Aldri."


def test_one_sign_of_a_pair_does_not_go_without_the_other() -> None:
    read = "Det er **viktig** nå"
    draft = Draft(read, "nb", "txt")
    draft.pass_through(Markup())
    assert len({edit.group for edit in draft.cleaning.edits}) == 1
