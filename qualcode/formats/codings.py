"""Codings on their way in and out: .csv with heads, or .jsonl with one object per line.

`document, code, start, end` and, if wanted, `coder, memo, weight, starred, condensation`; anything else is left alone.
Positions are `[start, end)` in code points of the document's text.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from qualcode.errors import BadFile
from qualcode.formats import delimited, table
from qualcode.formats.canonical import plain
from qualcode.formats.decode import decode
from qualcode.formats.limits import MAX_BYTES, MAX_CODINGS, check_size
from qualcode.formats.rows import Row
from qualcode.formats.sniff import check_text, ending
from qualcode.model.bundle import CodingRow

HEADS = {
    "document": ("document", "dokument"),
    "code": ("code", "kode"),
    "start": ("start",),
    "end": ("end", "slutt"),
    "coder": ("coder", "koder"),
    "memo": ("memo", "notat"),
    "weight": ("weight", "vekt"),
    "starred": ("starred", "stjerne"),
    "condensation": ("condensation", "fortetting"),
}
WEIGHTS = {
    "": "",
    "promotes": "promotes",
    "inhibits": "inhibits",
    "fremmer": "promotes",
    "hemmer": "inhibits",
}
"""How a weight may be written, and what it is."""
YES, NO = ("yes", "ja", "true", "1", "x"), ("", "no", "nei", "false", "0")
FIELDS = tuple(HEADS)
_NEEDED = FIELDS[:4]
_MOST_DIGITS = 12


def read(name: str, data: bytes) -> tuple[CodingRow, ...]:
    """The codings of a .csv or .jsonl file. Raises `BadFile` naming the first bad row; then none is read."""
    rows = _objects(name, data) if ending(name) == ".jsonl" else _table(name, data)
    return tuple(_coding(name, row, number) for number, row in rows)


def write(codings: Iterable[CodingRow], ending: str) -> bytes:
    """A .csv or .jsonl file; `read` gives the same codings back."""
    rows = (
        {field: getattr(coding, field) for field in FIELDS} | {"starred": "yes" if coding.starred else ""}
        for coding in codings
    )
    if ending == ".csv":
        return delimited.write([FIELDS, *(tuple(map(str, row.values())) for row in rows)])
    lines = (
        json.dumps({field: _plain(value) for field, value in row.items()}, ensure_ascii=False) for row in rows
    )
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _plain(value: str | int) -> str | int:
    return plain(value) if isinstance(value, str) else value


def _table(name: str, data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    header, rows = table.read_table(name, data, FIELDS, MAX_BYTES)
    at = table.columns(name, header, HEADS)
    missing = [field for field in _NEEDED if field not in at]
    if missing:
        raise BadFile(
            "{file}, row {row}: these columns are missing: {columns}. The first row must name document, code, start and end.",
            file=name,
            row=header.number,
            columns=", ".join(missing),
        )
    for row in table.limited(name, rows, MAX_CODINGS):
        yield row.number, {field: row.cell(column) for field, column in at.items()}


def _objects(name: str, data: bytes) -> Iterator[tuple[int, dict[str, Any]]]:
    check_size(name, data)
    check_text(name, data)
    lines = decode(name, data, one_encoding=True).text.removeprefix("\ufeff").split("\n")
    filled = (Row(number, (line,)) for number, line in enumerate(lines, 1) if line.strip())
    for row in table.limited(name, filled, MAX_CODINGS):
        yield row.number, _object(name, row)


def _object(name: str, row: Row) -> dict[str, Any]:
    try:
        value = json.loads(row.cells[0])
    except (ValueError, RecursionError) as error:
        raise _no_object(name, row.number) from error
    if not isinstance(value, dict):
        raise _no_object(name, row.number)
    return value


def _no_object(name: str, number: int) -> BadFile:
    return BadFile(
        "{file}, row {row}: this is no JSON object such as {example}. Each line must hold one coding.",
        file=name,
        row=number,
        example='{"document": "A", "code": "Recovery/Håp", "start": 0, "end": 12}',
    )


def _coding(name: str, row: Mapping[str, Any], number: int) -> CodingRow:
    start, end = _position(name, row, "start", number), _position(name, row, "end", number)
    if end <= start:
        raise BadFile(
            "{file}, row {row}: positions {start}–{end} hold no text: the end must come after the start.",
            file=name,
            row=number,
            start=start,
            end=end,
        )
    return CodingRow(
        document=_named(name, row, "document", number),
        code=_named(name, row, "code", number),
        start=start,
        end=end,
        coder=_text(name, row, "coder", number).strip(),
        memo=_text(name, row, "memo", number),
        row=number,
        weight=WEIGHTS[_among(name, row, "weight", number, tuple(WEIGHTS))],
        starred=_among(name, row, "starred", number, (*YES, *NO)) in YES,
        condensation=_text(name, row, "condensation", number),
    )


def _among(name: str, row: Mapping[str, Any], field: str, number: int, known: Sequence[str]) -> str:
    """A field that can hold only a few words; in JSON it may be true or false."""
    value = row.get(field)
    text = str(value).casefold() if isinstance(value, bool | int) else _text(name, row, field, number)
    word = text.strip().casefold()
    if word not in known:
        raise BadFile(
            "{file}, row {row}: “{value}” cannot stand under “{field}”; write one of {known}.",
            file=name,
            row=number,
            field=field,
            value=text[:40],
            known=", ".join(filter(None, known)),
        )
    return word


def _named(name: str, row: Mapping[str, Any], field: str, number: int) -> str:
    text = unicodedata.normalize("NFC", _text(name, row, field, number)).strip()
    if not text:
        raise BadFile("{file}, row {row}: “{field}” is empty.", file=name, row=number, field=field)
    return text


def _text(name: str, row: Mapping[str, Any], field: str, number: int) -> str:
    value = row.get(field)
    if value is not None and not isinstance(value, str):
        raise BadFile("{file}, row {row}: “{field}” must be a text.", file=name, row=number, field=field)
    return plain(value or "")


def _position(name: str, row: Mapping[str, Any], field: str, number: int) -> int:
    value = row.get(field)
    digits = str(value).strip() if isinstance(value, str | int) else ""
    if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_DIGITS):
        raise BadFile(
            "{file}, row {row}: “{field}” must be a whole number from 0, counting characters of the text; it is “{value}”.",
            file=name,
            row=number,
            field=field,
            value=str(value)[:40],
        )
    return int(digits)
