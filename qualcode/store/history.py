"""The journal read back: what was done, what can be undone, and how.

Undo never deletes: it appends a verb that puts the images back, and refuses when somebody has changed the same rows since.
"""

import json
from collections.abc import Callable, Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, and_, exists, func, select

from qualcode.errors import Conflict
from qualcode.model.values import Entry
from qualcode.store.schema import change, coder, journal
from qualcode.store.transaction import Row, Transaction

Find = Callable[[Connection, str], int | None]
"""From a coder's id to the revision that they may undo or redo."""
ActOn = Callable[[Transaction, int], None]
_CHANGED_SINCE = (
    "This cannot be undone or redone: the same thing was changed later, in revision {revision} by {coder}. "
    "Theirs stands; look at the journal."
)


def entries(
    connection: Connection, *, limit: int | None = None, before: int | None = None
) -> tuple[Entry, ...]:
    """Journal rows, newest first; only those older than revision `before` when given."""
    query = _entries().order_by(journal.c.revision.desc()).limit(limit)
    if before is not None:
        query = query.where(journal.c.revision < before)
    return tuple(map(_entry, connection.execute(query).mappings()))


def entry(connection: Connection, revision: int) -> Entry | None:
    """The journal row of one revision."""
    found = connection.execute(_entries().where(journal.c.revision == revision)).mappings().first()
    return _entry(found) if found else None


def by_uid(connection: Connection, uid: str) -> Entry | None:
    """The journal row of the verb that a client named `uid`."""
    found = connection.execute(_entries().where(journal.c.uid == uid)).mappings().first()
    return _entry(found) if found else None


def touched(connection: Connection, kinds: Collection[str], since: int) -> bool:
    """Whether any row of these kinds has changed after the revision `since`."""
    query = select(change.c.revision).where(change.c.revision > since, change.c.kind.in_(kinds))
    return connection.execute(query.limit(1)).first() is not None


def undoable(connection: Connection, coder_id: str) -> int | None:
    """The latest revision of this coder's that stands; None when there is none."""
    query = select(func.max(journal.c.revision)).where(
        journal.c.coder_id == coder_id, journal.c.kind == "do", ~_undone(journal.c.revision)
    )
    return connection.execute(query).scalar()


def redoable(connection: Connection, coder_id: str) -> int | None:
    """What this coder undid last, when they have done nothing new since; None otherwise."""
    newest = select(func.max(journal.c.revision)).where(
        journal.c.coder_id == coder_id, journal.c.kind == "do"
    )
    done = connection.execute(newest).scalar() or 0
    query = (
        select(journal.c.target)
        .where(
            journal.c.coder_id == coder_id,
            journal.c.kind == "undo",
            journal.c.revision > done,
            ~_followed_by("redo", journal.c.target, journal.c.revision),
        )
        .order_by(journal.c.revision.desc())
        .limit(1)
    )
    return connection.execute(query).scalar()


def _followed_by(kind: str, target: Any, after: Any) -> ColumnElement[bool]:
    later = journal.alias()
    return exists().where(and_(later.c.kind == kind, later.c.target == target, later.c.revision > after))


def _undone(revision: Any) -> ColumnElement[bool]:
    undo = journal.alias()
    redo = journal.alias()
    redone = exists().where(
        and_(redo.c.kind == "redo", redo.c.target == undo.c.target, redo.c.revision > undo.c.revision)
    )
    return exists().where(and_(undo.c.kind == "undo", undo.c.target == revision, ~redone))


def reverse(transaction: Transaction, revision: int) -> None:
    """Puts back what `revision` changed. Raises `Conflict` when a row is no longer as that revision left it."""
    changes = changes_of(transaction.connection, revision)
    _refuse_coded_since(transaction, changes, revision)
    for row in reversed(changes):
        _put(transaction, row, row["after"], row["before"])


def repeat(transaction: Transaction, revision: int) -> None:
    """Does again what `revision` did. Raises `Conflict` when a row is no longer as that revision found it."""
    changes = changes_of(transaction.connection, revision)
    _refuse_coded_since(transaction, changes, revision)
    for row in changes:
        _put(transaction, row, row["before"], row["after"])


def _put(transaction: Transaction, row: Row, expected: str | None, wished: str | None) -> None:
    stands = transaction.row(row["kind"], row["row_id"])
    if stands != (json.loads(expected) if expected else None):
        raise _conflict(transaction.connection, row)
    transaction.put(row["kind"], stands, json.loads(wished) if wished else None)


def _refuse_coded_since(transaction: Transaction, changes: list[Row], revision: int) -> None:
    """Raises `Conflict` when somebody has coded, since, a text that would now become another: the words would not be theirs.

    The same is true of memos about its segments.
    """
    texts = [
        row["row_id"]
        for row in changes
        if row["kind"] == "document" and _text(row, "before") != _text(row, "after")
    ]
    if not texts:
        return
    acts = select(func.max(journal.c.revision)).where(
        (journal.c.revision == revision) | (journal.c.target == revision)
    )
    query = select(change).where(
        change.c.kind.in_(("coding", "memo")),
        change.c.document_id.in_(texts),
        change.c.revision > acts.scalar_subquery(),
    )
    query = query.order_by(change.c.revision, change.c.number)
    known = {row["row_id"] for row in changes}
    for found in transaction.connection.execute(query).mappings().all():
        row = dict(found)
        if row["row_id"] not in known and _elsewhere(row, transaction.row(row["kind"], row["row_id"])):
            raise _conflict(transaction.connection, row)
        known.add(row["row_id"])


def _text(row: Row, side: str) -> str | None:
    return json.loads(row[side])["text_sha"] if row["before"] and row["after"] else None


def _elsewhere(row: Row, stands: Row | None) -> bool:
    """Whether a coding or a memo stands, and not where it stood before the change `row` of it."""
    before = json.loads(row["before"]) if row["before"] else {}
    return stands is not None and any(stands[name] != before.get(name) for name in ("start", "end"))


def _conflict(connection: Connection, row: Row) -> Conflict:
    latest = select(func.max(change.c.revision)).where(change.c.row_id == row["row_id"])
    by = entry(connection, connection.execute(latest).scalar_one())
    return Conflict(_CHANGED_SINCE, revision=by.revision if by else "?", coder=by.coder if by else "?")


def changes_of(connection: Connection, revision: int) -> list[Row]:
    """The row images of one revision, in the order in which they were made."""
    query = select(change).where(change.c.revision == revision).order_by(change.c.number)
    return [dict(row) for row in connection.execute(query).mappings()]


def changes_after(connection: Connection, revision: int) -> Iterable[Row]:
    """All row images later than `revision`, latest first."""
    query = select(change).where(change.c.revision > revision)
    query = query.order_by(change.c.revision.desc(), change.c.number.desc())
    for row in connection.execute(query).mappings():
        yield dict(row)


def _entries() -> Select[Any]:
    return select(journal, coder.c.name).join(coder, coder.c.id == journal.c.coder_id)


def _entry(values: RowMapping) -> Entry:
    return Entry(
        revision=values["revision"],
        verb=values["verb"],
        coder=values["name"],
        at=datetime.fromisoformat(values["at"]),
        what=values["what"],
        kind=values["kind"],
        target=values["target"],
        details=json.loads(values["details"]),
    )
