"""The project's own row."""

from datetime import datetime

from sqlalchemy import Connection, select

from qualcode.model.values import ProjectInfo
from qualcode.store.schema import head, project
from qualcode.store.store import Store
from qualcode.store.transaction import Row


def row(connection: Connection) -> Row:
    """The one row of `project`."""
    return dict(connection.execute(select(project)).mappings().one())


def info(store: Store) -> ProjectInfo:
    """Name, language, creation and latest revision, all of one moment."""
    with store.reading() as connection:
        facts = row(connection)
        revision = int(connection.execute(select(head.c.revision)).scalar_one())
    return ProjectInfo(
        id=facts["id"],
        name=facts["name"],
        revision=revision,
        language=facts["language"],
        created=datetime.fromisoformat(facts["created"]),
    )
