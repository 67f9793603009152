"""Contents lists whose titles all stand on one line, as in texts with one line for each printed page."""

import re
from collections.abc import Iterator, Sequence

from qualcode.cleaning.lines import Line

_FIRST = re.compile(
    r"[#*\s]*(?:\d{1,3}\s+)?(?:innhold(?:sfortegnelse|sliste)?|innhald(?:sliste)?|(?:table of )?contents"
    r"|indhold(?:sfortegnelse)?)\b",
    re.IGNORECASE,
)
_SHORTEST = 100
_PAGES = re.compile(
    r"(?:\.{3,}|…)\s*\d{1,3}\b|(?<=[a-zæøå?)]) \d{1,3}(?= (?:\d{1,2}(?:\.\d{1,2})*\.? )?[A-ZÆØÅ]|$)"
)
_WORD = re.compile(r"[^\W\d_]+")
_CAPITAL = re.compile(r"\b[A-ZÆØÅ]")
_STOPS = re.compile(r"(?<=[a-zæøå)»\"])[.,;](?=\s|$)")


def page_contents(found: Sequence[Line]) -> Iterator[tuple[int, int, float]]:
    """First line, last line and certainty of each list: a page that begins with the heading, and those that go on.

    Titles are no sentences: they have hardly a comma or a full stop, and many capitals.
    """
    index = 0
    while index < len(found):
        first = index
        index += 1
        if len(found[first].words) < _SHORTEST or not _FIRST.match(found[first].words):
            continue
        if not _titles(found[first].words, pages=3):
            continue
        while index < len(found) and _titles(found[index].words):
            index += 1
        yield first, index - 1, 0.9


def _titles(words: str, *, pages: int = 0) -> bool:
    """Whether a page's words are titles and nothing else, at least `pages` of them with their page number."""
    if len(words) < _SHORTEST:
        return False
    numbered = len(_PAGES.findall(words))
    count = len(_WORD.findall(words))
    few_stops = len(_STOPS.findall(words)) <= count * 0.015
    return numbered >= pages and few_stops and len(_CAPITAL.findall(words)) >= max(8, count * 0.12)
