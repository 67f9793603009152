"""Paragraphs that are quotations as a whole: in marks, after a speaker's label, or announced by the sentence before."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.model.layers import Emphasis, Quote
from qualcode.model.spans import Span
from qualcode.model.structure import Structure
from qualcode.segmenters.quotes_evidence import Found, confidence, full, in_order, shape, voice
from qualcode.segmenters.quotes_lead import NONE, LeadIn
from qualcode.segmenters.quotes_marks import ANY, Part, bare, marks, whole_parts
from qualcode.segmenters.quotes_people import Attribution, Names, attribution, is_role, speaker_in
from qualcode.segmenters.quotes_words import CITED, THEORY
from qualcode.segmenters.speakers import INTERVIEWERS, role_of

_PREFIX = re.compile(r"(?:>[ \t]*)?(?:[-–—•][ \t]*(?=[*_]{0,3}[«“”„\"‘']))?[*_]{0,3}")
_LABEL = re.compile(r"[*_]{0,3}(?P<who>[^\W_][\w .-]{0,24}?)[*_]{0,3}:[*_]{0,3}\s+(?=\S)")
_ENTRY = re.compile(
    r"(?:[-*•–—▪·]|\d{1,2}(?:\.\d+)*[.)]?|[a-z]\)|#+)\s|(?:Tabell|Figur|Bilde|Boks|Table|Figure|Box|Kilde|Source|Note)\b"
)
_ASKING = INTERVIEWERS | {"i"}
_FARTHEST = 5
"""The most paragraphs that one quotation has."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report with what is asked of it for every paragraph."""

    text: str
    language: str
    names: Names
    headings: frozenset[int]
    chapters: tuple[int, ...]
    theoretical: tuple[bool, ...]
    italics: tuple[Emphasis, ...] = ()

    @classmethod
    def of(cls, text: str, structure: Structure, language: str) -> "Report":
        """A text with its parts."""
        return cls(
            text,
            language,
            Names(text),
            frozenset(heading.start for heading in structure.headings),
            tuple(section.start for section in structure.sections),
            tuple(
                any(THEORY.match(title.lstrip("0123456789. ")) for title in s.path)
                for s in structure.sections
            ),
            tuple(mark for mark in structure.emphasis if mark.kind == "italic"),
        )

    def in_italics(self, start: int, end: int) -> bool:
        """Whether nearly all of a paragraph is in italics, as many reports set what people said."""
        index = bisect_right(self.italics, start + 2, key=lambda mark: mark.start) - 1
        return index >= 0 and self.italics[index].end >= start + 0.7 * (end - start)

    def in_theory(self, position: int) -> bool:
        """Whether `position` lies in a chapter that quotes books rather than people."""
        index = bisect_right(self.chapters, position) - 1
        return index >= 0 and self.theoretical[index]


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a paragraph: a sentence that announces words, a quotation, or an interviewer's question."""

    lead: LeadIn = NONE
    beside: bool = False
    asked: bool = False


def block(report: Report, start: int, end: int, before: Before) -> Iterator[Quote]:
    """The quotations that the paragraphs in `[start, end)` are."""
    text = report.text
    if start in report.headings:
        return
    told = attribution(text, start, end)
    prefix = _PREFIX.match(text, start)
    first = prefix.end() if prefix else start
    limit = told.start if told else end
    begins = bool(ANY.match(text, first, end))
    parts = whole_parts(text, first, limit) if told or begins else ()
    if parts:
        about = _around(report, parts[0][0], end, before, told)
        about |= full(
            "guillemets"
            if "«" in text[start : first + 1] or text.startswith("»", parts[-1][1])
            else "quote marks"
        )
        speaker = told.speaker if told else before.lead.speaker
    else:
        parts, about, speaker = _unmarked(report, first, end, before, told)
    if about and text[start] == ">":
        about |= full("block quotation")
    yield from _each(report, parts, about, speaker)


def _each(report: Report, parts: Sequence[Part], about: Found, speaker: str) -> Iterator[Quote]:
    """Each part as a quotation; a part that is a name says who spoke before it."""
    texts = [report.text[one:two] for one, two in parts]
    for index, ((one, two), words) in enumerate(zip(parts, texts, strict=True)):
        if len(parts) > 1 and _is_speaker(words):
            continue
        named = texts[index + 1] if index + 1 < len(texts) and _is_speaker(texts[index + 1]) else ""
        found = about | voice(words, report.language) | shape(words) | (full("attribution") if named else {})
        yield Quote(one, two, named or speaker, confidence(found), in_order(found))


