"""A row of a table, and the heads that name its columns."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number as a spreadsheet shows it (the first is 1)."""

    number: int
    cells: tuple[str, ...]

    def cell(self, column: int | None) -> str:
        """The text of a column; empty when the table has no such column or the row ends before it."""
        return self.cells[column] if column is not None and column < len(self.cells) else ""


def head(cell: str) -> str:
    """A head as it is compared: one case, one kind of space."""
    folded = unicodedata.normalize("NFC", cell).casefold().replace("_", " ").replace("-", " ")
    return " ".join(folded.split())
