"""Text as search-as-you-type compares it."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {"æ": "ae", "ø": "o", "œ": "oe", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i", "’": "'", "‘": "'"}
    | dict.fromkeys("\u2010\u2011\u2012\u2013", "-")
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_DOUBLE_A = re.compile("a{2,}")


def fold(text: str) -> str:
    """`text` with every difference removed that a person in a hurry does not type; `fold(fold(t)) == fold(t)`.

    Lower case; å, aa and a are one, as are ø and o, æ and ae; accents, soft hyphens and zero-width signs are gone; any
    run of white space, hard spaces included, is one space. Positions in the result are not positions in `text`.
    """
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold()).casefold()
    bare = "".join(character for character in folded if not unicodedata.category(character).startswith("M"))
    seen = _UNSEEN.sub("", bare.translate(_LETTERS))
    return " ".join(_DOUBLE_A.sub("a", seen).split())
