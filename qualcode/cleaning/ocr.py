"""OCR repair: gives back æ, ø and å to Norwegian text that a scanner read without knowing those letters.

The rule looks only at stretches that have lost most of these letters and show it in the commonest words (`pa`, `vaere`,
`nar`); sound text is left alone, and costs one search. It never changes addresses, numbers, acronyms, or names that it
does not know. Words glued together are proposed so weakly that they wait for a person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import log10

from qualcode.cleaning.draft import Change, Found
from qualcode.cleaning.ocr_confusions import SIGNS
from qualcode.cleaning.ocr_context import PAUSE, START, infinitive, infinitive_mark, lean
from qualcode.cleaning.ocr_readings import Reader, Reading
from qualcode.cleaning.ocr_words import Word, stretches, words
from qualcode.language.frequency import word_frequencies
from qualcode.model.values import Language

SURE = 0.8
"""The least confidence for putting another word in place of one that exists."""
LIKELY = 0.6
"""The same in place of what is no word."""
WEAK = 0.4
"""For a person to decide: such a proposal starts rejected."""
_NAME = 3.0
_LONG = 12
_FREQUENT = 3.5
_MARKS = frozenset('«»*_"“”')
"""What may stand close to a lone sign: marks of quotation and emphasis."""
_SPACE = "".join(_MARKS) + " \n\t"
_LONE = frozenset("aAdG38&")
_ENGLISH = frozenset(["the", "of", "and", "with", "this", "that", "from", "which", "are", "was", "on"])


class OcrRepair:
    """Puts lost letters æ, ø and å back, the word «å» and the word «I» included."""

    name = "ocr"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """Proposals for the damaged stretches of `text`, each with its confidence; none for a sound text."""
        damaged = stretches(text, language)
        if not damaged:
            return Found()
        reader = Reader(word_frequencies())
        changes: list[Change] = []
        for stretch in damaged:
            page = _Page(text, words(text, stretch.start, stretch.end), reader, log10(stretch.lost))
            changes += page.changes()
        return Found(changes=tuple(changes))


@dataclass(slots=True)
class _Page:
    """One damaged stretch: its words and what is read for each."""

    text: str
    words: list[Word]
    reader: Reader
    lost: float
    _read: dict[int, tuple[str, float]] = field(default_factory=dict)

    def changes(self) -> Iterator[Change]:
        for index, word in enumerate(self.words):
            if word.readable and not self._english(index):
                self._read[index] = self._reading(index)
        for index, word in enumerate(self.words):
            after, sure = self._lone(index) if len(word.text) == 1 else self._read.get(index, ("", 0.0))
            if sure and after != word.text:
                yield Change(word.start, word.end, after, round(sure, 2))

    def _reading(self, index: int) -> tuple[str, float]:
        """What the word is read as and how sure that is; 0 for no proposal."""
        word = self.words[index]
        seen = word.seen
        intact, readings = self.reader.read(seen)
        known = self.reader.known.get(seen.lower(), 0.0) >= 2.5
        if self._hyphened(word):
            readings = [one for one in readings if one.score >= _FREQUENT]
        if word.text[0].isupper() and not known:
            intact += 0.7
            if not word.first:
                readings = [one for one in readings if self._no_name(one)]
        if not readings:
            return self._glued(index)
        before, after = self._near(index, -1), self._near(index, 1)
        capital = 0.7 if known and word.text[0].isupper() and not word.first else 0.0
        scores = [capital + one.score + self.lost + lean(seen, one.word, before, after) for one in readings]
        best = max(range(len(scores)), key=lambda number: scores[number])
        sure = 10 ** scores[best] / (10**intact + sum(10**score for score in scores))
        if sure < (SURE if known else LIKELY) or (len(seen) < 4 and scores[best] < 3.5):
            return self._glued(index)
        if readings[best].compound:
            sure = min(sure, 0.85)
        if "@" in word.text[0] and len(seen) < 4:
            sure = WEAK
        return self._cased(word, readings[best].word), min(sure, 0.99)

    def _no_name(self, reading: Reading) -> bool:
        """Whether a capital inside a sentence may begin this word: a well-known one, or a long compound of a heading."""
        if reading.compound:
            return len(reading.word) >= _LONG
        return self.reader.known[reading.word] >= _NAME

    def _hyphened(self, word: Word) -> bool:
        """Whether it is joined to its neighbour by a hyphen, and may be half a word."""
        return "-" in self.text[max(0, word.start - 1) : word.start] + self.text[word.end : word.end + 1]

    def _cased(self, word: Word, reading: str) -> str:
        if len(word.text) > 1 and word.text.isupper():
            return reading.upper()
        upper = word.text[0].isupper() or (word.text[0] in SIGNS and (word.first or word.text[0] == "|"))
        return reading[0].upper() + reading[1:] if upper else reading

    def _glued(self, index: int) -> tuple[str, float]:
        """«Å» and its infinitive run together at the start of a line: a person decides."""
        word = self.words[index]
        rest = word.text[1:]
        if word.first and word.text[0] == "A" and self.reader.intact(word.seen) < 1.5:
            verb = rest if rest in self.reader.known else self.reader.likeliest(rest)
            if self.reader.known.get(verb, 0.0) > _NAME and infinitive(verb, self.reader.known):
                return f"Å {verb}", WEAK
        return word.text, 0.0

    def _lone(self, index: int) -> tuple[str, float]:
        """A sign that stands alone: «å» before an infinitive, or «I»."""
        word = self.words[index]
        around = self.text[max(0, word.start - 1) : word.start] + self.text[word.end : word.end + 1]
        if set(around.strip()) - _MARKS or self._english(index):
            return word.text, 0.0
        if word.text == "|":
            return ("I", 0.9) if self._begins_sentence(index) else (word.text, 0.0)
        near = self._following(index)
        if word.text not in _LONE or not near or not self._fits(index, near[0]):
            return word.text, 0.0
        following = [self._read_word(at) for at in near]
        sure = infinitive_mark(word.text, self._near(index, -1), following, self.reader.known)
        return ("Å" if word.text == "A" else "å"), sure

    def _fits(self, index: int, after: int) -> bool:
        """Whether small and capital letters stand as they do around «å» or «Å»."""
        capitals = len(self.words[after].text) > 1 and self.words[after].text.isupper()
        if self.words[index].text == "A":
            return capitals or self._begins_sentence(index)
        return capitals or not self.words[after].text[0].isupper()

    def _begins_sentence(self, index: int) -> bool:
        """Whether a sentence begins here, and this is no row of a table."""
        word = self.words[index]
        end = self.text.find("\n", word.start)
        return word.first and not self.text[word.start + 1 : end if end >= 0 else None].rstrip().endswith("|")

    def _following(self, index: int) -> list[int]:
        found = []
        for at in range(index + 1, min(index + 4, len(self.words))):
            if self.text[self.words[at - 1].end : self.words[at].start].strip(_SPACE):
                break
            found.append(at)
        return found

    def _read_word(self, index: int) -> str:
        after, sure = self._read.get(index, ("", 0.0))
        return (after if sure >= 0.5 else self.words[index].text).lower()

    def _near(self, index: int, step: int) -> str:
        """The word before (-1) or after (1), or what stands there instead."""
        at = index + step
        if step < 0 and self.words[index].first:
            return START
        if not 0 <= at < len(self.words) or not self.words[max(index, at)].follows:
            return PAUSE if step < 0 else ""
        return self.words[at].text.lower()

    def _english(self, index: int) -> bool:
        """Whether English is spoken here: a title, a name of an institution."""
        return any(word.text.lower() in _ENGLISH for word in self.words[max(0, index - 2) : index + 3])
