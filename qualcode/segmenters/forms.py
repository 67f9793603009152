"""Headings that only their form shows: a short line that stands alone, with prose after it.

Quotations, attributions, captions, list items, table rows and lead-ins («En av dem sa:») look much the same. So what is
found here waits for a person, unless the author has named it elsewhere or made all of them bold.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qualcode.model.layers import Emphasis
from qualcode.segmenters.contents import title_key
from qualcode.segmenters.lines import Line

_LONGEST, _MOST_WORDS = 100, 14
_PROSE = 80
_BULLET = re.compile(r"(?:[-*•–—▪·○●☐□]|[eo•]|\d{1,2}[.):]?|[a-zA-Z][.)]|[¹²³⁴-⁹])\s|_{2,}|☐|○")
_DASH = re.compile(r"(?:[-*•–—▪·○●]|[eo])\s+")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_LETTERED = re.compile(r"[#*_ \t]*[(«\"“]?[^\W\d_]")
_NO_TITLE = re.compile(
    r"(?:figur|figure|fig|tabell|table|bilde|foto|illustrasjon|kilde|source|nøkkelord|nykelord|keywords|stikkord|isbn|issn"
    r"|issn|doi|http|www|side|page|tlf|telefon|e-?post|med vennlig hilsen|postboks)\b"
    r"|.*(?:@|://|www\.|\bn ?= ?\d|\d{4}[a-z]?(?:, ?s\. ?\d+)?\)|\t)"
    r"|(?:[^\W\d_]+,? )?(?:januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember"
    r"|january|february|march|may|june|july|october|december) \d{4}\W*$",
    re.IGNORECASE,
)
_SPEECH = """
    er var har hadde kan kunne skal skulle vil ville må måtte bør ble blir blei vart vert sa sier seier fortalte forteller
    fortel mente mener meiner skriver skriv skrev beskrev beskriver beskriv svarte svarer svarar uttalte uttaler viser syner
    viste gjelder gjeld handler handlar utdypet utdyper opplever opplevde opplevd forklarte forklarer presenteres presenterte
    følger følgjer nevnt nevnes nevnte ønsker spurt spurte står finnes finst inneholder understreker understreket bekreftet
    bekrefter kommenterte kommenterer la sette formulerte formulerer uttrykte uttrykker is are was were has have had said
    says told tells can could should would will must writes wrote shows showed means explained described put
"""
_VERBS = frozenset(_SPEECH.split())
_STOPS = '.!?:;…»”")]'
_NAMES = re.compile(
    r"(?:(?:forord|føreord|sammendrag|samandrag|abstract|summary|preface|foreword|acknowledge?ments?|takk|forkortelser)"
    r"|(?P<last>litteratur(?:liste|oversikt)?|litteratur og kilder|referanser?|referanseliste|referansar|kilder|kjelder"
    r"|references|bibliography|(?:vedlegg|appendix|appendiks)(?:[ \t]+\d{1,2}|[ \t]+[A-Z])?))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A line that may be a heading; `standard` when its words are such as all reports have (Forord, Litteratur)."""

    line: int
    confidence: float
    standard: bool = False


def standard_names(lines: Sequence[Line], allowed: Sequence[int], numbered: Collection[int]) -> list[Found]:
    """Lines with nothing but the name of a report's first or last part, before the first and after the last number."""
    first, last = (min(numbered), max(numbered)) if numbered else (len(lines), -1)
    found = []
    for index in allowed:
        named = _NAMES.fullmatch(title_key(lines[index].words)) if len(lines[index].words) < 40 else None
        if named and (index > last if named["last"] else index < first):
            found.append(Found(index, 0.7, standard=True))
    return found


def by_form(
    lines: Sequence[Line],
    allowed: Sequence[int],
    titled: Collection[int],
    emphasis: Sequence[Emphasis] = (),
) -> list[Found]:
    """Lines that have a heading's form. `allowed` are indexes of lines that may hold one, `titled` those of known headings.

    Surer than a half only where the same words are an item of a list elsewhere, as sub-themes are announced, or where
    several are bold from end to end.
    """
    known = {*titled}
    found = []
    apart = _stand_apart(lines)
    for index in allowed:
        if index in known or not _shaped(lines[index].words):
            continue
        if _placed(lines, index, known, apart=apart, bold=_is_bold(lines[index], emphasis)):
            found.append(index)
            known.add(index)
    bold = {index for index in found if _is_bold(lines[index], emphasis)}
    items = {
        title_key(_DASH.sub("", lines[i].words, count=1)) for i in allowed if _DASH.match(lines[i].words)
    }
    listed = {index for index in found if title_key(lines[index].words) in items}
    again = Counter(title_key(lines[index].words) for index in found)
    return [
        Found(index, _confidence(index, bold, listed, again[title_key(lines[index].words)]))
        for index in found
    ]


