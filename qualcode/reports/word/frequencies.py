"""The frequencies report in Word: codes as a tree, their counts, and a column per value as far as the page is wide."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from qualcode.i18n import show_number, translator
from qualcode.model.tables import FrequencyRow, FrequencyTable, Provenance
from qualcode.model.tree import join_path, split_path
from qualcode.model.values import Code
from qualcode.reports import counting
from qualcode.reports.arrange import depth_of
from qualcode.reports.word.markup import Xml, joined, paragraph, run
from qualcode.reports.word.measure import CM, MARGIN, Need, allot, need, width
from qualcode.reports.word.opening import bar, caption, nothing, opening
from qualcode.reports.word.package import Page, written
from qualcode.reports.word.table import Column, Frame

_STEP = 227
"""How far each level of the tree is set in, in twips."""

_FIGURES = int(2.4 * CM)
"""The widest column of figures; longer heads are broken."""
_CLEAR = 120
"""Room for the bar in the code's colour, in twips."""


def document(
    table: FrequencyTable, codes: Sequence[Code], provenance: Provenance, language: str, *, landscape: bool
) -> bytes:
    """The report as a Word file. More values than fit side by side go on in a further table with the same codes."""
    _, page = translator(language), Page(landscape)
    colours = {code.path: code for code in codes}
    body = joined(
        (
            opening(_("Frequencies"), provenance, language),
            *(
                _tables(table, colours, language, page)
                if table.rows
                else (nothing(_("There are no codes to count.")),)
            ),
        )
    )
    return written(_("Frequencies"), body, page, provenance, language)


def _tables(table: FrequencyTable, known: Mapping[str, Code], language: str, page: Page) -> Iterator[Xml]:
    _ = translator(language)
    figures = _largest(table, language)
    lead = [
        _code_column(table, known, _("Code")),
        _number(_("Own"), "own", figures),
        _number(_("Total"), "total", figures),
    ]
    values = [_value(value, table, figures, language) for value in table.values]
    parts = _parted(values, page.text_width - sum(part.need.least for part in lead))
    for number, part in enumerate(parts, 1):
        words = counting.caption(table, language)
        if len(parts) > 1:
            words = _("{caption} (part {part} of {parts})").format(
                caption=words, part=number, parts=len(parts)
            )
        yield caption(number, words, _)
        yield _table(table, [*lead, *part], words, language, page)
        yield paragraph("Tabellnote", run(" ".join(counting.notes(table, language))))


@dataclass(frozen=True, slots=True)
class _Part:
    """One column to be: its head, the room it needs, and what it says of a row."""

    head: str
    need: Need
    cell: Callable[[FrequencyRow, str], Xml]
    number: bool = True


def _code_column(table: FrequencyTable, known: Mapping[str, Code], head: str) -> _Part:
    words = [max(map(width, split_path(row.path)), default=0) + _indent(row) for row in table.rows]
    lines = [width(row.path) + _indent(row) for row in table.rows]
    most = 7 * CM
    room = Need(min(max(words) + MARGIN, most), min(max(lines) + MARGIN, most))
    return _Part(head, room, lambda row, _language: _code(row, known.get(row.path)), number=False)


def _indent(row: FrequencyRow) -> int:
    return _STEP * depth_of(row.path) + _CLEAR


def _number(head: str, name: str, figures: str) -> _Part:
    room = need(head, (figures,), _FIGURES)
    return _Part(head, room, lambda row, language: _figure(getattr(row, name), language))


def _value(value: str, table: FrequencyTable, figures: str, language: str) -> _Part:
    head = counting.head_of(value, table, language).replace(" = ", "\u00a0=\u00a0")
    room = need(head, (figures,), _FIGURES)
    return _Part(head, room, lambda row, language: _figure(row.by.get(value, 0), language))


def _largest(table: FrequencyTable, language: str) -> str:
    """The longest figure, with spaces that do not break."""
    return show_number(max(row.total for row in table.rows), language).replace(" ", "\u00a0")


def _code(row: FrequencyRow, code: Code | None) -> Xml:
    """The path, set in by its depth, the code's own name in black after those above it in grey."""
    name = join_path(split_path(row.path)[-1:]) or row.path
    above = row.path.removesuffix(name)
    indent = Xml(f'{bar(code, 18, 3)}<w:ind w:left="{_indent(row)}" w:hanging="{_STEP}"/>')
    words = (run(above, "Oversti"), run(name)) if above else (run(name),)
    return paragraph("Tabelltekst", *words, properties=indent)


def _figure(number: int, language: str) -> Xml:
    return paragraph("Tabelltall", run(show_number(number, language)))


def _parted(values: Sequence[_Part], room: int) -> list[Sequence[_Part]]:
    """The columns in as few even parts as the width of the page allows; one empty part where there are none."""
    for parts in range(1, len(values)):
        size = ceil(len(values) / parts)
        chunks = [values[start : start + size] for start in range(0, len(values), size)]
        if all(sum(value.need.least for value in chunk) <= room for chunk in chunks):
            return chunks
    return [(value,) for value in values] or [()]


def _table(table: FrequencyTable, parts: Sequence[_Part], title: str, language: str, page: Page) -> Xml:
    widths = allot([part.need for part in parts], page.text_width)
    frame = Frame([Column(part.head, wide, part.number) for part, wide in zip(parts, widths, strict=True)])
    return frame.table(
        (frame.row([part.cell(row, language) for part in parts], 0) for row in table.rows), title
    )
