"""Cases, their values and ties, and the types of attributes, read."""

import json
from typing import Any, cast

from sqlalchemy import Connection, Select, func, select, union

from qualcode.language.collation import sort_key
from qualcode.model.tree import same_name
from qualcode.model.values import AttributeType, Case, CaseKind, Tie
from qualcode.store.schema import attribute, attribute_type, case, case_value, document, tie
from qualcode.store.transaction import Row


def all_(connection: Connection) -> tuple[Case, ...]:
    """Every case, in the order in which they came in, with its values by name."""
    return _cases(connection, None)


def one(connection: Connection, name_or_id: str) -> Case | None:
    """The case of that id or name; upper and lower case are one."""
    row = named(connection, name_or_id)
    return next(iter(_cases(connection, row["id"])), None) if row else None


def _cases(connection: Connection, id_: str | None) -> tuple[Case, ...]:
    query = select(case).order_by(case.c.position, case.c.name_key)
    values = select(case_value.c.case_id, case_value.c.name, case_value.c.value)
    tied = select(tie.c.case_id, tie.c.document_id).join(document, document.c.id == tie.c.document_id)
    tied = tied.order_by(document.c.position, document.c.id)
    if id_ is not None:
        query, tied = query.where(case.c.id == id_), tied.where(tie.c.case_id == id_)
        values = values.where(case_value.c.case_id == id_)
    said: dict[str, dict[str, str]] = {}
    for owner, name, value in sorted(connection.execute(values).tuples(), key=lambda row: sort_key(row[1])):
        said.setdefault(owner, {})[name] = value
    documents: dict[str, dict[str, None]] = {}
    for owner, document_id in connection.execute(tied).tuples():
        documents.setdefault(owner, {})[document_id] = None
    found = connection.execute(query.with_only_columns(case.c.id, case.c.name, case.c.kind)).tuples()
    return tuple(
        Case(id_, name, cast(CaseKind, kind), said.get(id_, {}), tuple(documents.get(id_, ())))
        for id_, name, kind in found
    )


def named(connection: Connection, name_or_id: str) -> Row | None:
    """The row of the case of that id or name; upper and lower case are one."""
    key = same_name(name_or_id)
    query = select(case).where((case.c.id == name_or_id) | (case.c.name_key == key))
    found = connection.execute(query).mappings().all()
    return dict(max(found, key=lambda row: row["id"] == name_or_id)) if found else None


def next_position(connection: Connection) -> int:
    """Where a new case goes: last."""
    return int(connection.execute(select(func.coalesce(func.max(case.c.position), 0))).scalar_one()) + 1


def ties(connection: Connection, document_id: str | None = None) -> tuple[Tie, ...]:
    """The ties of one document or of all: by document, then whole documents before speakers, then by case."""
    query = _ties()
    if document_id is not None:
        query = query.where(tie.c.document_id == document_id)
    found = connection.execute(query).all()
    ordered = sorted(found, key=lambda row: (row.place, row.document_id, sort_key(row.speaker), row.rank))
    return tuple(Tie(row.case_id, row.case, row.document_id, row.document, row.speaker) for row in ordered)


def _ties() -> Select[Any]:
    columns = (tie.c.case_id, case.c.name.label("case"), tie.c.document_id)
    more = (document.c.name.label("document"), tie.c.speaker)
    order = (document.c.position.label("place"), case.c.position.label("rank"))
    query = select(*columns, *more, *order).join(case, case.c.id == tie.c.case_id)
    return query.join(document, document.c.id == tie.c.document_id)


def tie_rows(
    connection: Connection, *, case_id: str | None = None, document_id: str | None = None
) -> list[Row]:
    """Whole rows of the ties of a case, of a document, or of the two with each other."""
    query = select(tie).order_by(tie.c.document_id, tie.c.speaker, tie.c.id)
    if case_id is not None:
        query = query.where(tie.c.case_id == case_id)
    if document_id is not None:
        query = query.where(tie.c.document_id == document_id)
    return [dict(row) for row in connection.execute(query).mappings()]


def value_rows(connection: Connection, case_id: str) -> dict[str, Row]:
    """A case's value rows, by name."""
    query = select(case_value).where(case_value.c.case_id == case_id)
    return {row["name"]: dict(row) for row in connection.execute(query).mappings()}


def names(connection: Connection, *, of_cases: bool = True) -> tuple[str, ...]:
    """Every attribute that some document has, or some case, in alphabetical order."""
    own = select(attribute.c.name).distinct()
    query = union(own, select(case_value.c.name)) if of_cases else own
    return tuple(sorted(connection.execute(query).scalars(), key=sort_key))


def types(connection: Connection) -> tuple[AttributeType, ...]:
    """The types that people have set, by name."""
    found = connection.execute(select(attribute_type)).mappings()
    made = (AttributeType(row["name"], row["type"], tuple(json.loads(row["choices"]))) for row in found)
    return tuple(sorted(made, key=lambda each: sort_key(each.name)))


def type_row(connection: Connection, name: str) -> Row | None:
    """The row of an attribute's type; upper and lower case are one."""
    query = select(attribute_type).where(attribute_type.c.name_key == same_name(name))
    found = connection.execute(query).mappings().first()
    return dict(found) if found else None


def written(connection: Connection, name: str) -> list[tuple[str, str, Row]]:
    """`(kind of row, whose it is, row)` of every value of an attribute, of documents and then of cases."""
    key, found = same_name(name), []
    owners = {"attribute": (attribute, document), "case_value": (case_value, case)}
    for kind, (table, owner) in owners.items():
        query = select(table, owner.c.name.label("owner")).join(owner).order_by(owner.c.position, table.c.id)
        for row in connection.execute(query).mappings():
            if same_name(row["name"]) == key:
                found.append((kind, str(row["owner"]), {k: v for k, v in row.items() if k != "owner"}))
    return found
