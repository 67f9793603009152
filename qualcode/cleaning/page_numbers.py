"""Page numbers on lines of their own, known by their order and by the amount of text between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.cleaning.lines import Line

_ALONE = re.compile(r"(?:[-–—] ?|(?:Side|Page|s\.) )?(\d{1,4})(?: ?[-–—]| (?:av|of) \d{1,4})?", re.IGNORECASE)
_FEWEST = 3
_SHORTEST, _LONGEST = 900, 9_000
"""How many characters a page holds on average, at least and at most."""
_STEP = 20
"""So many pages may have lost their number between two that kept it."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that holds a page number: the line's index and the number."""

    index: int
    number: int


def numbers_alone(lines: Sequence[Line]) -> tuple[Numbered, ...]:
    """The lines that are page numbers and nothing else.

    The proof is a run of at least three numbers, each higher than the one before, with pages of a usual size between
    them: a list of answers `1`, `2`, `3` has too little text between, a year or a sum is out of order.
    """
    run: list[Numbered] = []
    best: list[Numbered] = []
    for index, line in enumerate(lines):
        match = _ALONE.fullmatch(line.words) if len(line.words) <= 16 else None
        if not match:
            continue
        here = Numbered(index, int(match[1]))
        if run and not _follows(lines, run[-1], here):
            if here.number > run[-1].number + _STEP or here.number == run[-1].number:
                continue
            best, run = max(best, run, key=len), []
        run.append(here)
    best = max(best, run, key=len)
    return tuple(best) if _proven(lines, best) else ()


def _follows(lines: Sequence[Line], one: Numbered, next_: Numbered) -> bool:
    pages = next_.number - one.number
    between = lines[next_.index].start - lines[one.index].end
    return 0 < pages <= _STEP and between <= pages * _LONGEST and next_.index > one.index + 1


def _proven(lines: Sequence[Line], run: Sequence[Numbered]) -> bool:
    if len(run) < _FEWEST:
        return False
    pages = run[-1].number - run[0].number
    between = lines[run[-1].index].start - lines[run[0].index].start
    return _SHORTEST * pages <= between <= _LONGEST * pages


def at_top(run: Sequence[Numbered]) -> bool:
    """Whether the numbers stand above the text of their pages, not below: nothing stands before the first one."""
    return run[0].index == 0


@dataclass(frozen=True, slots=True)
class Flanked:
    """A line that is a printed page: its index, its number, and whether that stands at its start and at its end."""

    index: int
    number: int
    first: bool
    last: bool


_START = re.compile(r"(\d{1,4})(?=\s)")
_END = re.compile(r"(?<=\s)(\d{1,4})\Z")


def numbers_around(lines: Sequence[Line]) -> tuple[Flanked, ...]:
    """The lines that are whole pages, with the page's number at the start and again at the end.

    That both are equal is the proof; three such pages in order are needed. Pages beside them in the count may have
    kept one number only: a cover, a contents list.
    """
    ends = [_ends(line) for line in lines]
    proven = {i: first for i, (first, last) in enumerate(ends) if first is not None and first == last}
    in_order = [(a, b) for a, b in pairwise(sorted(proven)) if proven[b] == proven[a] + 1]
    if len(in_order) < _FEWEST - 1:
        return ()
    pages = {i: Flanked(i, number, True, True) for pair in in_order for i in pair for number in (proven[i],)}
    for step, order in ((-1, sorted(pages)), (1, sorted(pages, reverse=True))):
        for index in order:
            _extend(pages, ends, index, step)
    return tuple(pages[index] for index in sorted(pages))


def _ends(line: Line) -> tuple[int | None, int | None]:
    first, last = _START.match(line.words), _END.search(line.words[-6:])
    return (int(first[1]) if first else None), (int(last[1]) if last else None)


def _extend(
    pages: dict[int, Flanked], ends: Sequence[tuple[int | None, int | None]], index: int, step: int
) -> None:
    """Pages that lie next to page `index` and bear the number that comes next, at one of their ends."""
    number = pages[index].number + step
    index += step
    while 0 <= index < len(ends) and index not in pages and number > 0 and number in ends[index]:
        first, last = ends[index]
        pages[index] = Flanked(index, number, first == number, last == number)
        index, number = index + step, number + step
