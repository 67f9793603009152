"""Engines: how a connection is made so that what was acknowledged is on the disk.

SQLite: WAL, `synchronous=FULL`, foreign keys on, writers queue for up to `BUSY_SECONDS`. The pool hands each
connection to one thread at a time, and a thread gives it back only between transactions: a connection shared by two
threads mixes their transactions and loses acknowledged work.
"""

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.pool import NullPool, StaticPool

from qualcode.store.address import Address

BUSY_SECONDS = 15
APPLICATION_ID = 0x51434F44
"""“QCOD” in the SQLite header, so that the file is known for what it is."""


def engine_for(address: Address) -> Engine:
    """An engine on the project at `address`; nothing is opened yet."""
    if address.path is not None:
        file = URL.create("sqlite", database=str(address.path))  # as text, a “?” in the path would end it
        return _sqlite(file, pool_size=8, max_overflow=40)
    options = f"-c search_path={address.schema} -c lock_timeout={BUSY_SECONDS}s"
    return create_engine(
        address.url, connect_args={"options": options}, pool_size=8, max_overflow=40, pool_pre_ping=True
    )


def looking_engine(path: Path) -> Engine:
    """An engine that can only look into a file: whatever the file is, opening it changes no byte of it."""
    uri = f"{path.as_uri()}?mode=ro"

    def look() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS)

    return create_engine("sqlite://", creator=look, poolclass=NullPool)


def memory_engine(*, foreign_keys: bool = True) -> Engine:
    """An engine on a private database in memory, over a single connection."""
    return _sqlite(URL.create("sqlite"), foreign_keys=foreign_keys, poolclass=StaticPool)


def _sqlite(url: URL, *, foreign_keys: bool = True, **pool: Any) -> Engine:
    keys = f"foreign_keys={'ON' if foreign_keys else 'OFF'}"
    engine = create_engine(url, connect_args={"check_same_thread": False, "timeout": BUSY_SECONDS}, **pool)

    @event.listens_for(engine, "connect")
    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", keys, "cache_size=-16000"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def is_sqlite_file(path: Path) -> bool:
    """Whether a file begins as SQLite files do."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\x00"
