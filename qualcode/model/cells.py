"""Table cells that spreadsheets would run as formulas, made harmless, and back again.

After the OWASP advice on CSV injection: a cell that begins with `=`, `+`, `-`, `@`, tab or carriage return is given
a leading apostrophe. Cells that already begin with apostrophes before such a sign get one more, so that
`revive(defuse(cell)) == cell` for every text.
"""

import re

_RISKY = re.compile(r"'*[=+\-@\t\r＝＋－＠]")


def defuse(cell: str) -> str:
    """`cell` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def revive(cell: str) -> str:
    """The text that `defuse` was given."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
