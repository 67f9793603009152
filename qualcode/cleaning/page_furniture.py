"""What the page has and the text has not: page numbers, running heads, rules, link addresses printed once more.

Contents lists keep their dot leaders: the list as a whole is left out of the material by another rule.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from qualcode.cleaning.draft import Change, Found
from qualcode.cleaning.lines import Line, lines
from qualcode.cleaning.page_numbers import Numbered, at_top, numbers_alone, numbers_around
from qualcode.model.layers import Page
from qualcode.model.values import Language

_FIGURES = re.compile(r"\d+")
_FEWEST_HEADS = 3
_LONGEST_HEAD = 100
_UNFINISHED = re.compile(r"[^\W_]|[,(–-]")


class PageFurniture:
    """Takes page numbers, running heads and rules out of the text; the numbers become pages."""

    name = "page-furniture"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each page number, head, rule and repeated address."""
        found = lines(text)
        around = numbers_around(found)
        if around:
            pages = [Page(found[page.index].start, str(page.number)) for page in around]
            changes = [
                change for page in around for change in _ends(found[page.index], page.first, page.last)
            ]
            taken = {page.index for page in around}
        else:
            numbers = numbers_alone(found)
            pages = list(_pages(found, numbers))
            taken = {number.index for number in numbers}
            changes = [_whole(text, found[index]) for index in sorted(taken)]
        others = {*_rules(found), *_running_heads(found, taken), *_repeated_addresses(found)} - taken
        changes += [_whole(text, found[index]) for index in sorted(others)]
        return Found(tuple(changes), pages=tuple(pages))


def _ends(line: Line, first: bool, last: bool) -> Iterator[Change]:
    """The numbers at the start and the end of a printed page, with the spaces that part them from its words."""
    words = line.words
    group = str(line.start)
    if first:
        number = len(words.split(None, 1)[0])
        yield Change(line.start, line.end - len(words[number:].lstrip()), group=group)
    if last:
        number = len(words.rsplit(None, 1)[-1])
        yield Change(line.start + len(words[:-number].rstrip()), line.end, group=group)


def _whole(text: str, line: Line) -> Change:
    """The line with its line feed: the lines above and below stay as far apart as they were without it."""
    stop = line.end + line.trail
    if stop < len(text):
        return Change(line.start - line.indent, stop + 1)
    return Change(max(0, line.start - line.indent - 1), stop)


def _pages(found: Sequence[Line], numbers: Sequence[Numbered]) -> Iterator[Page]:
    """Where pages begin: at their number when it stands on top, else after the number of the page before."""
    if not numbers:
        return
    if at_top(numbers):
        yield from (Page(found[number.index].start, str(number.number)) for number in numbers)
        return
    if numbers[0].number == 1:
        yield Page(0, "1")
    for number in numbers:
        if number.index + 1 < len(found):
            yield Page(found[number.index + 1].start, str(number.number + 1))


def _rules(found: Sequence[Line]) -> Iterator[int]:
    """Drawn lines with nothing but white space around them; not those of a file's front matter, or under a heading."""
    front = bool(found) and found[0].start == 0 and found[0].rule
    for index, line in enumerate(found):
        apart = (index == 0 or line.gap) and (index + 1 == len(found) or found[index + 1].gap)
        if line.rule and apart and not front:
            yield index
        front = front and not (index and line.rule)


def _running_heads(found: Sequence[Line], page_numbers: Collection[int]) -> Iterator[int]:
    """Short lines that come back, page numbers in them aside, and stand where pages meet.

    A word that comes back (the name after each quotation, the answers of a form) is none: a head stands beside a page
    number, or cuts a sentence in two, and does so often.
    """
    places: dict[str, list[int]] = {}
    for index, line in enumerate(found):
        if len(line.words) <= _LONGEST_HEAD and not line.tabbed and not line.item:
            places.setdefault(_FIGURES.sub("0", line.words), []).append(index)
    for words, indexes in places.items():
        if len(indexes) < _FEWEST_HEADS or not any(letter.isalpha() for letter in words):
            continue
        beside = sum(i - 1 in page_numbers or i + 1 in page_numbers for i in indexes)
        cutting = sum(_cuts(found, i) for i in indexes)
        if beside >= len(indexes) * 0.6 or (cutting >= 2 and cutting >= len(indexes) * 0.25):
            yield from indexes


def _cuts(found: Sequence[Line], index: int) -> bool:
    """Whether a sentence breaks off above line `index` and goes on below it."""
    if not 0 < index < len(found) - 1:
        return False
    above, below = found[index - 1].words, found[index + 1].words
    return len(above) > 40 and bool(_UNFINISHED.match(above[-1])) and below[0].islower() and len(below) > 20


def _repeated_addresses(found: Sequence[Line]) -> Iterator[int]:
    """Addresses that the text has already, once more on a line of their own: the links of the page, as some programs
    write them below it."""
    seen: set[str] = set()
    broken = ""
    for index, line in enumerate(found):
        words = line.words.split()
        if line.url and line.words in seen:
            yield index
            continue
        if broken:
            seen.add(broken + words[0])
        seen.update(word for word in words if "://" in word or word.startswith("www."))
        broken = words[-1] if "://" in words[-1] and words[-1][-1] in "-/_" else ""
