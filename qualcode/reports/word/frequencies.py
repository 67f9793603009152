"""The frequencies report in Word: codes as a tree, their counts, and a column per value as far as the page is wide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from docx.oxml.text.paragraph import CT_P
from docx.shared import Twips

from qualcode.i18n import show_number, translator
from qualcode.model.tables import FrequencyRow, FrequencyTable, Provenance
from qualcode.model.tree import join_path, split_path
from qualcode.model.values import Code
from qualcode.reports import counting
from qualcode.reports.arrange import depth_of
from qualcode.reports.text import legal
from qualcode.reports.word.file import Page, Report
from qualcode.reports.word.markup import bar, element, put
from qualcode.reports.word.measure import CM, MARGIN, Need, allot, need, width
from qualcode.reports.word.opening import caption, nothing, opening
from qualcode.reports.word.table import FIGURE, Column, Frame

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
    opening(report, _("Frequencies"), provenance)
    if table.rows:
        _tables(report, table, lead, _parted(values, _room(page, lead)))
    else:
        nothing(report, _("There are no codes to count."))
    return report.saved()


@dataclass(frozen=True, slots=True)
class _Part:
    """One column to be: its head, the room it needs, and what it says of a row."""

    head: str
    need: Need
    cell: Callable[[FrequencyRow], str | list[CT_P]]
    style: str = FIGURE


def _columns(
    table: FrequencyTable, known: Mapping[str, Code], language: str
) -> tuple[list[_Part], list[_Part]]:
    """The columns that every table begins with, and one for each value."""
    _ = translator(language)
    longest = show_number(max(row.total for row in table.rows), language).replace(" ", "\u00a0")

    def figures(head: str, count: Callable[[FrequencyRow], int]) -> _Part:
        room = need(head, (longest,), _FIGURES)
        return _Part(head, room, lambda row: show_number(count(row), language))

    def of_value(value: str) -> _Part:
        head = counting.head_of(value, table, language, "\n").replace(" = ", "\u00a0=\u00a0")
        return figures(head, lambda row: row.by.get(value, 0))

    lead = [
        _code_column(table, known, _("Code")),
        figures(_("Own"), lambda row: row.own),
        figures(_("Total"), lambda row: row.total),
    ]
    return lead, list(map(of_value, table.values))


def _room(page: Page, lead: Sequence[_Part]) -> int:
    return page.text_width - sum(part.need.least for part in lead)


def _tables(
    report: Report, table: FrequencyTable, lead: Sequence[_Part], parts: Sequence[Sequence[_Part]]
) -> None:
    language = report.language
    _ = translator(language)
    for number, part in enumerate(parts, 1):
        words = counting.caption(table, language)
        if len(parts) > 1:
            words = _("{caption} (part {part} of {parts})").format(
                caption=words, part=number, parts=len(parts)
            )
        caption(report, number, words)
        columns = [*lead, *part]
        widths = allot([column.need for column in columns], report.page.text_width)
        parted = [Column(one.head, wide, one.style) for one, wide in zip(columns, widths, strict=True)]
        frame = Frame(report.document, parted)
        rows = (frame.row([one.cell(row) for one in columns], 0) for row in table.rows)
        frame.table(rows, words)
        report.document.add_paragraph(legal(" ".join(counting.notes(table, language))), "Tabellnote")


def _code_column(table: FrequencyTable, known: Mapping[str, Code], head: str) -> _Part:
    words = [max(map(width, split_path(row.path)), default=0) + _indent(row) for row in table.rows]
    lines = [width(row.path) + _indent(row) for row in table.rows]
    most = 7 * CM
    room = Need(min(max(words) + MARGIN, most), min(max(lines) + MARGIN, most))
    return _Part(head, room, lambda row: _code(row, known.get(row.path)), "Tabelltekst")


def _indent(row: FrequencyRow) -> int:
    return _STEP * depth_of(row.path) + _CLEAR


def _code(row: FrequencyRow, code: Code | None) -> list[CT_P]:
    """The path, set in by its depth, the code's own name in black after those above it in grey."""
    name = join_path(split_path(row.path)[-1:]) or row.path
    above = row.path.removesuffix(name)
    made: CT_P = element("p")
    made.style = "Tabelltekst"
    for words, style in ((above, "Oversti"), (name, None)):
        run = made.add_r()
        run.style, run.text = style, legal(words)
    for side in bar(code, 18, 3):
        put(made, side)
    layout = made.get_or_add_pPr()
    layout.ind_left, layout.first_line_indent = Twips(_indent(row)), Twips(-_STEP)
    return [made]


def _parted(values: Sequence[_Part], room: int) -> list[Sequence[_Part]]:
    """The columns in as few even parts as the width of the page allows; one empty part where there are none."""
    for parts in range(1, len(values)):
        size = ceil(len(values) / parts)
        chunks = [values[start : start + size] for start in range(0, len(values), size)]
        if all(sum(value.need.least for value in chunk) <= room for chunk in chunks):
            return chunks
    return [(value,) for value in values] or [()]
