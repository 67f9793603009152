"""Lists of contents, of figures and of tables: entries with a page number, or titles that come back further down.

A heading alone proves nothing. Page numbers in rising order do, and so does a block of short lines of which most stand
again, each on its own line, where the chapters begin.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.cleaning.draft import Found
from qualcode.cleaning.lines import Line, lines
from qualcode.cleaning.page_contents import page_contents
from qualcode.cleaning.part_headings import CONTENTS, announces, appendix, bare
from qualcode.model.layers import Region
from qualcode.model.values import Language

_LONGEST = 220
_LONGEST_TITLE = 140
_TAIL = 24
"""The page number, and what parts it from the title, stand in so many characters."""
_BETWEEN = 3
"""So many lines without a page number may stand between two that have one: a title on two lines, one that lost its page."""
_FEWEST, _FEWEST_ALONE = 3, 5
_LEADERS = re.compile(
    r"(?:\.{3,}|…+|(?: \.){3,}|·{4,}|_{6,})[\s.…]*(?:(?:s|p|side|page)\. ?)?(\d{1,4}|[ivxlc]{1,7})?$"
)
_APART = re.compile(r"(?:\t| {2,})(?:(?:s|p|side|page)\.? ?)?(\d{1,4}|[ivxlc]{1,7})$")
_LAST = re.compile(r"[^\d\s.,:;] (\d{1,3}|[ivxlc]{1,7})$")
_SENTENCE = re.compile(r"[.!]$|(?<=[^\W\d_][^\W\d_])[.!?] [A-ZÆØÅ][^.]* [a-zæøå]")
_WIDEST = 300
"""So many lines a list without page numbers may have."""


@dataclass(frozen=True, slots=True)
class _Entry:
    """Line `index` ends in a page number; `page` is 0 where that is roman or lost."""

    index: int
    page: int
    leaders: bool


class ContentsList:
    """Proposes to leave out contents lists, each with its heading."""

    name = "contents-list"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One region for each list; those without a heading only where dot leaders prove them."""
        found = lines(text)
        heads = [index for index, line in enumerate(found) if announces(line.words, CONTENTS)]
        blocks = [*_with_pages(found, heads), *page_contents(found)]
        proven = {first for first, _, _ in blocks}
        blocks += _without_pages(found, [head for head in heads if head not in proven])
        regions, stop = [], -1
        for first, last, sure in sorted(blocks, key=lambda block: (block[0], -block[1])):
            if first > stop:
                regions.append(Region("contents", found[first].start, found[last].end, sure))
                stop = last
        return Found(regions=tuple(regions))


def _entries(found: Sequence[Line]) -> Iterator[_Entry]:
    for index, line in enumerate(found):
        if len(line.words) > _LONGEST or not any(letter.isalpha() for letter in line.words):
            continue
        end = line.words[-_TAIL:]
        leaders = _LEADERS.search(end)
        match = leaders or _APART.search(end) or _LAST.search(end)
        if match:
            page = match[1] or ""
            yield _Entry(index, int(page) if page.isdigit() else 0, leaders is not None)


def _with_pages(found: Sequence[Line], heads: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Runs of entries below a heading, and runs of entries with dot leaders."""
    waiting = list(reversed(heads))
    run: list[_Entry] = []
    head = -1
    for entry in _entries(found):
        below = -1
        while waiting and waiting[-1] < entry.index:
            below = waiting.pop()
        if run and (below >= 0 or not _follows(found, run[-1], entry)):
            yield from _proven(run, head)
            run, head = [], -1
        if below >= 0:
            head = below if _reaches(found, below, entry.index) else -1
        if head >= 0 or entry.leaders:
            run.append(entry)
    yield from _proven(run, head)


def _reaches(found: Sequence[Line], one: int, other: int) -> bool:
    return other - one <= _BETWEEN + 1 and all(_may_be_title(line) for line in found[one + 1 : other])


def _follows(found: Sequence[Line], one: _Entry, next_: _Entry) -> bool:
    in_order = next_.leaders or not next_.page or next_.page >= one.page
    return in_order and _reaches(found, one.index, next_.index)


def _proven(run: Sequence[_Entry], head: int) -> Iterator[tuple[int, int, float]]:
    leaders = sum(entry.leaders for entry in run)
    if head >= 0 and len(run) >= _FEWEST:
        yield head, run[-1].index, 0.95
    elif leaders >= _FEWEST_ALONE:
        yield run[0].index, [entry.index for entry in run if entry.leaders][-1], 0.8


def _may_be_title(line: Line) -> bool:
    return len(line.words) <= _LONGEST_TITLE and not _SENTENCE.search(line.words)


def _without_pages(found: Sequence[Line], heads: Sequence[int]) -> Iterator[tuple[int, int, float]]:
    """Blocks of titles below a heading, most of which stand again further down."""
    if not heads:
        return
    names = [bare(line.words) if _may_be_title(line) else "" for line in found]
    last_place = {name: index for index, name in enumerate(names) if name}
    ends = dict(zip(heads, [*heads[1:], len(found)], strict=True))
    for head in heads:
        stop = head + 1
        while stop < min(ends[head], head + _WIDEST) and names[stop]:
            stop += 1
        last = _last_title(names, head, stop, last_place)
        again = sum(last_place[names[index]] > last for index in range(head + 1, last + 1))
        if again >= _FEWEST and again >= 0.6 * (last - head):
            yield head, last, 0.85


def _last_title(names: Sequence[str], head: int, end: int, last_place: Mapping[str, int]) -> int:
    """The last line of the list below line `head`: before the first title stands again, and with it the text begins."""
    stop = head + 2
    while stop < end and names[stop] != names[head + 1]:
        stop += 1
    stop = min(stop, end)
    above = set(names[head + 1 : stop])
    seen: dict[str, int] = {}
    for index in range(head + 1, stop):
        seen.setdefault(names[index], index)
    last = stop - 1
    while (
        last > head
        and (seen[names[last]] < last or last_place[names[last]] == last)
        and not appendix(names[last])
    ):
        last -= 1
    return last if above else head
