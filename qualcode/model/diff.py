"""What changed between two versions of a text, as edits of the older one that leave equal words alone.

Lines are compared first, then words within what differs: people correct words, and a coding should stay on every
word that nobody touched.
"""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from qualcode.model.edits import Edit

_WORDS = re.compile(r"\w+|\s|[^\w\s]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_MOST_WORDS = 4000
"""Longer stretches without an equal line are taken as replaced in the middle; comparing them word by word takes too long."""


def edits_between(old: str, new: str, *, rule: str = "correction", group: str = "") -> tuple[Edit, ...]:
    """Edits that make `new` of `old`: in order, not overlapping, none of them empty."""
    return tuple(
        Edit(start, end, old[start:end], new[new_start:new_end], rule, group or f"{rule}:{start}")
        for start, end, new_start, new_end in _stretches(old, new)
    )


def _stretches(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    middle, new_middle = old[head : len(old) - tail], new[head : len(new) - tail]
    for a, b, c, d in _unequal(_LINES.findall(middle), _LINES.findall(new_middle)):
        one, other = middle[a:b], new_middle[c:d]
        words, new_words = _WORDS.findall(one), _WORDS.findall(other)
        if max(len(words), len(new_words)) > _MOST_WORDS:
            yield head + a, head + b, head + c, head + d
            continue
        for e, f, g, h in _unequal(words, new_words):
            yield head + a + e, head + a + f, head + c + g, head + c + h


def _unequal(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Stretches that differ, as character positions in the two joined sequences."""
    at, new_at = _starts(old), _starts(new)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            yield at[a], at[b], new_at[c], new_at[d]


def _starts(pieces: Sequence[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _common(one: str, other: str) -> int:
    """Length of the beginning that two texts share."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
