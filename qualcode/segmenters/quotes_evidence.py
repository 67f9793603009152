"""What speaks for and against words being an informant's own, and how much."""

import re
from itertools import islice

from qualcode.segmenters.quotes_words import (
    ENGLISH_SELF,
    ENGLISH_SELF_ABROAD,
    NORWEGIAN_SELF,
    ORAL,
    OURS,
)

WEIGHTS = {
    "attribution": 0.45,
    "lead-in": 0.45,
    "speaker label": 0.35,
    "block quotation": 0.2,
    "guillemets": 0.25,
    "quote marks": 0.25,
    "italics": 0.25,
    "own paragraph": 0.15,
    "beside a quotation": 0.2,
    "first person": 0.15,
    "oral form": 0.15,
    "full sentence": 0.1,
    "literature": -0.8,
    "document": -0.5,
    "term": -0.4,
    "short": -0.35,
    "title-like": -0.3,
    "theory section": -0.2,
}
"""Each kind of evidence with its full weight; what is below zero speaks against. The names are stable."""

Found = dict[str, float]
"""Kinds of evidence with the weight that they have here."""

_LONGEST = 800


def full(*kinds: str) -> Found:
    """These kinds of evidence, each with its full weight."""
    return {kind: WEIGHTS[kind] for kind in kinds}


def voice(words: str, language: str) -> Found:
    """The evidence that lies in the words themselves: somebody speaks of himself, and as people speak."""
    words = words[:_LONGEST]
    found: Found = {}
    own = ENGLISH_SELF if language == "en" else NORWEGIAN_SELF
    if own.search(words) or ENGLISH_SELF_ABROAD.search(words):
        found["first person"] = 0.15
    elif OURS.search(words):
        found["first person"] = 0.05
    spoken = sum(1 for _ in islice(ORAL.finditer(words), 2))
    if spoken:
        found["oral form"] = 0.15 if spoken > 1 else 0.1
    return found


def shape(words: str) -> Found:
    """The evidence that lies in how much there is of them."""
    number = len(words.split(None, 12)[:12])
    ended = bool(re.search(r"[.!?…]\W*$", words))
    if number < 4:
        return full("short")
    if number < 10 and not ended:
        return full("title-like")
    return full("full sentence") if ended and number > 5 else {}


def confidence(found: Found) -> float:
    """All of the evidence in one number."""
    return round(min(0.98, max(0.0, sum(found.values()))), 2)


def in_order(found: Found) -> tuple[str, ...]:
    """The kinds of evidence, strongest first, what speaks against last."""
    return tuple(sorted((kind for kind in found if found[kind]), key=lambda kind: (-found[kind], kind)))