def _is_speaker(words: str) -> bool:
    return len(words) < 40 and words == speaker_in(words)


def asks(text: str, start: int, end: int) -> bool:
    """Whether the paragraph is an interviewer's question: `I: Hvorfor det?`"""
    label = _LABEL.match(text, start, min(end, start + 40))
    return label is not None and role_of(label["who"]) in _ASKING and text[end - 1] == "?"


def begins_marked(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with a quotation mark, or with something like a speaker's label."""
    return bool(
        ANY.search(text, start, min(end, start + 5)) or _LABEL.match(text, start, min(end, start + 40))
    )


def _around(report: Report, start: int, end: int, before: Before, told: Attribution | None) -> Found:
    """What speaks for a paragraph of its own, apart from its words."""
    found, lead = full("own paragraph"), before.lead
    if lead.strength:
        found["lead-in"] = lead.strength
    if lead.document and lead.open_ and lead.strength < 0.2:
        found |= full("document")
    if told:
        found |= full("attribution")
    elif CITED.search(report.text, max(start, end - 120), end):
        found |= full("literature")
    if before.beside:
        found |= full("beside a quotation")
    if report.in_theory(start):
        found |= full("theory section")
    return found


def _unmarked(
    report: Report, start: int, end: int, before: Before, told: Attribution | None
) -> tuple[tuple[Part, ...], Found, str]:
    """A paragraph without marks, what speaks for it, and whose it is; nothing unless it is announced, labelled or signed."""
    text, lead = report.text, before.lead
    label = _LABEL.match(text, start)
    who = label["who"] if label else ""
    one, two = bare(text, label.end() if label else start, told.start if told else end)
    possible = lead.open_ and lead.strength >= 0.3
    named = bool(who) and _answers(who, before)
    slanted = report.in_italics(one, end)
    signed = told is not None and (slanted or is_role(told.speaker))
    possible = possible or (slanted and not lead.document)
    if one >= two or not (possible or named or signed) or _is_none(text[one:end]):
        return (), {}, ""
    said = voice(text[one:two], report.language)
    announced = possible and (bool(said) or lead.strength >= 0.45)
    signed = signed and (bool(said) or announced)
    if not (announced or named or signed) or (label and not named and not announced):
        return (), {}, ""
    found = _around(report, one, end, replace(before, beside=False), told if announced or signed else None)
    found |= full("italics") if slanted else {}
    speaker = who if named else told.speaker if told else lead.speaker
    return ((one, two),), found | (full("speaker label") if named else {}), speaker


def _is_none(words: str) -> bool:
    """A table's row, a list's entry, a caption, or a paragraph that itself announces something."""
    return "\t" in words or bool(_ENTRY.match(words)) or words.rstrip()[-1:] == ":"


def _answers(label: str, before: Before) -> bool:
    role = role_of(label)
    sure = before.asked or (bool(role) and (label[-1:].isdigit() or before.lead.strength >= 0.3))
    return sure and role not in _ASKING


def run_end(report: Report, spans: Sequence[Span], at: int, lead: LeadIn) -> int:
    """Index of the last paragraph of the quotation that begins with paragraph `at`; `at` itself for most."""
    text, start, end = report.text, spans[at].start, spans[at].end
    if attribution(text, start, end):
        return at
    first = _PREFIX.match(text, start)
    opens = first is not None and bool(ANY.match(text, first.end(), end))
    depth = sum(turn for _, turn in marks(text, start, end)) if opens else 0
    if not (depth > 0 or (lead.open_ and lead.strength >= 0.45 and not opens)):
        return at
    for index in range(at + 1, min(at + _FARTHEST, len(spans))):
        here = spans[index]
        if here.start in report.headings or text[here.end - 1] in ":;":
            return at
        if depth > 0:
            turns = [turn for _, turn in marks(text, here.start, here.end)]
            again = bool(turns) and turns[0] == 1 and text[here.start] != "«"
            if turns and turns[-1] == -1 and sum(turns) == (0 if again else -1):
                return index
            if sum(turns) not in (0, 1) or -1 in turns:
                return at
        elif (told := attribution(text, here.start, here.end)) and is_role(told.speaker):
            return index
    return at
