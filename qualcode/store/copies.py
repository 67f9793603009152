"""Copies of a whole project that can be taken while people work, and put back."""

import sqlite3
from pathlib import Path

from sqlalchemy import insert, select

from qualcode.errors import Duplicate, NotAProject, StoreError, StoreFull
from qualcode.store.connect import is_sqlite_file
from qualcode.store.schema import head, metadata
from qualcode.store.store import Store


def copy_sqlite(source: Path, target: Path) -> None:
    """A complete, consistent copy of a SQLite project, written aside first so that `target` is whole or absent."""
    if target.exists():
        raise Duplicate(
            "“{path}” exists already; nothing was overwritten. Choose another name.", path=str(target)
        )
    part = target.with_name(target.name + ".part")
    try:
        part.unlink(missing_ok=True)
        _copy_pages(source, part)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise StoreFull(
            "The copy “{path}” could not be written: {said}", path=str(target), said=str(error)
        ) from error


def _copy_pages(source: Path, target: Path) -> None:
    reading = sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)
    writing = sqlite3.connect(target)
    try:
        reading.backup(writing)
        writing.execute("PRAGMA journal_mode=DELETE")
        if writing.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the copy is damaged")
    finally:
        writing.close()
        reading.close()


def restorable(file: Path) -> Path:
    """`file`, when it is a copy that can be put back; else `NotAProject`."""
    if not file.is_file() or not is_sqlite_file(file):
        raise NotAProject("“{address}” is not a backup of a qualcode project.", address=str(file))
    return file


def pour(source: Store, target: Store) -> None:
    """Copies every row of `source` into the newly made, empty `target`, whatever databases the two are."""
    with source.reading() as reading, target.engine.connect() as plain:
        writing = plain.execution_options(writes=True)
        with writing.begin():
            revision = reading.execute(select(head.c.revision)).scalar_one()
            for table in reversed(metadata.sorted_tables):
                writing.execute(table.delete())
            for table in metadata.sorted_tables:
                found = reading.execution_options(yield_per=500).execute(select(table)).mappings()
                for rows in found.partitions():
                    writing.execute(insert(table), [dict(row) for row in rows])
    if target.revision != revision:
        raise StoreError("The copy is not complete; it was not used.")
