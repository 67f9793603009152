"""What is proposed for a document when it comes in, in positions of the text as read."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Protocol, TypeVar

from qualcode.model.bundle import ReadDocument
from qualcode.model.cleaning import Cleaning, CleanText, cleaned
from qualcode.model.edits import TextMap
from qualcode.model.layers import Quote, Stretch, Title
from qualcode.model.spans import Span
from qualcode.model.structure import Heading, Structure
from qualcode.model.values import Language

DOUBTFUL = 0.5
"""Proposals that are less sure than this begin as rejected."""
TIMES = "time-marks"
"""The rule that takes a recording's times out of the text."""
P = TypeVar("P", Title, Quote, Stretch)


class _Sure(Protocol):
    """Every kind of proposal: it has a name, and says how sure it is."""

    @property
    def group(self) -> str: ...

    @property
    def confidence(self) -> float: ...


def edits(document: ReadDocument, *, language: Language, clean: str) -> Cleaning:
    """What the file's format knows, and what the rules propose, the doubtful rejected; no rules when `clean` is `off`."""
    found = Cleaning()
    if clean != "off":
        from qualcode.cleaning import propose

        found = propose(document.text, language=language, format=document.format)
    doubtful = _doubtful((*found.edits, *found.regions))
    pages = tuple(sorted((*document.pages, *found.pages), key=lambda page: page.start))
    known = replace(
        found,
        headings=_known_headings(document),
        times=tuple(sorted((*document.times, *found.times))),
        pages=pages,
    )
    known = replace(
        known, notes=(*document.notes, *found.notes), emphasis=(*document.emphasis, *found.emphasis)
    )
    return replace(known, rejected=frozenset(doubtful))


def _known_headings(document: ReadDocument) -> tuple[Heading, ...]:
    """The headings that the file's format marks; a plain text may be marked as Markdown is."""
    if document.headings or document.format != "txt":
        return document.headings
    from qualcode.formats import markdown

    return tuple(markdown.headings(document.text))


def speech(read: str, cleaning: Cleaning, *, language: Language, format: str) -> Cleaning:
    """`cleaning` without taking times out, when without them it cannot be seen who speaks."""
    from qualcode.segmenters import structure_of

    lifted = {edit.group for edit in cleaning.edits if edit.rule == TIMES}
    if not lifted:
        return cleaning
    kept = replace(cleaning, rejected=cleaning.rejected | lifted)
    without, with_ = (
        [
            turn.speaker
            for turn in structure_of(cleaned(read, each).text, language=language, format=format).turns
        ]
        for each in (cleaning, kept)
    )
    return cleaning if without == with_ else kept


def parts(read: str, cleaning: Cleaning, *, language: Language, format: str) -> Cleaning:
    """`cleaning` with the headings, and the stretches in another language, that its clean text seems to have."""
    from qualcode.segmenters import propose_stretches, propose_titles

    clean = cleaned(read, cleaning)
    found = propose_titles(
        clean.text,
        headings=clean.headings,
        excluded=clean.excluded,
        language=language,
        format=format,
        emphasis=clean.emphasis,
    )
    titles = _as_read(clean.map, found, "heading")
    sure = [Heading(t.start, t.end, t.level, t.title) for t in found if t.confidence >= DOUBTFUL]
    stretches = _as_read(
        clean.map, propose_stretches(clean.text, headings=sure, language=language), "language"
    )
    rejected = cleaning.rejected | _doubtful((*titles, *stretches))
    return replace(cleaning, titles=titles, stretches=stretches, rejected=rejected)


def quotes(clean: CleanText, structure: Structure, cleaning: Cleaning, *, language: Language) -> Cleaning:
    """`cleaning` with informants' words that the text seems to quote; each waits until a person confirms it."""
    from qualcode.segmenters import propose_quotes

    found = _as_read(clean.map, propose_quotes(clean.text, structure, language=language), "quotation")
    waiting = {quote.group for quote in found}
    return replace(cleaning, quotes=found, rejected=cleaning.rejected | waiting)


def _doubtful(proposals: Iterable[_Sure]) -> set[str]:
    return {each.group for each in proposals if each.confidence < DOUBTFUL}


def _as_read(map_: TextMap, proposals: Iterable[P], kind: str) -> tuple[P, ...]:
    """The proposals with their names, and positions of the text as read.

    What stands only in words that an edit moved about has no place there, and is left out.
    """
    moved = []
    for each in proposals:
        here = Span(each.start, each.end)
        span = map_.to_read(here)
        if span and map_.to_clean(span) == here:
            group = f"{kind}:{span.start}"
            moved.append(replace(each, start=span.start, end=span.end, group=group))
    return tuple(moved)
