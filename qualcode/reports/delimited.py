"""CSV: UTF-8 with a byte order mark, so that Excel reads æ, ø and å; commas; no cell that would run as a formula."""

import csv
from io import StringIO

from qualcode.i18n import translator
from qualcode.model.cells import defuse
from qualcode.model.tables import Provenance
from qualcode.reports.grids import Grid
from qualcode.reports.text import legal, withheld_told


def write(grid: Grid, provenance: Provenance, language: str) -> bytes:
    """The grid, head first, and nothing else: where it comes from has no place in a table meant for programs.

    Only what was left out of it is told, in a last row: nobody should take a part for the whole.
    """
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow([defuse(legal(head)) for head in grid.head])
    writer.writerows(
        [cell if isinstance(cell, int) else defuse(legal(cell)) for cell in row] for row in grid.rows
    )
    _ = translator(language)
    if told := withheld_told(_, provenance.withheld):
        writer.writerow([f"{_('Left out')}: {told}", *("" for _ in grid.head[1:])])
    return out.getvalue().encode("utf-8-sig")
