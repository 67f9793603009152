"""What people say in writing: memos about anything, comments on codings, links between codings."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, or_, select

from qualcode.errors import Conflict
from qualcode.model.values import Comment, Link
from qualcode.store.codings import IN_ONE_QUESTION
from qualcode.store.schema import case, code, coder, coding, coding_link, comment, document, memo, project
from qualcode.store.transaction import Row

THINGS = {
    "project": project.c.id,
    "document": document.c.id,
    "segment": document.c.id,
    "code": code.c.id,
    "case": case.c.id,
    "coding": coding.c.id,
}
"""What a memo can be about, and where the ids of such things stand; a segment goes by the id of its document."""


def rows(
    connection: Connection,
    *,
    about: str | None = None,
    ids: Sequence[str] | None = None,
    one: str | None = None,
) -> list[Row]:
    """Memo rows, newest first: all, those about one kind of thing, those about things of these ids, or the `one` of its id."""
    query = select(memo).order_by(memo.c.at.desc(), memo.c.id)
    if one is not None:
        query = query.where(memo.c.id == one)
    if about is not None:
        query = query.where(memo.c.about == about)
    if ids is None:
        return [dict(row) for row in connection.execute(query).mappings()]
    found: list[Row] = []
    for at in range(0, len(ids), IN_ONE_QUESTION):
        some = query.where(memo.c.about_id.in_(ids[at : at + IN_ONE_QUESTION]))
        found += [dict(row) for row in connection.execute(some).mappings()]
    return found


def comment_rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """The comments on these codings, oldest first."""
    query = select(comment).order_by(comment.c.at, comment.c.id)
    return _of_codings(connection, query, ids, comment.c.coding_id)


def comments(connection: Connection, coding_id: str) -> tuple[Comment, ...]:
    """The comments on one coding, with the names of those who wrote them."""
    names = _names(connection)
    return tuple(comment_value(row, names) for row in comment_rows(connection, [coding_id]))


def comment_value(row: Row, names: dict[str, str]) -> Comment:
    """A row as a value."""
    at = datetime.fromisoformat(row["at"])
    return Comment(row["id"], row["coding_id"], row["coder_id"], names[row["coder_id"]], row["text"], at)


def link_rows(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """The links from and to these codings, oldest first."""
    query = select(coding_link).order_by(coding_link.c.at, coding_link.c.id)
    return _of_codings(connection, query, ids, coding_link.c.from_id, coding_link.c.to_id)


def _of_codings(
    connection: Connection, query: Select[Any], ids: Sequence[str], *columns: ColumnElement[str]
) -> list[Row]:
    """The rows that name any of these codings in any of the columns, each once."""
    found: dict[str, Row] = {}
    for at in range(0, len(ids), IN_ONE_QUESTION):
        some = ids[at : at + IN_ONE_QUESTION]
        rows = connection.execute(query.where(or_(*(column.in_(some) for column in columns))))
        found |= {row["id"]: dict(row) for row in rows.mappings()}
    return list(found.values())


def same_link(connection: Connection, row: Row) -> Row | None:
    """The link between the same two codings, in the same direction and of the same kind."""
    keys = (coding_link.c[key] == row[key] for key in ("from_id", "to_id", "kind"))
    found = connection.execute(select(coding_link).where(*keys)).mappings().first()
    return dict(found) if found else None


def links(connection: Connection, coding_id: str) -> tuple[Link, ...]:
    """The links from and to a coding, with the names of those who made them."""
    names = _names(connection)
    return tuple(link_value(row, names) for row in link_rows(connection, [coding_id]))


def link_value(row: Row, names: dict[str, str]) -> Link:
    """A row as a value."""
    at, by = datetime.fromisoformat(row["at"]), row["coder_id"]
    return Link(row["id"], row["from_id"], row["to_id"], row["kind"], by, names[by], at)


def refuse_lost(connection: Connection, changes: Iterable[Row]) -> None:
    """Raises `Conflict` when, after these changes, a memo would be about a thing that is gone.

    References guard all else; what a memo is about stands in one of many tables, which no reference can.
    """
    last = {(row["kind"], row["row_id"]): row["after"] for row in changes}
    for kind in THINGS:
        gone = [id_ for (of, id_), after in last.items() if of == kind and not after]
        if gone and rows(connection, about=kind, ids=gone):
            raise _lost()
    written = [json.loads(after) for (kind, _), after in last.items() if kind == "memo" and after]
    for kind, ids in THINGS.items():
        wanted = list(dict.fromkeys(row["about_id"] for row in written if row["about"] == kind))
        for at in range(0, len(wanted), IN_ONE_QUESTION):
            some = wanted[at : at + IN_ONE_QUESTION]
            if len(connection.execute(select(ids).where(ids.in_(some))).all()) < len(some):
                raise _lost()


def _lost() -> Conflict:
    return Conflict(
        "The change does not fit what somebody else has changed meanwhile; nothing was stored. Reload and try again."
    )


def _names(connection: Connection) -> dict[str, str]:
    return dict(connection.execute(select(coder.c.id, coder.c.name)).tuples().all())
