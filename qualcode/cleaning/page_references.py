"""Reference lists that stand on one line, as in texts with one line for each printed page."""

import re
from collections.abc import Iterator, Sequence

from qualcode.cleaning.lines import Line

_FIRST = re.compile(
    r"[#*\s]*(?:\d{1,3}\.?\s+)?(?:litteratur(?:liste|henvisninger)?|referanse(?:r|liste)|kilde(?:r|liste)|kjelde(?:r|liste)"
    r"|references|bibliography)\b:?\s+(?=[A-ZÆØÅ\d])",
    re.IGNORECASE,
)
_ENTRY = re.compile(
    r"\b[A-ZÆØÅ][\w'’-]+, ?[A-ZÆØÅ]\.[^()]{0,160}\((?:1[6-9]|20)\d\d[a-z]?\)[.:,]* ?[A-ZÆØÅ«\"“]"
    r"|\b[A-ZÆØÅ][\w'’-]+ [A-ZÆØÅ]{1,3}[.,][^()]{0,160}\b(?:1[6-9]|20)\d\d;"
)
_SHORTEST = 150
_FEWEST = 3
_LENGTH = 320
"""So many characters an entry has at most, on the average of a page."""


def page_references(found: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last line of each list: a page that begins with the heading, and the pages that go on."""
    index = 0
    while index < len(found):
        first = index
        index += 1
        words = found[first].words
        if len(words) < _SHORTEST or not _FIRST.match(words) or not _entries(words):
            continue
        while index < len(found) and _entries(found[index].words):
            index += 1
        yield first, index - 1


def _entries(words: str) -> bool:
    """Whether a page's words are entries and nothing else: prose with a few references has them farther apart."""
    count = len(_ENTRY.findall(words)) if len(words) >= _SHORTEST else 0
    return count >= _FEWEST and count * _LENGTH >= len(words)
