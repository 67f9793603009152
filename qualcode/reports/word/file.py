"""The document as a file: python-docx's template made bare, A4 pages, footer, properties, and a ZIP without a clock."""

import zipfile
from dataclasses import dataclass
from datetime import UTC
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENTATION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.section import Section
from docx.shared import Twips

from qualcode.i18n import translator
from qualcode.model.tables import Provenance
from qualcode.reports import facts
from qualcode.reports.text import legal
from qualcode.reports.word.markup import element, field, line, put, say
from qualcode.reports.word.styles import HAIR, LOCALES, dress

_LONG, _SHORT, _SIDE = 16838, 11906, 1134
_KEPT = {
    getattr(RELATIONSHIP_TYPE, name) for name in ("OFFICE_DOCUMENT", "CORE_PROPERTIES", "STYLES", "SETTINGS")
}
"""The parts of the template that stay. Its thumbnail, theme, lists and authorship would say nothing of a report."""
_MOST = 255
"""The longest title and author that a document's properties may hold."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time stamp of every part: the earliest a ZIP can hold."""


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 page with margins of two centimetres."""

    landscape: bool = False

    @property
    def text_width(self) -> int:
        """The width between the margins, in twips."""
        return (_LONG if self.landscape else _SHORT) - 2 * _SIDE

    @property
    def entries(self) -> int:
        """How long contents may be for the report to go on below them on the same page."""
        return 8 if self.landscape else 20


class Report:
    """A Word file in the making: `document` has styles, pages, footer and properties, and waits for its text."""

    def __init__(self, title: str, page: Page, provenance: Provenance, language: str) -> None:
        self.document, self.page, self.language = docx.Document(), page, language
        for relations in (self.document.part.rels, self.document.part.package.rels):
            for id_ in [id_ for id_, relation in relations.items() if relation.reltype not in _KEPT]:
                del relations[id_]
        dress(self.document.styles, language)
        _settle(self.document, language)
        self.document.element.body.sectPr.attrib.clear()
        _lay_out(self.document.sections[0], page)
        _foot(self.document.sections[0], page, provenance, language)
        _name(self.document, title, provenance, language)
        self._around = BytesIO()
        self.document.save(self._around)

    def saved(self) -> bytes:
        """The file; the same text gives the same bytes, whenever and wherever it is written.

        python-docx stamps each part with the clock, so the parts are zipped anew. All but the text were saved before
        it came, so that a long text is compressed once only.
        """
        file, main = BytesIO(), self.document.part
        with zipfile.ZipFile(self._around) as parts, zipfile.ZipFile(file, "w") as archive:
            for name in parts.namelist():
                entry = zipfile.ZipInfo(name, EPOCH)
                entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
                archive.writestr(entry, main.blob if name == main.partname.membername else parts.read(name))
        return file.getvalue()


def _settle(document: Document, language: str) -> None:
    """How Word treats the text: hyphens where lines end, except in headings and quotations; commas as at home."""
    comma, separator = (",", ";") if language == "nb" else (".", ",")
    compatible = element("compat")
    uri = "http://schemas.microsoft.com/office/word"
    compatible.append(element("compatSetting", name="compatibilityMode", uri=uri, val="15"))
    settings = document.settings.element
    settings[:] = [
        element("zoom", percent="100"),
        element("defaultTabStop", val="709"),
        element("autoHyphenation"),
        element("consecutiveHyphenLimit", val="2"),
        element("doNotHyphenateCaps"),
        element("characterSpacingControl", val="doNotCompress"),
        compatible,
        element("themeFontLang", val=LOCALES[language]),
        element("decimalSymbol", val=comma),
        element("listSeparator", val=separator),
    ]


def _lay_out(section: Section, page: Page) -> None:
    wide, high = (_LONG, _SHORT) if page.landscape else (_SHORT, _LONG)
    section.orientation = WD_ORIENTATION.LANDSCAPE if page.landscape else WD_ORIENTATION.PORTRAIT
    section.page_width, section.page_height = Twips(wide), Twips(high)
    section.left_margin = section.right_margin = section.top_margin = Twips(_SIDE)
    section.bottom_margin = Twips(_SIDE + 227)
    section.header_distance = section.footer_distance = Twips(567)


def _foot(section: Section, page: Page, provenance: Provenance, language: str) -> None:
    _ = translator(language)
    before, after = _("Page {page} of {pages}").split("{page}")
    between, end = after.split("{pages}")
    first = section.footer.paragraphs[0]
    put(first._p, line("top", HAIR, 4, 4))
    first.paragraph_format.tab_stops.add_tab_stop(Twips(page.text_width), WD_TAB_ALIGNMENT.RIGHT)
    say(first, f"{facts.where(provenance, language)}\t{before}")
    field(first, "PAGE", "1")
    say(first, between)
    field(first, "NUMPAGES", "1")
    say(first, end)
    say(section.footer.add_paragraph(style="Footer"), facts.selection(provenance, language))


def _name(document: Document, title: str, provenance: Provenance, language: str) -> None:
    core = document.core_properties
    core.title = legal(f"{title} – {provenance.project}" if provenance.project else title)[:_MOST]
    core.author = core.last_modified_by = legal(provenance.coder or "qualcode")[:_MOST]
    core.language, core.comments = LOCALES[language], ""
    core.created = core.modified = provenance.at.astimezone(UTC)
