"""Paragraphs that are quotations as a whole: in marks, after a speaker's label, or announced by the sentence before."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode.model.layers import Quote
from qualcode.model.spans import Span
from qualcode.model.structure import Structure
from qualcode.segmenters.quotes_evidence import Found, confidence, full, in_order, shape, voice
from qualcode.segmenters.quotes_lead import LeadIn
from qualcode.segmenters.quotes_marks import ANY, bare, marks, whole_parts
from qualcode.segmenters.quotes_people import Attribution, Names, attribution, is_role, speaker_in
from qualcode.segmenters.quotes_words import CITED, THEORY
from qualcode.segmenters.speakers import INTERVIEWERS, role_of

_PREFIX = re.compile(r"(?:>\s*)?(?:[-–—•]\s*(?=[*_]{0,3}[«“”„\"‘']))?[*_]{0,3}")
_LABEL = re.compile(r"[*_]{0,3}(?P<who>[^\W_][\w .-]{0,24}?)[*_]{0,3}:[*_]{0,3}\s+(?=\S)")
_ENTRY = re.compile(
    r"(?:[-*•–—▪·]|\d{1,2}(?:\.\d+)*[.)]?|[a-z]\)|#+)\s|(?:Tabell|Figur|Bilde|Boks|Table|Figure|Box|Kilde|Source|Note)\b"
)
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
        )

    def in_theory(self, position: int) -> bool:
        """Whether `position` lies in a chapter that quotes books rather than people."""
        index = bisect_right(self.chapters, position) - 1
        return index >= 0 and self.theoretical[index]


def block(report: Report, start: int, end: int, lead: LeadIn, *, beside: bool) -> Iterator[Quote]:
    """The quotations that the paragraphs in `[start, end)` are."""
    text = report.text
    if start in report.headings:
        return
    told = attribution(text, start, end)
    limit = told.start if told else end
    prefix = _PREFIX.match(text, start)
    first = prefix.end() if prefix else start
    parts = whole_parts(text, first, limit) if told or _is_mark(text[first]) else ()
    if parts:
        about = _around(report, parts[0][0], end, lead, told, beside=beside)
        about |= full(
            "guillemets"
            if text[parts[0][0] - 1] in "«»" or text[parts[-1][1] :][:1] == "»"
            else "quote marks"
        )
        if text[start] == ">":
            about |= full("block quotation")
    else:
        label = _LABEL.match(text, start)
        part = bare(text, label.end() if label else first, limit)
        about = _unmarked(report, part[0], end, lead, told, label["who"] if label else "")
        if text[start] == ">":
            about |= full("block quotation")
        parts = (part,) if about and part[0] < part[1] else ()
        if label and "speaker label" in about:
            told = Attribution(limit, label["who"], True)
    speaker = told.speaker if told else lead.speaker
    for index, (one, two) in enumerate(parts):
        if len(parts) > 1 and text[one:two] == speaker_in(text[one:two]):
            continue
        after = text[slice(*parts[index + 1])] if index + 1 < len(parts) else ""
        named = speaker_in(after) if len(after) < 40 and after == speaker_in(after) else ""
        found = about | voice(text[one:two], report.language) | shape(text[one:two])
        found |= full("attribution") if named else {}
        yield Quote(one, two, named or speaker, confidence(found), in_order(found))


def begins_marked(text: str, start: int, end: int) -> bool:
    """Whether a paragraph begins with a quotation mark, or with something like a speaker's label."""
    return bool(
        ANY.search(text, start, min(end, start + 5)) or _LABEL.match(text, start, min(end, start + 40))
    )


def _is_mark(character: str) -> bool:
    return bool(ANY.match(character))


def _around(
    report: Report, start: int, end: int, lead: LeadIn, told: Attribution | None, *, beside: bool
) -> Found:
    """What speaks for a paragraph of its own, apart from its words."""
    found = full("own paragraph")
    if lead.strength:
        found["lead-in"] = lead.strength
    if lead.document and lead.strength < 0.2:
        found |= full("document")
    if told:
        found |= full("attribution")
    elif CITED.search(report.text, max(start, end - 120), end):
        found |= full("literature")
    if beside:
        found |= full("beside a quotation")
    if report.in_theory(start):
        found |= full("theory section")
    return found


def _unmarked(
    report: Report, start: int, end: int, lead: LeadIn, told: Attribution | None, label: str
) -> Found:
    """What speaks for a paragraph without marks; nothing unless it is announced, labelled or attributed."""
    words = report.text[start:end]
    if "\t" in words or _ENTRY.match(words) or words.rstrip()[-1:] == ":":
        return {}
    possible = lead.open_ and lead.strength >= 0.3
    named = bool(label) and _speaks(label, lead) and role_of(label) not in INTERVIEWERS
    signed = told is not None and is_role(told.speaker)
    if not (possible or named or signed):
        return {}
    said = voice(words, report.language)
    announced = possible and (bool(said) or lead.strength >= 0.45)
    signed = signed and (bool(said) or announced)
    if not (announced or named or signed) or (label and not named and not announced):
        return {}
    found = _around(report, start, end, lead, told if announced or signed else None, beside=False)
    return found | full("speaker label") if named else found


def _speaks(label: str, lead: LeadIn) -> bool:
    role = role_of(label)
    return bool(role) and role != "i" and (label[-1:].isdigit() or lead.strength >= 0.3)


def run_end(report: Report, spans: Sequence[Span], at: int, lead: LeadIn) -> int:
    """Index of the last paragraph of the quotation that begins with paragraph `at`; `at` itself for most."""
    text, start, end = report.text, spans[at].start, spans[at].end
    if attribution(text, start, end):
        return at
    first = _PREFIX.match(text, start)
    opens = first is not None and first.end() < end and _is_mark(text[first.end()])
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
