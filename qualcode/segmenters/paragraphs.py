"""Paragraphs: a line is one, unless the text is plainly cut into lines of a steady width."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from qualcode.model.spans import Span
from qualcode.segmenters.lines import Line

_NARROWEST, _WIDEST = 50, 140
_FEWEST_CUTS = 4
_STEADY = 0.85


def is_hard_wrapped(lines: Sequence[Line], alone: Collection[int] = ()) -> bool:
    """Whether lines were cut to fit a width: nearly always, the next word would not have fitted on the line.

    `alone` are indexes of lines known to begin something new. Needs blank lines between blocks, and a few cuts;
    where there is doubt, a line is a paragraph.
    """
    cuts = [
        (len(line.words), len(after.words.split(None, 1)[0]))
        for index, (line, after) in enumerate(pairwise(lines))
        if not (line.blank or after.blank or after.stands_alone or "\t" in line.words)
        and index + 1 not in alone
    ]
    blocks = sum(line.blank and not after.blank for line, after in pairwise(lines))
    if len(cuts) < _FEWEST_CUTS or blocks < 2:
        return False
    widths = sorted(length for length, _ in cuts)
    width = widths[int(len(widths) * 0.9)]
    if not _NARROWEST <= width <= _WIDEST:
        return False
    full = sum(length + 1 + word >= width * 0.9 for length, word in cuts)
    return full >= len(cuts) * _STEADY


def paragraph_spans(
    lines: Sequence[Line], begins: dict[int, int], single: Collection[int], *, wrapped: bool
) -> tuple[Span, ...]:
    """The paragraphs, in order, without white space at their ends.

    `begins` gives, for lines that begin a new paragraph, where their words start (after a speaker's label; the end of
    the line when no words follow). `single` are lines that are a paragraph of their own, such as headings.
    """
    return tuple(Span(start, end) for start, end in _joined(lines, begins, single, wrapped))


def _joined(
    lines: Sequence[Line], begins: dict[int, int], single: Collection[int], wrapped: bool
) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        start = begins.get(index, line.start)
        empty = line.blank or start >= line.end
        new = not wrapped or index in begins or index in single or index - 1 in single or line.stands_alone
        if current and (empty or new):
            yield current
            current = None
        if not empty:
            current = (current[0] if current else start, line.end)
    if current:
        yield current
