"""Attribute tables: .csv and .xlsx with one row per document.

The column `document` (dokument, fil, file) names the document; every other column is an attribute. Empty cells are
left out: they say nothing.
"""

import unicodedata
from collections.abc import Iterator

from qualcode.errors import BadFile
from qualcode.formats import table
from qualcode.formats.limits import MAX_ROWS
from qualcode.formats.rows import Row
from qualcode.formats.sniff import ending
from qualcode.model.bundle import AttributeRow
from qualcode.model.tree import clean_name, same_name

DOCUMENT = ("document", "dokument", "fil", "file", "filnavn", "filename", "dokumentnavn")


def read(name: str, data: bytes) -> tuple[AttributeRow, ...]:
    """The rows of an attribute table. Raises `BadFile` naming the row for one that does not fit its heads."""
    header, below = table.read_table(name, data, DOCUMENT)
    at = table.columns(name, header, {"document": DOCUMENT})
    if "document" not in at:
        raise BadFile(
            "{file}, row {row}: no column is called “document” or “dokument”. One column must name the documents.",
            file=name,
            row=header.number,
        )
    names = named_columns(name, header, at["document"])
    columns = frozenset({*names, at["document"]})
    rows = (checked(name, row, header, columns) for row in table.limited(name, below, MAX_ROWS))
    return tuple(_once(name, (_attributes(name, row, names, at["document"]) for row in rows)))


def named_columns(name: str, header: Row, but: int | None = None) -> dict[int, str]:
    """The name of each column but one, by its number; columns without a head are left for `checked` to judge."""
    names: dict[int, str] = {}
    seen: dict[str, str] = {}
    for column, cell in enumerate(header.cells):
        cleaned = clean_name(cell)
        if not cleaned or column == but:
            continue
        if same_name(cleaned) in seen:
            raise BadFile(
                "{file}, row {row}: two columns are called “{attribute}”. Give one of them another name.",
                file=name,
                row=header.number,
                attribute=cleaned,
            )
        names[column] = seen[same_name(cleaned)] = cleaned
    return names


def _attributes(name: str, row: Row, names: dict[int, str], document: int) -> AttributeRow:
    of = _clean(row.cell(document))
    if not of:
        raise BadFile("{file}, row {row}: the document is not named.", file=name, row=row.number)
    values = {attribute: value for column, attribute in names.items() if (value := _clean(row.cell(column)))}
    return AttributeRow(of, values, row.number)


def checked(name: str, row: Row, header: Row, columns: frozenset[int]) -> Row:
    """A cell without a head, or a .csv row that ends early, means that something slipped. Excel leaves empty cells out."""
    stray = any(cell.strip() and column not in columns for column, cell in enumerate(row.cells))
    if stray or (len(row.cells) < len(header.cells) and ending(name) != ".xlsx"):
        raise BadFile(
            "{file}, row {row}: the row has {cells} cells, the first row names {columns} columns. "
            "A missing or stray delimiter has moved the values.",
            file=name,
            row=row.number,
            cells=len(row.cells),
            columns=len(columns),
        )
    return row


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell).strip()


def _once(name: str, rows: Iterator[AttributeRow]) -> Iterator[AttributeRow]:
    seen: dict[str, int | None] = {}
    for row in rows:
        if row.document in seen:
            raise BadFile(
                "{file}: rows {first} and {row} both describe “{document}”. Put them together in one row.",
                file=name,
                first=seen[row.document],
                row=row.row,
                document=row.document,
            )
        seen[row.document] = row.row
        yield row
