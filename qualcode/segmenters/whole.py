"""All parts of one text."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import get_args

from qualcode.language import sentence_spans
from qualcode.model.layers import Stretch
from qualcode.model.spans import Span, index_of
from qualcode.model.structure import Heading, Structure
from qualcode.model.values import Language
from qualcode.segmenters.labels import Label
from qualcode.segmenters.lines import Line, lines_of
from qualcode.segmenters.paragraphs import paragraph_spans, wrap_width
from qualcode.segmenters.sections import found_headings, sections_of
from qualcode.segmenters.turns import speaker_labels, turns_of

_WRAPPED_FORMATS = ("txt", "md")
_RUN_IN = 80
"""Characters beside a heading on its line, from which they are more than its number, its markup or its page."""
_LANGUAGES: Mapping[str, Language] = {language: language for language in get_args(Language)}


def structure_of(
    text: str,
    *,
    headings: Sequence[Heading] | None = None,
    language: Language,
    format: str = "txt",
    languages: Sequence[Stretch] = (),
) -> Structure:
    """The sections, speaker turns, paragraphs and sentences of a canonical text (NFC, LF).

    `headings` are taken as they are, none too; when nobody knows of any (None), a plain text is searched for numbered
    ones. Paragraphs and sentences begin after a speaker's label; blank lines, rules and labels are in none of them.
    Sentences end by the rules of `language`, and within `languages` by those of the stretch. Never raises, and gives the
    same parts for the same text.
    """
    lines = lines_of(text)
    if headings is None:
        headings = found_headings(lines) if format == "txt" else ()
    known = tuple(
        sorted((h for h in headings if h.start < h.end <= len(text)), key=lambda h: (h.start, h.level))
    )
    titled = _lines_of(known, lines)
    width = wrap_width(lines, titled) if format in _WRAPPED_FORMATS else 0
    labels = speaker_labels(lines, titled, wrapped=width > 0)
    paragraphs = paragraph_spans(lines, _begins(labels, lines), titled, width)
    paragraphs = tuple(_cut(text, paragraphs, known))
    return Structure(
        headings=known,
        sections=sections_of(known, len(text)),
        turns=turns_of(text, labels, paragraphs, [lines[index].start for index in sorted(titled)]),
        paragraphs=paragraphs,
        sentences=_sentences(text, paragraphs, language, languages),
    )


def _lines_of(headings: Sequence[Heading], lines: Sequence[Line]) -> frozenset[int]:
    """Indexes of the lines on which headings stand."""
    starts = [line.start for line in lines]
    return frozenset(
        index
        for heading in headings
        for index in range(max(0, index_of(starts, heading.start)), index_of(starts, heading.end - 1) + 1)
    )


def _cut(text: str, paragraphs: Sequence[Span], headings: Sequence[Heading]) -> Iterator[Span]:
    """The paragraphs; a heading that has run into one stands apart from what is before and after it."""
    starts = [span.start for span in paragraphs]
    cuts: dict[int, list[int]] = {}
    for heading in headings:
        at = index_of(starts, heading.start)
        if at >= 0 and heading.end <= paragraphs[at].end:
            before, after = heading.start - paragraphs[at].start, paragraphs[at].end - heading.end
            cuts.setdefault(at, []).extend(
                [heading.start] * (before > _RUN_IN) + [heading.end] * (after > _RUN_IN)
            )
    for at, span in enumerate(paragraphs):
        edges = sorted({span.start, span.end, *cuts.get(at, ())})
        for start, end in pairwise(edges):
            piece = text[start:end]
            if piece.strip():
                yield Span(start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip()))


def _sentences(
    text: str, paragraphs: Sequence[Span], language: Language, stretches: Sequence[Stretch]
) -> tuple[Span, ...]:
    """The sentences of each paragraph, by the rules of the language it is in."""
    known = sorted(
        (stretch for stretch in stretches if stretch.language in _LANGUAGES), key=lambda s: s.start
    )
    starts = [stretch.start for stretch in known]

    def spoken(paragraph: Span) -> Language:
        at = index_of(starts, paragraph.start)
        within = at >= 0 and paragraph.start < known[at].end
        return _LANGUAGES[known[at].language] if within else language

    runs = groupby(paragraphs, key=spoken)
    return tuple(span for of, run in runs for span in sentence_spans(text, tuple(run), of))


def _begins(labels: Sequence[Label], lines: Sequence[Line]) -> dict[int, int]:
    """Where the words begin on the lines that begin a turn; a line with its time alone holds none."""
    stamps = {label.stamp: lines[label.stamp].end for label in labels if label.stamp is not None}
    return stamps | {label.line: label.words for label in labels}
