"""The projects this process has open: one per address, shared by all its sessions and routes."""

from threading import Lock

from qualcode import Project

_open: dict[str, Project] = {}
_seats: dict[tuple[str, str], Project] = {}
_lock = Lock()


def opened(address: str) -> Project:
    """The project at `address`, opened at first use. Safe from any thread; never close what you get here."""
    with _lock:
        project = _open.get(address)
        if project is None:
            project = _open[address] = Project.open(address)
        return project


def seat(address: str, coder: str) -> Project:
    """The project at `address` with `coder` at work; the same value every time, so that it knows its coder already."""
    project = opened(address)
    with _lock:
        return _seats.setdefault((address, coder), project.as_coder(coder))


def close_all() -> None:
    """Close every project this process opened; for the server's end."""
    with _lock:
        for project in _open.values():
            project.close()
        _open.clear()
        _seats.clear()
