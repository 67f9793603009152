"""Norwegian alphabetical order.

After Norwegian practice (Språkrådet; Unicode CLDR's `nb`): æ, ø and å come last, ä goes with æ, ö with ø and ü with y.
`aa` goes with å, as in names (Aasen beside Åsen); words where it is two sounds (Kanaan) are too few to list.
"""

import re
import unicodedata

_TWINS = {"ä": "æ", "ö": "ø", "ü": "y", "đ": "d", "ð": "d", "ł": "l", "œ": "ø", "þ": "th", "ı": "i"}
_AS_TWIN = str.maketrans(_TWINS)
_AFTER_TWIN = str.maketrans({letter: f"{twin}~" for letter, twin in _TWINS.items()})
_LAST = {"æ": "{", "ø": "|", "å": "}"}
_PARTS = re.compile(r"(\d+)")

_SPACE, _SIGN, _FIGURE = "\0", "\1", "\2"
"""What white space, other signs and figures begin with in a key, so that they come before letters in this order."""


def sort_key(text: str) -> tuple[str, str, str, str]:
    """A key that puts texts in Norwegian order; two texts share a key only when they are the same.

    Figures go by value (`Intervju 2` before `Intervju 10`) and before letters. Accents, then case (lower before
    upper), decide only between texts that are otherwise equal.
    """
    lowered = unicodedata.normalize("NFC", text).casefold()
    main = "".join(
        _figures(part) if part[:1].isdecimal() else _letters(part) for part in _PARTS.split(lowered)
    )
    accents = unicodedata.normalize("NFD", lowered.translate(_AFTER_TWIN))
    return main, accents, text.swapcase(), text


def _figures(part: str) -> str:
    value = "".join(str(unicodedata.decimal(digit)) for digit in part).lstrip("0")
    return f"{_FIGURE}{chr(len(value))}{value}"


def _letters(part: str) -> str:
    return "".join(map(_letter, part.translate(_AS_TWIN).replace("aa", "å")))


def _letter(character: str) -> str:
    if character in _LAST:
        return _LAST[character]
    if character.isspace():
        return _SPACE
    bare = "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c))
    return bare if not bare or bare.isalnum() else f"{_SIGN}{bare}"
