"""Quotations inside a sentence of the report's own: «...», sier Kari."""

import re
from collections.abc import Iterator

from qualcode.model.layers import Quote
from qualcode.segmenters.quotes_blocks import Report
from qualcode.segmenters.quotes_evidence import Found, confidence, full, in_order, voice
from qualcode.segmenters.quotes_marks import ANY, bare, marks, outermost
from qualcode.segmenters.quotes_people import named_in, told_after
from qualcode.segmenters.quotes_words import ANSWERING, CITED, DOCUMENTS, PEOPLE, QUOTED, SAYS, TERMS

_BEFORE, _AFTER = 200, 90
_RIGHT_BEFORE = re.compile(rf"(?:{ANSWERING.pattern})(?:\s+det|\s+dette)?\s*[:,;–-]?\s*$", re.IGNORECASE)
_STOP = re.compile(r"[.!?]\s+(?=[A-ZÆØÅ«“\"])")


def inline_quotes(report: Report, start: int, end: int) -> Iterator[Quote]:
    """The quotations between marks in the paragraph `[start, end)`."""
    text = report.text
    if start in report.headings or not ANY.search(text, start, end):
        return
    for begun, ended in outermost(marks(text, start, end)):
        one, two = bare(text, begun + 1, ended)
        if one >= two or len(text[one:two].split(None, 4)) < 4:
            continue
        before = _sentence(text[max(start, begun - _BEFORE) : begun])
        after = text[ended + 1 : min(end, ended + 1 + _AFTER)]
        speaker, found = _evidence(report, before, after, ended=text[two - 1] in ".?!…")
        found |= voice(text[one:two], report.language) | _shape(text[one:two])
        found |= full("theory section") if report.in_theory(begun) else {}
        found["guillemets" if text[begun] == "«" else "quote marks"] = 0.05
        yield Quote(one, two, speaker, confidence(found), in_order(found))


def _sentence(words: str) -> str:
    ends = [match.end() for match in _STOP.finditer(words)]
    return words[ends[-1] :] if ends else words


def _evidence(report: Report, before: str, after: str, *, ended: bool) -> tuple[str, Found]:
    """Who says it, and what the words before and after tell."""
    found: Found = {}
    told, speaker = told_after(after, report.names)
    if told:
        found["attribution"] = 0.35
    elif CITED.match(after.lstrip(" .,»")) or (not ended and CITED.search(_sentence_end(after))):
        found |= full("literature")
    says, person = SAYS.search(before), bool(PEOPLE.search(before))
    named = named_in(before, report.names) if says else ""
    if says:
        found["lead-in"] = _announced(before, someone=person or bool(named))
    if TERMS.search(before):
        found |= full("term")
    if not told and (CITED.search(before) or (DOCUMENTS.search(before) and not named)):
        found |= full("document")
    return speaker or ("" if told else named), found


def _announced(before: str, *, someone: bool) -> float:
    """How strongly the words right before a quotation lead to it."""
    near = bool(_RIGHT_BEFORE.search(before))
    if someone and (near or before.rstrip()[-1:] in ":," or QUOTED.search(before)):
        return 0.35
    return 0.3 if near else 0.2 if someone or before.endswith("at ") else 0.0


def _sentence_end(after: str) -> str:
    stop = re.search(r"\.\s+[A-ZÆØÅ]", after)
    return after[: stop.start()] if stop else after


def _shape(words: str) -> Found:
    number = len(words.split(None, 9)[:9])
    found: Found = {"short": -0.1} if number < 6 else {}
    if words[:1].isupper() and words[-1:] in ".?!…,":
        found |= full("full sentence")
    return found
