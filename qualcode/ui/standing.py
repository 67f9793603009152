"""What the routes have read already: kept as long as nobody changes it, so that coding costs no rereading.

One for each open project, shared by all who work in it. Codings are kept as a list of changes by revision; codebook,
documents and their parts are kept until a code or a document has changed.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from threading import Lock
from typing import Any
from weakref import WeakKeyDictionary

from qualcode import Project
from qualcode.model.values import CodingChange, Document
from qualcode.ui import plain

MOST = 5_000
"""Changes kept of one document; whoever is further behind reads them from the project."""
_LASTING = ("code", "document")


@dataclass(slots=True)
class _Changes:
    """The changes of one document after revision `first` and until `upto`."""

    first: int
    upto: int
    revisions: list[int] = field(default_factory=list)
    rows: list[list[Any]] = field(default_factory=list)

    def add(self, found: list[CodingChange], upto: int) -> None:
        self.revisions += [change.revision for change in found]
        self.rows += [plain.change_row(change) for change in found]
        self.upto = upto
        if (spare := len(self.rows) - MOST) > 0:
            self.first = self.revisions[spare - 1]
            del self.revisions[:spare], self.rows[:spare]


class Standing:
    """How a project stands. Safe from any thread; what is missing is read by one of them while the others wait."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._checked = -1
        self._codebook: dict[str, Any] | None = None
        self._documents: dict[str, Document] = {}
        self._shapes: dict[str, str] = {}
        self._changes: dict[str, _Changes] = {}
        self._names: dict[str, str] = {}

    def revision(self, project: Project) -> int:
        """The latest revision; what a change up to it has made untrue is forgotten."""
        revision = project.revision
        with self._lock:
            if revision > self._checked:
                if project.journal.touched(_LASTING, self._checked):
                    self._codebook = None
                    self._documents.clear()
                    self._shapes.clear()
                self._checked = revision
        return revision

    def codebook(self, project: Project) -> dict[str, Any]:
        """All codes, and their version."""
        with self._lock:
            if self._codebook is None:
                self._codebook = plain.codebook(project)
            return self._codebook

    def document(self, project: Project, id: str) -> Document:
        """The document's own facts; its number of codings is that of an earlier moment."""
        with self._lock:
            if id not in self._documents:
                self._documents[id] = project.documents.get(id)
            return self._documents[id]

    def shape(self, project: Project, document: str) -> str:
        """The name of the document's parts as they are."""
        with self._lock:
            if document not in self._shapes:
                parts = plain.structure_rows(project.documents.structure(document))
                self._shapes[document] = str(parts["shape"])
            return self._shapes[document]

    def changes(self, project: Project, document: str, have: int, revision: int) -> list[list[Any]]:
        """Rows of what became of the document's codings after `have` and until `revision`, in order."""
        with self._lock:
            kept = self._changes.setdefault(document, _Changes(have, have))
            if have < kept.first:
                return [plain.change_row(each) for each in project.codings.since(document, have)]
            if revision > kept.upto:
                found = project.codings.since(document, kept.upto)
                kept.add([each for each in found if each.revision <= revision], revision)
            return kept.rows[bisect_right(kept.revisions, have) :]

    def coders(self, project: Project, rows: list[list[Any]]) -> dict[str, str]:
        """Names of the coders of these change rows other than the project's own."""
        ids = {row[2][2] for row in rows if row[2]} - {project.coder.id}
        with self._lock:
            if ids - self._names.keys():
                self._names = plain.coders(project)
            return {id: self._names[id] for id in ids if id in self._names}


_standing: WeakKeyDictionary[object, Standing] = WeakKeyDictionary()
_lock = Lock()


def standing(project: Project) -> Standing:
    """How the project stands; the same for all its coders."""
    with _lock:
        return _standing.setdefault(project.store, Standing())
