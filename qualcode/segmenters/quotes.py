"""Informants' words quoted in a report, proposed with what speaks for them and whose they are.

Quotation marks alone prove nothing: they stand around terms, titles, irony and literature as well, and many reports set
what was said in paragraphs without any mark. What counts is the sentence before, an attribution after, and the words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qualcode.model.layers import Quote
from qualcode.model.spans import Span
from qualcode.model.structure import Structure
from qualcode.model.values import Language
from qualcode.segmenters.quotes_blocks import Before, Report, asks, begins_marked, block, run_end
from qualcode.segmenters.quotes_evidence import WEIGHTS
from qualcode.segmenters.quotes_inline import inline_quotes
from qualcode.segmenters.quotes_lead import NONE, lead_in, stands_open
from qualcode.segmenters.quotes_people import lone_attribution

SURE_ENOUGH = 0.3
"""Nothing less sure than this is proposed."""


def propose_quotes(text: str, structure: Structure, *, language: Language) -> tuple[Quote, ...]:
    """The passages that seem to be informants' own words, in order, never one inside another; none in a transcript.

    Positions are those of `text`, which `structure` belongs to: the words to the letter, without marks around them and
    without the attribution. `group` is left empty. Never raises.
    """
    if structure.turns:
        return ()
    report = Report.of(text, structure, language)
    material = [span for span in structure.paragraphs if not _left_out(span, structure)]
    return tuple(quote for quote in _quotes(report, material) if quote.confidence >= SURE_ENOUGH)


def _left_out(span: Span, structure: Structure) -> bool:
    return bool(structure.excluded) and any(
        span.start < r.end and r.start < span.end for r in structure.excluded
    )


def _quotes(report: Report, spans: Sequence[Span]) -> Iterator[Quote]:
    """What each paragraph quotes; the paragraph before may announce it, and a line after it may say whose it is."""
    lead, waiting, asked, at = NONE, list[Quote](), False, 0
    while at < len(spans):
        start, end = spans[at].start, spans[at].end
        speaker = lone_attribution(report.text[start:end]) if waiting else ""
        if speaker:
            waiting = [_spoken_by(quote, speaker) for quote in waiting]
            lead, at = NONE, at + 1
            continue
        beside = any(quote.confidence >= SURE_ENOUGH for quote in waiting)
        yield from waiting
        last = run_end(report, spans, at, lead)
        waiting = list(block(report, start, spans[last].end, Before(lead, beside, asked)))
        asked = asks(report.text, start, end)
        if any(quote.confidence >= SURE_ENOUGH for quote in waiting):
            lead, at = NONE, last + 1
            continue
        waiting = []
        yield from inline_quotes(report, start, end)
        at += 1
        lead = lead_in(report.text, start, end, report.names) if _may_announce(report, spans, at) else NONE
    yield from waiting


def _may_announce(report: Report, spans: Sequence[Span], after: int) -> bool:
    """Whether the paragraph before `after` may announce it: it ends openly, or the next begins with a mark or a label."""
    if after >= len(spans) or spans[after - 1].start in report.headings:
        return False
    before, here = spans[after - 1], spans[after]
    return stands_open(report.text, before.start, before.end) or begins_marked(
        report.text, here.start, here.end
    )


def _spoken_by(quote: Quote, speaker: str) -> Quote:
    """A quotation with the speaker that the line after it names."""
    if "attribution" in quote.evidence:
        return quote
    sure = round(min(0.98, quote.confidence + WEIGHTS["attribution"]), 2)
    return replace(quote, speaker=speaker, confidence=sure, evidence=("attribution", *quote.evidence))
