"""Backups: taken while people work, put back where nothing is yet."""

from pathlib import Path
from tempfile import TemporaryDirectory

from qualcode.errors import Duplicate, Refused
from qualcode.store import copies, opening, projects
from qualcode.store.address import Address
from qualcode.store.store import Store


def backup(store: Store, path: Path) -> Path:
    """See `Project.backup`. A PostgreSQL project becomes a file that opens as a project too."""
    if store.behind is not None:
        raise Refused("An earlier state of the project can be read, not changed.")
    target = path.expanduser().absolute()
    if target.exists():
        raise Duplicate(
            "“{path}” exists already; nothing was overwritten. Choose another name.", path=str(path)
        )
    if store.address.path is not None:
        copies.copy_sqlite(store.address.path, target)
        return target
    facts = projects.info(store)
    made = opening.create(Address(text=str(target), path=target), facts.name, facts.language)
    _poured(store, made).close()
    return target


def restore(file: Path, address: Address) -> Store:
    """See `Project.restore`. The backup is opened, and upgraded where needed, as a copy; it stays as it was."""
    source = copies.restorable(file.expanduser().absolute())
    opening.look(Address(text=str(source), path=source))
    if address.path is None:
        with TemporaryDirectory() as folder:
            return _into_schema(source, Path(folder) / "copy.qualcode", address)
    copies.copy_sqlite(source, address.path)
    try:
        return opening.open_(address)
    except BaseException:
        opening.discard(address)
        raise


def _into_schema(source: Path, aside: Path, address: Address) -> Store:
    copies.copy_sqlite(source, aside)
    kept = opening.open_(Address(text=str(aside), path=aside))
    try:
        facts = projects.info(kept)
        return _poured(kept, opening.create(address, facts.name, facts.language))
    finally:
        kept.close()


def _poured(source: Store, made: Store) -> Store:
    """`made`, just created, with everything of `source` in it; gone again when that fails."""
    try:
        copies.pour(source, made)
    except BaseException:
        made.close()
        opening.discard(made.address)
        raise
    return made
