"""Tables with three rules and no box: a head that repeats on every page, fixed widths, rows kept whole where short."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qualcode.reports.word.markup import NOTHING, Xml, paragraph, run, value

SHORT = 600
"""Rows with fewer letters than this are not parted by a page break."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the words in its head and its width in twips. `number` sets head and figures flush right."""

    head: str
    width: int
    number: bool = False


class Frame:
    """Turns the contents of cells into rows of one table. Made once per table; the cell tags are then at hand."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self.columns = columns
        self._open = [
            f'<w:tc><w:tcPr><w:tcW w:w="{column.width}" w:type="dxa"/></w:tcPr>' for column in columns
        ]

    def row(self, cells: Iterable[Xml], letters: int) -> str:
        """A row of the table. Each cell is one or more paragraphs; `letters` says how long the longest one is."""
        whole = "<w:trPr><w:cantSplit/></w:trPr>" if letters < SHORT else ""
        content = "".join(f"{start}{cell}</w:tc>" for start, cell in zip(self._open, cells, strict=True))
        return f"<w:tr>{whole}{content}</w:tr>"

    def table(self, rows: Iterable[str], title: str) -> Xml:
        """The whole table; `title` is what a screen reader says of it."""
        grid = "".join(f'<w:gridCol w:w="{column.width}"/>' for column in self.columns)
        total = sum(column.width for column in self.columns)
        return Xml(
            '<w:tbl><w:tblPr><w:tblStyle w:val="Rapporttabell"/>'
            f'<w:tblW w:w="{total}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
            f' w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val={value(title)}/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{self._head()}{''.join(rows)}</w:tbl>"
        )

    def _head(self) -> str:
        cells = "".join(
            start + paragraph("Tabellhode", run(column.head), properties=_flush(column)) + "</w:tc>"
            for start, column in zip(self._open, self.columns, strict=True)
        )
        return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _flush(column: Column) -> Xml:
    return Xml('<w:jc w:val="right"/>') if column.number else NOTHING
