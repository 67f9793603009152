"""The reports as plain tables, for Excel and CSV: one head, one row per line, numbers as numbers."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from qualcode.i18n import translator
from qualcode.model.tables import FrequencyTable
from qualcode.model.values import Code
from qualcode.reports import columns as cells
from qualcode.reports import counting
from qualcode.reports.arrange import Group, Line

Cell = str | int

_WIDTHS = {
    "number": 6,
    "codes": 28,
    "quotation": 80,
    "source": 26,
    "document": 24,
    "paragraph": 9,
    "comment": 40,
}


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on its way to Excel or CSV.

    `figures` are the places of the columns that hold numbers, `widths` count letters, `notes` say how to read it, and
    `broad` asks for paper the long way.
    """

    title: str
    head: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    widths: tuple[int, ...]
    figures: tuple[int, ...]
    notes: tuple[str, ...] = ()
    broad: bool = False


def of_quotations(groups: Sequence[Group], columns: tuple[str, ...], language: str, ending: str) -> Grid:
    """One row per quotation. The source is told in two columns, document and paragraph, so that it can be sorted."""
    _ = translator(language)
    kept = columns if ending == ".csv" else cells.with_values(columns, groups, _)
    names = [part for name in kept for part in (("document", "paragraph") if name == "source" else (name,))]
    own = {"document": _("Document"), "paragraph": _("Paragraph")}
    readers = [_reader(name, cells.reader(name, _)) for name in names]
    return Grid(
        _("Quotations"),
        tuple(own.get(name) or cells.head_of(name, _) for name in names),
        (tuple(read(line) for read in readers) for group in groups for line in group.lines),
        tuple(_WIDTHS.get(name, 18) for name in names),
        tuple(place for place, name in enumerate(names) if name in {"number", "paragraph"}),
        (_("Quotations are given to the letter."),),
        broad=True,
    )


def of_frequencies(table: FrequencyTable, language: str) -> Grid:
    """One row per code, its full path first."""
    _ = translator(language)
    values = tuple(counting.head_of(value, table, language) for value in table.values)
    return Grid(
        _("Frequencies"),
        (_("Code"), _("Own"), _("Total"), *values),
        (
            (row.path, row.own, row.total, *(row.by.get(value, 0) for value in table.values))
            for row in table.rows
        ),
        (44, 10, 10, *(max(10, len(value) + 2) for value in values)),
        tuple(range(1, 3 + len(values))),
        (counting.caption(table, language), *counting.notes(table, language)),
    )


def of_codebook(codes: Sequence[Code], language: str) -> Grid:
    """One row per code, its full path first."""
    _ = translator(language)
    head = (_("Code"), _("Definition"), _("Use when"), _("Do not use when"), _("Example"), _("Codings"))
    return Grid(
        _("Codebook"),
        head,
        (
            (code.path, code.definition, code.when, code.when_not, code.example, code.codings)
            for code in codes
        ),
        (36, 50, 40, 40, 40, 10),
        (5,),
        broad=True,
    )


def _reader(name: str, otherwise: Callable[[Line], str]) -> Callable[[Line], Cell]:
    special: dict[str, Callable[[Line], Cell]] = {
        "number": lambda line: line.number,
        "document": lambda line: line.excerpt.document,
        "paragraph": lambda line: line.excerpt.place.paragraph,
        "codes": lambda line: "; ".join(line.codes),
    }
    return special.get(name, otherwise)
