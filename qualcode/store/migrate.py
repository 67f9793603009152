"""Bringing a project's tables to the layout this version knows."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from qualcode.errors import NewerProject, NotAProject

KNOWN = ("0001", "0002", "0003")
"""Every layout there has been, oldest first; kept here so that opening a current project need not load Alembic."""


def layout(connection: Connection, shown: str) -> str:
    """The layout of the tables behind `connection`.

    Raises `NotAProject` where there is none, `NewerProject` where this version does not know it.
    """
    if not inspect(connection).has_table("layout"):
        raise NotAProject("“{address}” is not a qualcode project. Choose another file.", address=shown)
    found = str(connection.execute(text("SELECT version_num FROM layout")).scalar())
    if found not in KNOWN:
        raise NewerProject(
            "“{address}” was made by a newer version of qualcode (layout {layout}). Update qualcode to open it; "
            "nothing has been changed.",
            address=shown,
            layout=found,
        )
    return found


def is_current(found: str) -> bool:
    """Whether nothing needs to be done."""
    return found == KNOWN[-1]


def upgrade(connection: Connection) -> None:
    """Runs every step that is missing, on this connection and within its transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
