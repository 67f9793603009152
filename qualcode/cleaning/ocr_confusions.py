"""What text recognition without Norwegian letters makes of æ, ø and å, and how dear each mistake is.

A cost is minus the base-10 logarithm of how often the letter is seen so, rounded from scans of Norwegian reports: 0.1 for
the usual way, above 1 for the rare ones. Where the recogniser was in doubt it sometimes wrote down two of its guesses.
"""

from collections.abc import Iterator
from itertools import product

Letter = tuple[str, float]
"""A letter as it was printed, and what it costs to believe so."""

_AS_SEEN: dict[str, dict[str, float]] = {
    "å": {"a": 0.1, "d": 1.3, "G": 1.3, "3": 1.5, "&": 1.5, "8": 2.0},
    "ø": {"g": 0.2, "@": 0.3, "¢": 0.3, "0": 0.5, "e": 1.0, "a": 1.2, "p": 1.2, "o": 1.2},
    "æ": {"ae": 0.3, "ee": 0.6, "ze": 0.6, "se": 1.5, "eae": 1.5, "a": 1.7},
    "j": {"i": 1.0},
    "i": {"|": 0.5},
}
_TWO_GUESSES = 1.6
SIGNS = "@&¢|038"
"""Characters that stand for letters in damaged words and cannot stand in sound ones."""


def _table() -> dict[str, tuple[Letter, ...]]:
    seen: dict[str, dict[str, float]] = {}
    for letter, ways in _AS_SEEN.items():
        for way, cost in ways.items():
            seen.setdefault(way, {})[letter] = cost
    for letter in "åø":
        singles = _AS_SEEN[letter]
        for one, two in product(singles, repeat=2):
            cost = _TWO_GUESSES + min(singles[one], singles[two])
            ways = seen.setdefault(one + two, {})
            ways[letter] = min(cost, ways.get(letter, cost))
    return {way: tuple(letters.items()) for way, letters in seen.items()}


_LETTERS = _table()


def swaps(seen: str) -> Iterator[tuple[int, int, str, float]]:
    """Every place of a word as seen (lower case but for a G inside) that may have been another letter."""
    for start in range(len(seen)):
        for end in range(start + 1, min(start + 3, len(seen)) + 1):
            for letter, cost in _LETTERS.get(seen[start:end], ()):
                if _possible(letter, seen, start):
                    yield start, end, letter, cost


def _possible(letter: str, seen: str, at: int) -> bool:
    """A j is misread after g only; the sign for I is a letter only where a word begins."""
    if letter == "i":
        return at == 0 and len(seen) > 3
    return letter != "j" or seen[at - 1 : at] == "g"
