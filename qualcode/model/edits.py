"""Cleaning a text by reversible edits, and the way from any position in the clean text back to the text as read.

Edits are written in positions of the text as read and never overlap, so that each can be taken back by itself.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.model.spans import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Writes `after` in place of `before`, which stands at `[start, end)` of the text as read.

    `rule` names who proposed it, `confidence` (0 to 1) how sure it is, `group` the proposal it is part of: the edits of a
    group stand or fall together. `needs` names groups without which this one makes no sense.
    """

    start: int
    end: int
    before: str
    after: str
    rule: str
    group: str = ""
    confidence: float = 1.0
    needs: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.start < 0 or self.end < self.start or len(self.before) != self.end - self.start:
            raise ValueError(f"an edit of {len(self.before)} characters at {self.start}–{self.end}")


def standing(edits: Iterable[Edit], rejected: Collection[str]) -> tuple[Edit, ...]:
    """The edits that are carried out when the groups `rejected` are not: nor is what needs them."""
    waiting, out = list(edits), set(rejected)
    while True:
        fallen = {edit.group for edit in waiting if edit.group not in out and not out.isdisjoint(edit.needs)}
        if not fallen:
            return tuple(edit for edit in waiting if edit.group not in out)
        out |= fallen


class TextMap:
    """What some edits make of a text, and how positions correspond.

    Outside the edits positions correspond one to one. A position inside what an edit took or wrote corresponds to
    the edit as a whole: a start moves before it, an end after it.
    """

    def __init__(self, read: str, edits: Sequence[Edit] = ()) -> None:
        """Raises `ValueError` when edits overlap or do not find in `read` what they are to replace."""
        self.edits = tuple(sorted(edits))
        for one, next_ in pairwise(self.edits):
            if next_.start < one.end or (next_.start, next_.end) == (one.start, one.end):
                raise ValueError(f"edits overlap at {next_.start}")
        pieces, at, shift = [], 0, 0
        self._read_starts, self._read_ends = [], []
        self._starts: list[int] = []
        self._ends: list[int] = []
        for edit in self.edits:
            if read[edit.start : edit.end] != edit.before:
                raise ValueError(f"the text at {edit.start}–{edit.end} is not what the edit replaces")
            pieces += [read[at : edit.start], edit.after]
            at = edit.end
            self._read_starts.append(edit.start)
            self._read_ends.append(edit.end)
            self._starts.append(edit.start + shift)
            shift += len(edit.after) - len(edit.before)
            self._ends.append(edit.end + shift)
        self.read = read
        self.clean = "".join([*pieces, read[at:]])

    def placed(self, start: int, end: int) -> Iterator[Edit]:
        """The edits whose words in the clean text share a character with `[start, end)`, or whose place lies between."""
        index = bisect_right(self._ends, start)
        while index < len(self.edits) and self._starts[index] < end:
            if self._starts[index] > start or self._ends[index] > start:
                yield self.edits[index]
            index += 1

    def place_of(self, start: int, end: int) -> tuple[int, int]:
        """Where `[start, end)` of the text as read stands in the clean text; what an edit wrote there, when it is one of ours."""
        index = bisect_left(self._read_starts, start)
        while index < len(self.edits) and self._read_starts[index] == start:
            if self._read_ends[index] == end:
                return self._starts[index], self._ends[index]
            index += 1
        span = self.to_clean(Span(start, end)) if start < end else None
        if span:
            return span.start, span.end
        at, inside = _moved(start, self._read_starts, self._read_ends, self._ends)
        return (at, at) if inside is None else (self._starts[inside], self._ends[inside])

    def covering(self, start: int, end: int) -> tuple[int, int, int, int]:
        """`[start, end)` of the clean text, widened so that it cuts no edit in two: its place in the text as read, and here."""
        wider = True
        while wider:
            wider = False
            for edit, first, last in zip(self.edits, self._starts, self._ends, strict=True):
                touches = first < end and start < last if edit.before else first <= end and start <= last
                if touches and first < last and (first < start or end < last):
                    start, end, wider = min(first, start), max(last, end), True
        before = bisect_right(self._ends, start) - 1
        read_start = start if before < 0 else start - self._ends[before] + self._read_ends[before]
        if start == end:
            return read_start, read_start, start, end
        there = _carried(Span(start, end), self._starts, self._ends, self._read_starts, self._read_ends)
        return (there.start, there.end, start, end) if there else (read_start, read_start, start, end)

    def to_read(self, span: Span) -> Span | None:
        """Where the words of `span` of the clean text stand in the text as read; None when an edit inserted them all."""
        return _carried(span, self._starts, self._ends, self._read_starts, self._read_ends)

    def to_clean(self, span: Span) -> Span | None:
        """Where the words of `span` of the text as read stand in the clean text; None when edits took them all."""
        return _carried(span, self._read_starts, self._read_ends, self._starts, self._ends)


def _carried(
    span: Span, starts: list[int], ends: list[int], to_starts: list[int], to_ends: list[int]
) -> Span | None:
    """`span` on the other side of the edits: its first character decides the start, its last one the end."""
    start, inside = _moved(span.start, starts, ends, to_ends)
    if inside is not None:
        start = to_starts[inside]
    last, inside = _moved(span.end - 1, starts, ends, to_ends)
    end = last + 1 if inside is None else to_ends[inside]
    return Span(start, end) if start < end else None


def _moved(at: int, starts: list[int], ends: list[int], to_ends: list[int]) -> tuple[int, int | None]:
    """Where the character at `at` goes, or the number of the edit that it lies in."""
    before = bisect_right(ends, at) - 1
    if before + 1 < len(starts) and starts[before + 1] <= at:
        return at, before + 1
    return (at if before < 0 else at - ends[before] + to_ends[before]), None
