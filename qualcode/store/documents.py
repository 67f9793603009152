"""Documents and their attributes, read."""

from collections.abc import Mapping

from sqlalchemy import ColumnElement, Connection, func, select

from qualcode.errors import NotFound
from qualcode.language.collation import sort_key
from qualcode.model.tree import same_name
from qualcode.model.values import Document
from qualcode.store.schema import CONTENTS, attribute, coding, document
from qualcode.store.transaction import Row


def all_(connection: Connection) -> tuple[Document, ...]:
    """Every document, in the order in which they came in."""
    return _documents(connection, None)


def named(connection: Connection, name_or_id: str) -> Document | None:
    """The document of that id or name; upper and lower case are one."""
    wanted = (document.c.id == name_or_id) | (document.c.name_key == same_name(name_or_id))
    found = _documents(connection, wanted)
    return found[0] if found else None


def _documents(connection: Connection, wanted: ColumnElement[bool] | None) -> tuple[Document, ...]:
    query = select(document).order_by(document.c.position, document.c.name_key)
    counts = select(coding.c.document_id, func.count()).group_by(coding.c.document_id)
    values = select(attribute.c.document_id, attribute.c.name, attribute.c.value)
    if wanted is not None:
        chosen = select(document.c.id).where(wanted)
        query = query.where(wanted)
        counts = counts.where(coding.c.document_id.in_(chosen))
        values = values.where(attribute.c.document_id.in_(chosen))
    counted = dict(connection.execute(counts).tuples().all())
    attributes: dict[str, dict[str, str]] = {}
    for id_, name, value in sorted(connection.execute(values).tuples(), key=lambda row: sort_key(row[1])):
        attributes.setdefault(id_, {})[name] = value
    return tuple(
        _document(dict(row), attributes.get(row["id"], {}), counted.get(row["id"], 0))
        for row in connection.execute(query).mappings()
    )


def _document(row: Row, attributes: Mapping[str, str], codings: int) -> Document:
    return Document(
        id=row["id"],
        name=row["name"],
        format=row["format"],
        language=row["language"],
        characters=row["characters"],
        sha=row["text_sha"],
        attributes=attributes,
        codings=codings,
    )


def attribute_rows(connection: Connection, document_id: str) -> dict[str, Row]:
    """A document's attribute rows, by name."""
    query = select(attribute).where(attribute.c.document_id == document_id)
    return {row["name"]: dict(row) for row in connection.execute(query).mappings()}


def next_position(connection: Connection) -> int:
    """Where a new document goes: last."""
    return int(connection.execute(select(func.coalesce(func.max(document.c.position), 0))).scalar_one()) + 1


def contents(connection: Connection, document_id: str) -> Row:
    """The hashes of a document's source, text and all that belongs to it. Raises `NotFound` when it is gone."""
    query = select(*(document.c[name] for name in CONTENTS)).where(document.c.id == document_id)
    found = connection.execute(query).mappings().first()
    if found is None:
        raise NotFound("The document is gone; somebody may have removed it.")
    return dict(found)
