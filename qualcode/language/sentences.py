"""Sentence ends, in bokmål, nynorsk and English, in writing and in transcribed speech.

A splitter by rules over the text. spaCy's tokenizer was the other choice: on a report of 262 KB it takes ten
times as long (0.25 s against 0.02 s), costs more than a second and 90 MB to import, and its sentencizer
knows nothing of abbreviations, pauses or lower-case speech, so that the rules would be needed all the same. What
spaCy knows and we did not, its lists of abbreviations, stands sorted in `abbreviations.py`.

A stop, question mark, exclamation mark or ellipsis that white space follows *may* end a sentence. What decides is the
word before it (abbreviation, initial, ordinal) and how the next word begins. A wrong join is milder than a wrong cut:
half a quotation is worse than two sentences coded as one.
"""

import re
from collections.abc import Iterator, Sequence

from qualcode.language import trained
from qualcode.language.abbreviations import Abbreviations, abbreviations, holds
from qualcode.model.spans import Span
from qualcode.model.values import Language

_STOPS = ".!?…"
_CLOSERS = "\"'”’»›)\\]}*_¹²³⁴⁵⁶⁷⁸⁹⁰"
_CANDIDATE = re.compile(
    rf"[{_STOPS}](?P<closers>(?:[{_CLOSERS}]|</?[bi]>|<sup>\d{{1,3}}</sup>|\[\d{{1,3}}\])*)(?P<note>\d{{1,3}})?(?=\s)"
)
_GLUED = re.compile(r"(?<=[a-zæøå]{2})[.?!](?=[A-ZÆØÅ][a-zæøå]*[\s,])")
_ELLIPSIS = r"\(\.{2,}\)|\[\.{2,}\]|[(\[]…[)\]]|\.{2,}|…"
_LEAD_IN = re.compile(rf"(?:\s|[\"'“”„‘’«»‹›(\[{{*_–—•·-]|</?[bi]>|{_ELLIPSIS}){{0,40}}")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_VOWEL = re.compile(r"[aeiouyæøåäöáàéèíóòúü]", re.IGNORECASE)
_MONTH = re.compile(r"(?:jan|feb|mar|apr|ma[iy]|jun|jul|aug|sep|o[kc]t|nov|de[sc])", re.IGNORECASE)
_URL = re.compile(r"://|www\.|@")

_SUBJECTS = frozenset(
    [
        "jeg",
        "eg",
        "vi",
        "du",
        "han",
        "hun",
        "ho",
        "det",
        "dette",
        "dei",
        "men",
        "you",
        "he",
        "she",
        "it",
        "we",
    ]
)
_OPENINGS = _SUBJECTS.union(
    *map(
        str.split,
        (
            "i og så da når hvis om at en ei et den de der her nå no dere dykk man nei ja jo hva kva hvem kven hvor kor",
            "hvordan korleis hvorfor kvifor ikke ikkje alle mange noen nokon noe noko på til fra frå med ved etter før",
            "for eller the a an and so then there these those they this that but what when where why who how if yes",
            "some many in on at to from with as",
        ),
    )
)
_HUMMING = frozenset(["hm", "hmm", "mm", "mmm", "mhm", "hmf", "pff", "pst", "sjh", "tsk"])
_PAGE = frozenset(["s", "p", "pp"])
_ONE_LETTER_WORDS = frozenset("iåæøe")


def sentence_spans(text: str, within: Sequence[Span], language: Language) -> tuple[Span, ...]:
    """The sentences inside each of the blocks `within`, in order; none crosses a block.

    Every character of a block that is not white space is in exactly one sentence, and no sentence begins or ends
    with white space. A block without a sentence end is one sentence. A trained spaCy pipeline of the language, where the
    user has installed one, decides in place of the rules.
    """
    loaded = trained.pipeline(language)
    if loaded is not None:
        return trained.sentence_spans(loaded, text, within)
    known = abbreviations(language)
    return tuple(span for block in within for span in _sentences(text, block, known))


def _sentences(text: str, block: Span, known: Abbreviations) -> Iterator[Span]:
    start = block.start
    for cut in [*_cuts(text, block, known), block.end]:
        piece = text[start:cut]
        words = piece.strip()
        if words:
            begin = start + len(piece) - len(piece.lstrip())
            yield Span(begin, begin + len(words))
        start = cut


def _cuts(text: str, block: Span, known: Abbreviations) -> Iterator[int]:
    """Positions between two sentences. Nothing without a word in it becomes a sentence beside others."""
    last_word = _last_word(text, block)
    start = block.start
    first_word = -1
    for place in _candidates(text, block):
        if place.start() > last_word:
            return
        if first_word < start:
            found = _WORD.search(text, start, block.end)
            first_word = found.start() if found else block.end
        if first_word < place.start() and _ends(text, place, start, block.end, known):
            yield place.end()
            start = place.end()


