"""Small values for the tests of reports, and ways to look into what came out."""

import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from lxml import etree

from qualcode.model.structure import Place
from qualcode.model.tables import FrequencyRow, FrequencyTable, Provenance
from qualcode.model.values import Code, Excerpt

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

CODES = (
    Code("r", "Bedring", "Bedring", definition="Det deltakeren selv kaller bedring.", codings=2),
    Code(
        "h",
        "Håp",
        "Bedring/Håp",
        "r",
        definition="Noe kan bli bedre.",
        when="Nå.",
        when_not="Før.",
        example="«Ja.»",
    ),
    Code("t", "Tro", "Bedring/Håp/Tro", "h"),
    Code("s", "Skam", "Skam"),
)
FROM = Provenance(
    "Veien tilbake", 12, datetime(2025, 3, 4, 9, 30, tzinfo=UTC), 'role = "tidgiver"', 1, 340, "Ingrid"
)
TABLE = FrequencyTable(
    "codings",
    (
        FrequencyRow("r", "Bedring", 2, 1205, {"Oslo": 1200, "Bergen": 5}),
        FrequencyRow("h", "Bedring/Håp", 3, 3, {"Oslo": 3, "Bergen": 0}),
    ),
    "sted",
    ("Oslo", "Bergen"),
    {"Oslo": 3, "Bergen": 1},
)


def excerpt(text: str = "Det gikk.", code: str = "h", start: int = 0, **more: Any) -> Excerpt:
    """A quotation; `more` replaces any other field."""
    path = next((known.path for known in CODES if known.id == code), code)
    fields: dict[str, Any] = {
        "id": f"{code}{start}",
        "document_id": "d1",
        "document": "Intervju 1",
        "coder": "Ingrid",
        "end": start + 9,
        "place": Place(12, "R1"),
        "attributes": {},
    }
    return Excerpt(code_id=code, code=path, start=start, text=text, **(fields | more))


def opened(data: bytes) -> Document:
    """The Word document as python-docx reads it."""
    return docx.Document(BytesIO(data))


def cells(data: bytes, table: int = 0) -> list[dict[str, str]]:
    """The rows of a table as words by column head."""
    first, *rows = opened(data).tables[table].rows
    heads = [cell.text for cell in first.cells]
    return [dict(zip(heads, (cell.text for cell in row.cells), strict=True)) for row in rows]


def parts(data: bytes) -> Mapping[str, bytes]:
    """The files inside."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(data: bytes, part: str = "word/document.xml") -> etree._Element:
    """One part as parsed XML."""
    return etree.fromstring(parts(data)[part])