def _confidence(index: int, bold: Collection[int], listed: Collection[int], times: int) -> float:
    if index in bold and len(bold) >= 3:
        return 0.7
    if index in listed and len(listed) >= 2:
        return 0.6
    return 0.4 if times < 4 else 0.2


def _shaped(words: str) -> bool:
    """Whether the words alone may be a heading's."""
    if not 3 <= len(words) <= _LONGEST or len(words.split()) > _MOST_WORDS:
        return False
    opening = words.lstrip("#*_ \t")
    if not _LETTERED.match(words) or not opening[:1].isupper() or _BULLET.match(opening):
        return False
    bare = opening.rstrip("*_ ")
    if _NO_TITLE.match(bare) or _is_name(bare):
        return False
    if bare[-1] in ":;":
        return len(bare.split()) <= 9 and not _says(bare)
    if bare[-1] == ".":
        return len(bare.split()) <= 3 and not _says(bare) and not any(map(str.isdigit, bare))
    return bare[-1] not in ",-–—…»"


def _says(words: str) -> bool:
    return not _VERBS.isdisjoint(words.casefold().strip(" .:;").split())


def _is_name(words: str) -> bool:
    """«Kari Berg-Olsen»: two to four words with a capital each; and «Kari Olsen og Ola Hansen»."""
    parts = [part for part in re.split(r",? og | and |, ", words) if part]
    return all(
        2 <= len(part.split()) <= 4 and all(word[0].isupper() for word in part.split()) and not part.isupper()
        for part in parts
    )


def _stand_apart(lines: Sequence[Line]) -> bool:
    """Whether blank lines stand between the paragraphs of the text."""
    filled = [index for index, line in enumerate(lines[:-1]) if line.words]
    return 2 * sum(lines[index + 1].blank for index in filled) >= len(filled) > 0


def _placed(lines: Sequence[Line], index: int, known: Collection[int], *, apart: bool, bold: bool) -> bool:
    """Whether what stands before is finished, and what comes after is prose."""
    if apart and index and not lines[index - 1].blank and index - 1 not in known:
        return False
    before = next((i for i in range(index - 1, max(-1, index - 6), -1) if not lines[i].blank), None)
    after = next((i for i in range(index + 1, min(len(lines), index + 6)) if not lines[i].blank), None)
    unfinished = before is not None and before not in known and not _finished(lines[before].words)
    if after is None or (unfinished and not (apart and bold)):
        return False
    if apart and after == index + 1 and 2 * len(lines[index].words) > len(lines[after].words):
        return False
    return _is_prose(lines[after].words, after_lead_in=lines[index].words.rstrip("*_ ")[-1] in ":;")


def _finished(words: str) -> bool:
    """Whether a line ends a sentence, or is too short to be cut in the middle of one."""
    bare = words.rstrip("*_ ")
    return not bare or bare[-1] in _STOPS or len(bare) < _PROSE or bool(_BULLET.match(bare))


def _is_prose(words: str, *, after_lead_in: bool) -> bool:
    opening = words.lstrip("*_ ")
    if _YEAR.match(opening):
        return len(words) >= 40
    if _BULLET.match(opening) or "\t" in words or not opening[:1].isalpha():
        return opening[:1] in '«"“(' and not after_lead_in and len(words) >= _PROSE
    return opening[0].isupper() and (
        len(words) >= _PROSE or (len(words) >= 40 and words.rstrip("*_ ")[-1] in ".!?")
    )


def _is_bold(line: Line, emphasis: Sequence[Emphasis]) -> bool:
    if line.words.startswith(("**", "__", "<b>")):
        return line.words.endswith(("**", "__", "</b>"))
    at = max(0, bisect_right(emphasis, line.start, key=lambda mark: mark.start) - 2)
    near = [mark for mark in emphasis[at : at + 6] if mark.kind == "bold"]
    covered = sum(max(0, min(mark.end, line.end) - max(mark.start, line.start)) for mark in near)
    return covered >= 0.9 * len(line.words)
