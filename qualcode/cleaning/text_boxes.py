"""Text boxes: a few narrow lines at the foot of a page, read in the middle of the sentence that goes on overleaf."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.cleaning.lines import Line, print_width
from qualcode.cleaning.sentence_breaks import may_begin, unfinished
from qualcode.cleaning.vocabulary import Vocabulary

_MOST_LINES = 6
_QUOTES = '«“"'
_NARROW, _WIDE = 0.8, 0.85


@dataclass(frozen=True, slots=True)
class Box:
    """Lines `first` to `last` are a box; the sentence that it interrupts breaks off above and goes on below it."""

    first: int
    last: int


def text_boxes(
    found: Sequence[Line], joined: Sequence[float], width: float, words: Vocabulary
) -> tuple[Box, ...]:
    """The boxes among the lines. `joined[i]` says whether line `i + 1` goes on with line `i`; `width` is a full line's."""
    boxes: list[Box] = []
    for index, line in enumerate(found[:-2]):
        if boxes and index <= boxes[-1].last:
            continue
        if joined[index] and not _may_be_new(found[index + 1], words):
            continue
        if not unfinished(line.words) or print_width(line.words) < width * _WIDE:
            continue
        last = _last_of_box(found, index + 1, width)
        if last > index:
            boxes.append(Box(index + 1, last))
    return tuple(boxes)


def _may_be_new(line: Line, words: Vocabulary) -> bool:
    return line.words[0] in _QUOTES or may_begin(line.words, words)


def _last_of_box(found: Sequence[Line], first: int, width: float) -> int:
    """The last line of the box that begins at line `first`, or -1 where there is none."""
    if found[first].words[0].islower() or found[first].item or found[first].numbered:
        return -1
    for index in range(first, min(first + _MOST_LINES, len(found) - 1)):
        if print_width(found[index].words) > width * _NARROW or found[index].contents or found[index].tabbed:
            return -1
        below = found[index + 1]
        if below.words[0].islower() and _begins_page(below):
            return index
    return -1


def _begins_page(line: Line) -> bool:
    """Whether `line` shows that a page begins: it follows the line above at once, but for a space, or an empty
    paragraph stands where the page number was."""
    return (line.gap == 0 and line.indent > 0) or line.spaced
