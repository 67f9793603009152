"""Parts in another language than the document's: an English summary, a chapter in nynorsk, a long quotation of a source."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcode.language import telling_words
from qualcode.model.layers import Stretch
from qualcode.model.spans import index_of
from qualcode.model.structure import Heading
from qualcode.model.values import Language
from qualcode.segmenters.lines import Line, lines_of

_REFERENCE = re.compile(r"\((?:19|20)\d\d[a-z]?\)|https?://|\bdoi\b")
"""What stands at the beginning of an entry in a list of literature, whose titles are in any language."""
_ENGLISH = 0.12
"""Share of telling words from which a paragraph is plainly English: running text has a quarter, titles of articles have
fewer."""
_NORWEGIAN = 0.04
_PLAIN = 4
_FEWEST = 3
_FEWEST_WORDS = 60
_MOST_UNTOLD = 60
"""Words of doubtful paragraphs in a row that a stretch may go on over."""


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A line, with the language it is plainly in; None where too little tells."""

    line: Line
    words: int
    language: Language | None


def propose_stretches(
    text: str, *, headings: Sequence[Heading] = (), language: Language
) -> tuple[Stretch, ...]:
    """The sections, and the runs of three paragraphs or sixty words, that are plainly not in `language`.

    English in a Norwegian text, or the other way, is easily seen; bokmål in nynorsk only where one side has next to none
    of the other's words. Whole paragraphs, in order, without overlaps; a heading goes with what stands under it. Never
    raises.
    """
    paragraphs = [_paragraph(line, language) for line in lines_of(text) if not line.blank]
    titled = _titles(paragraphs, headings)
    return tuple(
        Stretch(run[0].line.start, run[-1].line.end, other, _confidence(run, other))
        for run, other in _runs(paragraphs, titled, language)
    )


def _paragraph(line: Line, own: Language) -> _Paragraph:
    words, counts = telling_words(line.words)
    if words < _FEWEST_WORDS and _REFERENCE.search(line.words, 0, 120):
        return _Paragraph(line, words, None)
    norwegian = counts["nb"] + counts["nn"]
    found: Language | None = None
    if counts["en"] >= max(3, words * _ENGLISH) and counts["en"] >= 4 * norwegian:
        found = "en"
    elif norwegian >= max(1, words * _NORWEGIAN) and norwegian >= 2 * counts["en"]:
        found = _norwegian(counts, own)
    return _Paragraph(line, words, found)


def _norwegian(counts: Mapping[Language, int], own: Language) -> Language | None:
    """Bokmål or nynorsk: in an English text whichever has more; else the document's own, unless the other is plain."""
    if own == "en":
        return "nn" if counts["nn"] > counts["nb"] else "nb"
    other: Language = "nn" if own == "nb" else "nb"
    if counts[other] >= _PLAIN and counts[other] >= 6 * counts[own]:
        return other
    return own if counts[own] >= 2 * counts[other] else None


def _titles(paragraphs: Sequence[_Paragraph], headings: Sequence[Heading]) -> frozenset[int]:
    """Indexes of the paragraphs that are headings."""
    starts = [paragraph.line.start for paragraph in paragraphs]
    return frozenset(index_of(starts, heading.start) for heading in headings)


def _runs(
    paragraphs: Sequence[_Paragraph], titled: frozenset[int], own: Language
) -> Iterator[tuple[Sequence[_Paragraph], Language]]:
    """Runs long enough in one other language. A heading belongs to what follows it; a doubtful paragraph at the end of a
    section belongs to what came before."""
    index = 0
    while index < len(paragraphs):
        other = paragraphs[index].language
        if other is None or other == own:
            index += 1
            continue
        end = _end(paragraphs, titled, index, other)
        told = [paragraph for paragraph in paragraphs[index:end] if paragraph.language == other]
        if len(told) >= _FEWEST or sum(paragraph.words for paragraph in told) >= _FEWEST_WORDS:
            yield paragraphs[_begin(paragraphs, titled, index) : end], other
        index = max(end, index + 1)


def _end(paragraphs: Sequence[_Paragraph], titled: frozenset[int], index: int, other: Language) -> int:
    """The index after the last paragraph of the run that begins at `index`."""
    end = index + 1
    untold = 0
    for at in range(index + 1, len(paragraphs)):
        paragraph = paragraphs[at]
        if paragraph.language not in (None, other) or untold > _MOST_UNTOLD:
            return end
        if paragraph.language == other:
            end, untold = at + 1, 0
        elif at in titled and untold:
            end = at  # what came before ends its section
            untold += paragraph.words
        else:
            untold += paragraph.words
    return len(paragraphs) if untold <= _MOST_UNTOLD else end


def _begin(paragraphs: Sequence[_Paragraph], titled: frozenset[int], index: int) -> int:
    """The run with the heading above it: a known one, or a few words without a stop."""
    if index == 0 or paragraphs[index - 1].language is not None:
        return index
    above = paragraphs[index - 1]
    heading = index - 1 in titled or (above.words <= 6 and above.line.words[-1] not in ".!?,;»")
    return index - 1 if heading else index


def _confidence(run: Sequence[_Paragraph], other: Language) -> float:
    """How much of the run is plainly in that language."""
    told = sum(paragraph.words for paragraph in run if paragraph.language == other)
    share = told / max(1, sum(paragraph.words for paragraph in run))
    return round(0.5 + 0.45 * share, 2)
