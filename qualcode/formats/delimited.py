"""Comma-separated values: .csv, also with semicolons or tabs, in any encoding that text files are read in.

Written as Excel reads it without asking: UTF-8 with a byte order mark, commas, CRLF, cells that look like formulas
made harmless (`qualcode.model.cells`).
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from qualcode.errors import BadFile, TooLarge
from qualcode.formats.canonical import plain
from qualcode.formats.decode import decode
from qualcode.formats.limits import MAX_COLUMNS
from qualcode.formats.rows import Row, head
from qualcode.model.cells import defuse, revive

_DELIMITERS = (",", ";", "\t")
_SEPARATOR_LINE = re.compile('"?sep=(.)"?\r?\n')
"""Excel's own first line that names the delimiter; Excel does not show it, so it is no row."""
_CROWD = 100_000


def read(name: str, data: bytes, known: Iterable[str]) -> Iterator[Row]:
    """The rows of a .csv file, empty ones included."""
    text = decode(name, data, one_encoding=True).text.removeprefix("\ufeff")
    named = _SEPARATOR_LINE.match(text)
    delimiter = named[1] if named else _delimiter(text, {head(word) for word in known})
    body = StringIO(text[named.end() :] if named else text, newline="")
    rows = csv.reader(_narrow(name, body, delimiter), delimiter=delimiter, strict=True)
    number = 0
    while (cells := _next(name, rows, number)) is not None:
        number += 1
        yield Row(number, tuple(plain(revive(cell)) for cell in cells))


def write(rows: Iterable[Sequence[str]]) -> bytes:
    """A .csv file; `read` gives the same cells back."""
    out = StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([defuse(plain(cell)) for cell in row] for row in rows)
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _delimiter(text: str, known: set[str]) -> str:
    """The sign that makes most known heads of the first row that holds anything; failing that, most columns."""

    def worth(delimiter: str) -> tuple[int, int]:
        # The first lines are enough, and a damaged quote further down is reported where it is read.
        rows = csv.reader(StringIO(text[:_CROWD], newline=""), delimiter=delimiter)
        first = _first(rows)
        return sum(head(cell) in known for cell in first), len(first)

    return max(_DELIMITERS, key=worth)


def _first(rows: Iterator[list[str]]) -> list[str]:
    try:
        return next((row for row in rows if any(cell.strip() for cell in row)), [])
    except csv.Error:
        return []


def _narrow(name: str, lines: Iterable[str], delimiter: str) -> Iterator[str]:
    """Lines with a sane number of delimiters, so that no line becomes millions of cells."""
    for line in lines:
        if line.count(delimiter) > _CROWD:
            raise TooLarge(
                "{file} has a line with more than {limit} columns. Leave out those you do not need.",
                file=name,
                limit=MAX_COLUMNS,
            )
        yield line


def _next(name: str, rows: Iterator[list[str]], number: int) -> list[str] | None:
    try:
        return next(rows, None)
    except csv.Error as error:
        raise BadFile(
            "{file}, row {row}: a cell that begins with a quotation mark does not end with one, or is too long. "
            "Write quotation marks inside a cell twice, and one around the cell.",
            file=name,
            row=number + 1,
        ) from error
