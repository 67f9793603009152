"""Who a report says is speaking: after the words (`- «Sara»`, `(Informant 3)`), beside them, or before them."""

import re
from functools import cached_property
from typing import NamedTuple

from qualcode.segmenters.quotes_words import ANSWERING, CITED, FUNCTION, PEOPLE, QUOTED
from qualcode.segmenters.speakers import DESCRIPTIONS, role_of

_TITLE = r"[A-ZÆØÅÄÖÉ][\w'’.-]*"
_NAME = rf"{_TITLE}(?:[ ]{_TITLE}){{0,2}}"
_OPEN, _CLOSE = "[«\"“”„‘'*_]", "[»\"“”’'*_]"
_CODE = re.compile(r"[A-ZÆØÅ]{1,4}[ -]?\d{1,3}[a-z]?|[A-ZÆØÅ]{2,3}")
_ROLE_WORDS = re.compile(
    r"\b(?:intervju|interview|informant|respondent|deltak[ae]r|deltager|participant|interviewee|elev|lærer|student|gruppe"
    r"|fokusgruppe|focus group|fg|gr|person|case|teacher|nurse|patient|pasient|pupil|parent|bruker|ansatt|leder|veileder"
    r"|sykepleier|rektor|mann|kvinne|gutt|jente|mor|far|male|female|man|woman|mother|father|manager|worker|user|client"
    r"|ungdom|forelder|pårørende|tidgiver|frivillig|volunteer|staff)\b",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:min|våre?|mine|egen|eigen|uthevet|utheving|kursiv|oversatt|oversettelse|oversetting|ler|latter|pause|gråter"
    r"|sukker|min kommentar|my|our|emphasis|translation|laughs|laughter|laughing|italics|tabell|figur|se|jf|jfr|dvs|f\.eks"
    r"|kap|kapittel|vedlegg|table|figure|see|cf|chapter|ibid|sic|eks|for eksempel)\b",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[](?P<who>[^()\[\]\n]{1,60})[)\]][\s.,:;*_]*$")
_DASHED = re.compile(
    rf"(?P<before>[»”“\"’'.!?…)\]*_])[.,]?\s*[-–—]{{1,2}}\s*{_OPEN}{{0,3}}(?P<who>[^«»“”„\"\n.!?:;]{{1,60}}?){_CLOSE}{{0,3}}[\s.)]*$"
)
_BESIDE = re.compile(rf"(?<=[»”“\".!?…)])[.,]?\s+{_OPEN}(?P<who>{_NAME}){_CLOSE}?[\s.]*$")
_BARE = re.compile(
    r"(?<=[»”“\"])[.,]?\s+(?P<who>(?:\w+ (?:nr\.? )?\d{1,3}|[A-ZÆØÅ]{1,4}\d{1,3})(?:, [\w ]{1,30})?)[\s.]*$"
)
_LONE = re.compile(
    rf"[-–—]{{0,2}}\s*{_OPEN}{{0,3}}(?P<who>[^«»“”„\"\n.!?:;()\[\]]{{1,60}}?){_CLOSE}{{0,3}}[\s.]*"
)
_AFTER = re.compile(
    rf"\s*[,.–-]?\s*(?P<verb>{ANSWERING.pattern})\s+(?:det\s+)?(?P<who>[^.,;:!?«»“”\"()\n]{{1,60}})",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?P<who>{_NAME})\s+(?i:{ANSWERING.pattern})")
_PLACED = re.compile(r"\b(?:på|i|ved|fra|frå|hos|til|for|med|av|om|at|in|from|of|by|with)\s+$")
_NAMED = re.compile(rf"[«“\"„](?P<who>{_NAME})[»”\"“]")
_NUMBERED = re.compile(
    r"\b(?P<who>(?:[Ii]nformant|[Rr]espondent|[Dd]eltak[ae]r|[Dd]eltager|[Pp]articipant|[Ii]nterviewee|[Ll]ærer|[Ee]lev"
    r"|[Tt]eacher|[Pp]atient|[Nn]urse|[Pp]asient|[Ss]tudent|[Ii]ntervjuperson|[Gg]ruppe|[Ff]okusgruppe)"
    r"[ ](?:nr\.?[ ])?(?:\d{1,3}|[A-ZÆØÅ])\b|\b(?:IP|[RPI])[ ]?\d{1,3}\b)"
)


class Attribution(NamedTuple):
    """What stands after quoted words: where it begins, whom it names, and whether it can be nothing else."""

    start: int
    speaker: str
    sure: bool


