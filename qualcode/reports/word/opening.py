"""What every report in Word begins with: title, facts, contents; and the headings and captions the contents lead to."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from qualcode.i18n import translator
from qualcode.model.tables import Provenance
from qualcode.model.values import Code
from qualcode.reports import facts
from qualcode.reports.text import legal
from qualcode.reports.word.file import Report
from qualcode.reports.word.markup import bar, element, field, field_end, field_start, link, put, say
from qualcode.reports.word.styles import DEEPEST

_CONTENTS = (
    f"<w:sdt {nsdecls('w')}><w:sdtPr><w:docPartObj>"
    '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent/></w:sdt>'
)
"""The frame in which Word offers to update the contents."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that the contents list: its words, its depth, and what stands at the right until Word knows the page."""

    title: str
    depth: int
    beside: str = ""


def opening(report: Report, title: str, provenance: Provenance) -> None:
    """Title, project, and where the report comes from."""
    document = report.document
    document.add_paragraph(legal(title), "Title")
    document.add_paragraph(legal(provenance.project), "Subtitle")
    for label, words in facts.facts(provenance, report.language)[1:]:
        line = document.add_paragraph(style="Rapportfakta")
        say(line, label, "Etikett")
        say(line, f"\t{words}")


def contents(report: Report, entries: Sequence[Entry]) -> None:
    """A table of contents, filled, so that Word shows it without asking to update fields.

    Page numbers are known to nobody before the pages are set; until the field is updated (F9 in Word) each entry
    says instead how much stands under it.
    """
    listed = [(number, entry) for number, entry in enumerate(entries) if entry.depth <= 3]
    if not listed:
        return
    _, document = translator(report.language), report.document
    head = document.add_paragraph(_("Contents"), "TOC Heading")
    lines = [document.add_paragraph(style=f"toc {entry.depth}") for _number, entry in listed]
    field_start(lines[0], 'TOC \\o "1-3" \\h \\z \\u')
    for line, (number, entry) in zip(lines, listed, strict=True):
        link(line, _anchor(number), entry.title + (f"\t{entry.beside}" if entry.beside else ""))
    field_end(lines[-1])
    frame = parse_xml(_CONTENTS)
    head._p.addprevious(frame)
    frame[-1].extend([head._p, *(line._p for line in lines)])


def nothing(report: Report, words: str) -> None:
    """What a report says that has nothing to show."""
    report.document.add_paragraph(words).paragraph_format.space_before = Pt(18)


def heading(report: Report, number: int, entry: Entry, code: Code | None, *, fresh: bool = False) -> None:
    """The heading that entry `number` of the contents leads to; a bar in the code's colour stands beside a code's name.

    `fresh` begins a new page.
    """
    head = report.document.add_heading(level=min(entry.depth, DEEPEST))
    for side in bar(code, 36):
        put(head._p, side)
    if fresh:
        head.paragraph_format.page_break_before = True
    head._p.append(element("bookmarkStart", id=str(number), name=_anchor(number)))
    say(head, entry.title)
    head._p.append(element("bookmarkEnd", id=str(number)))


def caption(report: Report, number: int, words: str) -> None:
    """«Table 3: words», its number a field that Word counts."""
    _ = translator(report.language)
    label = _("Table")
    line = report.document.add_paragraph(f"{label}\u00a0", "Caption")
    field(line, f"SEQ {label} \\* ARABIC", str(number))
    say(line, f": {words}")


def _anchor(number: int) -> str:
    return f"_Toc{number + 1:08d}"
