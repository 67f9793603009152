"""Creating and opening a project's database."""

import uuid
from datetime import datetime

from sqlalchemy import Connection, insert, text
from sqlalchemy.schema import CreateSchema

from qualcode.errors import Duplicate, NotAProject, NotFound
from qualcode.store import copies, migrate
from qualcode.store.address import Address
from qualcode.store.connect import APPLICATION_ID, engine_for, is_sqlite_file, looking_engine
from qualcode.store.failures import locked_out, translated
from qualcode.store.schema import head, metadata, project
from qualcode.store.store import Store
from qualcode.store.transaction import now


def create(address: Address, name: str, language: str) -> Store:
    """A new, empty project. Raises `Duplicate` when something is there already; nothing is ever overwritten."""
    _reserve(address)
    store = Store(address, engine_for(address))
    try:
        with translated(address.shown), store.engine.connect() as plain:
            connection = plain.execution_options(writes=True)
            with connection.begin():
                _claim(connection, address)
                migrate.upgrade(connection)
                row = {"id": str(uuid.uuid4()), "name": name, "language": language, "created": now()}
                connection.execute(insert(project), row)
                connection.execute(insert(head), {"one": 1, "revision": 0})
    except BaseException:
        store.close()
        if address.path is not None:
            discard(address)
        raise
    return store


def _reserve(address: Address) -> None:
    """Makes the empty file, so that of two who create the same project at once only one goes on."""
    if address.path is None:
        return
    try:
        address.path.open("xb").close()
    except FileExistsError as error:
        raise _taken(address) from error
    except OSError as error:
        raise locked_out(address.shown) from error


def _taken(address: Address) -> Duplicate:
    return Duplicate("“{address}” exists already. Open it, or choose another name.", address=address.shown)


def _claim(connection: Connection, address: Address) -> None:
    """Marks the file as ours, or makes the schema, which must not hold a project yet."""
    if address.path is not None:
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        return
    there = connection.execute(text("SELECT to_regclass(:name)"), {"name": f"{address.schema}.layout"})
    if there.scalar() is not None:
        raise _taken(address)
    connection.execute(CreateSchema(address.schema, if_not_exists=True))


def open_(address: Address) -> Store:
    """An existing project, brought to the current layout; a SQLite file is copied aside before that.

    Raises `NotFound`, `NotAProject`, `NewerProject`, or another `StoreError`.
    """
    look(address)
    store = Store(address, engine_for(address))
    try:
        with translated(address.shown), store.engine.connect() as connection:
            found = migrate.layout(connection, address.shown)
        if not migrate.is_current(found):
            _upgrade(store)
    except BaseException:
        store.close()
        raise
    return store


def look(address: Address) -> None:
    """Raises `NotFound`, `NotAProject` or `NewerProject` for a file that cannot be opened, and leaves it as it is."""
    path = address.path
    if path is None:
        return
    if not path.exists():
        raise NotFound(
            "There is no project at “{address}”. Check the path, or create it.", address=address.shown
        )
    try:
        ours = path.is_file() and is_sqlite_file(path)
    except PermissionError as error:
        raise NotAProject(
            "“{address}” cannot be read: you have no permission.", address=address.shown
        ) from error
    if not ours:
        raise NotAProject(
            "“{address}” is not a qualcode project. Choose another file.", address=address.shown
        )
    with translated(address.shown), looking_engine(path).connect() as connection:
        migrate.layout(connection, address.shown)


def _upgrade(store: Store) -> None:
    if store.address.path is not None:
        stamp = datetime.now().astimezone().strftime("%Y%m%d-%H%M%S")
        aside = store.address.path.with_name(f"{store.address.path.name}.backup-{stamp}")
        copies.copy_sqlite(store.address.path, aside)
    with translated(store.address.shown), store.engine.connect() as plain:
        connection = plain.execution_options(writes=True)
        with connection.begin():
            migrate.upgrade(connection)


def discard(address: Address) -> None:
    """Takes a project that was being made away again; only for one that nobody has worked in."""
    if address.path is not None:
        for ending in ("", "-wal", "-shm"):
            address.path.with_name(address.path.name + ending).unlink(missing_ok=True)
        return
    engine = engine_for(address)
    with engine.begin() as connection:
        metadata.drop_all(connection)
        connection.execute(text("DROP TABLE IF EXISTS layout"))
    engine.dispose()
