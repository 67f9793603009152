"""The audit trail, and undo and redo, which add to it."""

from qualcode.i18n import N_
from qualcode.model.values import Entry
from qualcode.project.desk import Desk
from qualcode.store import history


class Journal(Desk):
    """What was done, by whom, when; one row per act."""

    def all(self, *, limit: int | None = None, before: int | None = None) -> tuple[Entry, ...]:
        """Rows, newest first; `before` gives those older than a revision, for the next page."""
        with self._store.reading() as connection:
            return history.entries(connection, limit=limit, before=before)

    def can_undo(self) -> Entry | None:
        """What `undo` would take back."""
        with self._store.reading() as connection:
            revision = history.undoable(connection, self._project.coder.id)
            return history.entry(connection, revision) if revision else None

    def can_redo(self) -> Entry | None:
        """What `redo` would do again."""
        with self._store.reading() as connection:
            revision = history.redoable(connection, self._project.coder.id)
            return history.entry(connection, revision) if revision else None

    def undo(self, *, uid: str | None = None) -> Entry | None:
        """See `Project.undo`."""
        target = self.can_undo()
        if target is None:
            return None
        what, facts = N_("Undid revision {revision}"), {"revision": target.revision}
        with self._store.writing(
            self._project.coder.id, "undo", what, kind="undo", target=target.revision, uid=uid, **facts
        ) as act:
            if not act.repeated and history.undoable(act.connection, act.coder_id) == target.revision:
                history.reverse(act, target.revision)
        return target

    def redo(self, *, uid: str | None = None) -> Entry | None:
        """See `Project.redo`."""
        target = self.can_redo()
        if target is None:
            return None
        what, facts = N_("Did revision {revision} again"), {"revision": target.revision}
        with self._store.writing(
            self._project.coder.id, "redo", what, kind="redo", target=target.revision, uid=uid, **facts
        ) as act:
            if not act.repeated and history.redoable(act.connection, act.coder_id) == target.revision:
                history.repeat(act, target.revision)
        return target
