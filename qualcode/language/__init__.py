"""Words: sentence ends, what counts as a word, alphabetical order, language, and texts made alike for searching.

Bokmål, nynorsk and English. The only room that may import spaCy, and then inside the function that needs it:
nothing here makes the app wait for it at start.
"""

from qualcode.language.collation import sort_key
from qualcode.language.fold import fold
from qualcode.language.guess import guess_language, telling_words
from qualcode.language.sentences import sentence_spans
from qualcode.language.words import count_words, word_spans

__all__ = [
    "count_words",
    "fold",
    "guess_language",
    "sentence_spans",
    "sort_key",
    "telling_words",
    "word_spans",
]
