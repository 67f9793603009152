"""What a damaged word may have been: sound words that the known confusions turn into it, weighed by their frequency.

A score is a frequency on the Zipf scale less the cost of the confusions, so that scores of readings of one word can be
compared: a difference of 1 means ten times as likely.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from qualcode.cleaning.ocr_confusions import SIGNS, swaps

RARE = 2.0
UNLISTED = 1.5
"""What is not in the frequency list is rarer than this."""
_PART = {3: 3.5, 4: 3.2, 5: 2.8}
_LONG_PART = 2.3
_DEAR = 1.3
"""The dearest confusion that is believed in a part of a compound."""
COMPOUND = -7.5
"""Two words as a compound, against each by itself: less than their frequencies multiplied, more than nothing."""

_CHEAP = 0.7


@dataclass(frozen=True, slots=True)
class Reading:
    """A word in lower case, how well it explains what is seen, and whether it is put together from known ones."""

    word: str
    score: float
    compound: bool = False


@dataclass(slots=True)
class Reader:
    """Reads words with the help of a frequency list. Remembers what it has read."""

    known: Mapping[str, float]
    _parts: dict[str, Reading | None] = field(default_factory=dict)
    _read: dict[str, tuple[float, list[Reading]]] = field(default_factory=dict)

    def read(self, seen: str) -> tuple[float, list[Reading]]:
        """How likely the word is to be right as it stands, and what else it may have been, the likeliest first."""
        if seen not in self._read:
            self._read[seen] = self.intact(seen), self.repaired(seen)
        return self._read[seen]

    def likeliest(self, seen: str) -> str:
        """What the word most likely was, if it is damaged at all."""
        return next((one.word for one in self.repaired(seen)), seen)

    def intact(self, seen: str) -> float:
        """How likely the word is to be right as it stands. For what nobody knows: the less, the longer it is."""
        word = seen.lower()
        if any(sign in word for sign in SIGNS):
            return -3.0 - len(word)
        unknown = 1.2 - 0.3 * len(word)
        if word in self.known:
            return max(self.known[word], unknown)
        return max([unknown, *(reading.score for reading in self._compounds(word, damaged=False))])

    def repaired(self, seen: str) -> list[Reading]:
        """What else the word may have been, the likeliest first."""
        readings = self._words(seen)
        if (not readings or readings[0].score < 1.0) and self.known.get(seen.lower(), 0.0) < RARE:
            readings += self._compounds(seen, damaged=True)
        best: dict[str, Reading] = {}
        for reading in sorted(readings, key=lambda reading: (-reading.score, reading.word)):
            best.setdefault(reading.word, reading)
        return list(best.values())

    def _words(self, seen: str) -> list[Reading]:
        """Known words one confusion away; if there are none and the word is not known itself, two or three away."""
        base, options = seen.lower(), list(swaps(seen))
        found: list[Reading] = []
        for swap in options:
            self._add(found, base, (swap,))
        frequent = max((reading.score for reading in found), default=0.0)
        if max(frequent, self.known.get(base, 0.0)) < RARE:
            for pair in combinations(options, 2):
                self._add(found, base, pair)
            usual = [swap for swap in options if swap[3] <= 1.0]
            if not found and len(usual) <= 14:
                for three in combinations(usual, 3):
                    self._add(found, base, three)
        return sorted(found, key=lambda reading: -reading.score)

    def _add(self, found: list[Reading], base: str, swaps_: tuple[tuple[int, int, str, float], ...]) -> None:
        pieces, at, cost = [], 0, 0.0
        for start, end, letter, price in swaps_:
            if start < at:
                return
            pieces += [base[at:start], letter]
            at = end
            cost += price
        word = "".join([*pieces, base[at:]])
        if len(word) > 1 and self.known.get(word, 0.0) >= RARE:
            found.append(Reading(word, self.known[word] - cost))

    def _compounds(self, seen: str, *, damaged: bool) -> Iterator[Reading]:
        """The word as two known ones, with a linking s or e between them; `damaged`: one of them at least repaired."""
        for cut in range(3, len(seen) - 1):
            left = self._part(seen[:cut], damaged=damaged)
            if left is None:
                continue
            for link in ("", "s", "e"):
                rest = seen[cut + len(link) :] if seen.startswith(link, cut) else ""
                right = self._part(rest, damaged=damaged) if len(rest) > 2 or rest == "ar" else None
                if right is None:
                    continue
                word = left.word + link + right.word
                if not damaged or word != seen.lower():
                    score = min(left.score + right.score + COMPOUND - 0.3 * len(link), UNLISTED)
                    yield Reading(word, score, compound=True)

    def _part(self, seen: str, *, damaged: bool) -> Reading | None:
        """The likeliest frequent word that a part of a compound is, as it stands or, if `damaged`, repaired."""
        base = seen.lower()
        sound = Reading(base, self.known[base]) if self._may_be_part(base) else None
        if not damaged:
            return sound
        if seen not in self._parts:
            found = [sound] if sound else []
            options = [swap for swap in swaps(seen) if swap[3] <= _DEAR]
            for swap in options:
                self._add(found, base, (swap,))
            if not found and len(seen) > 5:
                for pair in combinations([swap for swap in options if swap[3] < _CHEAP], 2):
                    self._add(found, base, pair)
            likely = [reading for reading in found if self._may_be_part(reading.word)]
            self._parts[seen] = max(likely, key=lambda reading: reading.score, default=None)
        return self._parts[seen]

    def _may_be_part(self, word: str) -> bool:
        """Whether the word is frequent enough for its length: short ones fit in anywhere by chance."""
        return word == "år" or (
            len(word) > 2 and self.known.get(word, 0.0) >= _PART.get(len(word), _LONG_PART)
        )
