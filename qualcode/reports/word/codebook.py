"""The codebook in Word: a heading per code, and what it means, when to use it and when not, with an example."""

from collections.abc import Sequence

from docx.document import Document

from qualcode.i18n import plural, show_number, translator
from qualcode.model.tables import Provenance
from qualcode.model.values import Code
from qualcode.reports.arrange import depth_of
from qualcode.reports.text import legal
from qualcode.reports.word.file import Page, Report
from qualcode.reports.word.markup import say
from qualcode.reports.word.opening import Entry, contents, heading, nothing, opening


def document(codes: Sequence[Code], provenance: Provenance, language: str) -> bytes:
    """The report as a Word file, upright."""
    _, page = translator(language), Page()
    report = Report(_("Codebook"), page, provenance, language)
    entries = [Entry(code.name, depth_of(code.path), _used(code, language)) for code in codes]
    opening(report, _("Codebook"), provenance)
    contents(report, entries)
    for number, (entry, code) in enumerate(zip(entries, codes, strict=True)):
        heading(report, number, entry, code, fresh=number == 0 and len(codes) > page.entries)
        _fields(report.document, code, language)
    if not codes:
        nothing(report, _("The codebook has no codes yet."))
    return report.saved()


def _fields(body: Document, code: Code, language: str) -> None:
    _ = translator(language)
    body.add_paragraph(legal(f"{code.path} · {_used(code, language)}"), "Kodesti")
    if code.definition:
        body.add_paragraph(legal(code.definition))
    labelled = (
        ("Kodefelt", _("Use when"), code.when),
        ("Kodefelt", _("Do not use when"), code.when_not),
        ("Kodeeksempel", _("Example"), code.example),
    )
    for style, label, words in labelled:
        if words:
            line = body.add_paragraph(style=style)
            say(line, label, "Etikett")
            say(line, f"\t{words}")


def _used(code: Code, language: str) -> str:
    ngettext = plural(language)
    words = ngettext("{count} coding", "{count} codings", code.codings)
    return words.format(count=show_number(code.codings, language))
