"""A text on its way through the rules: each rule sees what the earlier ones made of it, and proposes more.

Rules speak of the text in front of them; here that is written back in positions of the text as read.
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import Protocol

from qualcode.model.cleaning import Cleaning
from qualcode.model.edits import Edit, TextMap
from qualcode.model.layers import Emphasis, Note, Page, Region
from qualcode.model.spans import Span
from qualcode.model.values import Language


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """Write `after` in place of `[start, end)` of the text in front of the rule. Changes of one rule do not overlap.

    Changes with the same `group` are one proposal (a footnote and its mark); without one each stands alone.
    """

    start: int
    end: int
    after: str = ""
    confidence: float = 1.0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found, in positions of the text in front of it."""

    changes: tuple[Change, ...] = ()
    regions: tuple[Region, ...] = ()
    pages: tuple[Page, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    notes: tuple[Note, ...] = ()
    times: tuple[tuple[int, float], ...] = ()


class Rule(Protocol):
    """One kind of repair. `name` is what people see and switch off; it is also the first part of every group's name."""

    name: str

    def look(self, text: str, *, language: Language, format: str) -> Found:
        """What there is to repair in `text`; nothing where there is no good evidence."""
        ...


@dataclass(slots=True)
class Draft:
    """The text as read and what has been proposed for it so far."""

    read: str
    language: Language
    format: str
    cleaning: Cleaning = field(default_factory=Cleaning)
    _map: TextMap = field(init=False, repr=False)
    _inserted: set[tuple[int, int]] = field(init=False, repr=False, default_factory=set)

    def __post_init__(self) -> None:
        self._map = TextMap(self.read)

    @property
    def text(self) -> str:
        """What the next rule sees."""
        return self._map.clean

    def pass_through(self, rule: Rule) -> None:
        """Lets one rule look, and takes down what it proposes.

        A change that would rewrite what an earlier rule wrote, or insert at the same place, is left out: the earlier
        one stands.
        """
        found = rule.look(self.text, language=self.language, format=self.format)
        edits = [edit for change in sorted(found.changes) for edit in self._edits(rule.name, change)]
        before = self.cleaning
        self.cleaning = Cleaning(
            edits=tuple(sorted([*before.edits, *edits])),
            regions=(*before.regions, *self._regions(rule.name, found.regions)),
            pages=(*before.pages, *(Page(self._point(page.start), page.number) for page in found.pages)),
            emphasis=(*before.emphasis, *self._emphasis(found.emphasis)),
            notes=(*before.notes, *(Note(self._point(n.start), n.number, n.text) for n in found.notes)),
            times=(*before.times, *((self._point(at), seconds) for at, seconds in found.times)),
        )
        if edits:
            self._map = TextMap(self.read, self.cleaning.edits)
            self._inserted |= {(edit.start, edit.end) for edit in edits if edit.start == edit.end}

    def _edits(self, rule: str, change: Change) -> Iterator[Edit]:
        within = list(self._map.placed(change.start, change.end))
        if any(edit.after for edit in within):
            return
        pieces = self._pieces(change, within)
        if pieces[0] in self._inserted:
            return
        group = f"{rule}:{change.group or pieces[0][0]}"
        needs = tuple(dict.fromkeys(edit.group for edit in within))
        after = change.after
        for start, end in pieces:
            before = self.read[start:end]
            if before != after:
                yield Edit(start, end, before, after, rule, group, change.confidence, needs)
            after = ""

    def _pieces(self, change: Change, within: Iterable[Edit]) -> list[tuple[int, int]]:
        """The stretches of the text as read that a change replaces: all that no earlier edit took `within` it."""
        if change.start == change.end:
            at = self._point(change.start)
            return [(at, at)]
        whole = self._map.to_read(Span(change.start, change.end))
        at, stop = (whole.start, whole.end) if whole else (0, 0)
        pieces = []
        for edit in within:
            if at < edit.start:
                pieces.append((at, edit.start))
            at = edit.end
        return [*pieces, (at, stop)] if at < stop else pieces

    def _regions(self, rule: str, regions: Iterable[Region]) -> Iterator[Region]:
        """Of each region what no earlier one has, so that they never overlap."""
        taken = sorted((region.start, region.end) for region in self.cleaning.regions)
        for region in sorted(regions, key=lambda region: (region.start, -region.end)):
            span = self._map.to_read(Span(region.start, region.end))
            for start, end in self._free(self._in_lines(span), taken) if span else ():
                group = f"{rule}:{region.kind}:{start}"
                yield Region(region.kind, start, end, region.confidence, group)
                insort(taken, (start, end))

    def _in_lines(self, span: Span) -> Span:
        """A region with what earlier rules took at the ends of its first and last line: signs of markup, a page number."""
        start = self.read.rfind("\n", 0, span.start) + 1
        end = self.read.find("\n", span.end)
        end = len(self.read) if end < 0 else end
        return Span(
            span.start if self._stands(start, span.start) else start,
            span.end if self._stands(span.end, end) else end,
        )

    def _stands(self, start: int, end: int) -> bool:
        """Whether earlier rules left words of `[start, end)`."""
        kept = self._map.to_clean(Span(start, end)) if start < end else None
        return kept is not None and bool(self.text[kept.start : kept.end].strip())

    def _free(self, span: Span, taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
        """What `taken` leaves of a span, without the white space at the ends of each piece."""
        at, gaps = span.start, []
        first = max(0, bisect_left(taken, (span.start, span.start)) - 1)
        for start, end in takewhile(lambda place: place[0] < span.end, islice(taken, first, None)):
            gaps.append((at, min(start, span.end)))
            at = max(at, end)
        gaps.append((at, span.end))
        pieces = []
        for start, end in gaps:
            words = self.read[start:end]
            if words.strip():
                start += len(words) - len(words.lstrip())
                pieces.append((start, start + len(words.strip())))
        return pieces

    def _emphasis(self, marks: Iterable[Emphasis]) -> Iterator[Emphasis]:
        for mark in marks:
            span = self._map.to_read(Span(mark.start, mark.end))
            if span:
                yield Emphasis(span.start, span.end, mark.kind)

    def _point(self, at: int) -> int:
        if at >= len(self.text):
            return len(self.read)
        span = self._map.to_read(Span(at, at + 1))
        return span.start if span else len(self.read)
