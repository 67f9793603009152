"""Positions: `[start, end)` in Unicode code points, and the border to other units.

Inside the program every position counts code points of the document's canonical text (NFC, LF).
Browsers count UTF-16 units; the two functions here are the only place where the units meet.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.errors import BadSpan

_REGIONAL = "".join(map(chr, range(0x1F1E6, 0x1F200)))


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`[start, end)` in code points; never empty, never negative."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if self.start < 0 or self.end <= self.start:
            raise BadSpan(
                "Positions {start}–{end} hold no text: the end must come after the start.",
                start=self.start,
                end=self.end,
            )

    @property
    def length(self) -> int:
        """Number of code points."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def within(self, other: "Span") -> bool:
        """Whether every code point of this one lies in `other`."""
        return other.start <= self.start and self.end <= other.end

    def of(self, text: str) -> str:
        """Exactly the words of this span. Raises `BadSpan` where it reaches outside `text`."""
        return text[fitting(self, text).start : self.end]


def fitting(span: Span, text: str) -> Span:
    """`span`, when it lies within `text`; else `BadSpan`. Misfits are refused, never nudged."""
    if span.end > len(text):
        raise BadSpan(
            "Positions {start}–{end} reach outside the text, which has {length} characters.",
            start=span.start,
            end=span.end,
            length=len(text),
        )
    return span


def splits_character(text: str, position: int) -> bool:
    """Whether a cut at `position` would part a letter from its combining mark, or an emoji from its parts."""
    if not 0 < position < len(text):
        return False
    before, after = text[position - 1], text[position]
    if unicodedata.category(after)[0] == "M" or "\u200d" in (before, after):
        return True
    if "\U0001f1e6" <= before <= "\U0001f1ff" and "\U0001f1e6" <= after <= "\U0001f1ff":
        return _flags_before(text, position) % 2 == 1
    return "\U0001f3fb" <= after <= "\U0001f3ff" or "\U000e0020" <= after <= "\U000e007f"


def _flags_before(text: str, position: int) -> int:
    """How many regional letters stand right before `position`; two make a flag."""
    before = text[:position]
    return len(before) - len(before.rstrip(_REGIONAL))


def from_utf16(text: str, position: int) -> int:
    """The code point position of a UTF-16 position in `text`.

    Raises `BadSpan` outside the text or between the two halves of one character.
    """
    units = 0
    for index, character in enumerate(text):
        if units == position:
            return index
        units += 2 if ord(character) > 0xFFFF else 1
    if units != position:
        raise BadSpan("Position {position} is not between two characters of the text.", position=position)
    return len(text)


def to_utf16(text: str, position: int) -> int:
    """The UTF-16 position of code point `position` in `text`. Raises `BadSpan` outside the text."""
    if not 0 <= position <= len(text):
        raise BadSpan("Position {position} is not between two characters of the text.", position=position)
    return position + sum(1 for character in text[:position] if ord(character) > 0xFFFF)


def index_of(starts: Sequence[int], position: int) -> int:
    """Index of the last entry of the sorted `starts` that is not after `position`; -1 when there is none."""
    return bisect_right(starts, position) - 1


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The same code points as sorted spans that neither overlap nor touch."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)
