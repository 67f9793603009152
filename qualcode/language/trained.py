"""A trained spaCy pipeline, where the user has installed one; never downloaded, and not needed.

`pip install spacy` and a pipeline such as `nb_core_news_sm` are enough: from then on sentences of that language are the
ones that the pipeline finds. Without one nothing here imports spaCy, and the rules in `sentences.py` decide.
"""

import importlib
import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import metadata
from typing import Any

from qualcode.model.spans import Span
from qualcode.model.values import Language

_NEEDED = ("parser", "senter", "sentencizer")
_UNUSED = ("ner", "lemmatizer", "attribute_ruler", "morphologizer", "tagger")


@cache
def pipeline(language: Language) -> Any | None:
    """The installed pipeline of a language that finds sentences, loaded once; None when there is none.

    Of several the last by name is taken, so that the choice is the same every time.
    """
    for name in sorted(_installed(language), reverse=True):
        loaded = importlib.import_module(name).load(exclude=list(_UNUSED))
        if any(part in loaded.pipe_names for part in _NEEDED):
            loaded.max_length = 10**9
            return loaded
    return None


def _installed(language: Language) -> Iterator[str]:
    shape = re.compile(rf"{language}_(?:core|dep|ent)_\w+")
    for found in metadata.distributions():
        name = (found.metadata["Name"] or "").replace("-", "_")
        if shape.fullmatch(name):
            yield name


def sentence_spans(loaded: Any, text: str, within: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that the pipeline finds in each block, without white space at their ends."""
    docs = loaded.pipe(text[block.start : block.end] for block in within)
    return tuple(span for block, doc in zip(within, docs, strict=True) for span in _trimmed(block, doc))


def _trimmed(block: Span, doc: Any) -> Iterator[Span]:
    for sentence in doc.sents:
        words = sentence.text
        if words.strip():
            start = block.start + sentence.start_char + len(words) - len(words.lstrip())
            yield Span(start, start + len(words.strip()))
