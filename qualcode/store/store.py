"""One open project's database: reading, writing in transactions, content by hash.

A thread that is inside `writing` sees its own changes when it reads, and a verb called inside another joins it.
"""

import hashlib
import threading
import zlib
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Literal

from sqlalchemy import Connection, Engine, bindparam, insert, select

from qualcode.errors import Refused, StoreError
from qualcode.store import memos
from qualcode.store.address import Address
from qualcode.store.connect import BUSY_SECONDS
from qualcode.store.failures import translated
from qualcode.store.schema import content, head, journal
from qualcode.store.transaction import Act, Transaction
from qualcode.store.turns import Turns

CACHED_CHARACTERS = 30_000_000
"""How much decoded text one open project keeps at hand."""
_BATCH = 500
"""How many contents are looked for in one statement."""

_LATEST = select(head.c.revision)
_BY_UID = select(journal.c.revision).where(journal.c.uid == bindparam("uid"))


class Store:
    """The database behind one project; safe to use from many threads at once."""

    def __init__(
        self, address: Address, engine: Engine, *, read_only: bool = False, behind: "Store | None" = None
    ) -> None:
        self.address = address
        self.engine = engine
        self.read_only = read_only
        self.behind = behind
        self._shared = engine.dialect.name == "postgresql"
        self._here = threading.local()
        self._one_at_a_time = threading.RLock() if behind else None
        self._writers = Turns()
        self._texts: OrderedDict[str, str] = OrderedDict()
        self._texts_lock = threading.Lock()

    def close(self) -> None:
        """Gives back every connection; on SQLite the last one folds the log into the file."""
        self.engine.dispose()

    @property
    def in_verb(self) -> bool:
        """Whether this thread is inside `writing`, so that what it adds may yet be taken back."""
        return getattr(self._here, "transaction", None) is not None

    @property
    def revision(self) -> int:
        """The number of the latest change."""
        with self.reading() as connection:
            return int(connection.execute(_LATEST).scalar_one())

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by, showing one moment; inside `writing` the verb's own.

        Reads within a `reading` of the same thread share its moment, so that what they find fits together.
        """
        transaction: Transaction | None = getattr(self._here, "transaction", None)
        already: Connection | None = (
            transaction.connection if transaction else getattr(self._here, "reads", None)
        )
        if already is not None:
            yield already
            return
        with self._alone(), translated(self.address.shown), self.engine.connect() as plain:
            level = "REPEATABLE READ"
            self._here.reads = plain.execution_options(isolation_level=level) if self._shared else plain
            try:
                yield self._here.reads
            finally:
                self._here.reads = None

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """A database in memory has one connection, used by one thread at a time; a real one needs no waiting."""
        if self._one_at_a_time is None:
            yield
            return
        with self._one_at_a_time:
            yield

    @contextmanager
    def _in_turn(self) -> Iterator[None]:
        """Our own threads write one after the other: SQLite lets a waiting one sleep ever longer, up to seconds.

        Whoever has waited too long leaves it to the database to say that it is busy.
        """
        mine = not self._shared and self._writers.take(BUSY_SECONDS)
        try:
            yield
        finally:
            if mine:
                self._writers.give_back()

    @contextmanager
    def writing(
        self,
        coder_id: str,
        verb: str,
        what: str,
        *,
        uid: str | None = None,
        kind: Literal["do", "undo", "redo"] = "do",
        target: int | None = None,
        **details: Any,
    ) -> Iterator[Transaction]:
        """One verb in one transaction; commits with its journal row at the end, or not at all on an error."""
        outer: Transaction | None = getattr(self._here, "transaction", None)
        if outer is not None:
            with outer.part():
                outer.speaks(verb, what, details)
                yield outer
            return
        if self.read_only:
            raise Refused("An earlier state of the project can be read, not changed.")
        act = Act(verb, what, details, kind, target, uid)
        with self._in_turn(), translated(self.address.shown), self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                transaction = Transaction(connection, act, coder_id)
                transaction.repeated = uid is not None and _seen(connection, uid)
                self._here.transaction = transaction
                try:
                    yield transaction
                    memos.refuse_lost(connection, transaction.changes)
                    transaction.record()
                finally:
                    self._here.transaction = None

    @contextmanager
    def alongside(self) -> Iterator[Connection]:
        """A transaction for what is no verb and leaves no journal row (a new coder); joins a verb under way."""
        outer: Transaction | None = getattr(self._here, "transaction", None)
        if outer is not None:
            yield outer.connection
            return
        with self._in_turn(), translated(self.address.shown), self.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                connection.execute(select(head.c.revision).with_for_update())
                yield connection

    def keep(self, connection: Connection, data: bytes) -> str:
        """Keeps `data` and gives its SHA-256; the same bytes are kept once."""
        return self.keep_all(connection, [data])[0]

    def keep_all(self, connection: Connection, contents: Sequence[bytes]) -> list[str]:
        """Keeps much at once, in few statements; gives the SHA-256 of each."""
        by_sha = {hashlib.sha256(data).hexdigest(): data for data in contents}
        shas = list(by_sha)
        for batch in (shas[at : at + _BATCH] for at in range(0, len(shas), _BATCH)):
            there = set(connection.execute(select(content.c.sha).where(content.c.sha.in_(batch))).scalars())
            new: list[dict[str, Any]] = [
                {"sha": sha, "size": len(by_sha[sha]), "data": zlib.compress(by_sha[sha], 6)}
                for sha in batch
                if sha not in there
            ]
            if new:
                connection.execute(insert(content), new)
        return [hashlib.sha256(data).hexdigest() for data in contents]

    def fetch(self, sha: str) -> bytes:
        """The bytes that `keep` was given. Raises `StoreError` when they are missing or damaged."""
        if self.behind is not None:
            return self.behind.fetch(sha)
        with self.reading() as connection:
            data = connection.execute(select(content.c.data).where(content.c.sha == sha)).scalar_one_or_none()
        return unpacked(sha, data)

    def text(self, sha: str) -> str:
        """The text kept under `sha`, from memory when it was read lately."""
        if self.behind is not None:
            return self.behind.text(sha)
        with self._texts_lock:
            if sha in self._texts:
                self._texts.move_to_end(sha)
                return self._texts[sha]
        text = self.fetch(sha).decode("utf-8")
        with self._texts_lock:
            self._texts[sha] = text
            while len(self._texts) > 1 and sum(map(len, self._texts.values())) > CACHED_CHARACTERS:
                self._texts.popitem(last=False)
        return text


def unpacked(sha: str, data: bytes | None) -> bytes:
    """Content as it went in; `StoreError` when it is gone or not what its hash says."""
    try:
        plain = zlib.decompress(data) if data is not None else None
    except zlib.error:
        plain = None
    if plain is None or hashlib.sha256(plain).hexdigest() != sha:
        raise StoreError(
            "A stored text is missing or damaged ({sha}). Run “qualcode check”, or restore the latest backup.",
            sha=sha[:12],
        )
    return plain


def _seen(connection: Connection, uid: str) -> bool:
    return connection.execute(_BY_UID, {"uid": uid}).first() is not None
