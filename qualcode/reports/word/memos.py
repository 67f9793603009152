"""Memos in Word: a heading per kind and per memo, who wrote it when and about what, the words it is about, and its text."""

from collections.abc import Sequence

from docx.document import Document

from qualcode.i18n import plural, show_number, translator
from qualcode.model.tables import Provenance
from qualcode.model.values import Memo
from qualcode.reports import notebook
from qualcode.reports.text import legal
from qualcode.reports.word.file import Page, Report
from qualcode.reports.word.markup import line, put
from qualcode.reports.word.opening import Entry, contents, heading, nothing, opening
from qualcode.reports.word.styles import HAIR


def document(memos: Sequence[Memo], provenance: Provenance, language: str) -> bytes:
    """The report as a Word file, upright."""
    _, page = translator(language), Page()
    report = Report(_("Memos"), page, provenance, language)
    listed = [
        pair
        for head, some in notebook.groups(memos, _)
        for pair in (
            (Entry(head, 1, _number(len(some), language)), None),
            *((Entry(" ".join(notebook.title(memo, _).split()), 2, memo.coder), memo) for memo in some),
        )
    ]
    opening(report, _("Memos"), provenance)
    contents(report, [entry for entry, _memo in listed])
    for number, (entry, memo) in enumerate(listed):
        heading(report, number, entry, None, fresh=number == 0 and len(listed) > page.entries)
        if memo is not None:
            _written(report.document, memo, language)
    if not memos:
        nothing(report, _("No memos."))
    return report.saved()


def _written(body: Document, memo: Memo, language: str) -> None:
    body.add_paragraph(legal(notebook.signed(memo, language)), "Kodesti")
    if memo.words:
        quoted = body.add_paragraph(legal(memo.words), "Blokksitat")
        quoted.paragraph_format.keep_with_next = True
        put(quoted._p, line("left", HAIR, 12, 6))
    for paragraph in memo.text.split("\n\n"):
        if paragraph.strip():
            body.add_paragraph(legal(paragraph.strip("\n")))


def _number(count: int, language: str) -> str:
    words = plural(language)("{count} memo", "{count} memos", count)
    return words.format(count=show_number(count, language))
