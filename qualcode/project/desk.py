"""What all desks share: the open store, and who is working."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from qualcode.errors import Conflict, NotFound
from qualcode.model.values import Code, Document
from qualcode.store import codes as code_rows
from qualcode.store import documents as document_rows
from qualcode.store.store import Store
from qualcode.store.transaction import Row, Transaction

if TYPE_CHECKING:
    from qualcode.project.project import Project


class Desk:
    """One kind of work on a project. Reads give frozen values; verbs change, record, and give the new value."""

    def __init__(self, project: "Project") -> None:
        self._project = project

    @property
    def _store(self) -> Store:
        return self._project.store

    @contextmanager
    def _writing(self, verb: str, what: str, **details: Any) -> Iterator[Transaction]:
        """One verb by this project's coder; joins the verb under way, if any."""
        with self._store.writing(self._project.coder.id, verb, what, **details) as transaction:
            yield transaction

    def _document(self, name_or_id: str) -> Document:
        with self._store.reading() as connection:
            found = document_rows.named(connection, name_or_id)
        if found is None:
            raise NotFound("The project has no document called “{name}”.", name=name_or_id)
        return found

    def _code(self, code_id: str) -> Row:
        with self._store.reading() as connection:
            found = code_rows.one(connection, code_id)
        if found is None:
            raise NotFound("The project has no code “{code}”; somebody may have deleted it.", code=code_id)
        return found

    def _codes(self) -> tuple[Code, ...]:
        return self._project.codebook.all()


def refuse_unseen(stands: str, seen: str | None, wished: str) -> None:
    """Raises `Conflict`, with the text that `stands` and the one that is `wished`, when a person saw another than stands.

    None says that nobody has looked.
    """
    if seen is not None and stands != seen and stands != wished:
        raise Conflict(
            "This text was changed meanwhile; nothing was overwritten. It now reads “{stands}”. Yours was “{wished}”.",
            stands=stands,
            seen=seen,
            wished=wished,
        )
