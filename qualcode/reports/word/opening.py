"""What every report in Word begins with: title, facts, contents; and the headings and captions the contents lead to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qualcode.i18n import Translate
from qualcode.model.tables import Provenance
from qualcode.model.values import Code
from qualcode.reports import facts
from qualcode.reports.word.markup import (
    FIELD_END,
    NOTHING,
    Xml,
    bookmark,
    field,
    field_start,
    joined,
    link,
    paragraph,
    run,
)
from qualcode.reports.word.styles import DEEPEST

_COLOUR = re.compile(r"#([0-9a-fA-F]{6})")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading that the contents list: its words, its depth, and what stands at the right until Word knows the page."""

    title: str
    depth: int
    beside: str = ""


def opening(title: str, provenance: Provenance, language: str) -> Xml:
    """Title, project, and where the report comes from."""
    known = facts.facts(provenance, language)[1:]
    lines = (paragraph("Rapportfakta", run(label, "Etikett"), run("\t" + words)) for label, words in known)
    return joined((paragraph("Title", run(title)), paragraph("Subtitle", run(provenance.project)), *lines))


def contents(entries: Sequence[Entry], _: Translate) -> Xml:
    """A table of contents, filled, so that Word shows it without asking to update fields.

    Page numbers are known to nobody before the pages are set; until the field is updated (F9 in Word) each entry
    says instead how much stands under it.
    """
    listed = [(number, entry) for number, entry in enumerate(entries) if entry.depth <= 3]
    if not listed:
        return NOTHING
    lines = [
        paragraph(
            f"TOC{entry.depth}",
            field_start('TOC \\o "1-3" \\h \\z \\u') if place == 0 else NOTHING,
            link(_anchor(number), run(entry.title + (f"\t{entry.beside}" if entry.beside else ""))),
            FIELD_END if place == len(listed) - 1 else NOTHING,
        )
        for place, (number, entry) in enumerate(listed)
    ]
    head = paragraph("TOCHeading", run(_("Contents")))
    return Xml(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{head}{joined(lines)}</w:sdtContent></w:sdt>"
    )


def nothing(words: str) -> Xml:
    """What a report says that has nothing to show."""
    return paragraph("Normal", run(words), properties=Xml('<w:spacing w:before="360"/>'))


def heading(number: int, entry: Entry, code: Code, *, fresh: bool = False) -> Xml:
    """The heading that entry `number` of the contents leads to; a bar in the code's colour stands beside its name.

    `fresh` begins a new page.
    """
    words = bookmark(number, _anchor(number), run(entry.title))
    page = Xml("<w:pageBreakBefore/>") if fresh else NOTHING
    return paragraph(f"Heading{min(entry.depth, DEEPEST)}", words, properties=joined((page, bar(code, 36))))


def caption(number: int, words: str, _: Translate) -> Xml:
    """«Table 3: words», its number a field that Word counts."""
    label = _("Table")
    return paragraph(
        "Caption", run(f"{label}\u00a0"), field(f"SEQ {label} \\* ARABIC", str(number)), run(f": {words}")
    )


def _anchor(number: int) -> str:
    return f"_Toc{number + 1:08d}"


def bar(code: Code | None, thick: int, space: int = 6) -> Xml:
    """A bar in the code's colour at the left of a paragraph, beside the name and never instead of it."""
    found = _COLOUR.fullmatch(code.colour) if code else None
    if not found:
        return NOTHING
    colour = found[1].upper()
    return Xml(
        f'<w:pBdr><w:left w:val="single" w:sz="{thick}" w:space="{space}" w:color="{colour}"/></w:pBdr>'
    )
