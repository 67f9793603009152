"""Looking for damage: in the file, in the references, in the texts, in the positions, in the journal."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, delete, func, select, text
from sqlalchemy.exc import DatabaseError

from qualcode.errors import StoreError
from qualcode.i18n import N_
from qualcode.model.values import Problem
from qualcode.store import memos
from qualcode.store.schema import (
    CONTENTS,
    JOURNALED,
    change,
    coding,
    content,
    document,
    head,
    journal,
    memo,
    metadata,
)
from qualcode.store.store import Store, unpacked


def check(store: Store, *, repair: bool = False) -> tuple[Problem, ...]:
    """Everything that is wrong, worst first; `repair` mends what loses nothing that anybody made.

    When the file itself is damaged, what it says of itself is not worth looking at.
    """
    store = store.behind or store
    with store.reading() as connection:
        damage = tuple(_file(connection))
    if damage:
        return damage
    with store.reading() as connection:
        found = [
            *_references(connection),
            *_contents(connection),
            *_positions(connection),
            *_journal(connection),
            *_images(connection),
        ]
        spare = _spare(connection)
    if spare and repair:
        with store.alongside() as connection:
            for sha in _spare(connection):
                connection.execute(delete(content).where(content.c.sha == sha))
    if spare:
        what = N_("{count} stored texts are used by nothing.")
        found.append(Problem(what, {"count": len(spare)}, repaired=repair))
    return tuple(found)


def _file(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name != "sqlite":
        return
    try:
        told = list(connection.execute(text("PRAGMA integrity_check(20)")).scalars())
    except DatabaseError as error:
        told = [str(error.orig)]
    for said in told:
        if said != "ok":
            yield Problem(N_("The file is damaged: {said}. Restore the latest backup."), {"said": said})


def _references(connection: Connection) -> Iterator[Problem]:
    """Rows that point at rows which are not there."""
    for table in metadata.sorted_tables:
        for column in table.columns:
            for key in column.foreign_keys:
                target = key.column.table.alias()
                there = select(target.c[key.column.name])
                query = select(func.count()).where(column.is_not(None), column.not_in(there))
                missing = connection.execute(query.select_from(table)).scalar_one()
                if missing:
                    what = N_("{count} rows of {table} point at a {column} that is not there.")
                    yield Problem(what, {"count": missing, "table": table.name, "column": column.name})


def _contents(connection: Connection) -> Iterator[Problem]:
    for sha in list(connection.execute(select(content.c.sha)).scalars()):
        data = connection.execute(select(content.c.data).where(content.c.sha == sha)).scalar_one()
        try:
            unpacked(sha, data)
        except StoreError:
            names = select(document.c.name).where(
                (document.c.text_sha == sha) | (document.c.source_sha == sha)
            )
            owner = connection.execute(names).scalar() or sha[:12]
            yield Problem(
                N_("The stored text of “{name}” is damaged. Restore the latest backup."), {"name": owner}
            )


def _positions(connection: Connection) -> Iterator[Problem]:
    query = select(document.c.name, func.count()).join(coding, coding.c.document_id == document.c.id)
    query = query.where(coding.c.end > document.c.characters).group_by(document.c.name)
    for name, count in connection.execute(query):
        yield Problem(
            N_("{count} codings reach outside the text of “{name}”."), {"name": name, "count": count}
        )
    query = select(document.c.name, func.count()).join(memo, memo.c.document_id == document.c.id)
    query = query.where(memo.c.end > document.c.characters).group_by(document.c.name)
    for name, count in connection.execute(query):
        yield Problem(N_("{count} memos reach outside the text of “{name}”."), {"name": name, "count": count})
    for kind, ids in memos.THINGS.items():
        lost = select(func.count()).where(memo.c.about == kind, memo.c.about_id.not_in(select(ids)))
        count = connection.execute(lost).scalar_one()
        if count:
            yield Problem(
                N_("{count} memos are about a {kind} that is gone."), {"count": count, "kind": kind}
            )


def _journal(connection: Connection) -> Iterator[Problem]:
    latest = connection.execute(select(head.c.revision)).scalar_one()
    rows, newest = connection.execute(
        select(func.count(), func.max(journal.c.revision)).select_from(journal)
    ).one()
    if rows != latest or (newest or 0) != latest:
        what = N_("The journal has {rows} rows up to {newest}, but the project is at revision {latest}.")
        yield Problem(what, {"rows": rows, "newest": newest or 0, "latest": latest})


def _images(connection: Connection) -> Iterator[Problem]:
    """Every row must stand as the journal says it was last left."""
    last: dict[tuple[str, str], str | None] = {}
    query = select(change.c.kind, change.c.row_id, change.c.after).order_by(
        change.c.revision, change.c.number
    )
    for kind, row_id, after in connection.execute(query):
        last[kind, row_id] = after
    wrong = 0
    for name, table in JOURNALED.items():
        rows = {row["id"]: dict(row) for row in connection.execute(select(table)).mappings()}
        told = {row_id: after for (kind, row_id), after in last.items() if kind == name}
        wrong += sum(
            1 for id_, after in told.items() if rows.get(id_) != (json.loads(after) if after else None)
        )
        wrong += sum(1 for id_ in rows if id_ not in told and name != "project")
    if wrong:
        yield Problem(N_("{count} rows are not as the journal says they were left."), {"count": wrong})


def _spare(connection: Connection) -> list[str]:
    used: set[str] = set()
    for column in (document.c[name] for name in CONTENTS):
        used |= set(connection.execute(select(column)).scalars())
    images = select(change.c.before, change.c.after).where(change.c.kind == "document")
    for image in connection.execute(images):
        for told in filter(None, image):
            row = json.loads(told)
            used |= {row[name] for name in CONTENTS}
    return [sha for sha in connection.execute(select(content.c.sha)).scalars() if sha not in used]
