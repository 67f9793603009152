"""The audit trail, and undo and redo, which add to it."""

from collections.abc import Collection
from typing import Literal

from qualcode.i18n import N_
from qualcode.model.values import Entry
from qualcode.project.desk import Desk
from qualcode.store import coders, history
from qualcode.store.history import ActOn, Find


class Journal(Desk):
    """What was done, by whom, when; one row per act."""

    def all(self, *, limit: int | None = None, before: int | None = None) -> tuple[Entry, ...]:
        """Rows, newest first; `before` gives those older than a revision, for the next page."""
        with self._store.reading() as connection:
            return history.entries(connection, limit=limit, before=before)

    def can_undo(self) -> Entry | None:
        """What `undo` would take back."""
        return self._latest(history.undoable)

    def can_redo(self) -> Entry | None:
        """What `redo` would do again."""
        return self._latest(history.redoable)

    def _latest(self, find: Find) -> Entry | None:
        with self._store.reading() as connection:
            me = coders.named(connection, self._project.coder_name)
            revision = find(connection, me.id) if me else None
            return history.entry(connection, revision) if revision else None

    def undo(self, *, uid: str | None = None) -> Entry | None:
        """See `Project.undo`."""
        return self._step("undo", N_("Undid revision {revision}"), history.undoable, history.reverse, uid)

    def redo(self, *, uid: str | None = None) -> Entry | None:
        """See `Project.redo`."""
        what = N_("Did revision {revision} again")
        return self._step("redo", what, history.redoable, history.repeat, uid)

    def touched(self, kinds: Collection[str], since: int) -> bool:
        """Whether any row of these kinds (`code`, `document` ...) has changed after the revision `since`."""
        with self._store.reading() as connection:
            return history.touched(connection, kinds, since)

    def _step(
        self, kind: Literal["undo", "redo"], what: str, find: Find, act_on: ActOn, uid: str | None
    ) -> Entry | None:
        target = self._done_before(uid) or self._latest(find)
        if target is None:
            return None
        with self._store.writing(
            self._project.coder.id,
            kind,
            what,
            kind=kind,
            target=target.revision,
            uid=uid,
            revision=target.revision,
        ) as act:
            if not act.repeated and find(act.connection, act.coder_id) == target.revision:
                act_on(act, target.revision)
        return target

    def _done_before(self, uid: str | None) -> Entry | None:
        """What the request of this name took back or did again, when it was carried out before."""
        with self._store.reading() as connection:
            done = history.by_uid(connection, uid) if uid else None
            return history.entry(connection, done.target) if done and done.target else None
