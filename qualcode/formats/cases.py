"""Tables of cases: .csv and .xlsx <-> one row per case and document.

| column | also called | holds |
|---|---|---|
| `case` | navn, name, informant | the case's name |
| `kind` | slag | `person`, `group` or `site`; person, gruppe, sted |
| `document` | dokument, fil, file | a document that is about the case |
| `speaker` | taler | who the case is in that document; empty for the whole document |

Every other column is a value of the case. A case may have several rows, one for each document; empty cells say
nothing. Another name of a column counts only where no column has the first name.
"""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from qualcode.errors import BadFile
from qualcode.formats import table
from qualcode.formats.attributes import checked, named_columns
from qualcode.formats.limits import MAX_ROWS
from qualcode.formats.rows import Row
from qualcode.language.collation import sort_key
from qualcode.model.bundle import CaseRow
from qualcode.model.tree import clean_name, same_name

HEADS = {
    "case": ("navn", "name", "informant"),
    "kind": ("slag",),
    "document": ("dokument", "fil", "file", "filnavn", "filename", "dokumentnavn"),
    "speaker": ("taler",),
}
FIELDS = tuple(HEADS)
_KINDS = {"person": "person", "group": "group", "site": "site", "gruppe": "group", "sted": "site"}
_WIDTHS = (24, 10, 32, 20)


def read(name: str, data: bytes) -> tuple[CaseRow, ...]:
    """The rows of a table of cases. Raises `BadFile` naming the row for one that does not fit its heads or another row."""
    known = [head for field, others in HEADS.items() for head in (field, *others)]
    header, below = table.read_table(name, data, known)
    at = _columns(name, header)
    if "case" not in at:
        raise BadFile(
            "{file}, row {row}: no column is called “case” or “navn”. One column must name the cases.",
            file=name,
            row=header.number,
        )
    names = {column: of for column, of in named_columns(name, header).items() if column not in at.values()}
    columns = frozenset({*names, *at.values()})
    below = (checked(name, row, header, columns) for row in table.limited(name, below, MAX_ROWS))
    rows = tuple(_row(name, row, names, at) for row in below)
    _agree(name, rows)
    return rows


def write(rows: Iterable[CaseRow], ending: str) -> bytes:
    """A .csv or .xlsx table; `read` gives the same rows back."""
    kept = list(rows)
    names = sorted({name for row in kept for name in row.values}, key=sort_key)
    cells = [(*FIELDS, *names), *(_cells(row, names) for row in kept)]
    if ending == ".xlsx":
        from qualcode.formats import excel

        return excel.write(cells, (*_WIDTHS, *(18 for _ in names)))
    from qualcode.formats import delimited

    return delimited.write(cells)


def _cells(row: CaseRow, names: Sequence[str]) -> tuple[str, ...]:
    return (row.case, row.kind, row.document, row.speaker, *(row.values.get(name, "") for name in names))


def _columns(name: str, header: Row) -> dict[str, int]:
    """Which column holds what: by its first name, else by another one."""
    own = table.columns(name, header, {field: (field,) for field in HEADS})
    others = {field: aliases for field, aliases in HEADS.items() if field not in own}
    return own | table.columns(name, header, others)


def _row(name: str, row: Row, names: Mapping[int, str], at: Mapping[str, int]) -> CaseRow:
    case, kind, document, speaker = (_clean(row.cell(at.get(field))) for field in FIELDS)
    if not case:
        raise BadFile("{file}, row {row}: the case is not named.", file=name, row=row.number)
    if kind and same_name(kind) not in _KINDS:
        raise BadFile(
            "{file}, row {row}: “{kind}” is no kind of case; write person, group or site.",
            file=name,
            row=row.number,
            kind=kind,
        )
    if speaker and not document:
        raise BadFile("{file}, row {row}: a speaker is named, but no document.", file=name, row=row.number)
    values = {of: value for column, of in names.items() if (value := _clean(row.cell(column)))}
    return CaseRow(case, _KINDS.get(same_name(kind), ""), document, speaker, values, row.number)


def _clean(cell: str) -> str:
    return clean_name(unicodedata.normalize("NFC", cell))


def _agree(name: str, rows: Sequence[CaseRow]) -> None:
    """Raises `BadFile` when two rows of one case say different things of it."""
    said: dict[tuple[str, str], tuple[str, int | None]] = {}
    for row in rows:
        facts = {same_name(of): value for of, value in row.values.items()}
        for what, value in (*facts.items(), ("kind", row.kind)):
            first, number = said.setdefault((same_name(row.case), what), (value, row.row))
            if value and not first:
                said[same_name(row.case), what] = (value, row.row)
            elif value and first != value:
                raise BadFile(
                    "{file}: rows {first} and {row} say different things of “{case}”: {what} is “{one}” and “{other}”.",
                    file=name,
                    first=number,
                    row=row.row,
                    case=row.case,
                    what=what,
                    one=first,
                    other=value,
                )
