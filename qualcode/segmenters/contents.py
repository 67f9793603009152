"""The list of contents of a text: what it names, and the lines that carry those names."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode.model.layers import Region
from qualcode.segmenters.lines import Line
from qualcode.segmenters.sections import bare_title, is_contents_entry, split_number

_HEADER = re.compile(
    r"(?:innhold(?:sfortegnelse|sliste|soversikt)?|innhald(?:sliste)?|(?:table of )?contents)\W*",
    re.IGNORECASE,
)
_RUN_TOGETHER = re.compile(r"([^\W\d_][^.\n]{1,118}?)[ ]?\.{3,}[ ]?\d{1,3}(?=\s|$)")
_LEADERS = " \t.…·_"
_LONGEST = 160
_MOST = 300
_FEWEST = 3
_MOST_ENTRIES = 1_000
_MOST_SPOTS = 50
_GAP = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """What a list of contents names. `key` is the title as `title_key` writes it, without its number."""

    number: tuple[int, ...]
    key: str
    level: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The entries of a text's list of contents, in order, and the indexes of the lines it stands on."""

    entries: tuple[Entry, ...] = ()
    lines: frozenset[int] = frozenset()

    def names(self, number: tuple[int, ...]) -> bool:
        """Whether an entry has this number; true too where the list has few entries of that depth."""
        same = [entry.number for entry in self.entries if len(entry.number) == len(number)]
        return number in same or len(same) < _FEWEST


def title_key(words: str) -> str:
    """What two spellings of one title share: letters without case, markup, white space or a last sign."""
    return bare_title(words).casefold().rstrip(" .:;…")


def contents_of(text: str, lines: Sequence[Line], excluded: Sequence[Region]) -> Contents:
    """The list of contents: what `excluded` says is one, else lines with page numbers, or after a word such as «Innhold»,
    whose titles come again further down."""
    regions = [region for region in excluded if region.kind == "contents"]
    told = [i for i, line in enumerate(lines) if any(r.start <= line.start < r.end for r in regions)]
    if told:
        return Contents(tuple(_entries(text, lines, told))[:_MOST_ENTRIES], _with_header(lines, told))
    latest = {
        _bare_key(line): i for i, line in enumerate(lines) if line.words and len(line.words) <= _LONGEST
    }
    for candidate in [*_with_pages(lines), *_under_headers(lines)]:
        entries = list(_entries(text, lines, candidate))
        again = sum(latest.get(entry.key, 0) > candidate[-1] for entry in entries)
        if again >= _FEWEST and 2 * again >= len(entries):
            return Contents(tuple(entries[:_MOST_ENTRIES]), _with_header(lines, candidate))
    return Contents()


def _with_header(lines: Sequence[Line], indexes: Sequence[int]) -> frozenset[int]:
    """The lines of the list, and the word «Innhold» above it."""
    above = [i for i in range(max(0, indexes[0] - _GAP), indexes[0]) if not lines[i].blank][-1:]
    return frozenset([*indexes, *(i for i in above if _HEADER.fullmatch(title_key(lines[i].words)))])


def _bare_key(line: Line) -> str:
    """The key of a line without its number, and without the page at its end."""
    return title_key(split_number(_without_page(line.words))[1])


