"""Attributes: what is known of a document's informant, site, wave."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

from qualcode.errors import BadFile, NotFound, Refused
from qualcode.i18n import N_
from qualcode.model.tree import same_name
from qualcode.model.values import Document
from qualcode.project.attributes import Names, write
from qualcode.project.importing import row_of
from qualcode.store import documents as document_rows
from qualcode.store.transaction import Transaction

if TYPE_CHECKING:
    from qualcode.project.project import Project


def set_attributes(project: "Project", document: Document, values: Mapping[str, str]) -> Document:
    """See `Documents.set_attributes`."""
    what = N_("Described {document}")
    with project.store.writing(project.coder.id, "documents.describe", what, document=document.name) as act:
        row_of(act, document)
        _set(act, document.id, document.name, values, Names(act))
    return project.documents.get(document.id)


def _set(act: Transaction, document_id: str, where: str, values: Mapping[str, str], names: Names) -> None:
    there = document_rows.attribute_rows(act.connection, document_id)
    spelled = {names.spelled(given): value for given, value in values.items()}
    wanted = {name: names.fitting(name, value, where) for name, value in spelled.items()}
    write(act, "attribute", {"document_id": document_id}, there, wanted)


def import_attributes(
    project: "Project", file_name: str, data: bytes
) -> tuple[tuple[str, Mapping[str, object]], ...]:
    """See `Documents.import_attributes`."""
    from qualcode import formats

    rows = formats.read_attributes(file_name, data)
    known = by_name(project.documents.all())
    unknown: list[tuple[str, Mapping[str, object]]] = []
    what = N_("Imported attributes from “{source}”")
    with project.store.writing(
        project.coder.id, "documents.import_attributes", what, source=file_name
    ) as act:
        names = Names(act)
        for row in rows:
            document_id = known.get(same_name(row.document))
            if document_id is None:
                values = {"row": row.row, "name": row.document}
                unknown.append((N_("Row {row}: the project has no document called “{name}”."), values))
            else:
                with in_row(file_name, row.row):
                    _set(act, document_id, row.document, row.values, names)
    if rows and len(unknown) == len(rows):
        raise NotFound(
            "{file}: no row names a document of the project. The column “document” must hold the documents' names, "
            "for instance “{example}”.",
            file=file_name,
            example=next((document.name for document in project.documents.all()), "Intervju 1.txt"),
        )
    return tuple(unknown)


def by_name(documents: tuple[Document, ...]) -> dict[str, str]:
    """Documents by name, and by name without its ending where that is not ambiguous."""
    stems: dict[str, list[str]] = {}
    for document in documents:
        stems.setdefault(same_name(document.name.rpartition(".")[0] or document.name), []).append(document.id)
    short = {stem: ids[0] for stem, ids in stems.items() if len(ids) == 1}
    return short | {same_name(document.name): document.id for document in documents}


@contextmanager
def in_row(file_name: str, row: int | None) -> Iterator[None]:
    """Says in which row of a table stands what the project refuses."""
    try:
        yield
    except Refused as error:
        raise BadFile(
            "{file}, row {row}: {error} Nothing was imported.", file=file_name, row=row or "?", error=error
        ) from error
