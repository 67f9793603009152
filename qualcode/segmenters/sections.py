"""Sections: what the headings of a text divide it into; and headings found in plain text, where it has numbers.

Rather too few than too many: a wrong heading moves every quotation after it.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qualcode.model.structure import Heading, Section
from qualcode.segmenters.lines import Line

_HASHES = re.compile(r"(?P<hashes>#{1,6})[ \t]+(?=\S)")
_CHAPTER = re.compile(
    r"(?:Kap|Kapittel|Chapter)\.?[ \t]+(?P<number>\d{1,2})[.:]?[ \t]*[-–]?[ \t]*(?=\S)", re.IGNORECASE
)
_NUMBER = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3})\.?[ \t]+(?=\S)")
_CONTENTS = re.compile(r"\.{4,}|…{2,}|(?:\. ){3,}|(?:\t|[ ]{2,})\d{1,3}$")
_MARKS = re.compile(r"\*+|</?[bi]>|<sup>.*?</sup>|[ \t]#+$")
_LONGEST = 120


def bare_title(words: str) -> str:
    """The words of a title: no markup, white space of any kind as one space."""
    return " ".join(_MARKS.sub("", _HASHES.sub("", words)).split())


def split_number(words: str) -> tuple[tuple[int, ...], str]:
    """The number before a title (`4.10`, `Kap 3.`) and the words after it; no number is the empty tuple."""
    own = words.lstrip("*_# \t")
    found = _CHAPTER.match(own) or _NUMBER.match(own)
    if not found:
        return (), words
    return tuple(map(int, found["number"].split("."))), own[found.end() :]


def is_contents_entry(words: str) -> bool:
    """Whether a line ends as those of a list of contents do: in leaders, or in a page number that stands apart."""
    return bool(_CONTENTS.search(words))


@dataclass(frozen=True, slots=True)
class _Possible:
    """A line that may be a heading. `number` is empty when it has only `#`."""

    line: int
    heading: Heading
    number: tuple[int, ...]
    hashes: int
    chapter: bool


def sections_of(headings: Sequence[Heading], length: int) -> tuple[Section, ...]:
    """One section per heading, up to the next heading of the same or a higher level, or the end of the text."""
    ends = [length] * len(headings)
    open_: list[int] = []
    paths: list[tuple[str, ...]] = []
    for index, heading in enumerate(headings):
        while open_ and headings[open_[-1]].level >= heading.level:
            ends[open_.pop()] = heading.start
        paths.append((*(paths[open_[-1]] if open_ else ()), heading.title))
        open_.append(index)
    return tuple(
        Section(heading.start, end, path) for heading, end, path in zip(headings, ends, paths, strict=True)
    )


def found_headings(lines: Sequence[Line]) -> tuple[Heading, ...]:
    """Headings of a plain text: after `#`, `Kap 1.` or a number that follows on the one before (`4.9`, `4.10`).

    Contents lists, age ranges, dates and list entries are none. The number, where there is one, tells the level;
    one with `#` alone stands below the last number.
    """
    possible = _without_contents(
        [found for index, line in enumerate(lines) if (found := _possible(index, line))]
    )
    trusted = _trusted_chapters(possible, lines)
    headings: list[Heading] = []
    last: tuple[int, ...] = ()
    for found in possible:
        if found.number:
            sure = found.hashes or found.chapter
            if not sure and (
                not _follows(last, found.number) or (len(found.number) == 1 and found not in trusted)
            ):
                continue
            last = found.number
            headings.append(found.heading)
        else:
            level = found.hashes if found.hashes == 1 or not trusted else max(2, len(last) + 1)
            last = last if level > 1 else ()
            headings.append(Heading(found.heading.start, found.heading.end, level, found.heading.title))
    return tuple(headings)


def _possible(index: int, line: Line) -> _Possible | None:
    words = line.words
    if (
        not words
        or words[0] not in "#0123456789kKcC"
        or len(words) > _LONGEST + 20
        or _CONTENTS.search(words)
    ):
        return None
    hashes = _HASHES.match(words)
    rest = words[hashes.end() :] if hashes else words
    own = rest.strip("*_# \t")
    numbered = _CHAPTER.match(own) or _NUMBER.match(own)
    title = " ".join(_MARKS.sub("", own).split())
    plain = numbered is not None and words[0] != "#" and _is_title(own, numbered)
    if not title or len(title) > _LONGEST or not (hashes or plain):
        return None
    start = line.end - len(rest) + rest.index(own)
    number = tuple(map(int, numbered["number"].split("."))) if numbered else ()
    depth = len(hashes["hashes"]) if hashes else 0
    chapter = numbered is not None and numbered.re is _CHAPTER
    return _Possible(
        index, Heading(start, start + len(own), len(number) or depth, title), number, depth, chapter
    )


def _is_title(own: str, numbered: re.Match[str]) -> bool:
    """Begins with a capital, ends as no sentence does, and is no table row. «Kap 1. Mål.» may have its stop."""
    words = own[numbered.end() :]
    bare = words.lstrip("«\"“'(*_")
    ended = words[-1:] in ",;-–" or (
        words[-1:] == "." and (numbered.re is not _CHAPTER or len(own) > 80 or ". " in words)
    )
    return bare[:1].isupper() and not ended and "\t" not in words and sum(map(str.isalpha, bare)) > 1


def _without_contents(possible: Sequence[_Possible]) -> list[_Possible]:
    """Leaves out a contents list without leaders: numbered lines in a row whose numbers all come again."""
    later = {found.number: index for index, found in enumerate(possible) if found.number}
    kept = []
    for index, found in enumerate(possible):
        repeated = found.number and later[found.number] > index and not found.hashes
        if not (repeated and _in_a_row(possible, index)):
            kept.append(found)
    return kept


def _in_a_row(possible: Sequence[_Possible], index: int) -> bool:
    near = [found.line for found in possible[max(0, index - 2) : index + 3]]
    return len(near) >= 3 and near[-1] - near[0] <= 2 * len(near)


def _trusted_chapters(possible: Sequence[_Possible], lines: Sequence[Line]) -> list[_Possible]:
    """Headings with one number (`3 Metode`): with `#` or `Kap`, or the last of its number before its first part
    (`3.1`); or, where no number has parts, those that stand apart and count from 1 to 3 at least."""
    parts = [found for found in possible if len(found.number) > 1]
    singles = [found for found in possible if len(found.number) == 1]
    if any(found.hashes or found.chapter for found in singles):
        return [found for found in singles if found.hashes or found.chapter]
    if parts:
        trusted = []
        for number in {found.number for found in singles}:
            first = next((part.line for part in parts if part.number[0] == number[0]), None)
            before = [
                found
                for found in singles
                if found.number == number and first is not None and found.line < first
            ]
            trusted += before[-1:]
        return trusted
    at = {found.line for found in singles}
    apart = [found for found in singles if _stands_apart(found.line, at, lines)]
    in_order = [found for number, found in enumerate(apart, start=1) if found.number == (number,)]
    return in_order if len(in_order) >= 3 else []


def _stands_apart(index: int, others: Collection[int], lines: Sequence[Line]) -> bool:
    """Blank lines around it, and text of its own below it before the next."""
    above = index == 0 or lines[index - 1].blank
    below = index + 1 < len(lines) and lines[index + 1].blank
    following = next((i for i in range(index + 1, len(lines)) if not lines[i].blank), None)
    return above and below and following is not None and following not in others


def _follows(last: tuple[int, ...], number: tuple[int, ...]) -> bool:
    """Whether `number` can come after `last`: one or two further at some depth, and from the beginning below it."""
    for depth, value in enumerate(number):
        before = last[depth] if depth < len(last) else 0
        if value != before:
            return before < value <= before + 2 and all(1 <= part <= 2 for part in number[depth + 1 :])
    return False