def _with_pages(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Runs of lines that end in leaders or a page number."""
    run: list[int] = []
    for index, line in enumerate(lines):
        if not line.words or not is_contents_entry(line.words):
            continue
        if run and index - run[-1] > _GAP:
            if len(run) > _FEWEST:
                yield list(range(run[0], run[-1] + 1))
            run = []
        run.append(index)
    if len(run) > _FEWEST:
        yield list(range(run[0], run[-1] + 1))


def _under_headers(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Short lines after «Innhold», up to the first whose title has come already: there the text itself begins."""
    for index, line in enumerate(lines):
        if not line.words or not _HEADER.fullmatch(title_key(line.words)):
            continue
        seen: set[str] = set()
        under = [index]
        for at in range(index + 1, min(index + _MOST, len(lines))):
            if lines[at].blank:
                continue
            key = _bare_key(lines[at])
            if len(lines[at].words) > _LONGEST or key in seen:
                break
            seen.add(key)
            under.append(at)
        if len(under) > _FEWEST:
            yield under


def _entries(text: str, lines: Sequence[Line], indexes: Sequence[int]) -> Iterator[Entry]:
    rows = list(_rows(lines, indexes))
    numbered = any(split_number(title)[0] for title, _ in rows)
    indents = sorted({_indent(text, lines[index]) for _, index in rows})
    for title, index in rows:
        number, rest = split_number(title)
        key = title_key(rest)
        level = len(number) or (1 if numbered else 1 + min(indents.index(_indent(text, lines[index])), 5))
        if key and not (_HEADER.fullmatch(key) and not number):
            yield Entry(number, key, level)


def _rows(lines: Sequence[Line], indexes: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Titles with the index of the line each begins on; one that goes over two lines has its page on the second."""
    paged = sum(is_contents_entry(lines[index].words) for index in indexes)
    full = 2 * paged > sum(not lines[index].blank for index in indexes)
    waiting: tuple[str, int] | None = None
    for index in indexes:
        words = lines[index].words
        together = _RUN_TOGETHER.findall(words) if len(words) > _LONGEST else []
        if lines[index].blank or len(words) > _LONGEST:
            yield from ((title, index) for title in together)
            continue
        if waiting and not split_number(words)[0]:
            words, first = f"{waiting[0]} {words}", waiting[1]
        else:
            first = index
            if waiting:
                yield waiting
        waiting = None
        if full and not is_contents_entry(lines[index].words) and not words[-1:].isdigit():
            waiting = (words, first)
        else:
            yield _without_page(words), first
    if waiting:
        yield waiting


def _without_page(words: str) -> str:
    bare = words.rstrip("0123456789")
    if bare != words and bare[-1:] in _LEADERS and bare.rstrip(_LEADERS):
        alone = bare[-1:] == " " and bare[-2:-1] not in _LEADERS
        return words if alone else bare.rstrip(_LEADERS)
    return words.rstrip(_LEADERS)


def _indent(text: str, line: Line) -> int:
    begin = text.rfind("\n", 0, line.start) + 1
    return len(text[begin : line.start].expandtabs(4))


def named_lines(
    contents: Contents, lines: Sequence[Line], allowed: Sequence[int]
) -> dict[int, tuple[Entry, int]]:
    """The lines among `allowed` that carry the name of an entry: index of the line -> entry, and index of the last line
    of the title. Lines and entries have the same order, and each is used once."""
    if not contents.entries:
        return {}
    spots = _spots(contents, lines, allowed)
    pairs: list[tuple[int, int, int]] = []
    for order, entry in enumerate(contents.entries):
        found = spots.get(entry.key, [])
        exact = [spot for spot in found if spot[2] == entry.number]
        loose = [spot for spot in found if not (spot[2] and entry.number)]
        pairs += [(first, -order, last) for first, last, _ in (exact or loose)[:_MOST_SPOTS]]
    pairs.sort()
    return {
        pairs[at][0]: (contents.entries[-pairs[at][1]], pairs[at][2])
        for at in _longest_rise([-order for _, order, _ in pairs])
    }


def _spots(
    contents: Contents, lines: Sequence[Line], allowed: Sequence[int]
) -> dict[str, list[tuple[int, int, tuple[int, ...]]]]:
    """Where the keys stand: first line, last line and number. A title may go over two lines."""
    keys = {entry.key for entry in contents.entries}
    begins = {key[:8] for key in keys}
    spots: dict[str, list[tuple[int, int, tuple[int, ...]]]] = defaultdict(list)
    for place, index in enumerate(allowed):
        if len(lines[index].words) > _LONGEST:
            continue
        number, rest = split_number(lines[index].words)
        key = title_key(rest)
        if key in keys:
            spots[key].append((index, index, number))
        elif key and key[:8] in begins and place + 1 < len(allowed):
            after = lines[allowed[place + 1]].words
            both = title_key(f"{rest} {after}") if len(after) <= _LONGEST else ""
            if both in keys:
                spots[both].append((index, allowed[place + 1], number))
    return spots


def _longest_rise(values: Sequence[int]) -> list[int]:
    """Indexes of a longest strictly rising part of `values`."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [value]
        ends[at : at + 1] = [index]
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]
