"""Tables as rows of text cells, whichever file they came from, and the heads that name their columns."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualcode.errors import BadFile, TooLarge
from qualcode.formats.limits import MAX_COLUMNS, MAX_TABLE_BYTES, check_size
from qualcode.formats.rows import Row, head
from qualcode.formats.sniff import check_office, check_text, ending


def read_table(
    name: str, data: bytes, known: Iterable[str], largest: int = MAX_TABLE_BYTES
) -> tuple[Row, Iterator[Row]]:
    """The row of heads and the rows below it that hold anything, of a .csv or .xlsx file.

    `known` are heads that tell which sign parts the columns of a .csv file.
    """
    check_size(name, data, largest)
    if ending(name) == ".xlsx":
        from qualcode.formats import excel

        check_office(name, data, "xlsx")
        rows = excel.read(name, data)
    else:
        from qualcode.formats import delimited

        check_text(name, data)
        rows = delimited.read(name, data, known)
    filled = (row for row in rows if any(cell.strip() for cell in row.cells))
    header = next(filled, None)
    if header is None:
        raise BadFile("{file} is empty: it needs a first row with the names of its columns.", file=name)
    if len(header.cells) > MAX_COLUMNS:
        raise TooLarge(
            "{file} has {columns} columns; at most {limit} can be read. Leave out those you do not need.",
            file=name,
            columns=len(header.cells),
            limit=MAX_COLUMNS,
        )
    return header, filled


def columns(name: str, header: Row, heads: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Which column holds which field. `heads` lists the names each field goes by; unknown columns are left alone."""
    fields = {head(alias): field for field, aliases in heads.items() for alias in aliases}
    found: dict[str, int] = {}
    for column, cell in enumerate(header.cells):
        field = fields.get(head(cell))
        if field in found:
            raise BadFile(
                "{file}, row {row}: two columns mean the same, “{first}” and “{second}”. Keep one of them.",
                file=name,
                row=header.number,
                first=header.cells[found[field]],
                second=cell,
            )
        if field:
            found[field] = column
    return found


def limited(name: str, rows: Iterator[Row], most: int) -> Iterator[Row]:
    """The rows, refused when there are more than `most`."""
    for count, row in enumerate(rows, 1):
        if count > most:
            raise TooLarge(
                "{file} has more than {limit} rows. Divide it into smaller files.",
                file=name,
                limit=most,
            )
        yield row
