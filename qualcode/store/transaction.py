"""One verb: rows change, and each change leaves its image before and after.

A `Transaction` is handed to the verb by `Store.writing`; when the verb ends without an error, everything it did and
its journal row are committed together, or nothing is.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Connection, bindparam, insert, select, update

from qualcode.errors import QualcodeError
from qualcode.store.failures import unstorable
from qualcode.store.schema import JOURNALED, change, head, journal

Row = dict[str, Any]
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
# Questions that every coding asks are put together once: that takes longer than answering them.
_BY_ID = {name: select(table).where(table.c.id == bindparam("row_id")) for name, table in JOURNALED.items()}
_LATEST = select(head.c.revision).with_for_update()
_ADVANCE = update(head).values(revision=bindparam("latest"))
_ADD = {name: insert(table) for name, table in JOURNALED.items()}
_ADD_JOURNAL, _ADD_CHANGE = insert(journal), insert(change)


def now() -> str:
    """This moment as the store keeps it."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


@dataclass(slots=True)
class Act:
    """What the journal will say of a transaction."""

    verb: str
    what: str
    details: Mapping[str, Any] = field(default_factory=dict)
    kind: Literal["do", "undo", "redo"] = "do"
    target: int | None = None
    uid: str | None = None


class Transaction:
    """Insert, update and delete by id, remembered for the journal.

    `revision` is the number this verb will have if it changes anything. `repeated` is True when a verb with the same
    client-made `uid` was committed before: then there is nothing to do.
    """

    def __init__(self, connection: Connection, act: Act, coder_id: str) -> None:
        self.connection = connection
        self.act = act
        self.coder_id = coder_id
        self.repeated = False
        self.at = now()
        self.revision = self._lock() + 1
        self._changes: list[Row] = []

    @property
    def changed(self) -> bool:
        """Whether anything has changed so far."""
        return bool(self._changes)

    @property
    def changes(self) -> Sequence[Row]:
        """The images of what has changed so far."""
        return self._changes

    def _lock(self) -> int:
        """The revision so far; on PostgreSQL this makes other verbs wait, so that numbers commit in order."""
        return int(self.connection.execute(_LATEST).scalar_one())

    def say(self, verb: str, **details: Any) -> None:
        """Tells the journal what `verb` found out on its way; a verb that runs within another stays silent."""
        if self.act.verb == verb:
            self.act.details = {**self.act.details, **details}

    def speaks(self, verb: str, what: str, details: Mapping[str, Any]) -> None:
        """Lets the first verb within a group that was given no words of its own say what the group is."""
        if not self.act.what:
            self.act.verb, self.act.what, self.act.details = verb, what, details

    def row(self, kind: str, row_id: str) -> Row | None:
        """The row as it stands now, this transaction's own changes included."""
        found = self.connection.execute(_BY_ID[kind], {"row_id": row_id}).mappings().first()
        return dict(found) if found else None

    def insert(self, kind: str, *rows: Row) -> None:
        """Adds rows in one statement."""
        if any(map(_broken, rows)):
            raise unstorable()
        if rows:
            self.connection.execute(_ADD[kind], list(rows))
        for row in rows:
            self._note(kind, None, row)

    def update(self, kind: str, before: Mapping[str, Any], /, **values: Any) -> Row:
        """Changes some columns of the row `before`; nothing is noted when they are the same already."""
        table = JOURNALED[kind]
        old = dict(before)
        new = {**old, **values}
        if _broken(values):
            raise unstorable()
        if new != old:
            self.connection.execute(update(table).where(table.c.id == old["id"]).values(**values))
            self._note(kind, old, new)
        return new

    def delete(self, kind: str, before: Mapping[str, Any]) -> None:
        """Takes the row `before` away."""
        table = JOURNALED[kind]
        self.connection.execute(table.delete().where(table.c.id == before["id"]))
        self._note(kind, dict(before), None)

    def put(self, kind: str, stands: Row | None, wished: Row | None) -> None:
        """Makes the row that `stands` what is `wished`, whatever it takes; for undo and redo."""
        if stands is None and wished is not None:
            self.insert(kind, wished)
        elif stands is not None and wished is None:
            self.delete(kind, stands)
        elif stands is not None and wished is not None:
            self.update(kind, stands, **{k: v for k, v in wished.items() if k != "id"})

    @contextmanager
    def part(self) -> Iterator[None]:
        """A verb within this one: when it is refused, what it has changed so far is put back, and the rest stays."""
        mark, told = len(self._changes), replace(self.act)
        try:
            yield
        except QualcodeError:
            for done in reversed(self._changes[mark:]):
                before, after = (
                    json.loads(done[side]) if done[side] else None for side in ("before", "after")
                )
                self.put(done["kind"], after, before)
            del self._changes[mark:]
            self.act = told
            raise

    def _note(self, kind: str, before: Row | None, after: Row | None) -> None:
        image = after or before or {}
        of_document = image["id"] if kind == "document" else image.get("document_id")
        self._changes.append(
            {
                "revision": self.revision,
                "number": len(self._changes),
                "kind": kind,
                "row_id": image["id"],
                "document_id": of_document,
                "before": _image(before),
                "after": _image(after),
            }
        )

    def record(self) -> None:
        """Writes the journal row, the images and the new revision number; nothing when nothing changed."""
        if not self._changes:
            return
        act = self.act
        row = {"revision": self.revision, "verb": act.verb, "coder_id": self.coder_id, "at": self.at}
        row |= {"what": act.what, "details": json.dumps(dict(act.details), ensure_ascii=False)}
        row |= {"kind": act.kind, "target": act.target, "uid": act.uid}
        self.connection.execute(_ADD_JOURNAL, row)
        self.connection.execute(_ADD_CHANGE, self._changes)
        self.connection.execute(_ADVANCE, {"latest": self.revision})


def _broken(row: Mapping[str, Any]) -> bool:
    """Whether a text of the row holds what PostgreSQL or UTF-8 does not take."""
    return any(isinstance(value, str) and _UNSTORABLE.search(value) for value in row.values())


def _image(row: Row | None) -> str | None:
    return None if row is None else json.dumps(row, ensure_ascii=False, sort_keys=True)
