"""Questionnaires, consent forms and other forms: boxes to tick, blanks to fill in, a place to sign.

An interview guide or a letter is no form: it is words that a researcher may want. As an appendix that says what it is,
it is proposed with little confidence, so that it stays until a person decides.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from qualcode.cleaning.draft import Found
from qualcode.cleaning.lines import Line, lines
from qualcode.cleaning.part_headings import appendix
from qualcode.cleaning.runs import runs
from qualcode.model.layers import Region
from qualcode.model.values import Language

_BOX = re.compile("[☐☑☒□▢◻❏❑❒⬜○◯⃝\uf0a8\uf06f\uf071]|<input\\b", re.IGNORECASE)
_BRACKETS = re.compile(r"(?:^|\s)(?:\[[ xX]?\]|\( \))(?=\s|$)")
_BLANK = re.compile(r"(?:^|[:?]\s*|\s)(?:_{3,}[\s_.]*|\.{8,}|…{3,})(?=$|\s+[A-ZÆØÅ][^\s]*[: ])")
_LABEL = re.compile(r"([^\s:][^:]{0,50}):")
_SIGNED = re.compile(
    r"\b(?:signert|signatur|underskrift|signed|signature)\b[^.]{0,60}\b(?:dato|date)\b"
    r"|\b(?:sted|stad|dato|place|date)\b[^.]{0,40}\b(?:signatur|underskrift|signature|signed)\b",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"samtykke(?:erklæring|skjema|fråsegn)?|(?:informed )?consent(?: form| statement)?", re.IGNORECASE
)
_HEADING = re.compile(
    r"spørreskjema|spørjeskjema|questionnaire|survey|skjema|samtykke|consent|\bform\b|erklæring",
    re.IGNORECASE,
)
_DOUBTFUL = re.compile(
    r"intervjuguide|samtale ?guide|temaguide|spørreskjema|spørreguide|samtykke|informasjonsskriv|informasjonsbrev|forespørsel"
    r"|meldeskjema|godkjenning|godkjent|\bnsd\b|\bsikt\b|\brek\b|invitasjon|interview guide|topic guide|questionnaire|consent"
    r"|information (?:letter|sheet)|participant information|ethic|approval|invitation|spørjeskjema|samtykkje",
    re.IGNORECASE,
)
_LONGEST, _LONGEST_BETWEEN, _LONGEST_SIGNED = 300, 450, 200
_LONGEST_CAPTION = 60
_QUESTION = 4
"""A question has at most so many lines."""
_APART = 6
"""So many lines without a sign may stand between two of a form: a question, its explanation, a heading."""
_FEWEST = 3
_ABOVE = 12
_SPEAKS = 3
"""A label that stands before so many blanks is a speaker whose words were left out, not a field."""
_SHORTEST_APPENDIX = 200


class Forms:
    """Proposes to leave out forms, and asks about appendices that may be of the kind."""

    name = "form"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One region for each form; below 0.5 the appendices that only say so."""
        found = lines(text)
        sure = [*_clusters(found, _signs(found)), *_consents(found)]
        taken = sorted({index for first, last in sure for index in range(first, last + 1)})
        regions = [Region("form", found[a].start, found[b].end, 0.85) for a, b in runs(taken)]
        free = sorted(set(_doubtful(found)) - set(taken))
        breaks = {index for index, line in enumerate(found) if appendix(line.words)}
        regions += [Region("form", found[a].start, found[b].end, 0.4) for a, b in runs(free, breaks)]
        return Found(regions=tuple(sorted(regions, key=lambda region: region.start)))


def _signs(found: Sequence[Line]) -> list[tuple[int, bool]]:
    """The lines with boxes, blanks or a place to sign, and whether that alone tells that the line is of a form."""
    blanks = {i for i, line in enumerate(found) if len(line.words) <= _LONGEST and _blank(line.words)}
    labels = {i: match[1].casefold() for i in blanks if (match := _LABEL.match(found[i].words))}
    often = {label for label, count in Counter(labels.values()).items() if count >= _SPEAKS}
    signs: list[tuple[int, bool]] = []
    for index, line in enumerate(found):
        if len(line.words) > _LONGEST * 3:
            continue
        if _BOX.search(line.words):
            signs.append((index, True))
        elif index in blanks and labels.get(index) not in often:
            signs.append((index, index in labels or line.words.strip("_. …") == ""))
        elif len(line.words) <= _LONGEST_SIGNED and (
            _SIGNED.search(line.words) or _BRACKETS.search(line.words)
        ):
            signs.append((index, bool(_SIGNED.search(line.words))))
    return signs


