"""The parts of one document: sections, speaker turns, paragraphs and sentences, as positions.

A `Structure` is computed once at import, stored beside the text, and answers "where am I" for any position.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from qualcode.model.layers import Emphasis, Note, Page, Quote, Region, Stretch
from qualcode.model.spans import Span, index_of

Unit = Literal["section", "turn", "paragraph", "sentence"]
UNITS: tuple[Unit, ...] = ("section", "turn", "paragraph", "sentence")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that stands in the text: its own words at `[start, end)`, its level from 1."""

    start: int
    end: int
    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Section:
    """From a heading to the next of the same or a higher level. `path` lists the headings above and its own.

    `[start, end)` begins at the heading's own words and holds its sub-sections too.
    """

    start: int
    end: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's words. `[start, end)` leaves out the label; `label_start` is where the label begins.

    `speaker` is who it is (`R1`, `Ingrid`), `time` seconds from the start where the transcript says so, `label` what
    stands in the text where a person has given the speaker another name.
    """

    start: int
    end: int
    speaker: str
    label_start: int
    time: float | None = None
    interviewer: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a position is: numbers count from 1, so that a person can find it again."""

    paragraph: int
    speaker: str = ""
    section: tuple[str, ...] = ()
    interviewer: bool = False
    page: str = ""


@dataclass(frozen=True, slots=True)
class Structure:
    """All parts of one text, each in order of start. Paragraphs and sentences never overlap their neighbours.

    `excluded` are parts that are no material; they are shown, but not searched, counted or suggested from. `quotes` are
    informants' words in a report, as confirmed by a person; `languages` parts in another language than the document's.
    """

    headings: tuple[Heading, ...] = ()
    sections: tuple[Section, ...] = ()
    turns: tuple[Turn, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    sentences: tuple[Span, ...] = ()
    pages: tuple[Page, ...] = ()
    excluded: tuple[Region, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    notes: tuple[Note, ...] = ()
    quotes: tuple[Quote, ...] = ()
    languages: tuple[Stretch, ...] = ()

    @property
    def speakers(self) -> tuple[str, ...]:
        """Each speaker once, in the order in which they first speak; those whose words a report quotes come after."""
        quoted = (quote.speaker for quote in self.quotes if quote.speaker)
        return tuple(dict.fromkeys((*(turn.speaker for turn in self.turns), *quoted)))

    def spans(self, unit: Unit) -> tuple[Span, ...]:
        """The parts of one kind as spans."""
        if unit == "paragraph":
            return self.paragraphs
        if unit == "sentence":
            return self.sentences
        parts = self.sections if unit == "section" else self.turns
        return tuple(Span(part.start, part.end) for part in parts if part.end > part.start)

    def turn_at(self, position: int) -> Turn | None:
        """The turn whose words or label hold `position`."""
        index = index_of([turn.label_start for turn in self.turns], position)
        return self.turns[index] if index >= 0 and position < self.turns[index].end else None

    def section_at(self, position: int) -> tuple[str, ...]:
        """The headings above `position`, outermost first; empty before the first heading."""
        index = index_of([section.start for section in self.sections], position)
        while index >= 0 and position >= self.sections[index].end:
            index -= 1
        return self.sections[index].path if index >= 0 else ()

    def place(self, position: int) -> Place:
        """Paragraph number, speaker and section of `position`; a label counts to the words after it."""
        turn = self.turn_at(position)
        at = max(position, turn.start) if turn else position
        return Place(
            paragraph=max(1, index_of([span.start for span in self.paragraphs], at) + 1),
            speaker=turn.speaker if turn else self.quoted_at(position),
            section=self.section_at(position),
            interviewer=bool(turn and turn.interviewer),
            page=self.page_at(position),
        )

    def quoted_at(self, position: int) -> str:
        """Whose words a report quotes at `position`; empty where it quotes none, or does not say whose."""
        index = index_of([quote.start for quote in self.quotes], position)
        return self.quotes[index].speaker if index >= 0 and position < self.quotes[index].end else ""

    def excluded_at(self, start: int, end: int) -> Region | None:
        """The part that is no material in which all of `[start, end)` lies."""
        index = index_of([region.start for region in self.excluded], start)
        return self.excluded[index] if index >= 0 and end <= self.excluded[index].end else None

    def language_at(self, position: int) -> str:
        """The language at `position`; empty where it is the document's."""
        index = index_of([stretch.start for stretch in self.languages], position)
        return self.languages[index].language if index >= 0 and position < self.languages[index].end else ""

    def page_at(self, position: int) -> str:
        """The number printed on the page that holds `position`; empty where pages are not known."""
        index = index_of([page.start for page in self.pages], position)
        return self.pages[index].number if index >= 0 else ""


def to_plain(structure: Structure) -> dict[str, Any]:
    """As lists and numbers for JSON; `from_plain` gives back an equal structure."""
    return {
        "headings": [[h.start, h.end, h.level, h.title] for h in structure.headings],
        "sections": [[s.start, s.end, list(s.path)] for s in structure.sections],
        "turns": [
            [t.start, t.end, t.speaker, t.label_start, t.time, t.interviewer, t.label]
            for t in structure.turns
        ],
        "paragraphs": [n for span in structure.paragraphs for n in (span.start, span.end)],
        "sentences": [n for span in structure.sentences for n in (span.start, span.end)],
        "pages": [[p.start, p.number] for p in structure.pages],
        "excluded": [[r.kind, r.start, r.end, r.confidence, r.group] for r in structure.excluded],
        "emphasis": [[e.start, e.end, e.kind] for e in structure.emphasis],
        "notes": [[n.start, n.number, n.text] for n in structure.notes],
        "quotes": [
            [q.start, q.end, q.speaker, q.confidence, list(q.evidence), q.group] for q in structure.quotes
        ],
        "languages": [[s.start, s.end, s.language, s.confidence, s.group] for s in structure.languages],
    }


def from_plain(plain: Mapping[str, Any]) -> Structure:
    """The structure that `to_plain` wrote."""
    return Structure(
        headings=tuple(Heading(*row) for row in plain["headings"]),
        sections=tuple(Section(start, end, tuple(path)) for start, end, path in plain["sections"]),
        turns=tuple(Turn(*row) for row in plain["turns"]),
        paragraphs=_paired(plain["paragraphs"]),
        sentences=_paired(plain["sentences"]),
        pages=tuple(Page(*row) for row in plain["pages"]),
        excluded=tuple(Region(*row) for row in plain["excluded"]),
        emphasis=tuple(Emphasis(*row) for row in plain["emphasis"]),
        notes=tuple(Note(*row) for row in plain["notes"]),
        quotes=tuple(
            Quote(start, end, speaker, sure, tuple(evidence), group)
            for start, end, speaker, sure, evidence, group in plain.get("quotes", ())
        ),
        languages=tuple(Stretch(*row) for row in plain.get("languages", ())),
    )


def _paired(numbers: list[int]) -> tuple[Span, ...]:
    return tuple(map(Span, numbers[::2], numbers[1::2]))
