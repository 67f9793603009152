"""Codebooks as tables: .csv and .xlsx <-> rows of codes.

| column | also called |
|---|---|
| `path` | code, kode, sti; `Recovery/Håp` |
| `name` and `parent` | navn; forelder, overkode: the parent's name or path |
| `definition` | definisjon, description, beskrivelse |
| `when` | når, bruk når, use when |
| `when_not` | ikke når, when not |
| `example` | eksempel |
| `colour` | color, farge: `#4477aa` |

Heads in any case and order; other columns are left alone. A parent without a row of its own is fine.
"""

import re
from collections.abc import Iterator, Sequence

from qualcode.errors import BadFile
from qualcode.formats import table
from qualcode.formats.code_tree import NamedRow, paths_of
from qualcode.formats.limits import MAX_ROWS
from qualcode.formats.rows import Row
from qualcode.model.bundle import CodeRow
from qualcode.model.tree import join_path, same_name, split_path

HEADS = {
    "path": ("path", "code", "kode", "sti", "kodesti"),
    "name": ("name", "navn", "kodenavn"),
    "parent": ("parent", "forelder", "overkode", "overordnet"),
    "definition": ("definition", "definisjon", "description", "beskrivelse"),
    "when": ("when", "når", "bruk når", "brukes når", "use when", "when to use"),
    "when_not": ("when not", "ikke når", "bruk ikke når", "brukes ikke når", "when not to use"),
    "example": ("example", "eksempel", "examples", "eksempler"),
    "colour": ("colour", "color", "farge"),
}
WRITTEN = ("path", "definition", "when", "when_not", "example", "colour")
"""The columns of an exported codebook, in order."""
_WIDTHS = (32, 50, 40, 40, 50, 10)
_COLOUR = re.compile("#?([0-9a-f]{6}|[0-9a-f]{3})")


def read(name: str, data: bytes) -> tuple[CodeRow, ...]:
    """The codes of a .csv or .xlsx codebook, in the order of its rows."""
    header, below = table.read_table(name, data, [alias for aliases in HEADS.values() for alias in aliases])
    at = table.columns(name, header, HEADS)
    if "path" not in at and "name" not in at:
        raise BadFile(
            "{file}, row {row}: no column is called “path”, “code”, “kode” or “name”. "
            "The first row must name the columns, and one of them must hold the codes.",
            file=name,
            row=header.number,
        )
    rows = tuple(table.limited(name, below, MAX_ROWS))
    paths = _paths(name, rows, at)
    codes = tuple(_code(name, row, path, at) for row, path in zip(rows, paths, strict=True))
    check_unique(name, codes)
    return codes


def write(codes: Sequence[CodeRow], ending: str) -> bytes:
    """A .csv or .xlsx codebook; `read` gives the same rows back."""
    rows = [WRITTEN, *(tuple(cells(code).values()) for code in codes)]
    if ending == ".xlsx":
        from qualcode.formats import excel

        return excel.write(rows, _WIDTHS)
    from qualcode.formats import delimited

    return delimited.write(rows)


def cells(code: CodeRow) -> dict[str, str]:
    """A code as texts by column."""
    return {
        "path": join_path(code.path),
        "definition": code.definition,
        "when": code.when,
        "when_not": code.when_not,
        "example": code.example,
        "colour": code.colour,
    }


def colour_of(name: str, row: int, colour: str) -> str:
    """A colour as `#rrggbb`, or none. Raises `BadFile` for anything else."""
    colour = colour.strip().lower()
    if not colour:
        return ""
    found = _COLOUR.fullmatch(colour)
    if not found:
        raise BadFile(
            "{file}, row {row}: “{colour}” is no colour. Write it as #4477aa, or leave it empty.",
            file=name,
            row=row,
            colour=colour,
        )
    digits = found[1]
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def check_unique(name: str, codes: Sequence[CodeRow]) -> None:
    """Raises `BadFile` when two rows hold the same code; upper and lower case are one."""
    seen: dict[tuple[str, ...], CodeRow] = {}
    for code in codes:
        first = seen.setdefault(tuple(map(same_name, code.path)), code)
        if first is not code:
            raise BadFile(
                "{file}: row {row} holds the same code as row {first}, “{path}”. Keep one of them.",
                file=name,
                row=code.row,
                first=first.row,
                path=join_path(code.path),
            )


def _paths(name: str, rows: Sequence[Row], at: dict[str, int]) -> Iterator[tuple[str, ...]]:
    if "path" not in at and "parent" in at:
        named = [NamedRow(row.number, row.cell(at["name"]), row.cell(at["parent"])) for row in rows]
        yield from paths_of(name, named)
        return
    column = at["path"] if "path" in at else at["name"]
    for row in rows:
        path = split_path(row.cell(column))
        if not path:
            raise BadFile("{file}, row {row}: the code has no name.", file=name, row=row.number)
        yield path


def _code(name: str, row: Row, path: tuple[str, ...], at: dict[str, int]) -> CodeRow:
    return CodeRow(
        path=path,
        definition=row.cell(at.get("definition")),
        when=row.cell(at.get("when")),
        when_not=row.cell(at.get("when_not")),
        example=row.cell(at.get("example")),
        colour=colour_of(name, row.number, row.cell(at.get("colour"))),
        row=row.number,
    )
