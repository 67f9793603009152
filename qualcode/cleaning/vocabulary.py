"""Which words a document uses, and which ones Norwegian has: the evidence for mending a word."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_AMID = re.compile(r"(?<=[^\W\d_A-ZÆØÅ] )[A-ZÆØÅ][^\W\d_]*")
_COMMON = 3.0
"""On the Zipf scale: words from here on are words of their own, not parts of one."""


def _found(pattern: re.Pattern[str], text: str) -> Iterator[str]:
    """What the pattern finds, line by line: a list of all words takes ten times the room of the text."""
    return chain.from_iterable(map(pattern.findall, text.split("\n")))


class Vocabulary:
    """The words of one text, counted in lower case; a compound with hyphens counts as one word."""

    def __init__(self, text: str) -> None:
        """Counts when first asked."""
        self._text = text

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs, in lower case."""
        return Counter(map(str.lower, _found(_WORD, self._text)))

    @cached_property
    def _norwegian(self) -> Mapping[str, float]:
        from qualcode.language.frequency import word_frequencies  # a tenth of a second, and seldom needed

        return word_frequencies()

    @cached_property
    def _small(self) -> Counter[str]:
        return Counter(word for word in _found(_WORD, self._text) if word[0].islower())

    @cached_property
    def _names(self) -> Counter[str]:
        return Counter(_found(_AMID, self._text))

    def written(self, word: str) -> int:
        """How often the text has `word`."""
        return self.counts[word.lower()]

    def is_word(self, word: str) -> bool:
        """Whether `word` stands by itself in the text, or is a usual Norwegian word."""
        word = word.lower()
        return self.counts[word] > 0 or self._norwegian.get(word, 0) >= _COMMON

    def is_known(self, word: str) -> bool:
        """Whether the text or the word list has `word` at all."""
        word = word.lower()
        return self.counts[word] > 0 or word in self._norwegian

    def is_name(self, word: str) -> bool:
        """Whether `word` has its capital in the middle of sentences too, at least as often as the text writes it small."""
        return word[:1].isupper() and self._names[word] >= max(1, self._small[word.lower()])

    def written_small(self, word: str) -> bool:
        """Whether the text has `word` in small letters too."""
        return self._small[word.lower()] > 0
