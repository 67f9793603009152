"""The document as a file: its parts, properties, settings, footer, and a ZIP that is the same for the same values."""

import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from qualcode.i18n import translator
from qualcode.model.tables import Provenance
from qualcode.reports import facts
from qualcode.reports.text import legal
from qualcode.reports.word.markup import Xml, field, joined, paragraph, run
from qualcode.reports.word.styles import LOCALES, styles

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LONG, _SHORT, _SIDE = 16838, 11906, 1134
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

    @property
    def section(self) -> Xml:
        """The section properties that close the document's body."""
        wide, high = (_LONG, _SHORT) if self.landscape else (_SHORT, _LONG)
        turned = ' w:orient="landscape"' if self.landscape else ""
        return Xml(
            '<w:sectPr><w:footerReference w:type="default" r:id="rId3"/>'
            f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
            f'<w:pgMar w:top="{_SIDE}" w:right="{_SIDE}" w:bottom="{_SIDE + 227}" w:left="{_SIDE}"'
            ' w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
        )


def written(title: str, body: Xml, page: Page, provenance: Provenance, language: str) -> bytes:
    """The Word file with this body on these pages."""
    document = (
        f'{_HEAD}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>{body}{page.section}</w:body></w:document>'
    )
    return _zipped(
        {
            "[Content_Types].xml": _content_types(),
            "_rels/.rels": _package_relations(),
            "word/document.xml": document,
            "word/_rels/document.xml.rels": _document_relations(),
            "word/styles.xml": styles(language),
            "word/settings.xml": _settings(language),
            "word/footer1.xml": _footer(page, provenance, language),
            "docProps/core.xml": _core(title, provenance, language),
            "docProps/app.xml": f'{_HEAD}<Properties xmlns="{_EXTENDED}"><Application>qualcode</Application></Properties>',
        }
    )


_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


def _zipped(parts: dict[str, str]) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 0
            archive.writestr(entry, content.encode())
    return file.getvalue()


def _footer(page: Page, provenance: Provenance, language: str) -> str:
    _ = translator(language)
    before, after = _("Page {page} of {pages}").split("{page}")
    between, _end = after.split("{pages}")
    numbers = joined(
        (run("\t" + before), field("PAGE", "1"), run(between), field("NUMPAGES", "1"), run(_end))
    )
    tabs = Xml(
        '<w:pBdr><w:top w:val="single" w:sz="4" w:space="4" w:color="C9D0D6"/></w:pBdr>'
        f'<w:tabs><w:tab w:val="right" w:pos="{page.text_width}"/></w:tabs>'
    )
    first = paragraph("Footer", run(facts.where(provenance, language)), numbers, properties=tabs)
    second = paragraph("Footer", run(facts.selection(provenance, language)))
    return f'{_HEAD}<w:ftr xmlns:w="{_W}">{first}{second}</w:ftr>'


def _settings(language: str) -> str:
    comma, separator = (",", ";") if language == "nb" else (".", ",")
    return (
        f'{_HEAD}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        f'<w:themeFontLang w:val="{LOCALES[language]}"/>'
        f'<w:decimalSymbol w:val="{comma}"/><w:listSeparator w:val="{separator}"/></w:settings>'
    )


def _core(title: str, provenance: Provenance, language: str) -> str:
    at = _utc(provenance.at)
    named = f"{title} – {provenance.project}" if provenance.project else title
    author = escape(legal(provenance.coder or "qualcode"))
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{at}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(legal(named))}</dc:title><dc:creator>{author}</dc:creator>"
        f"<dc:language>{LOCALES[language]}</dc:language><cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f"{when}</cp:coreProperties>"
    )


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_TYPE}.document.main+xml",
        "/word/styles.xml": f"{_TYPE}.styles+xml",
        "/word/settings.xml": f"{_TYPE}.settings+xml",
        "/word/footer1.xml": f"{_TYPE}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    named = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{named}</Types>'
    )


def _relations(targets: tuple[tuple[str, str], ...]) -> str:
    links = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _package_relations() -> str:
    return _relations(
        (
            (f"{_R}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_R}/extended-properties", "docProps/app.xml"),
        )
    )


def _document_relations() -> str:
    return _relations(
        ((f"{_R}/styles", "styles.xml"), (f"{_R}/settings", "settings.xml"), (f"{_R}/footer", "footer1.xml"))
    )
