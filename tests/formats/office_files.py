"""Word and Excel files for the tests: built here, by hand or by the libraries that people's programs resemble."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import docx
import openpyxl

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def word_by(write: Callable[[object], None]) -> bytes:
    """A document as python-docx saves it."""
    document = docx.Document()
    write(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def workbook(*rows: object, also: Callable[[object], None] | None = None) -> bytes:
    """A workbook as openpyxl saves it."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if also:
        also(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def zipped(parts: dict[str, bytes | str]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            # OpenDocument and EPUB say what they are in a first part that is not packed.
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def relationships(*rows: tuple[str, str], external: tuple[str, ...] = ()) -> str:
    links = "".join(
        f'<Relationship Id="r{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(rows)
    )
    outside = "".join(
        f'<Relationship Id="x{n}" Type="{OFFICE}/{kind}" Target="http://198.51.100.1/x" TargetMode="External"/>'
        for n, kind in enumerate(external)
    )
    return f'<Relationships xmlns="{PACKAGE}">{links}{outside}</Relationships>'


def word_of(body: str, *, styles: str = "", footnotes: str = "", external: tuple[str, ...] = ()) -> bytes:
    """A document with exactly this body, `w:` and `mc:` being known."""
    spaces = f'xmlns:w="{W}" xmlns:mc="{MC}"'
    parts: dict[str, bytes | str] = {
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(
            ("styles", "styles.xml"), ("footnotes", "footnotes.xml"), external=external
        ),
        "word/document.xml": f"<w:document {spaces}><w:body>{body}</w:body></w:document>",
        "word/styles.xml": f"<w:styles {spaces}>{styles}</w:styles>",
        "word/footnotes.xml": f"<w:footnotes {spaces}>{footnotes}</w:footnotes>",
    }
    return zipped(parts)


def p(words: str, properties: str = "") -> str:
    """A paragraph with one run."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{r(words)}</w:p>"


def r(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
