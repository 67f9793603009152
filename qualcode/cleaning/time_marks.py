"""A recording's times in a transcript (`[00:12:41]`, `#00:12:41-5#`, a time on a line of its own): known beside the text,
and out of it.

A time that is all that tells a speaker's label from other short lines (`Kari 00:12`, with the words below) stays.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from qualcode.cleaning.draft import Change, Found
from qualcode.model.values import Language

_FEWEST = 3
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_RANGE = rf"{_CLOCK}(?:\s*(?:-->|[-–])\s*{_CLOCK})?"
_MARK = re.compile(rf"[\[({{<‹]\s*{_RANGE}\s*[\])}}>›]|#{_CLOCK}(?:-\d{{1,2}})?#")
_ALONE = re.compile(rf"[ \t]*(?:{_MARK.pattern}|{_RANGE})[ \t]*")
_TIME = re.compile(_CLOCK)
_SHORT_LABEL = re.compile(r"\W*[^\W\d_][\w .’'-]{0,39}\W*")


@dataclass(frozen=True, slots=True)
class _Mark:
    """A time at `[start, end)`, with the white space that goes with it."""

    start: int
    end: int
    seconds: float


class TimeMarks:
    """Lifts times out of a transcript; each stays known at its place."""

    name = "time-marks"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each time; none where there are few of them, or their order is no clock's."""
        marks = list(_marks(text))
        if len(marks) < _FEWEST or not _runs(mark.seconds for mark in marks):
            return Found()
        changes = tuple(Change(mark.start, mark.end, confidence=0.9) for mark in marks)
        return Found(changes, times=tuple((mark.start, mark.seconds) for mark in marks))


def _marks(text: str) -> Iterator[_Mark]:
    at = 0
    for line in text.split("\n"):
        end = at + len(line)
        if ":" in line and _ALONE.fullmatch(line):
            yield _Mark(at, min(end + 1, len(text)), _seconds(line))
        elif ":" in line:
            yield from _within(text, at, end)
        at = end + 1


def _within(text: str, first: int, last: int) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, first, last):
        label_alone = not text[match.end() : last].strip("*_ \t") and _SHORT_LABEL.fullmatch(
            text, first, match.start()
        )
        if not label_alone:
            yield _Mark(*_with_space(text, *match.span()), _seconds(match.group()))


def _runs(times: Iterable[float]) -> bool:
    """Whether nearly all times come after the one before, as a recording's do."""
    told = list(times)
    later = sum(one <= next_ for one, next_ in pairwise(told))
    return later >= 0.8 * (len(told) - 1)


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The mark and one of the spaces around it, so that the words stay parted as they were."""
    if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
        return start, end + 1
    if start and text[start - 1] == " " and (end == len(text) or not text[end].isalnum()):
        return start - 1, end
    return start, end


def _seconds(mark: str) -> float:
    """The first clock time of a mark, in seconds."""
    total = 0.0
    for part in _TIME.findall(mark)[0].replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
