"""Sentences that the end of a line or of a page cut in two, and paragraphs cut into lines.

Where a text is cut into lines of a steady width, its paragraphs are put together. Elsewhere each line is a
paragraph, and only sentences that a page break cut are joined: a wrong join would destroy where a quotation ends.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qualcode.cleaning.draft import Change, Found
from qualcode.cleaning.lines import Line, lines
from qualcode.cleaning.sentence_breaks import between, goes_on
from qualcode.cleaning.text_boxes import Box, text_boxes
from qualcode.cleaning.vocabulary import Vocabulary
from qualcode.cleaning.wrapping import Joiner, Wrapping, wrapping
from qualcode.model.values import Language

_FEW = 3
"""From so many on, and from one in twenty, paragraphs that begin with a small letter and go on with nothing are a habit,
as in answers to a survey: then a small letter tells nothing."""
_SUBTITLES = frozenset({"vtt", "srt"})


class BrokenSentences:
    """Joins what belongs together; afterwards a paragraph is a line."""

    name = "broken-sentences"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each break, and for each text box that stands in a sentence."""
        if format in _SUBTITLES:
            return Found()
        found = lines(text)
        words = Vocabulary(text)
        how = wrapping(found)
        return Found(tuple(_in_paragraphs(found, how, words) if how else _across_pages(found, words)))


def _across_pages(found: Sequence[Line], words: Vocabulary) -> Iterator[Change]:
    pairs = [(one, next_, goes_on(one, next_, words)) for one, next_ in pairwise(found) if next_.gap]
    small = [sure for _, next_, sure in pairs if next_.words[0].islower() and not next_.tabbed]
    alone = small.count(0.0)
    habit = alone >= max(_FEW, len(pairs) * 0.05) and alone * 4 > len(small)
    for one, next_, sure in pairs:
        if sure and not (habit and next_.words[0].islower()):
            yield _join(one, next_, sure)


def _join(one: Line, next_: Line, confidence: float) -> Change:
    return Change(one.end, next_.start, between(one, next_), confidence)


def _in_paragraphs(found: Sequence[Line], how: Wrapping, words: Vocabulary) -> Iterator[Change]:
    joiner = Joiner(how, found, words)
    below = [*found[2:], None]
    joined = [
        joiner.joins(one, next_, after) for (one, next_), after in zip(pairwise(found), below, strict=False)
    ]
    boxes = {box.first - 1: box for box in text_boxes(found, joined, how.width, words)}
    index = 0
    while index < len(joined):
        if index in boxes:
            change, index = _behind(found, joined, boxes[index])
            yield change
        elif joined[index]:
            yield _join(found[index], found[index + 1], joined[index])
        index += 1


def _behind(found: Sequence[Line], joined: Sequence[float], box: Box) -> tuple[Change, int]:
    """The box moved behind the paragraph that it interrupts, and the index of that paragraph's last line but one."""
    last = box.last + 1
    while last < len(joined) and joined[last]:
        last += 1
    rest = " ".join(line.words for line in found[box.last + 1 : last + 1])
    inside = found[box.first].words
    for index in range(box.first, box.last):
        inside += (" " if joined[index] else "\n\n") + found[index + 1].words
    above = found[box.first - 1]
    change = Change(above.end, found[last].end, f" {rest}\n\n{inside}", 0.85, group=f"box:{above.end}")
    return change, last - 1
