"""Whether a sentence that breaks off at the end of one line goes on in the next one."""

import re

from qualcode.cleaning.lines import Line
from qualcode.cleaning.vocabulary import Vocabulary

_SURE, _LIKELY, _WEAK = 0.95, 0.8, 0.6
_SHORTEST = 60
"""Characters: a shorter line that has no full stop may be a heading, an answer in a form or an item of a list."""
_SENTENCE_INSIDE = re.compile(r"[.!?] ")
_SHORTEST_BROKEN = 25
_LEAD_IN = re.compile(
    r"\b(?:sa|sier|fortalte|forteller|uttrykte|uttrykker|beskriver|beskrev|formulerer|formulerte|skriver|skrev|svarer"
    r"|svarte|står|stod|sto|heter|lyder|lød|said|says|wrote|writes)"
    r"(?: (?:det|dette|det hele|seg|om det|om dette|it|this))?(?: (?:slik|sånn|følgende|så|thus|as follows))?,?$"
    r"|\b(?:følgende|slik|as follows),?$",
    re.IGNORECASE,
)
_UNABLE_WORDS = """
    av og eller et den å fra mellom hos under ved mot i på for med til som samt sin sitt sine
    the of and or a an to from
"""
_UNABLE = frozenset(_UNABLE_WORDS.split())
"""Words that hardly ever are a sentence's last."""
_BRACKET = 80
"""Characters: a bracket that opened earlier than this was forgotten."""
_OPENING, _CLOSING = "«“([", "»”)]"
_BEGUN = re.compile(r"[.!?] [^\W\d_]+$")
_FIRST = re.compile(r"[^\W\d_]+")
_CLAUSE = re.compile(
    r"(?:at|om|hvor|hvordan|hvorfor|hva|hvem|hvilke[nt]?|that|whether|how|why)\b(?![.!?:»”])"
)
_YEAR = re.compile(r"\((?:19|20)\d\d")


def unfinished(words: str) -> bool:
    """Whether a line breaks off: it ends with a word, a comma or a hyphen, and leads nothing in."""
    last = words[-1]
    return (last.isalnum() or last in ",–-") and not _LEAD_IN.search(words[-60:])


def goes_on(one: Line, next_: Line, words: Vocabulary) -> float:
    """How sure it is that the sentence at the end of `one` goes on in `next_`; 0 where there is no good evidence.

    A quotation that opens is a new block, whatever stands before it. Lead-ins without a colon and quotations without a
    full stop end like a sentence cut in two: a small letter after them is needed, and the verb must not be one of saying.
    """
    if _stands_alone(one) or _stands_alone(next_) or next_.item:
        return 0.0
    if next_.speaker and not calls_for_more(one.words):
        return 0.0
    if open_bracket(one.words) and next_.words[0].isdigit() and ")" in next_.words[:40]:
        return _LIKELY if one.words[-1].isalnum() and _long(one) else 0.0
    first = next_.words[0]
    if first in _CLOSING and one.words[-1].isalnum():
        return _LIKELY
    if not _long(one):
        return 0.0
    if one.words[-1] == ")" and first.islower():
        return _LIKELY
    if not unfinished(one.words) and not _told(one.words, next_.words):
        return 0.0
    if first.islower():
        return _SURE
    if _YEAR.match(next_.words):
        return _LIKELY if one.words.rsplit(None, 1)[-1][:1].isupper() else 0.0
    if first.isupper() and calls_for_more(one.words) and is_name(next_.words, words):
        return _WEAK
    return 0.0


def _told(one: str, next_: str) -> bool:
    """«Hun sa» at the end of a line, and «at ...» after it: what was said is told, not quoted."""
    return one[-1].isalnum() and bool(_CLAUSE.match(next_))


def between(one: Line, next_: Line) -> str:
    """What stands between the two when they are one: a space, but for quotation marks and brackets."""
    return "" if one.words[-1] in _OPENING or next_.words[0] in _CLOSING else " "


def calls_for_more(line: str) -> bool:
    """Whether the last word or sign of `line` calls for another word."""
    return line[-1] in _OPENING or line[-1] == "," or line.rsplit(None, 1)[-1] in _UNABLE


def needs_more(line: str) -> bool:
    """Whether `line` is no place for a paragraph to end: it calls for more, or has just begun a sentence."""
    return calls_for_more(line) or bool(_BEGUN.search(line[-40:]))


def open_bracket(line: str) -> bool:
    """Whether a bracket opened near the end of `line` and is still open."""
    end = line[-_BRACKET:]
    return end.rfind("(") > end.rfind(")")


def is_name(line: str, words: Vocabulary) -> bool:
    """Whether the capital at the start of `line` is that of a name, as far as the text tells."""
    return words.is_name(_first_word(line))


def may_begin(line: str, words: Vocabulary) -> bool:
    """Whether `line` begins with a capital that its first word has because a sentence begins."""
    first = _first_word(line.lstrip('«"“('))
    return first[:1].isupper() and not words.is_name(first) and words.written_small(first)


def _first_word(line: str) -> str:
    found = _FIRST.match(line)
    return found[0] if found else ""


def _stands_alone(line: Line) -> bool:
    return line.tabbed or line.numbered or line.contents or line.rule or line.url


def _long(line: Line) -> bool:
    """Too long, or too plainly broken off, to be a heading or an answer in a form."""
    words = line.words
    wanting = len(words) >= _SHORTEST_BROKEN and calls_for_more(words)
    return len(words) >= _SHORTEST or wanting or bool(_SENTENCE_INSIDE.search(words))
