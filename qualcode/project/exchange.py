"""Codings in from files and out to files."""

from typing import TYPE_CHECKING

from qualcode.errors import BadFile, QualcodeError
from qualcode.i18n import N_
from qualcode.model.bundle import CodingRow
from qualcode.project import excerpting

if TYPE_CHECKING:
    from qualcode.project.project import Project


def import_codings(project: "Project", name: str, data: bytes) -> int:
    """See `Codings.import_file`."""
    from qualcode import formats

    rows = formats.read_codings(name, data)
    documents: dict[str, str] = {}
    codes: dict[str, str] = {}
    what = N_("Imported codings from “{source}”")
    with project.store.writing(project.coder.id, "codings.import", what, source=name):
        before = project.codings.count()
        for row in rows:
            try:
                _apply(project, row, documents, codes)
            except QualcodeError as error:
                raise BadFile(
                    "{file}, row {row}: {error} Nothing was imported.",
                    file=name,
                    row=row.row or "?",
                    error=error,
                ) from error
        return project.codings.count() - before


def _apply(project: "Project", row: CodingRow, documents: dict[str, str], codes: dict[str, str]) -> None:
    if row.document not in documents:
        documents[row.document] = project.documents.get(row.document).id
    if row.code not in codes:
        codes[row.code] = project.codebook.get(row.code).id
    worker = project.as_coder(row.coder) if row.coder else project
    desk = worker.codings
    made = desk.apply(documents[row.document], codes[row.code], row.start, row.end, memo=row.memo)
    if row.weight:
        desk.set_weight(made.id, row.weight)
    if row.starred:
        desk.star(made.id)
    if row.condensation.strip():
        desk.condense(made.id, row.condensation)


def export_codings(project: "Project", ending: str, chosen: excerpting.Filter) -> bytes:
    """See `Codings.export`."""
    from qualcode import formats

    rows = [
        CodingRow(
            each.document,
            each.code,
            each.start,
            each.end,
            each.coder,
            each.memo,
            weight=each.weight,
            starred=each.starred,
            condensation=each.condensation,
        )
        for each in excerpting.excerpts(project, chosen)
    ]
    return formats.write_codings(rows, ending)