class Names:
    """Which capitalised words are names: those that are never written with a small letter in the same text."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the text, as it is written."""
        return frozenset(match.group() for match in re.finditer(r"\w+", self._text))

    def is_name(self, words: str) -> bool:
        """Whether somebody seems to be called so."""
        first = words.split()[0].rstrip(".'’")
        small = first.casefold()
        known = small in self.words or small in FUNCTION or small in DESCRIPTIONS
        return len(first) > 1 and not known and not PEOPLE.fullmatch(first)

    def owner(self, words: str, after: str) -> str:
        """«Saras» before «sitat» is Sara, where the text knows a Sara."""
        theirs = words[-1:] == "s" and words[:-1].rsplit(" ")[-1] in self.words
        return words[:-1] if theirs and QUOTED.match(after.lstrip(' »”“"')) else words


def speaker_in(who: str) -> str:
    """Whom an attribution names: «Sara», `Informant 3` of `Informant 3, kvinne`, `Kvinne, 45 år`; empty when nobody."""
    who = " ".join(who.strip(" \t«»“”„\"'’*_.,–-").split())
    if not who or CITED.search(f"({who})") or _NO_PERSON.search(who) or len(who.split()) > 7:
        return ""
    first, *more = (part.strip() for part in who.split(","))
    if (
        _CODE.fullmatch(first)
        or role_of(first)
        or (_ROLE_WORDS.match(first) and re.search(r"\d|\b[A-Z]$", first))
    ):
        return first
    if _ROLE_WORDS.search(first):
        return who
    named = re.fullmatch(rf"({_NAME})(?:\s+\(?\d{{1,2}}(?:\s*år|\s*years?)?\)?)?", first)
    fits = not more or all(re.match(r"\d|[a-zæøå]", part) or _ROLE_WORDS.match(part) for part in more)
    return named[1] if named and fits else ""


def is_role(speaker: str) -> bool:
    """Whether a speaker is named by role or number and not by a name."""
    coded = any(map(str.isdigit, speaker)) and _CODE.fullmatch(speaker)
    return bool(coded or role_of(speaker) or _ROLE_WORDS.search(speaker))


def attribution(text: str, start: int, end: int) -> Attribution | None:
    """The attribution at the end of a paragraph `[start, end)`."""
    from_ = max(start, end - 90)
    tail = text[from_:end]
    for pattern in (_BRACKETED, _BESIDE, _BARE, _DASHED):
        match = pattern.search(tail)
        speaker = speaker_in(match["who"]) if match else ""
        if match and speaker:
            at = from_ + match.start() + (match.re is _DASHED)
            closed = text[start:at].rstrip()[-1:] in "»”“\"’'.!?…)*_"
            if at > start and (closed or is_role(speaker)):
                return Attribution(at, speaker, match.re is not _BRACKETED or is_role(speaker))
    return None


def lone_attribution(line: str) -> str:
    """Whom a line that is an attribution and nothing else names; empty for any other line."""
    if len(line) > 70:
        return ""
    marked = line[:1] in '-–—«“"„' and bool(match := _LONE.fullmatch(line))
    if marked and match:
        return speaker_in(match["who"])
    bracketed = _BRACKETED.fullmatch(line)
    return speaker_in(bracketed["who"]) if bracketed else ""


def told_after(after: str, names: Names) -> tuple[bool, str]:
    """Whether the words after a quotation say who says it (`, sier Kari`), and whom they name plainly."""
    match = _AFTER.match(after)
    if match:
        who = match["who"].strip()
        return True, named_in(who, names) or _first_name(who, names)
    bracketed = re.match(r"[.,]?\s*[(\[](?P<who>[^()\[\]\n]{1,60})[)\]]", after)
    speaker = speaker_in(bracketed["who"]) if bracketed else ""
    return bool(speaker), speaker


def named_in(sentence: str, names: Names) -> str:
    """The one speaker that a lead-in names plainly; empty when it names none, or several."""
    quoted = {
        names.owner(match["who"], sentence[match.end("who") :])
        for match in _NAMED.finditer(sentence)
        if len(match["who"].split()) <= 2
    }
    if not quoted:
        quoted = {match["who"] for match in _NUMBERED.finditer(sentence)}
    if not quoted:
        before = (
            match["who"].split()
            for match in _BEFORE.finditer(sentence)
            if not _PLACED.search(sentence, 0, match.start())
        )
        quoted = {name for words in before if (name := _as_name(words, names))}
    if not quoted:
        after = (sentence[match.end() :].lstrip() for match in ANSWERING.finditer(sentence))
        quoted = {name for rest in after if (name := _first_name(rest, names))}
    return quoted.pop() if len(quoted) == 1 else ""


def _as_name(words: list[str], names: Names) -> str:
    """`Kari` of «Som Kari», `Kari Nordli` of itself."""
    while words and not names.is_name(words[0]):
        words = words[1:]
    return " ".join(words)


def _first_name(words: str, names: Names) -> str:
    match = re.match(_NAME, words)
    return _as_name(match.group().split(), names) if match else ""
