"""Who codes. Coders are only ever added, so that the journal always knows who did what."""

import uuid

from sqlalchemy import Connection, insert, select

from qualcode.language.collation import sort_key
from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import Coder
from qualcode.store.schema import coder
from qualcode.store.store import Store


def all_(connection: Connection) -> tuple[Coder, ...]:
    """Every coder, by name."""
    found = (Coder(*row) for row in connection.execute(select(coder.c.id, coder.c.name)))
    return tuple(sorted(found, key=lambda each: sort_key(each.name)))


def named(connection: Connection, name: str) -> Coder | None:
    """The coder of that name; upper and lower case are one."""
    query = select(coder.c.id, coder.c.name).where(coder.c.name_key == same_name(name))
    found = connection.execute(query).first()
    return Coder(*found) if found else None


def ensure(store: Store, name: str) -> Coder:
    """The coder of that name, added now if new. Two people adding the same name at once get the same coder."""
    with store.reading() as connection:
        found = named(connection, name)
    if found is not None or store.read_only:
        return found or Coder("", name)
    row = {"id": str(uuid.uuid4()), "name": clean_name(name), "name_key": same_name(name)}
    with store.alongside() as connection:
        again = named(connection, name)
        if again is None:
            connection.execute(insert(coder), row)
    return again or Coder(row["id"], row["name"])