def _blank(words: str) -> bool:
    """Whether something is to be filled in: not where a whole sentence stands before a name left out."""
    match = _BLANK.search(words) if "__" in words or "...." in words or "……" in words else None
    return match is not None and len(words[: match.start()].split()) <= 8


def _clusters(found: Sequence[Line], signs: Sequence[tuple[int, bool]]) -> Iterator[tuple[int, int]]:
    """Forms with enough signs close together."""
    cluster: list[tuple[int, bool]] = []
    for sign in [*signs, (len(found) + _APART * 2, False)]:
        if cluster and not _together(found, cluster[-1][0], sign[0]):
            if len(cluster) >= _FEWEST and (any(sure for _, sure in cluster) or _asks(found, cluster[0][0])):
                yield _top(found, cluster[0][0]), _bottom(found, cluster[-1][0])
            cluster = []
        cluster.append(sign)


def _together(found: Sequence[Line], one: int, other: int) -> bool:
    return other - one <= _APART + 1 and all(
        len(line.words) <= _LONGEST_BETWEEN and not appendix(line.words) for line in found[one + 1 : other]
    )


def _asks(found: Sequence[Line], index: int) -> bool:
    return index > 0 and found[index - 1].words.endswith("?")


def _top(found: Sequence[Line], first: int) -> int:
    """The first line of a form whose first sign stands at line `first`: its question, and the heading above that."""
    top = first
    if top and len(found[top - 1].words) <= _LONGEST and (found[top].gap == 0 or _introduces(found[top - 1])):
        top -= 1
        while top > first - _QUESTION and top and found[top].gap == 0 and _introduces(found[top - 1]):
            top -= 1
    for index in range(top - 1, max(-1, top - _APART), -1):
        words = found[index].words
        if len(words) > _LONGEST or (len(words) > 120 and words.endswith(".")):
            break
        if len(words) <= 90 and _HEADING.search(words) and not words.endswith("."):
            top = index
    while top and appendix(found[top - 1].words) and len(found[top - 1].words) <= 90:
        top -= 1
    return top


def _introduces(line: Line) -> bool:
    words = line.words.rstrip("*_ ")
    return len(words) <= _LONGEST and (
        words.endswith(("?", ":", ")")) or (len(words) <= 90 and not words.endswith("."))
    )


def _bottom(found: Sequence[Line], last: int) -> int:
    """The last line of a form: what stands right below its last sign, such as what a blank is for."""
    below = last + 1
    captioned = below < len(found) and found[below].gap == 0 and len(found[below].words) <= _LONGEST_CAPTION
    return below if captioned else last


def _consents(found: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Consent forms whose boxes are lost: from the heading to the place to sign."""
    for index, line in enumerate(found):
        if len(line.words) > _LONGEST_SIGNED or not _SIGNED.search(line.words):
            continue
        for above in range(index - 1, max(-1, index - _ABOVE), -1):
            words = found[above].words
            if len(words) > _LONGEST_BETWEEN:
                break
            if len(words) <= 60 and _CONSENT.match(words.strip("#*_ ")) and not words.endswith("."):
                yield above, index
                break


def _doubtful(found: Sequence[Line]) -> Iterator[int]:
    """The lines of appendices that by their heading are guides, letters, approvals or forms.

    Appendices stand at the end; before that, and with a page number, their headings are of the contents list.
    """
    first = found[-1].end * 0.4 if found else 0
    heads = [
        i
        for i, line in enumerate(found)
        if line.start >= first and appendix(line.words) and not line.contents
    ]
    for head, stop in pairwise([*heads, len(found)]):
        title = " ".join(
            line.words for line in found[head : min(head + 3, stop)] if len(line.words) <= _LONGEST
        )
        if _DOUBTFUL.search(title) and found[stop - 1].end - found[head].end >= _SHORTEST_APPENDIX:
            yield from range(head, stop)
