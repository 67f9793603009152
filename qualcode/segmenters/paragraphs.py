"""Paragraphs: a line is one, unless the text is plainly cut into lines of a steady width."""

from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from qualcode.model.spans import Span
from qualcode.segmenters.lines import Line

_NARROWEST, _WIDEST = 50, 140
_FEWEST_CUTS = 4
_STEADY = 0.85


def wrap_width(lines: Sequence[Line], alone: Collection[int] = ()) -> int:
    """The width at which lines were cut, 0 when they were not: nearly always, the next word would not have fitted.

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
        return 0
    widths = sorted(length for length, _ in cuts)
    width = widths[int(len(widths) * 0.9)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(length + 1 + word >= width * 0.9 for length, word in cuts)
    return width if full >= len(cuts) * _STEADY else 0


def paragraph_spans(
    lines: Sequence[Line], begins: dict[int, int], single: Collection[int], width: int
) -> tuple[Span, ...]:
    """The paragraphs, in order, without white space at their ends.

    `begins` gives, for lines that begin a new paragraph, where their words start (after a speaker's label; the end of
    the line when no words follow). `single` are lines that are a paragraph of their own, such as headings. `width` is
    what `wrap_width` found.
    """
    return tuple(Span(start, end) for start, end in _joined(lines, begins, single, width))


def _joined(
    lines: Sequence[Line], begins: dict[int, int], single: Collection[int], width: int
) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for index, line in enumerate(lines):
        start = begins.get(index, line.start)
        empty = line.blank or start >= line.end
        new = index in begins or index in single or index - 1 in single or line.stands_alone
        if current and (empty or new or not width or _ended_early(lines[index - 1], line, width)):
            yield current
            current = None
        if not empty:
            current = (current[0] if current else start, line.end)
    if current:
        yield current


def _ended_early(line: Line, after: Line, width: int) -> bool:
    """Whether `line` is the last of its paragraph: it ends a sentence, and the next word would have fitted on it."""
    return (
        line.words[-1:] in (".", "!", "?", ":", "»")
        and len(line.words) + len(after.words.split(None, 1)[0]) < width * 0.8
    )
