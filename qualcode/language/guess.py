"""Which language a text is in, from its commonest small words."""

import re
from collections import Counter

from qualcode.model.values import Language

_WORD = re.compile(r"[^\W\d_]+")

_BOKMAL = """
    ikke jeg hun noe noen hva hvem hvor hvordan hvorfor hvis fra mye deres hverandre være vært blir ble bare selv sånn
    enn også uten nå etter hjem kommer gjorde de en hadde mer flere gjennom dem hver hennes deg meg
"""
_NYNORSK = """
    ikkje eg ho noko nokon kva kven kor korleis kvifor viss frå mykje deira kvarandre vere vore blir vart vert berre
    sjølv slik enn òg utan no etter heim kjem gjorde dei ein eit hadde meir fleire gjennom kvar hennar me dykk saman
"""
_ENGLISH = """
    the and of is was were that with not what who how why if from you they have had this it are be been would just
    she he we my your their there about because don't
"""


def _only_here(words: str, *others: str) -> frozenset[str]:
    return frozenset(words.split()).difference(*(other.split() for other in others))


_SIGNS: dict[Language, frozenset[str]] = {
    "nb": _only_here(_BOKMAL, _NYNORSK, _ENGLISH),
    "nn": _only_here(_NYNORSK, _BOKMAL, _ENGLISH),
    "en": _only_here(_ENGLISH, _BOKMAL, _NYNORSK),
}


_LANGUAGE_OF: dict[str, Language] = {word: language for language, signs in _SIGNS.items() for word in signs}


def guess_language(text: str) -> Language:
    """The language most of the telling small words of `text` belong to; bokmål when none does, or on a tie."""
    words = (match.group().lower() for match in _WORD.finditer(text))
    scores = Counter(_LANGUAGE_OF[word] for word in words if word in _LANGUAGE_OF)
    return max(_SIGNS, key=lambda language: scores[language])


_EDGES = '.,;:!?«»"“”()[]*_'


def telling_words(text: str) -> tuple[int, dict[Language, int]]:
    """How many words `text` has, and how many of them only one language has.

    Quick rather than complete: what white space parts is a word, and one that touches a comma does not tell.
    """
    words = text.lower().split()
    told = Counter(filter(None, map(_LANGUAGE_OF.get, words)))
    return len(words), {"nb": told["nb"], "nn": told["nn"], "en": told["en"]}
