"""Attributes: what is known of a document's informant, site, wave."""

import uuid
from collections.abc import Mapping
from typing import TYPE_CHECKING

from qualcode.errors import NotFound, Refused
from qualcode.i18n import N_
from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import Document
from qualcode.project.importing import row_of
from qualcode.store import documents as document_rows
from qualcode.store.transaction import Transaction

if TYPE_CHECKING:
    from qualcode.project.project import Project

RESERVED = ("code", "coder", "document", "speaker", "memo")
"""Names that filters use for something else."""


def set_attributes(project: "Project", document: Document, values: Mapping[str, str]) -> Document:
    """See `Documents.set_attributes`."""
    what = N_("Described {document}")
    with project.store.writing(project.coder.id, "documents.describe", what, document=document.name) as act:
        row_of(act, document)
        _set(act, document.id, values, _spelling(document_rows.attribute_names(act.connection)))
    return project.documents.get(document.id)


def _spelling(names: tuple[str, ...]) -> dict[str, str]:
    """The project's own spelling of each attribute; upper and lower case are one."""
    return {same_name(name): name for name in names}


def _set(act: Transaction, document_id: str, values: Mapping[str, str], spelling: dict[str, str]) -> None:
    there = document_rows.attribute_rows(act.connection, document_id)
    wanted: dict[str, str] = {}
    for given, value in values.items():
        name = spelling.setdefault(same_name(given), clean_name(given))
        if not name or same_name(name) in RESERVED:
            raise Refused("An attribute cannot be called “{name}”; choose another name.", name=given)
        wanted[name] = clean_name(value)
    for name, text in wanted.items():
        if name in there and not text:
            act.delete("attribute", there[name])
        elif name in there:
            act.update("attribute", there[name], value=text)
        elif text:
            row = {"id": str(uuid.uuid4()), "document_id": document_id, "name": name, "value": text}
            act.insert("attribute", row)


def import_attributes(
    project: "Project", file_name: str, data: bytes
) -> tuple[tuple[str, Mapping[str, object]], ...]:
    """See `Documents.import_attributes`."""
    from qualcode import formats

    rows = formats.read_attributes(file_name, data)
    known = _known(project.documents.all())
    unknown: list[tuple[str, Mapping[str, object]]] = []
    what = N_("Imported attributes from “{source}”")
    with project.store.writing(
        project.coder.id, "documents.import_attributes", what, source=file_name
    ) as act:
        spelling = _spelling(document_rows.attribute_names(act.connection))
        for row in rows:
            document_id = known.get(same_name(row.document))
            if document_id is None:
                values = {"row": row.row, "name": row.document}
                unknown.append((N_("Row {row}: the project has no document called “{name}”."), values))
            else:
                _set(act, document_id, row.values, spelling)
    if rows and len(unknown) == len(rows):
        raise NotFound(
            "{file}: no row names a document of the project. The column “document” must hold the documents' names, "
            "for instance “{example}”.",
            file=file_name,
            example=next((document.name for document in project.documents.all()), "Intervju 1.txt"),
        )
    return tuple(unknown)


def _known(documents: tuple[Document, ...]) -> dict[str, str]:
    """Documents by name, and by name without its ending where that is not ambiguous."""
    stems: dict[str, list[str]] = {}
    for document in documents:
        stems.setdefault(same_name(document.name.rpartition(".")[0] or document.name), []).append(document.id)
    short = {stem: ids[0] for stem, ids in stems.items() if len(ids) == 1}
    return short | {same_name(document.name): document.id for document in documents}
