"""Footnotes that stand in the middle of a sentence: lifted out and kept as notes, their marks taken from the words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcode.cleaning.draft import Change, Found
from qualcode.cleaning.lines import Line, lines
from qualcode.model.layers import Note
from qualcode.model.values import Language

_SMALL = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_MARK = re.compile(
    rf"<sup>\s?(\d{{1,3}})\s?</sup>|\[\^(\w{{1,12}})\]|(?<!\bm)(?<!\b[cdk]m)([{_SMALL}]{{1,3}})",
    re.IGNORECASE,
)
_NOTE = re.compile(
    rf"(?:<sup>\s?(\d{{1,3}})\s?</sup>|\[\^(\w{{1,12}})\]:|([{_SMALL}]{{1,3}})(?=[ \t]))[ \t]*(?=\S)",
    re.IGNORECASE,
)
_LIFTED = str.maketrans(_SMALL, "0123456789")
_SMALLER = str.maketrans("0123456789", _SMALL)


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    number: str
    tagged: bool


class Footnotes:
    """Pairs each footnote with its mark in the text; the two go together. A mark without a note stays."""

    name = "footnotes"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each footnote; tags around a number that is no footnote's become a small figure."""
        found = [(line, match) for line in lines(text) if (match := _NOTE.match(line.words))]
        heads = {line.start for line, _ in found}
        all_marks = tuple(_marks(text))
        marks = [mark for mark in all_marks if mark.start not in heads]
        changes: list[Change] = []
        notes: list[Note] = []
        paired: set[int] = set()
        for line, match, mark in _pairs(found, marks):
            group = f"{mark.number}:{mark.start}"
            changes += [Change(mark.start, mark.end, group=group), _lifted(text, line, group)]
            notes.append(Note(mark.start, mark.number, line.words[match.end() :]))
            paired |= {mark.start, line.start}
        changes += [
            Change(mark.start, mark.end, mark.number.translate(_SMALLER), confidence=0.9)
            for mark in all_marks
            if mark.tagged and mark.start not in paired
        ]
        return Found(tuple(changes), notes=tuple(notes))


def _marks(text: str) -> Iterator[_Mark]:
    for match in _MARK.finditer(text):
        number = next(part for part in match.groups() if part)
        yield _Mark(*match.span(), number.translate(_LIFTED), match[1] is not None)


def _pairs(
    found: list[tuple[Line, re.Match[str]]], marks: list[_Mark]
) -> Iterator[tuple[Line, re.Match[str], _Mark]]:
    """Each note with the last mark of its number that stands above it and is not yet taken."""
    waiting: dict[str, list[_Mark]] = {}
    coming = iter([*marks, None])
    mark = next(coming)
    for line, match in found:
        while mark and mark.start < line.start:
            waiting.setdefault(mark.number, []).append(mark)
            mark = next(coming)
        number = next(part for part in match.groups() if part).translate(_LIFTED)
        if waiting.get(number):
            yield line, match, waiting[number].pop()


def _lifted(text: str, line: Line, group: str) -> Change:
    """The line of a note, with its line feed."""
    start, stop = line.start - line.indent, line.end + line.trail
    if stop < len(text):
        return Change(start, stop + 1, group=group)
    return Change(max(0, start - 1), stop, group=group)
