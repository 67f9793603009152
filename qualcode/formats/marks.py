"""What stands on a line beside its words: emphasis, and the places of notes.

Places are counted in ink: signs that are neither white space nor left out of a canonical text. Whatever happens to the
white space of a line on its way into the text (folded, stripped, cells put side by side), its ink stays the same.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

NOTE = "note"
_NO_INK = re.compile("[\\s\x00-\x08\x0e-\x1f\x7f\ufeff\ufffe\uffff\udc00-\udfff]")
"""Second halves of characters beyond U+FFFF, which Rich Text writes apart, count with their first."""


@dataclass(frozen=True, slots=True)
class Mark:
    """`bold`, `italic` or `underline` from `start` to `end`, or a `note` at `start` whose name is `note`."""

    start: int
    end: int
    kind: str
    note: str = ""


def ink(words: str) -> int:
    """How much ink is in some words."""
    return len(_NO_INK.sub("", words))


def in_ink(marks: Sequence[Mark], pieces: Iterable[str]) -> tuple[Mark, ...]:
    """Marks counted in pieces of a line as marks counted in ink; emphasis that goes on is one."""
    if not marks:
        return ()
    before = list(accumulate(map(ink, pieces), initial=0))
    done: list[Mark] = []
    latest: dict[str, int] = {}
    for mark in marks:
        start, end = before[mark.start], before[mark.end]
        last = latest.get(mark.kind)
        if mark.kind == NOTE:
            done.append(replace(mark, start=start, end=start))
        elif last is not None and done[last].end >= start:
            done[last] = replace(done[last], end=max(end, done[last].end))
        elif end > start:
            latest[mark.kind] = len(done)
            done.append(replace(mark, start=start, end=end))
    return tuple(done)


def further(marks: Iterable[Mark], by: int) -> Iterator[Mark]:
    """The same marks after something else on the same line."""
    return (replace(mark, start=mark.start + by, end=mark.end + by) for mark in marks)


def placed(marks: Iterable[Mark], words: str, clean: str) -> Iterator[Mark]:
    """Marks on `words` in positions of `clean`, which are the same words in canonical form.

    Where letters were composed in a way that cannot be followed, emphasis goes and notes stand at the end.
    """
    at = [index for index, sign in enumerate(clean) if not _NO_INK.match(sign)]
    counts = _composed(words)
    if counts and counts[-1] != len(at):
        yield from (replace(mark, start=len(clean), end=len(clean)) for mark in marks if mark.kind == NOTE)
        return
    for mark in marks:
        start, end = (counts[mark.start], counts[mark.end]) if counts else (mark.start, mark.end)
        if mark.kind == NOTE:
            place = at[min(start, len(at)) - 1] + 1 if start and at else 0
            yield replace(mark, start=place, end=place)
        elif start < end <= len(at):
            yield replace(mark, start=at[start], end=at[end - 1] + 1)


def _composed(words: str) -> list[int]:
    """How many letters are made of the first n signs, for every n; empty where letters are composed already."""
    if unicodedata.is_normalized("NFC", words):
        return []
    counts = [0]
    letters, done = "", 0
    for sign in _NO_INK.sub("", words):
        if letters and not unicodedata.combining(sign):
            done += len(unicodedata.normalize("NFC", letters))
            letters = ""
        letters += sign
        counts.append(done + len(unicodedata.normalize("NFC", letters)))
    return counts
