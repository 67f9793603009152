"""Backups: taken while people work, put back where nothing is yet."""

from pathlib import Path

from qualcode.errors import Duplicate
from qualcode.store import copies, opening, projects
from qualcode.store.address import Address
from qualcode.store.store import Store


def backup(store: Store, path: Path) -> Path:
    """See `Project.backup`. A PostgreSQL project becomes a file that opens as a project too."""
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
    try:
        copies.pour(store, made)
    finally:
        made.close()
    return target


def restore(file: Path, address: Address) -> Store:
    """See `Project.restore`. The backup is opened, and upgraded where needed, as a copy; it stays as it was."""
    source = copies.restorable(file.expanduser().absolute())
    if address.path is not None:
        copies.copy_sqlite(source, address.path)
        return opening.open_(address)
    kept = opening.open_(Address(text=str(source), path=source))
    try:
        facts = projects.info(kept)
        made = opening.create(address, facts.name, facts.language)
        copies.pour(kept, made)
    finally:
        kept.close()
    return made
