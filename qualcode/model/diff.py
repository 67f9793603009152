"""What changed between two versions of a text, as edits of the older one that leave equal words alone.

Lines are compared first, so that what nobody touched stays itself where the same words stand elsewhere too; then the
words of what differs, over line ends, since another file format may break the lines elsewhere. People correct words, and
a coding should stay on every word that nobody touched: no edit begins or ends inside a word or a character.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from qualcode.model.aligning import Gap, gaps
from qualcode.model.edits import Edit
from qualcode.model.spans import splits_character

_WORDS = re.compile(r"\w{1,60}|\n|[^\S\n]+|[^\w\s]")
_LINES = re.compile(r"[^\n]*\n|[^\n]+")
_LETTER = re.compile(r"\w")
_EMPTY = re.compile(r"[^\w\n]*")
_ALONE = 8
"""An equal piece of a line that is so many times shorter than what changed on either side of it is there by chance."""
_LONG = 40
"""Only changes of so many characters swallow what stands between them."""


def edits_between(old: str, new: str, *, rule: str = "correction", group: str = "") -> tuple[Edit, ...]:
    """Edits that make `new` of `old`: in order, not overlapping, none of them empty.

    Two texts of 300,000 characters take part of a second as a rule, and some seconds at the very worst.
    """
    return tuple(
        Edit(start, end, old[start:end], new[new_start:new_end], rule, group or f"{rule}:{start}")
        for start, end, new_start, new_end in _whole_characters(_stretches(old, new), old, new)
    )


def _stretches(old: str, new: str) -> Iterator[Gap]:
    """Stretches that differ, as positions of characters."""
    lines, new_lines = _LINES.findall(old), _LINES.findall(new)
    for a, b, c, d in _placed(gaps(lines, new_lines, anchor=_has_letters, finely=False), lines, new_lines):
        words, new_words = _WORDS.findall(old[a:b]), _WORDS.findall(new[c:d])
        found = gaps(words, new_words, anchor=_has_letters, finely=True)
        inside = list(_placed(found, words, new_words))
        for e, f, g, h in _without_chance(inside, old[a:b]):
            yield a + e, a + f, c + g, c + h


def _has_letters(piece: str) -> bool:
    return _LETTER.search(piece) is not None


def _placed(found: Iterable[Gap], old: Sequence[str], new: Sequence[str]) -> Iterator[Gap]:
    """Gaps between pieces as positions of characters in the joined pieces."""
    at, new_at = _starts(old), _starts(new)
    for a, b, c, d in found:
        yield at[a], at[b], new_at[c], new_at[d]


def _starts(pieces: Sequence[str]) -> list[int]:
    starts = [0]
    for piece in pieces:
        starts.append(starts[-1] + len(piece))
    return starts


def _without_chance(found: Sequence[Gap], old: str) -> list[Gap]:
    """The stretches, joined where what stands between two long ones is a word or two that any text has."""
    joined: list[Gap] = []
    for gap in _rewritten(found, old):
        if joined and _by_chance(joined[-1], gap, old):
            joined[-1] = _both(joined[-1], gap)
        else:
            joined.append(gap)
    return joined


def _rewritten(found: Sequence[Gap], old: str) -> Iterator[Gap]:
    """The stretches, joined where many stand together with only spaces and commas of one line between."""
    run: list[Gap] = []
    for gap in found:
        if run and not _EMPTY.fullmatch(old, run[-1][1], gap[0]):
            yield from _as_one(run)
            run = []
        run.append(gap)
    yield from _as_one(run)


def _as_one(run: list[Gap]) -> list[Gap]:
    whole = _both(run[0], run[-1]) if run else None
    return [whole] if whole and _size(whole) >= _LONG else run


def _both(one: Gap, other: Gap) -> Gap:
    return one[0], other[1], one[2], other[3]


def _by_chance(one: Gap, other: Gap, old: str) -> bool:
    between = old[one[1] : other[0]].strip(" ")
    return "\n" not in between and min(_size(one), _size(other)) >= max(_LONG, _ALONE * len(between))


def _size(gap: Gap) -> int:
    return max(gap[1] - gap[0], gap[3] - gap[2])


def _whole_characters(found: Iterable[Gap], old: str, new: str) -> Iterator[Gap]:
    """The stretches, widened where they would part a letter from its accent, or an emoji from its parts."""
    a = c = 0
    for start, end, shift in _equal(found, len(old)):
        while start < end and (splits_character(old, start) or splits_character(new, start + shift)):
            start += 1
        while start < end and (splits_character(old, end) or splits_character(new, end + shift)):
            end -= 1
        if start < end:
            if a < start or c < start + shift:
                yield a, start, c, start + shift
            a, c = end, end + shift
    if a < len(old) or c < len(new):
        yield a, len(old), c, len(new)


def _equal(found: Iterable[Gap], length: int) -> Iterator[tuple[int, int, int]]:
    """What is equal: its start and end in the old text, of `length` characters, and how much further on it is in the new."""
    at = shift = 0
    for a, b, c, d in found:
        yield at, a, c - a
        at, shift = b, d - b
    yield at, length, shift
