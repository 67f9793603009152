"""The sentence before a quotation that announces it."""

import re
from dataclasses import dataclass

from qualcode.segmenters.quotes_people import Names, named_in
from qualcode.segmenters.quotes_words import CITED, DOCUMENTS, LISTED, PEOPLE, QUOTED, SAYS

_LONGEST = 500
_SENTENCE_END = re.compile(r"[.!?»”]\s+(?=[A-ZÆØÅ«“\"„])")
_ENDS_OPEN = re.compile(
    r"(?:[:;,–]|\b(?:slik|følgende|følgjande|this\s+way|like\s+this|as\s+follows)"
    r"|\b(?:det|dette|seg|it|this)\s+(?:slik|this\s+way|like\s+this)\.)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class LeadIn:
    """How strongly a sentence announces somebody's words; `open_` when it is not done without them."""

    strength: float
    open_: bool
    speaker: str = ""
    person: bool = False
    document: bool = False


NONE = LeadIn(0.0, False)


def lead_in(text: str, start: int, end: int, names: Names) -> LeadIn:
    """What the last sentence of the paragraph `[start, end)` announces."""
    sentence = last_sentence(text[max(start, end - _LONGEST) : end])
    open_ = bool(_ENDS_OPEN.search(sentence)) and (sentence[-1:] in ":;" or len(sentence) <= 300)
    says, person = bool(SAYS.search(sentence)), bool(PEOPLE.search(sentence))
    if not (says or open_):
        return NONE
    speaker = named_in(sentence, names)
    someone = person or bool(speaker)
    other = bool(DOCUMENTS.search(sentence) or LISTED.search(sentence))
    document = bool(CITED.search(sentence)) or (other and not (someone and QUOTED.search(sentence)))
    told = says + (says and someone)
    strength = (0.15, 0.3, 0.45)[told] if open_ else (0.0, 0.1, 0.2)[told]
    if document:
        strength = min(strength, 0.15) if speaker or (person and says) else 0.0
    return LeadIn(strength, open_, speaker if says else "", someone, document)


def stands_open(text: str, start: int, end: int) -> bool:
    """Whether the paragraph `[start, end)` ends as one does that something must follow."""
    return bool(_ENDS_OPEN.search(text, max(start, end - 30), end))


def last_sentence(words: str) -> str:
    """The last sentence of `words`."""
    words = words.rstrip()
    ends = [match.end() for match in _SENTENCE_END.finditer(words, 0, max(0, len(words) - 3))]
    return words[ends[-1] :] if ends else words
