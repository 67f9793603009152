"""A project made by an earlier version opens with all it holds, and what was done there can still be taken back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, MetaData, insert, select, text
from sqlalchemy.schema import CreateSchema

from qualcode import Project
from qualcode.store import migrate
from qualcode.store.address import parse
from qualcode.store.connect import APPLICATION_ID, engine_for

pytestmark = pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")

TABLES = ("content", "head", "project", "coder", "document", "attribute", "code", "coding", "memo", "journal")
"""The tables of layout 0001 that hold rows in its shape, and after them the images."""


def state(project: Project) -> dict[str, Any]:
    """Everything a person can see of a project."""
    return {
        "documents": project.documents.all(),
        "texts": [project.documents.text(each.id) for each in project.documents.all()],
        "codes": project.codebook.all(),
        "excerpts": project.codings.excerpts(),
    }


@pytest.fixture
def worked(coded: Project) -> Project:
    """A project with documents that came, changed, and went."""
    hope = coded.codebook.get("Recovery/Håp").id
    coded.codings.apply("Åse.txt", hope, 19, 30, memo="et notat")
    coded.documents.set_attributes("Åse.txt", {"rolle": "tidgiver"})
    coded.documents.rename("Åse.txt", "Ærlig «Å».txt")
    coded.documents.set_language("Ærlig «Å».txt", "en")
    coded.documents.add("borte.txt", b"Kort.")
    coded.documents.remove("borte.txt")
    coded.documents.remove("Ærlig «Å».txt")
    coded.undo()
    return coded


def in_layout_0001(source: Project, address: str) -> None:
    """Builds the tables by the first step alone and fills them as that version would have."""
    where = parse(address)
    engine = engine_for(where)
    with engine.connect() as plain, plain.execution_options(writes=True).begin():
        if where.path is not None:
            plain.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        else:
            plain.execute(CreateSchema(where.schema))
        config = Config()
        config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
        config.attributes["connection"] = plain
        command.upgrade(config, "0001")
        _fill(source, plain)
    engine.dispose()


def _fill(source: Project, target: Connection) -> None:
    old = MetaData()
    old.reflect(target)
    assert "excluded" not in old.tables["document"].columns and "case" not in old.tables
    with source.store.reading() as reading:
        for name in (*TABLES, "change"):
            table = old.tables[name]
            rows = [
                dict(row) for row in reading.execute(select(*_columns(table.columns.keys(), name))).mappings()
            ]
            if name == "change":
                rows = [row | {side: _without(row, side) for side in ("before", "after")} for row in rows]
            if rows:
                target.execute(insert(table), rows)


def _columns(names: list[str], table: str) -> list[Any]:
    from qualcode.store.schema import metadata

    return [metadata.tables[table].c[name] for name in names]


def _without(row: dict[str, Any], side: str) -> str | None:
    if row[side] is None or row["kind"] != "document":
        return row[side]  # type: ignore[no-any-return]
    image = {name: value for name, value in json.loads(row[side]).items() if name != "excluded"}
    return json.dumps(image, ensure_ascii=False, sort_keys=True)


def test_a_project_in_the_first_layout_opens_whole(worked: Project, new_address: Callable[[], str]) -> None:
    address = new_address()
    in_layout_0001(worked, address)
    with Project.open(address, coder="Nina") as project:
        assert state(project) == state(worked)
        assert project.journal.all() == worked.journal.all()
        assert project.check() == ()
        with project.store.reading() as connection:
            assert migrate.is_current(migrate.layout(connection, address))
            assert connection.execute(text("SELECT DISTINCT excluded FROM document")).scalars().all() == [
                "[]"
            ]


def test_acts_of_the_first_layout_are_undone_redone_and_read_as_of_then(
    worked: Project, new_address: Callable[[], str]
) -> None:
    address = new_address()
    in_layout_0001(worked, address)
    with Project.open(address, coder="Nina") as project:
        for revision in range(worked.revision + 1):
            with worked.at(revision) as wanted, project.at(revision) as found:
                assert state(found) == state(wanted)
        done = 0
        while project.undo() is not None:
            assert worked.undo() is not None
            assert state(project) == state(worked)
            done += 1
        assert done > 8 and project.documents.all() == ()
        while project.redo() is not None:
            assert worked.redo() is not None
            assert state(project) == state(worked)
        assert project.check() == ()
