"""Where the words of a text are in a corrected version of it, when nobody has said what was corrected."""

import re
from bisect import bisect_right
from itertools import pairwise

from qualcode.model.diff import edits_between
from qualcode.model.edits import Edit, TextMap
from qualcode.model.spans import Span, splits_character

UNMISTAKABLE = 12
"""So many letters, found once in each text, are the same words, wherever they stand now."""
_NEAR = 60
_BEFORE = re.compile(r"\w*[^\w\n]*\Z")
_AFTER = re.compile(r"[^\w\n]{0,30}\w{0,60}")
"""The word before a place and the word after it."""
_ROOM = 20
"""How much longer than twice its words what was written in their place may be, to be theirs at all."""


class Following:
    """Two versions of a text, and the way from the older one to the newer."""

    def __init__(self, old: str, new: str) -> None:
        self.old, self.new = old, new
        self.edits = edits_between(old, new)
        self._map = TextMap(old, self.edits)
        self._edit_starts = [edit.start for edit in self.edits]
        self._starts: list[int] = []
        self._equal: list[tuple[int, int, int]] = []
        shift = 0
        ends = (Edit(0, 0, "", "", ""), *self.edits, Edit(len(old), len(old), "", "", ""))
        for one, next_ in pairwise(ends):
            shift += len(one.after) - len(one.before)
            self._starts.append(one.end)
            self._equal.append((one.end, next_.start, shift))

    @property
    def changes(self) -> int:
        """How many passages have other words, not counting other spaces and line ends."""
        return sum(1 for edit in self.edits if edit.before.split() != edit.after.split())

    @property
    def changed(self) -> float:
        """How much of both texts is different: 0 when they say the same, 1 when they have nothing in common."""
        equal = sum(_size(self.old[start:end]) for start, end, _ in self._equal)
        all_ = _size(self.old) + _size(self.new)
        return 1 - 2 * equal / all_ if all_ else 0.0

    @property
    def found(self) -> float:
        """How much of the old text is in the new one, 0 to 1; lines that stand elsewhere now are found too."""
        equal = sum(_size(self.old[start:end]) for start, end, _ in self._equal)
        written = {line.strip() for edit in self.edits for line in edit.after.splitlines()}
        gone = (line.strip() for edit in self.edits for line in edit.before.splitlines())
        equal += sum(_size(line) for line in gone if _size(line) >= UNMISTAKABLE and line in written)
        return min(1.0, equal / (_size(self.old) or 1))

    def same(self, start: int, end: int) -> int | None:
        """Where exactly the words `[start, end)` begin now, when none of them was changed."""
        first, last, shift = self._equal[bisect_right(self._starts, start) - 1]
        return start + shift if first <= start and end <= last else None

    def untouched(self, start: int, end: int) -> int | None:
        """The same for words, or a place between words, whose neighbours on the line stand where they stood too."""
        before, after = _BEFORE.search(self.old, max(0, start - _NEAR), start), _AFTER.match(self.old, end)
        first = max(0, before.start() - 1) if before else start
        last = min(len(self.old), (after.end() if after else end) + 1)
        there = self.same(first, last)
        return None if there is None else there + start - first

    def most(self, start: int, end: int) -> Span | None:
        """From the first to the last unchanged character of `[start, end)`, when at least half of them are unchanged."""
        index, kept = bisect_right(self._starts, start) - 1, 0
        first = last = None
        while index < len(self._equal) and self._equal[index][0] < end:
            one, other, shift = self._equal[index]
            one, other = max(one, start), min(other, end)
            if one < other:
                first = one + shift if first is None else first
                last, kept = other + shift, kept + other - one
            index += 1
        enough = first is not None and last is not None and 2 * kept >= end - start
        return Span(first, last) if enough and first is not None and last is not None else None

    def carry(self, span: Span) -> Span | None:
        """Where the words of `span` stand now: corrected ones as they were corrected, moved ones where they were moved to.

        None when they are gone, or were rewritten together with so much else that nothing stands for them.
        """
        first, last = self._edit_at(span.start), self._edit_at(span.end - 1)
        if first is not None and first is last:
            there = self._map.to_clean(span)
            return self._elsewhere(span) or (there if self._fits(first, span.start, span.end) else None)
        start, end = span.start, span.end
        if first is not None and not self._fits(first, start, first.end):
            start = first.end
        if last is not None and not self._fits(last, last.start, end):
            end = last.start
        there = self._map.to_clean(Span(start, end))
        if there is None or not there.of(self.new).strip():
            return self._elsewhere(span)
        return there if (start, end) == (span.start, span.end) else self._trimmed(there)

    def _edit_at(self, position: int) -> Edit | None:
        index = bisect_right(self._edit_starts, position) - 1
        return self.edits[index] if index >= 0 and position < self.edits[index].end else None

    def _fits(self, edit: Edit, start: int, end: int) -> bool:
        """Whether what an edit wrote can stand for `[start, end)` of what it took."""
        return len(edit.after) <= 2 * (end - start) + _ROOM

    def _trimmed(self, span: Span) -> Span:
        words = span.of(self.new)
        start = span.start + len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip()))

    def _elsewhere(self, span: Span) -> Span | None:
        """Where the words stand now, or else their line, when each text has them once."""
        at = self._moved(span.start, span.end)
        if at is None:
            start = self.old.rfind("\n", 0, span.start) + 1
            end = self.old.find("\n", start)
            end = len(self.old) if end < 0 else end
            line = self._moved(start, end) if span.end <= end else None
            at = None if line is None else line + span.start - start
        return None if at is None else Span(at, at + span.length)

    def _moved(self, start: int, end: int) -> int | None:
        words = self.old[start:end]
        at = self.new.find(words)
        once = at == self.new.rfind(words) and self.old.find(words) == self.old.rfind(words)
        whole = at >= 0 and not _joined(self.new, at) and not _joined(self.new, at + len(words))
        return at if whole and once and _size(words) >= UNMISTAKABLE else None


def _joined(text: str, position: int) -> bool:
    """Whether a cut at `position` would part a word or a character."""
    around = text[max(0, position - 1) : position + 1]
    return len(around) == 2 and (around.isalnum() or splits_character(text, position))


def _size(words: str) -> int:
    """How many characters that are no space."""
    return sum(map(len, words.split()))
