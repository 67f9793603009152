"""Excel: one sheet with the table, one, «Om», that says where it comes from. Every text stays text."""

from collections.abc import Iterator
from datetime import UTC
from io import BytesIO
from itertools import chain

import xlsxwriter
from xlsxwriter.format import Format

from qualcode.i18n import translator
from qualcode.model.tables import Provenance
from qualcode.reports.facts import facts
from qualcode.reports.grids import Cell, Grid
from qualcode.reports.text import legal

LONGEST = 32_767
"""Most UTF-16 units that Excel keeps in one cell."""
HIGHEST = 409
"""The highest row that Excel shows, in points."""

# In memory, since XlsxWriter otherwise puts sheets, and so what people said in interviews, into temporary files, which
# a crash leaves behind. It takes 24 MB more for ten thousand quotations, and less time.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "yyyy-mm-dd",
}


def write(grid: Grid, provenance: Provenance, language: str) -> bytes:
    """The grid as an Excel file: head frozen and filtered, wide texts wrapped, ready to be printed."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, dict(_OPTIONS))
    author = legal(provenance.coder or "qualcode")
    at = provenance.at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties(
        {"title": f"{grid.title} – {legal(provenance.project)}", "author": author, "created": at}
    )
    _table(book, grid)
    _about(book, grid, provenance, language)
    book.close()
    return out.getvalue()


def _table(book: xlsxwriter.Workbook, grid: Grid) -> None:
    sheet = book.add_worksheet(grid.title)
    text = book.add_format(
        {"text_wrap": True, "valign": "top", "quote_prefix": True, "align": "left", "indent": 1}
    )
    figure = book.add_format({"valign": "top", "num_format": "#,##0"})
    over = {"bold": True, "text_wrap": True, "valign": "bottom", "bottom": 1}
    over_text = book.add_format({**over, "align": "left", "indent": 1})
    over_figure = book.add_format({**over, "align": "right"})
    for place, width in enumerate(grid.widths):
        sheet.set_column(place, place, width)
    for place, words in enumerate(grid.head):
        put(sheet, 0, place, legal(words), over_figure if place in grid.figures else over_text)
    last = 0
    for last, row in enumerate(chain.from_iterable(map(_parts, grid.rows)), 1):
        sheet.set_row(last, _height(row, grid.widths))
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(last, place, cell, figure)
            else:
                put(sheet, last, place, cell, text)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, last, len(grid.head) - 1)
    _printed(sheet, grid)


def put(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, text: str, look: Format) -> None:
    """Writes a text to the letter. XlsxWriter takes `<r>…</r>` for finished markup, so that goes in as two pieces."""
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(row, column, text[:1], look, text[1:], look)
    else:
        sheet.write_string(row, column, text, look)


def _height(row: tuple[Cell, ...], widths: tuple[int, ...]) -> float:
    """Room for the longest text of the row, wrapped; LibreOffice does not find it by itself as Excel does."""
    lines = max(
        sum(len(line) // width + 1 for line in str(cell).split("\n"))
        for cell, width in zip(row, widths, strict=True)
    )
    return min(15 * lines, HIGHEST)


def _printed(sheet: xlsxwriter.worksheet.Worksheet, grid: Grid) -> None:
    sheet.set_paper(9)
    if grid.broad:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")


def _about(book: xlsxwriter.Workbook, grid: Grid, provenance: Provenance, language: str) -> None:
    _ = translator(language)
    sheet = book.add_worksheet(_("About"))
    label = book.add_format({"bold": True, "valign": "top"})
    words = book.add_format({"text_wrap": True, "valign": "top", "quote_prefix": True})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 80)
    split = _(
        "A text too long for one cell of Excel goes on in the row below, which repeats the rest of its row."
    )
    lines = (*facts(provenance, language), *((_("Note"), note) for note in (*grid.notes, split)))
    for place, (name, value) in enumerate(lines):
        sheet.write_string(place, 0, name, label)
        put(sheet, place, 1, legal(value), words)


def _parts(row: tuple[Cell, ...]) -> Iterator[tuple[Cell, ...]]:
    """The row; as several where a text is longer than a cell of Excel holds, so that no word is lost."""
    pieces = [[cell] if isinstance(cell, int) else list(_pieces(legal(cell))) for cell in row]
    for number in range(max(map(len, pieces), default=0)):
        yield tuple(piece[min(number, len(piece) - 1)] for piece in pieces)


def _pieces(text: str) -> Iterator[str]:
    if len(text) <= LONGEST // 2:
        yield text
        return
    start = 0
    while start < len(text):
        part = text[start : start + LONGEST]
        if len(part.encode("utf-16-le")) > 2 * LONGEST:
            part = part[: LONGEST // 2]
        yield part
        start += len(part)
