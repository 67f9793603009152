"""All parts of one text."""

from bisect import bisect_right
from collections.abc import Sequence

from qualcode.language import sentence_spans
from qualcode.model.structure import Heading, Structure
from qualcode.model.values import Language
from qualcode.segmenters.labels import Label
from qualcode.segmenters.lines import Line, lines_of
from qualcode.segmenters.paragraphs import paragraph_spans, wrap_width
from qualcode.segmenters.sections import found_headings, sections_of
from qualcode.segmenters.turns import speaker_labels, turns_of

_WRAPPED_FORMATS = ("txt", "md")


def structure_of(
    text: str, *, headings: Sequence[Heading] = (), language: Language, format: str = "txt"
) -> Structure:
    """The sections, speaker turns, paragraphs and sentences of a canonical text (NFC, LF).

    `headings` are those the format knows of; a plain text without any is searched for numbered ones. Paragraphs and
    sentences begin after a speaker's label; blank lines, rules and labels are in none of them. Never raises, and
    gives the same parts for the same text.
    """
    lines = lines_of(text)
    if not headings and format == "txt":
        headings = found_headings(lines)
    known = tuple(
        sorted((h for h in headings if h.start < h.end <= len(text)), key=lambda h: (h.start, h.level))
    )
    titled = _lines_at([heading.start for heading in known], lines)
    width = wrap_width(lines, titled) if format in _WRAPPED_FORMATS else 0
    labels = speaker_labels(lines, titled, wrapped=width > 0)
    paragraphs = paragraph_spans(lines, _begins(labels, lines), titled, width)
    return Structure(
        headings=known,
        sections=sections_of(known, len(text)),
        turns=turns_of(text, labels, paragraphs, [lines[index].start for index in sorted(titled)]),
        paragraphs=paragraphs,
        sentences=sentence_spans(text, paragraphs, language),
    )


def _lines_at(positions: Sequence[int], lines: Sequence[Line]) -> frozenset[int]:
    starts = [line.start for line in lines]
    return frozenset(max(0, bisect_right(starts, position) - 1) for position in positions)


def _begins(labels: Sequence[Label], lines: Sequence[Line]) -> dict[int, int]:
    """Where the words begin on the lines that begin a turn; a line with its time alone holds none."""
    stamps = {label.stamp: lines[label.stamp].end for label in labels if label.stamp is not None}
    return stamps | {label.line: label.words for label in labels}
