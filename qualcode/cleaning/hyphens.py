"""Hyphens at the ends of lines, and those that stayed inside a word when its line was set anew.

At a break there are three treatments: `til-` `knyttet` is one word (tilknyttet); `en-` `til-en` and `HR-` `ansvarlig`
keep the hyphen; in `rus-` `og` it stands for the rest of a compound and the break is no business of this rule.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from qualcode.cleaning.draft import Change, Found
from qualcode.cleaning.lines import Line, lines
from qualcode.cleaning.vocabulary import Vocabulary
from qualcode.model.values import Language

_BEFORE = re.compile(r"(?:[^\W_]+-)*[^\W_]+-\Z")
_AFTER = re.compile(r"[^\W\d_]+(?:-[^\W_]+)*")
_COORDINATED = frozenset({"og", "eller", "samt", "til", "and", "or"})
_ADDRESS = re.compile(r"(?:://|www\.)\S*-\Z")
_INSIDE = re.compile(r"(?<![\w.:/@-])([^\W\d_]{2,})-([^\W\d_]{2,})(?![\w@]|-\w)")
_SOFT = "\u00ad"
_SURE_ACROSS_PAGES = 0.8
_FEWEST_PROVEN = 3
_OVERWHELMING = 10
"""So many times as often as with the hyphen does the text write the word without."""


class Hyphens:
    """Mends words that a hyphen at the end of a line parted."""

    name = "hyphens"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each word."""
        words = Vocabulary(text)
        breaks = [change for one, next_ in pairwise(lines(text)) for change in _break(one, next_, words)]
        return Found((*breaks, *_inside(text, words)))


def _break(one: Line, next_: Line, words: Vocabulary) -> Iterator[Change]:
    if one.tabbed or next_.tabbed or next_.speaker:
        return
    if one.words[-1] == _SOFT:
        yield Change(one.end - 1, next_.start)
    elif _ADDRESS.search(one.words[-300:]):
        if _continues_address(next_):
            yield Change(one.end, next_.start, confidence=0.95)
    elif one.words[-1] == "-":
        yield from _word(one, next_, words)


def _word(one: Line, next_: Line, words: Vocabulary) -> Iterator[Change]:
    before, after = _BEFORE.search(one.words[-80:]), _AFTER.match(next_.words)
    if not before or not after or after[0].lower() in _COORDINATED or not after[0][0].islower():
        return
    keep, confidence = keeps_hyphen(before[0][:-1], after[0], words)
    if next_.gap == 0 or confidence >= _SURE_ACROSS_PAGES:
        yield Change(one.end - (not keep), next_.start, confidence=confidence)


def _continues_address(line: Line) -> bool:
    first = line.words.split(None, 1)[0]
    return len(first) > 2 and first[0].isalnum() and (first == line.words or "/" in first or "-" in first)


def keeps_hyphen(before: str, after: str, words: Vocabulary) -> tuple[bool, float]:
    """Whether the hyphen between `before` and `after` belongs to the word, and how sure that is.

    What the text itself writes elsewhere decides; then the word list; then what hyphens are used for: after
    abbreviations and figures, and in words that have one already.
    """
    kept, joined = f"{before}-{after}", before + after
    written_kept, written_joined = words.written(kept), words.written(joined)
    if written_kept != written_joined:
        return written_kept > written_joined, 0.95
    if any(letter.isdigit() for letter in before) or (len(before) > 1 and before[-1].isupper()):
        return True, 0.95
    if "-" in before or "-" in after:
        return True, 0.85
    if before[0].isupper() and not words.is_known(joined):
        return True, 0.6
    return False, 0.9 if words.is_known(joined) else 0.6


def _inside(text: str, words: Vocabulary) -> Iterator[Change]:
    """Hyphens inside a line that part no two words: `tidgi-vere`.

    The text has to write the word without a hyphen elsewhere, and more often. Where it proves itself full of such
    remains, a single hyphen between two whole words (`vekt-lagt`) is one more of them.
    """
    found = [match for match in _INSIDE.finditer(text) if "-" in match.group()]
    places = [match for match in found if _written_without(match, words)]
    proven = [match for match in places if _parts_no_words(match, words)]
    for match in proven:
        yield Change(match.end(1), match.start(2), confidence=0.95)
    if len(proven) >= _FEWEST_PROVEN:
        mended = {match.start() for match in proven}
        for match in places:
            if match.start() not in mended and words.written(match.group()) == 1:
                yield Change(match.end(1), match.start(2), confidence=0.7)


def _written_without(match: re.Match[str], words: Vocabulary) -> bool:
    joined = words.written(match[1] + match[2])
    return match[2].islower() and joined >= 2 and joined > words.written(match.group())


def _parts_no_words(match: re.Match[str], words: Vocabulary) -> bool:
    first, second = match[1].lower(), match[2]
    whole = words.is_word(first) or (first[-1] == "s" and words.is_word(first[:-1]))
    if whole and words.is_word(second):
        return False
    often = words.written(first + second) >= _OVERWHELMING * words.written(match.group())
    return often or not words.is_known(first) or not words.is_known(second)
