"""Tables with three rules and no box: a head that repeats on every page, fixed widths, rows kept whole where short.

python-docx makes the table and its head. Rows are bare lxml elements, copied from a blank one and filled: its own
`add_row` looks through the whole table for every cell, so that long tables take quadratic time.
"""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import nsmap, qn
from docx.shared import Twips
from lxml import etree

from qualcode.reports.text import legal
from qualcode.reports.word.markup import element
from qualcode.reports.word.styles import TABLE

Element = Any
"""An element of lxml, which has no types."""
FIGURE = "Tabelltall"
SHORT = 600
"""Rows with fewer letters than this are not parted by a page break."""
_TEXT, _SPACE = qn("w:t"), qn("xml:space")
_SPLIT, _SIGNS = re.compile("([\n\t])"), {"\n": qn("w:br"), "\t": qn("w:tab")}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the words in its head, its width in twips, and the style of its cells; `FIGURE` sets them flush right."""

    head: str
    width: int
    style: str = "Tabelltekst"


def paragraph(style: str, text: str) -> Element:
    """A paragraph for a cell, `text` to the letter. `style` is told by its id."""
    made = copy(_blank(style))
    _fill(made[-1][-1], text)
    return made


def _fill(place: Element, text: str) -> None:
    """Puts `text` into the empty `w:t` that ends a run; a line feed becomes a line break, a tab a tab."""
    if "\n" in text or "\t" in text:
        text, *more = _SPLIT.split(text)
        for sign, words in zip(more[::2], more[1::2], strict=True):
            etree.SubElement(place.getparent(), _SIGNS[sign])
            _fill(etree.SubElement(place.getparent(), _TEXT), words)
    place.text = legal(text)
    if text[:1].isspace() or text[-1:].isspace():
        place.set(_SPACE, "preserve")


@cache
def _blank(style: str) -> Element:
    made = new("p")
    add(add(made, "pPr"), "pStyle", val=style)
    add(add(made, "r"), "t")
    return made


def new(name: str) -> Element:
    """An element of its own, without the classes of python-docx, which take time."""
    return etree.Element(qn(f"w:{name}"), nsmap={"w": nsmap["w"]})


def add(parent: Element, name: str, **attributes: str) -> Element:
    """A new last child."""
    return etree.SubElement(
        parent, qn(f"w:{name}"), {qn(f"w:{key}"): value for key, value in attributes.items()}
    )


class Frame:
    """Makes tables of the same columns. Made once per report; a blank row is then at hand."""

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._long = new("tr")
        for column in columns:
            cell = add(self._long, "tc")
            add(add(cell, "tcPr"), "tcW", w=str(column.width), type="dxa")
            cell.append(copy(_blank(column.style)))
        self._short = copy(self._long)
        self._short.insert(0, new("trPr"))
        add(self._short[0], "cantSplit")

    def row(self, cells: Iterable[str | list[Element]], letters: int) -> Element:
        """A row of the table. A cell is its text, or paragraphs of its own; `letters` says how long the longest one is."""
        row = copy(self._short if letters < SHORT else self._long)
        for place, content in zip(list(row.iter(_TEXT)), cells, strict=True):
            if isinstance(content, str):
                _fill(place, content)
            else:
                blank = place.getparent().getparent()
                blank.getparent()[-1:] = content
        return row

    def table(self, document: Document, rows: Iterable[Element], title: str) -> None:
        """Puts a table at the end of the document; `title` is what a screen reader says of it."""
        table = document.add_table(0, len(self._columns), TABLE)
        table.autofit = False
        for place, column in zip(table.columns, self._columns, strict=True):
            place.width = Twips(column.width)
        properties = table._tbl.tblPr
        width = properties.find(qn("w:tblW"))
        width.set(qn("w:type"), "dxa")
        width.set(qn("w:w"), str(sum(column.width for column in self._columns)))
        properties.append(element("tblCaption", val=title))
        table._tbl.append(self._head())
        table._tbl.extend(rows)

    def _head(self) -> Element:
        heads = [paragraph("Tabellhode", column.head) for column in self._columns]
        for head, column in zip(heads, self._columns, strict=True):
            if column.style == FIGURE:
                add(head[0], "jc", val="right")
        row = self.row([[head] for head in heads], 0)
        add(row[0], "tblHeader")
        return row
