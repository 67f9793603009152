"""`Project`: one study. Opens and closes the store, and hands out the desks."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from qualcode.i18n import N_
from qualcode.model.tables import Counted, FrequencyTable
from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import Coder, Entry, Problem, ProjectInfo
from qualcode.project import copying, counting, samples
from qualcode.project.cases import Cases
from qualcode.project.cleaning import CleaningDesk
from qualcode.project.codebook import Codebook
from qualcode.project.coders import Coders
from qualcode.project.codings import Codings
from qualcode.project.documents import Documents
from qualcode.project.journal import Journal
from qualcode.project.memos import Memos
from qualcode.project.parts import Parts
from qualcode.project.reports import Reports
from qualcode.store import coders, earlier, integrity, opening, projects
from qualcode.store.address import parse
from qualcode.store.store import Store
from qualcode.store.transaction import Transaction


class Project:
    """One open study. Close it with `close()` or `with`; it may be used from many threads.

    `address` is a path ending in `.qualcode` or a `postgresql://` URL. Every change is stored before the verb returns.
    """

    def __init__(self, store: Store, coder: str = "", *, owner: bool = True) -> None:
        self.store = store
        self.coder_name = clean_name(coder) or account_name()
        self._coder: Coder | None = None
        self._owner = owner
        self.documents = Documents(self)
        self.codebook = Codebook(self)
        self.codings = Codings(self)
        self.cases = Cases(self)
        self.cleaning = CleaningDesk(self)
        self.parts = Parts(self)
        self.coders = Coders(self)
        self.journal = Journal(self)
        self.memos = Memos(self)
        self.reports = Reports(self)

    @classmethod
    def create(cls, address: str | Path, *, name: str = "", coder: str = "", language: str = "nb") -> Self:
        """A new, empty project; never overwrites one that is there (`Duplicate`)."""
        where = parse(address)
        title = clean_name(name) or clean_name(where.path.stem if where.path else where.schema)
        return cls(opening.create(where, title, language), coder)

    @classmethod
    def open(cls, address: str | Path, *, coder: str = "") -> Self:
        """An existing project. Raises `NotFound`, `NotAProject`, `NewerProject` or another `StoreError`."""
        return cls(opening.open_(parse(address)), coder)

    @classmethod
    def restore(cls, file: str | Path, address: str | Path, *, coder: str = "") -> Self:
        """The project kept in the backup `file`, put at `address`, where nothing may be yet."""
        return cls(copying.restore(Path(file), parse(address)), coder)

    @classmethod
    def sample(cls, address: str | Path, *, coder: str = "", language: str = "nb") -> Self:
        """A new project with our own fictional interviews, coded; `language` is `nb` (two coders) or `en` (one)."""
        name = {"nb": "Stien videre (eksempel)", "en": "The Second Path (sample)"}[language]
        made = cls.create(address, name=name, coder=coder, language=language)
        try:
            samples.fill(made, language)
        except BaseException:
            made.close()
            opening.discard(made.store.address)
            raise
        return made

    @property
    def address(self) -> str:
        """Where the project lies, as it was given."""
        return self.store.address.text

    @property
    def coder(self) -> Coder:
        """Who works; added to the project's coders when it is new."""
        found = self._coder or coders.ensure(self.store, self.coder_name)
        if not self.store.in_verb:  # what a verb adds is gone again when the verb fails
            self._coder = found
        return found

    @property
    def revision(self) -> int:
        """The number of the latest change; 0 in a new project."""
        return self.store.revision

    def info(self) -> ProjectInfo:
        """The project's own facts."""
        return projects.info(self.store)

    def as_coder(self, name: str) -> "Project":
        """The same open project with another coder at work; closing it leaves the first one open."""
        if same_name(name) == same_name(self.coder_name):
            return self
        return Project(self.store, name, owner=False)

    def at(self, revision: int) -> "Project":
        """The project as it stood right after `revision`, to read. Close it when done. Raises `NotFound`."""
        return Project(earlier.as_of(self.store, revision), self.coder_name)

    def close(self) -> None:
        """Gives the file or the database back."""
        if self._owner:
            self.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def together(self, what: str = "", *, uid: str | None = None) -> Iterator[Transaction]:
        """Groups the verbs inside into one journal row and one undo; all are stored, or none.

        `what` says so in the journal; without it the first verb inside speaks for all.

        `uid` is a client's own name for this act. When an act of that name was stored before, the `Transaction` says
        `repeated`, and the block should do nothing: so a request sent twice is done once.
        """
        with self.store.writing(self.coder.id, "together", what, uid=uid) as transaction:
            yield transaction

    def undo(self, *, uid: str | None = None) -> Entry | None:
        """Takes back this coder's latest act that stands. None when there is none.

        Raises `Conflict`, and changes nothing, when somebody has changed the same thing since.
        """
        return self.journal.undo(uid=uid)

    def redo(self, *, uid: str | None = None) -> Entry | None:
        """Does again what this coder undid last, unless they have done something new since; then None."""
        return self.journal.redo(uid=uid)

    def rename(self, name: str) -> ProjectInfo:
        """Gives the project another name; its file keeps its own."""
        with self.store.writing(
            self.coder.id, "rename", N_("Renamed the project to “{name}”"), name=clean_name(name)
        ) as act:
            row = projects.row(act.connection)
            act.update("project", row, name=clean_name(name) or row["name"])
        return self.info()

    def frequencies(
        self, *, by: str | None = None, count: Counted = "codings", where: str = ""
    ) -> FrequencyTable:
        """How often each code is used; `by` splits into columns: `document`, `coder` or an attribute's name."""
        return counting.frequencies(self, by=by, count=count, where=where)

    def check(self, *, repair: bool = False) -> tuple[Problem, ...]:
        """Looks through the whole project for damage; repairs what can be repaired without losing anything."""
        return integrity.check(self.store, repair=repair)

    def backup(self, path: str | Path) -> Path:
        """A complete copy in one file, taken while others work. Raises `Duplicate` when `path` exists."""
        return copying.backup(self.store, Path(path))


def account_name() -> str:
    """The name of the account that runs the program; used when no coder is named."""
    try:
        return clean_name(getpass.getuser()) or "coder"
    except (OSError, KeyError):
        return "coder"
