"""Where projects lie: the person's folder of projects, and those they opened lately."""

import json
import os
from pathlib import Path
from urllib.parse import urlsplit

from qualcode.ui.access import home

ENDING = ".qualcode"
MOST = 12


def folder() -> Path:
    """Where new projects are put when only a name is given."""
    return home() / "projects" if os.environ.get("QUALCODE_HOME") else Path.home() / "qualcode"


def address_for(wish: str) -> str:
    """A full address for what somebody typed: a name, a path with or without ending, or a database address."""
    wish = wish.strip()
    if "://" in wish:
        return wish
    path = Path(wish).expanduser()
    path = path if path.suffix == ENDING else path.with_name(path.name + ENDING)
    return str(path if path.is_absolute() else folder() / path)


def nearby(present: str = "") -> tuple[str, ...]:
    """Project files one can open: the recent ones first, then those beside them and in the projects folder."""
    known = [address for address in recent() if "://" in address or Path(address).is_file()]
    beside = {Path(address).parent for address in [*known, present] if address and "://" not in address}
    found = sorted(
        str(file) for place in {folder(), *beside} if place.is_dir() for file in place.glob(f"*{ENDING}")
    )
    return tuple(dict.fromkeys([*known, *found]))


def recent() -> list[str]:
    """Addresses opened lately, the latest first."""
    try:
        listed = json.loads(_file().read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return [address for address in listed if isinstance(address, str)]


def note(address: str) -> None:
    """Put an address first among the recent ones; never one with a password in it."""
    if "://" in address and urlsplit(address).password is not None:
        return
    listed = [address, *(other for other in recent() if other != address)][:MOST]
    _file().parent.mkdir(parents=True, exist_ok=True)
    _file().write_text(json.dumps(listed, ensure_ascii=False, indent=1), "utf-8")


def seen(what: str) -> bool:
    """Whether the person has put a hint of this name away before."""
    return (home() / f"seen-{what}").exists()


def mark_seen(what: str) -> None:
    """Never show this hint again on this machine."""
    home().mkdir(parents=True, exist_ok=True)
    (home() / f"seen-{what}").touch()


def shown(address: str) -> str:
    """An address as a person reads it: without a password, and with `~` for their own folder."""
    if "://" in address:
        parts = urlsplit(address)
        return (
            f"{parts.scheme}://{parts.hostname or ''}{parts.path}{'?' + parts.query if parts.query else ''}"
        )
    path = Path(address)
    return f"~/{path.relative_to(Path.home())}" if path.is_relative_to(Path.home()) else str(path)


def _file() -> Path:
    return home() / "recent.json"
