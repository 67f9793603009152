"""Excel workbooks: .xlsx. The first visible sheet, every cell as its plain text.

Read and written with Python's own zipfile and expat, because exactness needs it: openpyxl drops the letters
`x005F_` from any text and leaves `_x000D_` unread, and xlsxwriter writes text that begins with `<r>` and ends with
`</r>` as raw XML. Written cells are always of the type text, so nothing is ever a formula or a link.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from qualcode.errors import BadFile, Refused
from qualcode.formats.canonical import plain
from qualcode.formats.excel_cells import Formats, Sheet, unescaped
from qualcode.formats.package import Package
from qualcode.formats.rows import Row
from qualcode.formats.xml_parts import local, steps

LONGEST = 32_767
"""UTF-16 units that Excel holds in a cell."""
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}[_\r])")


def read(name: str, data: bytes) -> Iterator[Row]:
    """The rows of the first visible sheet that hold cells."""
    package = Package(name, data)
    main = package.main_part("xl/workbook.xml")
    relations = package.relations(main)
    related = {kind: part for kind, part in relations.values() if part in package.parts}
    sheet_id, dates_from_1904 = _first_sheet(package, main)
    kind, part = relations.get(sheet_id, ("", ""))
    if kind != "worksheet" or part not in package.parts:
        raise BadFile(
            "{file} has no sheet with cells. Save the table as .csv or .xlsx and try again.", file=name
        )
    formats = Formats(dates_from_1904=dates_from_1904)
    if "styles" in related:
        formats.read(package, related["styles"])
    texts = _shared(package, related.get("sharedStrings"))
    sheet = Sheet(name, [plain(unescaped(text)) for text in texts], formats)
    for _ in steps(name, part, package.chunks(part), start=sheet.start, end=sheet.end, text=sheet.text):
        for number, cells in sheet.take():
            yield Row(number, cells)


def _first_sheet(package: Package, main: str) -> tuple[str, bool]:
    """The relation id of the first sheet that is not hidden, and whether dates count from 1904."""
    visible: list[str] = []
    from_1904: list[str] = []

    def start(tag: str, attrs: dict[str, str]) -> None:
        if tag == "x:sheet" and local(attrs, "state") in ("", "visible"):
            visible.append(local(attrs, "id"))
        elif tag == "x:workbookPr":
            from_1904.append(local(attrs, "date1904"))

    for _ in steps(package.file, main, package.chunks(main), start=start):
        pass
    return next(iter(visible), ""), bool({"1", "true"} & set(from_1904))


def _shared(package: Package, part: str | None) -> list[str]:
    """The shared strings as they stand; runs put together, readings for East Asian text left out."""
    texts: list[str] = []
    pieces: list[str] = []
    within = ""
    readings = 0

    def start(tag: str, _attrs: dict[str, str]) -> None:
        nonlocal within, readings
        within = tag
        readings += tag == "x:rPh"

    def heard(text: str) -> None:
        if within == "x:t" and not readings:
            pieces.append(text)

    def end(tag: str) -> None:
        nonlocal within, readings
        within = ""
        readings -= tag == "x:rPh"
        if tag == "x:si":
            texts.append("".join(pieces))
            pieces.clear()

    if part:
        for _ in steps(package.file, part, package.chunks(part), start=start, end=end, text=heard):
            pass
    return texts


def write(rows: Iterable[Sequence[str]], widths: Sequence[int] = ()) -> bytes:
    """A workbook with one sheet; the first row is bold and stays in sight. `read` gives the same cells back."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for part, content in (*_FRAME.items(), ("xl/worksheets/sheet1.xml", _sheet(rows, widths))):
            archive.writestr(_entry(part), _DECLARATION + content)
    return out.getvalue()


def _entry(part: str) -> ZipInfo:
    """A part dated like all others, so that the same rows give the same bytes."""
    entry = ZipInfo(part, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    return entry


def _sheet(rows: Iterable[Sequence[str]], widths: Sequence[int]) -> str:
    numbered = enumerate(rows, 1)
    lines = (f'<row r="{number}">{"".join(_cells(row, number))}</row>' for number, row in numbered)
    cols = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1"/>' for n, width in enumerate(widths, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
        f"{f'<cols>{cols}</cols>' if cols else ''}<sheetData>{''.join(lines)}</sheetData></worksheet>"
    )


def _cells(row: Sequence[str], number: int) -> Iterator[str]:
    for column, cell in enumerate(map(plain, row)):
        if len(cell.encode("utf-16-le")) > 2 * LONGEST:
            raise Refused(
                "Row {row} has a text of {length} characters; a cell in Excel holds {limit}. Export as .csv or .yaml.",
                row=number,
                length=len(cell),
                limit=LONGEST,
            )
        if cell:
            kept = escape(_LOOKS_ESCAPED.sub("_x005F_", cell).replace("\r", "_x000D_"))
            style = 1 if number == 1 else 2
            yield (
                f'<c r="{_letters(column)}{number}" s="{style}" t="inlineStr">'
                f'<is><t xml:space="preserve">{kept}</t></is></c>'
            )


def _letters(column: int) -> str:
    """`A` for 0, `AA` for 26."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FRAME = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
        '<sheets><sheet name="qualcode" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
    ),
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1">'
        '<alignment vertical="top" wrapText="1"/></xf></cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
