"""The words of a scanned text as the OCR repair sees them, and the stretches of it that have lost their letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.cleaning.ocr_confusions import SIGNS
from qualcode.language import guess_language
from qualcode.model.values import Language

_STRETCH = 1500
_LONGEST = 40
_DAMAGED = re.compile(
    r"\b(?:p[ad]|(?-i:[Nn]a|[Mm][ad])|ogs[ad]|n[ad]r|v(?:ae|ee|ze|eae)r[et]|sv(?:ae|ee|ze)rt|st[ad]r|gar|bade|bla"
    r"|[bcdfhjklmnpstv]{1,3}r?g[dfklmnprstv]\w*)\b",
    re.IGNORECASE,
)
"""The commonest words without their letters, and ø seen as g between consonants; in sound Norwegian all are rare."""
_SOUND = re.compile(
    r"\b(?:på|nå|må|også|når|være|vært|svært|står|går|både|blå|[bcdfhjklmnpstv]{1,3}r?ø[dfklmnprstv]\w*)\b",
    re.IGNORECASE,
)
"""The same words with their letters."""
_ENOUGH = 0.25
_MANY = 40
"""Letters æ, ø and å per thousand letters: who has so many has lost none. Sound Norwegian has 16 to 26, mostly."""
_FEW = 8
"""Who has so few has lost most of them."""
_RUN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|www\.|\w@\w[\w-]*\.\w")
_TOKEN = re.compile(r"[\w@&¢|]+")
_LETTERS_AND_SIGNS = re.compile(rf"(?=.*[^\W\d_])(?![038])(?:[^\W\d_]|[{SIGNS}])+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
_STARTS = ".!?:;»«•|"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that has lost about `lost` (0 to 1) of its letters æ, ø and å."""

    start: int
    end: int
    lost: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, and where it stands. `text` is as seen, with signs that may be letters."""

    start: int
    end: int
    text: str
    first: bool
    """Whether a sentence, a heading or an item of a list begins with it."""
    follows: bool
    """Whether nothing but a space stands between the word before and it."""
    address: bool

    @property
    def seen(self) -> str:
        """In lower case, but for a G inside, which may be an å; an I inside is an l."""
        head, tail = self.text[:1].lower(), self.text[1:]
        return head + (tail.lower() if self.text.isupper() else tail.replace("I", "l"))

    @property
    def readable(self) -> bool:
        """Whether it is a word that can be read at all: no number, address, acronym or product name."""
        if self.address or len(self.text) > _LONGEST or not _LETTERS_AND_SIGNS.fullmatch(self.text):
            return False
        if self.text.isupper():
            return len(self.text) > 4
        return not any(letter.isupper() and letter not in "GI" for letter in self.text[1:])


def stretches(text: str, language: Language) -> tuple[Stretch, ...]:
    """The damaged parts of `text`, whole paragraphs, told by the commonest words. Only bokmål is known well enough."""
    if language != "nb":
        return ()
    parts = list(_parts(text))
    damaged = {part: lost for part in parts if (lost := _lost(text, *part))}
    if 2 * len(damaged) >= len(parts):
        damaged |= {part: 1.0 for part in parts if part not in damaged and _bare(text, *part)}
    return tuple(Stretch(*part, damaged[part]) for part in parts if part in damaged)


def _lost(text: str, start: int, end: int) -> float:
    """How large a part of the letters æ, ø and å is lost in `[start, end)`, 0 to 1; 0 when that is not evident."""
    if _kept(text, start, end) >= _MANY:
        return 0.0
    damaged = len(_DAMAGED.findall(text, start, end))
    if damaged < max(3, (end - start) // 500):
        return 0.0
    lost = damaged / (damaged + len(_SOUND.findall(text, start, end)))
    return lost if lost >= _ENOUGH else 0.0


def _bare(text: str, start: int, end: int) -> bool:
    """Whether a part with too few words to tell, such as a contents list, is as damaged as those around it."""
    return _kept(text, start, end) < _FEW and guess_language(text[start:end]) == "nb"


def _kept(text: str, start: int, end: int) -> float:
    """Letters æ, ø and å per thousand letters."""
    part = text[start:end]
    return sum(map(part.count, "æøåÆØÅ")) * 1000 / max(1, sum(map(str.isalpha, part)))


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Some paragraphs at a time; what is left over goes to the last part."""
    start = 0
    for match in _BLANK_LINE.finditer(text):
        if match.end() - start >= _STRETCH and len(text) - match.end() >= _STRETCH:
            yield start, match.end()
            start = match.end()
    yield start, len(text)


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of `[start, end)` of `text`, in order."""
    runs = [match.span() for match in _RUN.finditer(text, start, end) if _ADDRESS.search(match.group())]
    addresses = {at for run in runs for at in range(*run)}
    found: list[Word] = []
    at = start
    for match in _TOKEN.finditer(text, start, end):
        between = text[at : match.start()]
        bullet = (
            bool(found) and len(found[-1].text) == 1 and text[found[-1].start - 1 : found[-1].start] == "\n"
        )
        apart = between.count("\n") > 1 and not match.group()[0].islower()
        begins = not found or apart or bullet or bool(set(between) & set(_STARTS))
        follows = bool(found) and between.isspace() and not apart
        found.append(Word(*match.span(), match.group(), begins, follows, match.start() in addresses))
        at = match.end()
    return found
