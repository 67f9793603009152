"""The rules for what is no material, on any text at all: they never raise, and their work grows as the text does."""

import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.cleaning import Draft, Found, propose
from qualcode.cleaning.contents import ContentsList
from qualcode.cleaning.draft import Rule
from qualcode.cleaning.forms import Forms
from qualcode.cleaning.references import ReferenceList
from qualcode.cleaning.web_furniture import WebFurniture
from qualcode.formats import read_document
from qualcode.model.cleaning import cleaned
from qualcode.model.layers import Region

CORPORA = Path(__file__).resolve().parents[2] / "corpora"
RULES: tuple[Rule, ...] = (WebFurniture(), ContentsList(), ReferenceList(), Forms())
PIECES = [
    "Innhold", "Contents\n", "Litteratur\n", "Vedlegg 1 Intervjuguide\n", "Forord ....... 3",
    "1.1 Et sted\t4\n", "1 Innledning\n", "\n", "\n\n", "Bakke, K. (2015). Felt. Oslo: Forlaget.\n",
    "1. Miller A, Jones B. Home. 2011;7:1-2.\n", "https://example.no\n", "☐ Ja\n", "Navn: ______\n", "....",
    "[ ] Nei\n", "Hvem?\n", "(Dato, underskrift)\n", "Samtykke\n", "Meny\n", "Les mer\n",
    "Hopp til innhold\n", "Til toppen\n", "Facebook\n", "Vi bruker informasjonskapsler.\n",
    "Save this PDF as:\n", "# ", "**", "R: ", " ", "Han sa det slik og gikk videre til neste sted i byen. ",
    "12\n",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=80).map("".join), st.text(max_size=80))


@given(texts, st.sampled_from(["txt", "md"]))
@settings(max_examples=300)
def test_regions_are_whole_lines_inside_the_text_and_never_overlap(read: str, format: str) -> None:
    found = sorted(propose(read, language="nb", format=format).regions, key=lambda region: region.start)
    for region in found:
        assert 0 <= region.start < region.end <= len(read)
        assert not read[read.rfind("\n", 0, region.start) + 1 : region.start].strip("#*_ \t12")
        assert 0 < region.confidence <= 1
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert len({region.group for region in found}) == len(found)


@given(texts)
def test_each_rule_gives_its_regions_in_order(read: str) -> None:
    for rule in RULES:
        found = rule.look(read, language="nb", format="txt").regions
        assert all(one.end <= other.start for one, other in pairwise(found))
        assert all(
            read[region.start : region.end].strip() == read[region.start : region.end] for region in found
        )


spans = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 12)), max_size=6)


@given(st.text("ab \n", min_size=1, max_size=40), spans, spans)
def test_what_an_earlier_rule_has_a_later_one_does_not_get(
    read: str, first: list[tuple[int, int]], second: list[tuple[int, int]]
) -> None:
    class Says:
        def __init__(self, name: str, places: list[tuple[int, int]]) -> None:
            self.name = name
            self.regions = tuple(
                Region(name, at, min(len(read), at + n)) for at, n in places if at < len(read)
            )

        def look(self, text: str, **known: str) -> Found:
            return Found(regions=self.regions)

    draft = Draft(read, "nb", "txt")
    draft.pass_through(Says("one", first))
    kept = draft.cleaning.regions
    draft.pass_through(Says("two", second))
    assert draft.cleaning.regions[: len(kept)] == kept
    found = sorted(draft.cleaning.regions, key=lambda region: region.start)
    assert all(one.end <= other.start for one, other in pairwise(found))
    asked = {
        i for at, n in (*first, *second) for i in range(at, min(len(read), at + n)) if not read[i].isspace()
    }
    had = {i for region in found for i in range(region.start, region.end) if not read[i].isspace()}
    assert had == asked


def calls(rule: Rule, read: str) -> int:
    """How many functions, our own and the language's, a rule calls."""
    count = 0

    def counted(frame: FrameType, event: str, given: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(counted)
    try:
        rule.look(read, language="nb", format="txt")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize(
    "piece",
    [
        *PIECES,
        "Innhold\nx\n",
        "Kilder\nhttps://a.no\n",
        "Kilder\n",
        "Les mer\nord\n",
        "Samtykke\nord\n",
        "Innhold\n" + "Tittel\n" * 9,
    ],
)
@pytest.mark.timeout(60)
def test_twice_the_text_is_twice_the_work(rule: Rule, piece: str) -> None:
    read = piece * (6_000 // len(piece))
    assert calls(rule, read * 2) <= 2.3 * calls(rule, read) + 200


@pytest.mark.parametrize(
    "piece",
    [
        "_",
        ".",
        "Aa, ",
        "(2012) ",
        "Bakke, K. ",
        "... 3 ",
        "Innhold A ... 3 ",
        "cookies vi bruker ",
        " \t",
        "☐",
        "©2020 ",
    ],
)
@pytest.mark.timeout(30)
def test_one_endless_line_is_no_trouble(piece: str) -> None:
    for rule in RULES:
        rule.look("Litteratur " + piece * (100_000 // len(piece)), language="nb", format="txt")


@pytest.mark.parametrize("path", sorted(CORPORA.glob("*/*.[tmd][xdo]*")), ids=lambda path: path.name[:16])
def test_a_transcript_is_all_material(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    found = propose(document.text, language="nb", format=document.format)
    assert found.regions == ()
    assert cleaned(document.text, found).excluded == ()