def _candidates(text: str, block: Span) -> list[re.Match[str]]:
    found = list(_CANDIDATE.finditer(text, block.start, block.end))
    found += _GLUED.finditer(text, block.start, block.end)
    return sorted(found, key=re.Match.start)


def _last_word(text: str, block: Span) -> int:
    position = block.end - 1
    while position > block.start and not text[position].isalnum():
        position -= 1
    return position


def _ends(text: str, place: re.Match[str], start: int, end: int, known: Abbreviations) -> bool:
    """Whether a sentence that began at `start` ends at the candidate `place`."""
    run = place.start()
    while run > start and text[run - 1] in _STOPS:
        run -= 1
    stops = text[run : place.start() + 1]
    after = _WORD.match(text, _LEAD_IN.match(text, place.end(), end).end(), end)  # type: ignore[union-attr]
    following = after.group() if after else ""
    before = _word_before(text, start, run)
    if place.re is _GLUED:
        return _ends_glued(text, place, start, before, known)
    closers = place["closers"]
    if place["note"]:
        return before.isalpha() and len(before) > 2 and not known.known(before) and following[:1].isupper()
    if following[:1].islower() and closers.strip("*_"):
        return False
    if before[-1:] in ("(", "[") and closers[:1] in (")", "]"):
        return following[:1].isupper() and following.lower() in _OPENINGS
    if "?" in stops or "!" in stops:
        return True
    if len(stops) > 1 or stops == "…":
        return _ends_after_pause(before, following)
    return _ends_after_stop(
        before, following, alone=text[start:run].strip("\"'“„«( \t\n*_-–—") == before, known=known
    )


def _word_before(text: str, start: int, run: int) -> str:
    """The characters joined to the stops, without opening marks; empty when white space stands before them."""
    chunk = text[max(start, run - 60) : run]
    if not chunk or chunk[-1].isspace():
        return ""
    word = chunk.split()[-1]
    return word.lstrip("\"'“„‘«‹([{*_–—-") or word[-1]


def _ends_after_pause(before: str, following: str) -> bool:
    """An ellipsis is a pause, unless a capital follows; where it stands by itself, only before a usual opening."""
    if not following[:1].isupper() and not following[:1].isdigit():
        return False
    return bool(before) or following.lower() in _OPENINGS


def _ends_glued(text: str, place: re.Match[str], start: int, before: str, known: Abbreviations) -> bool:
    """«ferdig.Nå»: the space after a stop is missing. Addresses and abbreviations have such stops too."""
    chunk = text[max(start, place.start() - 60) : place.start() + 30]
    return before.isalpha() and not known.known(before) and not _URL.search(chunk)


def _ends_after_stop(before: str, following: str, *, alone: bool, known: Abbreviations) -> bool:
    """A single full stop. `alone`: the sentence holds nothing else yet, as in the number of a list item."""
    opening = following.lower() in _OPENINGS
    if not before:
        return following[:1].isupper()
    if _NUMBER.fullmatch(before):
        return _ends_after_number(before, following, alone=alone)
    if len(before) == 1 and before.isalpha():
        return _ends_after_letter(before, following, alone=alone)
    if before.lower() in _HUMMING:
        return alone or not following[:1].islower()
    if holds(known.leads, before):
        return False
    if holds(known.may_end, before):
        return following[:1].isupper()
    if following in _PAGE:
        return False
    if following[:1].isdigit():
        return not holds(known.by_figures, before)
    if following[:1].islower():
        return _is_plain_word(before) and not (holds(known.by_figures, before) and not opening)
    return bool(following) or _is_plain_word(before)


def _ends_after_number(number: str, following: str, *, alone: bool) -> bool:
    """`14. mars`, `1. plass` and `3.1. Metode` go on; «i 2019. Det» and «jeg var 14. jeg flyttet» end."""
    if alone and (len(number) < 4 or "." in number):
        return False
    if following[:1].islower():
        return (len(number) == 4 and following not in _PAGE) or following in _SUBJECTS
    if following[:1].isdigit():
        return len(number) > 2
    return not (len(number) <= 2 and _MONTH.match(following) and following.lower() not in _OPENINGS)


def _ends_after_letter(letter: str, following: str, *, alone: bool) -> bool:
    """Initials and one-letter abbreviations (`A. Hansen`, `s. 48`) go on, unless a usual opening follows."""
    if alone:
        return False
    if letter in _ONE_LETTER_WORDS:
        return True
    if letter.isupper() and following in _SUBJECTS:
        return True
    return following[:1].isupper() and following.lower() in _OPENINGS


def _is_plain_word(before: str) -> bool:
    """Whether a stop after it can close a sentence that speech continues in lower case; unknown abbreviations cannot."""
    if "." in before:
        return bool(_URL.search(before)) or max(map(len, before.split("."))) > 4
    return not before.islower() or bool(_VOWEL.search(before))
