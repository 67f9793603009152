"""Which kind of table a .csv or .xlsx file is, by its columns.

A table with a column `case` and one for the kind, the document or the speaker holds cases. One with a column
`document` whose cells name documents describes them. Every other table holds answers to a survey.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice

from qualcode.formats import attributes, cases, table
from qualcode.formats.rows import Row, head
from qualcode.model.bundle import TableKind
from qualcode.model.tree import same_name

_FILE_NAME = re.compile(r".*\w\.[a-z][a-z0-9]{1,4}", re.IGNORECASE)
_ENOUGH = 500
"""So many rows tell what a table is."""


def kind(name: str, data: bytes, documents: Iterable[str]) -> TableKind:
    """See `qualcode.formats.table_kind`."""
    known = [
        *attributes.DOCUMENT,
        *(head for field, others in cases.HEADS.items() for head in (field, *others)),
    ]
    header, below = table.read_table(name, data, known)
    return judged(header, islice(below, _ENOUGH), _short(documents))


def judged(header: Row, below: Iterable[Row], documents: Collection[str]) -> TableKind:
    """The same for a table that is taken apart; `documents` are names as they are compared."""
    heads = [head(cell) for cell in header.cells]
    if _of_cases(heads):
        return "cases"
    cells = list(_cells(heads, below))
    named = any(same_name(cell) in documents for cell in cells)
    like_files = sum(bool(_FILE_NAME.fullmatch(cell)) for cell in cells)
    return "attributes" if named or 2 * like_files > len(cells) else "survey"


def _of_cases(heads: Sequence[str]) -> bool:
    """Whoever says `navn` or `informant` may mean an attribute of a document, or a respondent."""

    def has(*fields: str) -> bool:
        return any(name in heads for field in fields for name in (field, *cases.HEADS[field]))

    own = "case" in heads and has("kind", "document", "speaker")
    return own or (has("case") and has("kind", "speaker") and has("document"))


def _cells(heads: Sequence[str], below: Iterable[Row]) -> Iterator[str]:
    column = next((number for number, each in enumerate(heads) if each in attributes.DOCUMENT), None)
    return (cell for row in below if (cell := row.cell(column).strip()))


def _short(documents: Iterable[str]) -> frozenset[str]:
    """Names with and without their endings, as they are compared."""
    names = list(documents)
    return frozenset(map(same_name, [*names, *(name.rpartition(".")[0] or name for name in names)]))
