"""Headings that have run into the text, as in saved web pages where a printed page is one line: the words of the list of
contents, found again where a sentence could begin."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from qualcode.model.layers import Title
from qualcode.segmenters.lines import Line

_LONG = 300
"""A line this long is no line of a list."""
_LEADER = re.compile(r"\.{3,}[ ]?\d{0,3}")
_WORD = re.compile(r"\S+")
_ENDS = ".!?:»)”"
_MOST_WORDS = 16
_MOST_PLACES = 20


def run_in(lines: Sequence[Line], contents: Sequence[int], allowed: Sequence[int]) -> list[Title]:
    """Titles inside long lines, in order: at least two words in a row that the list of contents has too, the first with a
    capital, where the list and the text both go on with a capital. Such a list tells no levels; all are 1.
    """
    listed = [
        word
        for index in contents
        if len(lines[index].words) > _LONG
        for word in _words_of(lines[index].words)
    ]
    if not listed:
        return []
    places: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at in range(len(listed) - 1):
        if listed[at][0].isupper() and len(places[listed[at], listed[at + 1]]) < _MOST_PLACES:
            places[listed[at], listed[at + 1]].append(at)
    found: list[Title] = []
    for index in allowed:
        if len(lines[index].words) > _LONG:
            found += _in_line(lines[index], listed, places)
    return found


def _words_of(words: str) -> list[str]:
    return _LEADER.sub(" ", words).split()


def _in_line(line: Line, listed: Sequence[str], places: dict[tuple[str, str], list[int]]) -> Iterator[Title]:
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(line.words)]
    at = 0
    while at < len(words) - 2:
        begins = at == 0 or words[at - 1][0][-1] in _ENDS
        starts = places.get((words[at][0], words[at + 1][0]), ()) if begins else ()
        length = max(
            (_common(words[at : at + _MOST_WORDS + 1], listed, start) for start in starts), default=0
        )
        if length > 1:
            start, end = words[at][1], words[at + length - 1][2]
            title = " ".join(word for word, _, _ in words[at : at + length])
            yield Title(line.start + start, line.start + end, 1, title, 0.6, "contents")
        at += max(1, length)


def _common(words: Sequence[tuple[str, int, int]], listed: Sequence[str], start: int) -> int:
    """How many words from `start` on are the same, up to where both go on with a capital or a figure."""
    longest = 0
    for length in range(min(len(words) - 1, len(listed) - start)):
        if words[length][0] != listed[start + length]:
            break
        ended = start + length + 1 == len(listed) or not listed[start + length + 1][0].islower()
        if ended and not words[length + 1][0][0].islower():
            longest = length + 1
    return longest
