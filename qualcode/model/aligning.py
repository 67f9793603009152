"""Which pieces of one sequence stand, in the same order, in another: lines or words of two versions of a text.

Pieces that both have once are anchors (patience diff, B. Cohen); between them the search goes on, where more pieces are
unique. What is left is compared piece by piece where it is small. The work is bounded for any two sequences.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Gap = tuple[int, int, int, int]
"""`[a, b)` of the old sequence stands where `[c, d)` of the new one does."""
SMALL = 10_000
"""Up to so many pairs of pieces are compared each with each."""
ROUNDS = 24
"""How often, on average, a piece may be looked at; what is not aligned by then is taken as replaced."""


def gaps(
    old: Sequence[str], new: Sequence[str], *, anchor: Callable[[str], bool], finely: bool
) -> Iterator[Gap]:
    """Where the sequences differ, in order. Only pieces that are an `anchor` by themselves tie the two together; others
    are equal where they stand beside one. `finely` compares small gaps piece by piece.
    """
    left = ROUNDS * (len(old) + len(new)) + 100 * SMALL
    waiting: list[Gap] = [(0, len(old), 0, len(new))]
    while waiting:
        a, b, c, d = _trimmed(old, new, waiting.pop())
        if a == b or c == d:
            if a < b or c < d:
                yield a, b, c, d
            continue
        left -= b - a + d - c
        pairs = _anchors(old, new, (a, b, c, d), anchor) if left > 0 else []
        cells = (b - a) * (d - c)
        if not pairs and finely and cells <= min(SMALL, left):
            left -= cells
            pairs = _in_common(old, new, (a, b, c, d))
        pairs = pairs or (_anchors(old, new, (a, b, c, d), anchor, counted=True) if left > 0 else [])
        if pairs:
            waiting += reversed(list(_between(pairs, (a, b, c, d))))
        else:
            yield a, b, c, d


def _trimmed(old: Sequence[str], new: Sequence[str], gap: Gap) -> Gap:
    """The gap without the pieces that are equal at its beginning and at its end."""
    a, b, c, d = gap
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    return a, b, c, d


def _between(pairs: list[tuple[int, int]], gap: Gap) -> Iterator[Gap]:
    """What lies before, between and after pieces that stand for each other."""
    a, b, c, d = gap
    for (i, j), (k, m) in pairwise([(a - 1, c - 1), *pairs, (b, d)]):
        if i + 1 < k or j + 1 < m:
            yield i + 1, k, j + 1, m


def _anchors(
    old: Sequence[str], new: Sequence[str], gap: Gap, anchor: Callable[[str], bool], *, counted: bool = False
) -> list[tuple[int, int]]:
    """Pieces that both sides have once, in the longest run that is in order on both; `counted`: that both have equally often."""
    a, b, c, d = gap
    olds, news = Counter(old[a:b]), Counter(new[c:d])
    chosen = {
        piece for piece, n in olds.items() if news[piece] == n and (counted or n == 1) and anchor(piece)
    }
    there: dict[str, list[int]] = {}
    for j in range(d - 1, c - 1, -1):
        if new[j] in chosen:
            there.setdefault(new[j], []).append(j)
    return _rising([(i, there[old[i]].pop()) for i in range(a, b) if old[i] in chosen])


def _rising(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of `pairs`, which rise in their first number, that rises in the second too."""
    ends: list[int] = []
    tops: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        place = bisect_left(ends, j)
        before.append(tops[place - 1] if place else -1)
        ends[place : place + 1] = [j]
        tops[place : place + 1] = [index]
    run, at = [], tops[-1] if tops else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]


def _in_common(old: Sequence[str], new: Sequence[str], gap: Gap) -> list[tuple[int, int]]:
    """The longest common subsequence, by the lengths of its pieces."""
    a, b, c, d = gap
    best = [[0] * (d - c + 1) for _ in range(b - a + 1)]
    for i in range(b - a - 1, -1, -1):
        row, under, piece = best[i], best[i + 1], old[a + i]
        for j in range(d - c - 1, -1, -1):
            if piece == new[c + j]:
                row[j] = under[j + 1] + len(piece)
            else:
                row[j] = max(under[j], row[j + 1])
    pairs, i, j = [], 0, 0
    while i < b - a and j < d - c:
        if old[a + i] == new[c + j]:
            pairs.append((a + i, c + j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs
