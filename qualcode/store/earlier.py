"""The project as it was at an earlier revision: a copy in memory, played back image by image.

Every reading verb works on it unchanged. Texts are not copied; they never change, so they are read from the project itself.
"""

import json

from sqlalchemy import Connection, delete, insert, select, update

from qualcode.errors import NotFound
from qualcode.store import history
from qualcode.store.connect import memory_engine
from qualcode.store.schema import JOURNALED, coder, head, journal, metadata
from qualcode.store.store import Store


def as_of(store: Store, revision: int) -> Store:
    """A read-only store that shows `store` as it stood right after `revision`; close it when done.

    Raises `NotFound` when the project has no such revision.
    """
    latest, store = store.revision, store.behind or store
    if not 0 <= revision <= latest:
        raise NotFound(
            "The project has no revision {revision}; the latest is {latest}.",
            revision=revision,
            latest=latest,
        )
    engine = memory_engine(foreign_keys=False)
    with store.reading() as now, engine.begin() as connection:
        metadata.create_all(connection)
        _copy(now, connection, revision)
        _play_back(now, connection, revision)
    return Store(store.address, engine, read_only=True, behind=store)


def _copy(source: Connection, target: Connection, revision: int) -> None:
    for table in (coder, *JOURNALED.values()):
        rows = [dict(row) for row in source.execute(select(table)).mappings()]
        if rows:
            target.execute(insert(table), rows)
    told = select(journal).where(journal.c.revision <= revision)
    rows = [dict(row) for row in source.execute(told).mappings()]
    if rows:
        target.execute(insert(journal), rows)
    target.execute(insert(head), {"one": 1, "revision": revision})


def _play_back(source: Connection, target: Connection, revision: int) -> None:
    for row in history.changes_after(source, revision):
        table = JOURNALED[row["kind"]]
        if row["before"] is None:
            target.execute(delete(table).where(table.c.id == row["row_id"]))
        elif row["after"] is None:
            target.execute(insert(table), json.loads(row["before"]))
        else:
            values = json.loads(row["before"])
            target.execute(update(table).where(table.c.id == row["row_id"]).values(**values))
