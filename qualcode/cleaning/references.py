"""Reference lists: a heading, and entries with authors, years, publishers' numbers and addresses."""

import re
from collections.abc import Sequence

from qualcode.cleaning.draft import Found
from qualcode.cleaning.lines import Line, lines
from qualcode.cleaning.page_references import page_references
from qualcode.cleaning.part_headings import REFERENCES, announces, appendix
from qualcode.model.layers import Region
from qualcode.model.values import Language

_MARKER = re.compile(r"(?:[-–•*·]\s+|\[?\(?\d{1,3}[.)\]]\s*)?[*_\[]*")
_NAME = r"[A-ZÆØÅÄÖÜÉ][\w'’-]+(?:[ -][\w'’-]+){0,3}"
_AUTHOR = re.compile(
    rf"{_NAME}, ?(?:[A-ZÆØÅÄÖÜÉ]\.|[A-ZÆØÅÄÖÜÉ][a-zæøåäöüé]+(?:,|\.| [A-Z]\.| ?\(| & | og | and ))"
)
_VANCOUVER = re.compile(rf"{_NAME} [A-ZÆØÅÄÖÜ]{{1,3}}(?:,|\.)\s")
_YEAR = r"(?:1[6-9]|20)\d\d(?:[-–/]\d{2,4})?[a-z]?"
_DATED = re.compile(
    rf"\((?:{_YEAR}[^()\n]{{0,30}}|u\. ?å\.?|n\. ?d\.?|i trykk|in press|under utgivelse|forthcoming)\)"
)
_ANY_YEAR = re.compile(rf"\b{_YEAR}\b")
_TITLE_AFTER = re.compile(r"[.:,*]*\s*[\"“«'*_]*[A-ZÆØÅÄÖÜ\d]")
_SOURCE = re.compile(
    r"https?://|www\.|\bdoi\b|10\.\d{4,}/|\bISBN\b|\bRetrieved\b|\bHent(?:et|a)\b|\bTilgjengelig (?:fra|frå|på)"
    r"|\bAvailable (?:from|at)|\((?:[Rr]ed|[Ee]ds?)s?\.?\)|\bpp?\. ?\d|\bs\. ?\d+ ?[-–]|\d+ ?\(\d+\)|;\s?\d+"
)
_PUBLISHED = re.compile(
    r"forlag|\bPress\b|Universit|[Aa]kademi|\bSage\b|Springer|Routledge|avhandling|[Mm]asteroppg|[Rr]apport|Meld\. ?St"
    r"|St\. ?meld|\bNOU\b|\bProp\.|lovdata|thesis|[Jj]ournal|[Tt]idsskrift"
)
_PUBLIC = re.compile(r"(?:NOU|Meld\. ?St|St\. ?meld|Prop\.|Ot\. ?prp|Innst\.|LOV|FOR)\b")
_LONGEST_AUTHORS = 260
_LOOKED_AT = 600
_TAIL = 30
_FEWEST = 2
_LONGEST_PIECE = 300
_MISSES, _MISSED = 5, 320
"""So many lines, and so many characters, without a sign of an entry may stand between two entries."""
_SHARE, _TRIED = 0.15, 40
"""So many of the lines are whole entries; after so many lines it is given up when they are not."""
_FEWEST_ALONE = 6
_HEADING = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.? +[A-ZÆØÅ][^.]{2,80}$")


class ReferenceList:
    """Proposes to leave out lists of references, each from its heading to its last entry."""

    name = "reference-list"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One region for each list; those without a heading only where whole entries follow each other."""
        found = lines(text)
        whole = [whole_entry(line.words) for line in found]
        blocks = [(first, last, 0.9) for first, last in page_references(found)]
        stop = 0
        for index in range(len(found)):
            if index >= stop:
                first, last, sure = _list(found, whole, index)
                if last > first:
                    blocks.append((first, last, sure))
                    stop = last + 1
        blocks.sort()
        return Found(
            regions=tuple(Region("references", found[a].start, found[b].end, sure) for a, b, sure in blocks)
        )


def whole_entry(words: str) -> bool:
    """Whether a line is an entry from its first author to its year, at least."""
    marker = _MARKER.match(words)
    head = words[marker.end() : marker.end() + _LONGEST_AUTHORS] if marker else ""
    if not head[:1].isupper():
        return False
    dated = _DATED.search(head)
    titled = dated is not None and bool(_TITLE_AFTER.match(head, dated.end()))
    if _AUTHOR.match(head):
        return titled or (not dated and bool(_ANY_YEAR.search(words, 0, _LOOKED_AT)))
    if _VANCOUVER.match(head):
        return bool(_ANY_YEAR.search(words, 0, _LOOKED_AT))
    return titled and dated is not None and _body(head[: dated.start()])


def _piece(line: Line) -> bool:
    """Whether a line may be a piece of an entry: it has an address or pages, or a publisher and a year.

    What only has a publisher and a year stands close to the entries, or is a public document: prose has those too.
    """
    if len(line.words) > _LOOKED_AT:
        return False
    if _SOURCE.search(line.words) or (line.item and _DATED.search(line.words[-_TAIL:])):
        return True
    close = line.gap == 0 or line.item or bool(_PUBLIC.match(line.words))
    return (
        close
        and len(line.words) <= _LONGEST_PIECE
        and bool(_PUBLISHED.search(line.words) and _ANY_YEAR.search(line.words))
    )


def _body(words: str) -> bool:
    """Whether what stands before the year may be an author that is no person: a ministry, an act, a web site."""
    return len(words) <= 120 and len(words.split()) <= 14 and ". " not in words.rstrip(". *_")


def _list(found: Sequence[Line], whole: Sequence[bool], index: int) -> tuple[int, int, float]:
    """First line, last line and certainty of the list that begins at line `index`; no lines where there is none."""
    nothing = (index, index, 0.0)
    if announces(found[index].words, REFERENCES):
        last, entries = _last(found, whole, index + 1)
        enough = entries >= _FEWEST and entries >= _SHARE * (last - index)
        return (index, last, 0.95) if enough else nothing
    if all(whole[index : index + _FEWEST_ALONE]):
        last, entries = _last(found, whole, index)
        return (index, last, 0.75) if entries >= _FEWEST_ALONE else nothing
    return nothing


def _last(found: Sequence[Line], whole: Sequence[bool], first: int) -> tuple[int, int]:
    """The last line of the list whose entries begin at line `first`, and how many whole entries it has."""
    last, entries, missed = first - 1, 0, 0
    for index in range(first, len(found)):
        line = found[index]
        if _ends_here(line, whole[index]):
            break
        if whole[index] or _piece(line):
            last, missed = index, 0
            entries += whole[index]
        else:
            missed += len(line.words)
            if index - last > _MISSES or missed > _MISSED:
                break
        if index - first > _TRIED and entries < _SHARE * (index - first):
            break
    return _rest(found, last), entries


def _ends_here(line: Line, whole: bool) -> bool:
    return appendix(line.words) or (not whole and bool(_HEADING.match(line.words)))


def _rest(found: Sequence[Line], last: int) -> int:
    """The lines of the last entry below its first: they go on without a gap, and the entry is not at its end."""
    while (
        0 <= last < len(found) - 1
        and found[last + 1].gap == 0
        and not _ends_here(found[last + 1], False)
        and not found[last].words.endswith((".", "/"))
        and len(found[last].words) > 40
    ):
        last += 1
    return last
