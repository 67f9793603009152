"""Tables with three rules and no box: a head that repeats on every page, fixed widths, rows kept whole where short.

python-docx makes one table with its head and a blank row; from there on rows are copied and filled. Its own `add_row`
looks through the whole table for every cell, so that long tables take quadratic time.
"""

import re
from collections.abc import Iterable, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache
from typing import Any

from docx.document import Document
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Twips
from lxml import etree

from qualcode.reports.text import legal
from qualcode.reports.word.markup import element, say
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


@cache
def _blank(style: str) -> Element:
    made: CT_P = element("p")
    made.style = style
    made.add_r().add_t("")
    return _plain(made)


def _plain(made: BaseOxmlElement) -> Element:
    """The same element without the classes of python-docx, which make long tables half as slow again."""
    return etree.fromstring(etree.tostring(made))


def _fill(place: Element, text: str) -> None:
    """Puts `text` into the empty `w:t` that ends a run; a line feed becomes a line break, a tab a tab."""
    if "\n" in text or "\t" in text:
        run = place.getparent()
        text, *more = _SPLIT.split(text)
        for sign, words in zip(more[::2], more[1::2], strict=True):
            etree.SubElement(run, _SIGNS[sign])
            _fill(etree.SubElement(run, _TEXT), words)
    place.text = legal(text)
    if text[:1].isspace() or text[-1:].isspace():
        place.set(_SPACE, "preserve")


class Frame:
    """Makes tables of the same columns for one document; the head and a blank row are made once."""

    def __init__(self, document: Document, columns: Sequence[Column]) -> None:
        self._document = document
        table = document.add_table(2, len(columns), TABLE)
        table.autofit = False
        rows = table.rows[0], table.rows[1]
        for column, place, head, cell in zip(
            columns, table.columns, *(row.cells for row in rows), strict=True
        ):
            place.width = head.width = cell.width = Twips(column.width)
            head.paragraphs[0].style = "Tabellhode"
            say(head.paragraphs[0], column.head)
            if column.style == FIGURE:
                head.paragraphs[0].alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
            cell._tc[-1] = copy(_blank(column.style))
        for row in rows:
            row._tr.get_or_add_trPr().append(element("cantSplit"))
        rows[0]._tr.get_or_add_trPr().append(element("tblHeader"))
        whole = table._tbl.tblPr.find(qn("w:tblW"))
        whole.set(qn("w:type"), "dxa")
        whole.set(qn("w:w"), str(sum(column.width for column in columns)))
        document.element.body.remove(table._tbl)
        self._table, self._row = table._tbl, _plain(rows[1]._tr)
        self._table.remove(rows[1]._tr)

    def row(self, cells: Iterable[str | list[Element]], letters: int) -> Element:
        """A row of the table. A cell is its text, or paragraphs of its own; `letters` says how long the longest one is."""
        row = copy(self._row)
        if letters >= SHORT:
            row.remove(row[0])
        for place, content in zip(list(row.iter(_TEXT)), cells, strict=True):
            if isinstance(content, str):
                _fill(place, content)
            else:
                blank = place.getparent().getparent()
                blank.getparent()[-1:] = content
        return row

    def table(self, rows: Iterable[Element], title: str) -> None:
        """Puts a table at the end of the document; `title` is what a screen reader says of it."""
        table = copy(self._table)
        table.tblPr.append(element("tblCaption", val=title))
        self._document.element.body.sectPr.addprevious(table)
        table.extend(rows)
