"""Texts cut into lines of a steady width: how wide they are, and which of their lines belong together."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.cleaning.lines import Line, print_width
from qualcode.cleaning.sentence_breaks import (
    goes_on,
    is_name,
    may_begin,
    needs_more,
    open_bracket,
    unfinished,
)
from qualcode.cleaning.vocabulary import Vocabulary

_LONGEST = 250
"""Characters: lines that are longer were not cut at a page's width."""
_NARROWEST = 25
_FEWEST_CUTS = 6
_STEADY = 0.85
_SLACK = 0.985
"""A word that would have reached to this part of the line's width may not have had room on it."""
_FAR = 0.65
"""A line this wide is none that stands alone, such as a heading."""
_INDENTED = 0.92
"""The width of a list item's lines, as a part of the others'."""
_DASHES = "-–—"
_PIECE = re.compile(r"[^\s-]*-|[^\s-]+")
_SENTENCE_END = re.compile(r"[.!?:…][»”\")\]]*$")


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is cut into lines. `width` is that of a full line (see `print_width`).

    `loose`: blank lines stand between the lines of a paragraph too. `spaced`: nearly every line ends with one space,
    so that two spaces, or a line of spaces alone, say that the paragraph ends.
    """

    width: float
    loose: bool
    spaced: bool


def wrapping(lines: Sequence[Line]) -> Wrapping | None:
    """How the lines were cut; None when they were not, and each is a paragraph of its own."""
    cuts = [(one, next_) for one, next_ in pairwise(lines) if _cut(one, next_)]
    if len(cuts) < _FEWEST_CUTS or len(cuts) * 5 < sum(not line.tabbed for line in lines):
        return None
    widths = sorted(print_width(one.words) for one, _ in cuts)
    width = widths[int(len(widths) * 0.95)]
    full = sum(print_width(f"{one.words} {_first(next_)}") >= width * 0.9 for one, next_ in cuts)
    if width < _NARROWEST or full < len(cuts) * _STEADY:
        return None
    return Wrapping(
        width,
        loose=sum(next_.gap == 1 for _, next_ in cuts) >= len(cuts) * 0.2,
        spaced=sum(one.trail == 1 for one, _ in cuts) >= len(cuts) * 0.9,
    )


def _cut(one: Line, next_: Line) -> bool:
    plain = not (one.tabbed or next_.tabbed or one.contents) and len(one.words) <= _LONGEST
    return plain and next_.gap <= 1 and next_.words[0].islower() and unfinished(one.words)


def _breaks_off(one: Line, words: str) -> bool:
    return unfinished(one.words) and words[:1].islower()


def _first(line: Line) -> str:
    return line.words.split(None, 1)[0]


class Joiner:
    """Decides, line after line, whether the next one belongs to the same paragraph."""

    def __init__(self, how: Wrapping, lines: Sequence[Line], words: Vocabulary) -> None:
        """`words` are those of the whole text."""
        self._how = how
        self._words = words
        self._speakers = Counter(speaker for line in lines if (speaker := line.speaker))
        self._item = False

    def joins(self, one: Line, next_: Line, after: Line | None) -> float:
        """How sure it is that `next_` goes on with the paragraph of `one`; 0 when a paragraph ends between them.

        `after` is the line below `next_`.
        """
        self._item = one.item or (self._item and not one.numbered)
        sure = 0.0 if self._begins(one, next_) else self._goes_on(one, next_, after)
        if not sure:
            self._item = False
        return sure

    def _begins(self, one: Line, next_: Line) -> bool:
        """Whether it is plain from the look of the two that something new begins."""
        if any(
            (line.tabbed or line.contents or line.rule or line.url or line.numbered) for line in (one, next_)
        ):
            return True
        item = next_.item and not (next_.words[0] in _DASHES and _breaks_off(one, next_.words[1:].lstrip()))
        return (item or self._speakers[next_.speaker] > 1) and not needs_more(one.words)

    def _goes_on(self, one: Line, next_: Line, after: Line | None) -> float:
        how = self._how
        breaks_off = _breaks_off(one, next_.words)
        if next_.gap and not how.loose:
            return goes_on(one, next_, self._words) if self._reaches_far(one) else 0.0
        if how.spaced and (one.trail > 1 or next_.spaced):
            return 0.0
        if next_.gap > 2:
            return 0.8 if breaks_off and self.full(one, next_) else 0.0
        if self.full(one, next_):
            return 0.9 if self._same_paragraph(one, next_, after) else 0.0
        wanting = needs_more(one.words) and is_name(next_.words, self._words)
        return 0.8 if breaks_off or wanting or open_bracket(one.words) else 0.0

    def _reaches_far(self, one: Line) -> bool:
        return tail_width(one.words, self._how.width) >= self._how.width * _FAR

    def _same_paragraph(self, one: Line, next_: Line, after: Line | None) -> bool:
        """Of two lines with no room left between them: whether the second goes on with what the first is about.

        Where blank lines do not tell: not when the first is no sentence and the capital after it can only begin one;
        nor when the lines draw closer from here on, as they do where another style begins.
        """
        if not self._how.loose:
            return True
        if not _SENTENCE_END.search(one.words):
            return needs_more(one.words) or not may_begin(next_.words, self._words)
        return not (next_.gap == 1 and after is not None and after.gap == 0 and after.indent == 0)

    def full(self, one: Line, next_: Line) -> bool:
        """Whether the first word of `next_` would not have fitted on the line of `one`."""
        room = self._how.width * (_INDENTED if self._item else 1) * _SLACK
        return tail_width(one.words, room) + print_width(" " + _first(next_)) >= room


def tail_width(words: str, width: float) -> float:
    """The width of the last printed line of `words`, where a hyphen was mended before and two lines are one now."""
    whole = print_width(words)
    if whole <= width * 1.05:
        return whole
    at = 0.0
    for piece in _PIECE.findall(words):
        size = print_width(piece)
        at = size if at + size + 0.5 > width else at + size + (0.0 if piece.endswith("-") else 0.5)
    return at
