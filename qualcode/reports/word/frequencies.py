"""The frequencies report in Word: codes as a tree, their counts, and a column per value as far as the page is wide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from docx.document import Document

from qualcode.i18n import show_number, translator
from qualcode.model.tables import FrequencyRow, FrequencyTable, Provenance
from qualcode.model.tree import join_path, split_path
from qualcode.model.values import Code
from qualcode.reports import counting
from qualcode.reports.arrange import depth_of
from qualcode.reports.text import legal
from qualcode.reports.word.file import Page, Report
from qualcode.reports.word.markup import bar
from qualcode.reports.word.measure import CM, MARGIN, Need, allot, need, width
from qualcode.reports.word.opening import caption, nothing, opening
from qualcode.reports.word.table import FIGURE, Column, Element, Frame, add, new, paragraph

_STEP = 227
"""How far each level of the tree is set in, in twips."""

_FIGURES = int(2.4 * CM)
"""The widest column of figures; longer heads are broken."""
_CLEAR = 120
"""Room for the bar in the code's colour, in twips."""


def document(
    table: FrequencyTable,
    codes: Sequence[Code],
    provenance: Provenance,
    language: str,
    *,
    landscape: bool | None,
) -> bytes:
    """The report as a Word file. More values than fit side by side go on in a further table with the same codes.

    `landscape` as None lays the page on its side where the columns do not fit side by side on an upright one.
    """
    _ = translator(language)
    lead, values = _columns(table, {code.path: code for code in codes}, language) if table.rows else ([], [])
    upright = _room(Page(), lead)
    page = Page(sum(value.need.least for value in values) > upright if landscape is None else landscape)
    report = Report(_("Frequencies"), page, provenance, language)
    body = report.document
    opening(body, _("Frequencies"), provenance, language)
    if table.rows:
        _tables(body, table, lead, _parted(values, _room(page, lead)), page, language)
    else:
        nothing(body, _("There are no codes to count."))
    return report.saved()


@dataclass(frozen=True, slots=True)
class _Part:
    """One column to be: its head, the room it needs, and what it says of a row."""

    head: str
    need: Need
    cell: Callable[[FrequencyRow, str], str | list[Element]]
    style: str = FIGURE


def _columns(
    table: FrequencyTable, known: Mapping[str, Code], language: str
) -> tuple[list[_Part], list[_Part]]:
    """The columns that every table begins with, and one for each value."""
    _ = translator(language)
    figures = _largest(table, language)
    own = _number(_("Own"), figures, lambda row: row.own)
    total = _number(_("Total"), figures, lambda row: row.total)
    heads = [(value, counting.head_of(value, table, language, "\n")) for value in table.values]
    values = [
        _number(head.replace(" = ", "\u00a0=\u00a0"), figures, _count_of(value)) for value, head in heads
    ]
    return [_code_column(table, known, _("Code")), own, total], values


def _room(page: Page, lead: Sequence[_Part]) -> int:
    return page.text_width - sum(part.need.least for part in lead)


def _tables(
    body: Document,
    table: FrequencyTable,
    lead: Sequence[_Part],
    parts: Sequence[Sequence[_Part]],
    page: Page,
    language: str,
) -> None:
    _ = translator(language)
    for number, part in enumerate(parts, 1):
        words = counting.caption(table, language)
        if len(parts) > 1:
            words = _("{caption} (part {part} of {parts})").format(
                caption=words, part=number, parts=len(parts)
            )
        caption(body, number, words, _)
        columns = [*lead, *part]
        widths = allot([column.need for column in columns], page.text_width)
        frame = Frame([Column(one.head, wide, one.style) for one, wide in zip(columns, widths, strict=True)])
        rows = (frame.row([one.cell(row, language) for one in columns], 0) for row in table.rows)
        frame.table(body, rows, words)
        body.add_paragraph(legal(" ".join(counting.notes(table, language))), "Tabellnote")


def _code_column(table: FrequencyTable, known: Mapping[str, Code], head: str) -> _Part:
    words = [max(map(width, split_path(row.path)), default=0) + _indent(row) for row in table.rows]
    lines = [width(row.path) + _indent(row) for row in table.rows]
    most = 7 * CM
    room = Need(min(max(words) + MARGIN, most), min(max(lines) + MARGIN, most))
    return _Part(head, room, lambda row, _language: _code(row, known.get(row.path)), "Tabelltekst")


def _indent(row: FrequencyRow) -> int:
    return _STEP * depth_of(row.path) + _CLEAR


def _number(head: str, figures: str, count: Callable[[FrequencyRow], int]) -> _Part:
    room = need(head, (figures,), _FIGURES)
    return _Part(head, room, lambda row, language: show_number(count(row), language))


def _count_of(value: str) -> Callable[[FrequencyRow], int]:
    return lambda row: row.by.get(value, 0)


def _largest(table: FrequencyTable, language: str) -> str:
    """The longest figure, with spaces that do not break."""
    return show_number(max(row.total for row in table.rows), language).replace(" ", "\u00a0")


def _code(row: FrequencyRow, code: Code | None) -> list[Element]:
    """The path, set in by its depth, the code's own name in black after those above it in grey."""
    name = join_path(split_path(row.path)[-1:]) or row.path
    above = row.path.removesuffix(name)
    made = paragraph("Tabelltekst", name)
    if above:
        grey = paragraph("Tabelltekst", above)[-1]
        grey.insert(0, new("rPr"))
        add(grey[0], "rStyle", val="Oversti")
        made.insert(1, grey)
    made[0].extend(bar(code, 18, 3))
    add(made[0], "ind", left=str(_indent(row)), hanging=str(_STEP))
    return [made]


def _parted(values: Sequence[_Part], room: int) -> list[Sequence[_Part]]:
    """The columns in as few even parts as the width of the page allows; one empty part where there are none."""
    for parts in range(1, len(values)):
        size = ceil(len(values) / parts)
        chunks = [values[start : start + size] for start in range(0, len(values), size)]
        if all(sum(value.need.least for value in chunk) <= room for chunk in chunks):
            return chunks
    return [(value,) for value in values] or [()]
