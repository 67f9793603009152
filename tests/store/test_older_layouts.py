"""A project made by an earlier version opens with all it holds, and what was done there can still be taken back."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
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

REAL = Path(__file__).with_name("layout_0002.sql")
"""A project as an earlier version left it, as SQL."""
TABLES = ("content", "head", "project", "coder", "document", "attribute", "code", "coding", "memo", "journal")
"""The tables of layout 0001 that hold rows in its shape, and after them the images."""

SINCE = {
    "document": {"excluded"},
    "coding": {"weight", "starred", "condensation"},
    "memo": {"type", "title", "document_id", "start", "end"},
}
"""What rows of the first layout did not have."""


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


def in_layout(layout: str, address: str, fill: Callable[[Connection], None]) -> None:
    """Builds the tables as they were in a layout, and fills them."""
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
        command.upgrade(config, layout)
        fill(plain)
    engine.dispose()


def in_layout_0001(source: Project, address: str) -> None:
    """A copy as the first version would have written it."""
    in_layout("0001", address, lambda target: _fill(source, target))


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
    if row[side] is None or row["kind"] not in SINCE:
        return row[side]  # type: ignore[no-any-return]
    image = {name: value for name, value in json.loads(row[side]).items() if name not in SINCE[row["kind"]]}
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


@pytest.fixture
def real(new_address: Callable[[], str]) -> str:
    """The address of a project that an earlier version has made, in layout 0002."""
    address = new_address()
    if parse(address).path is not None:
        with closing(sqlite3.connect(address)) as file:
            file.executescript(REAL.read_text(encoding="utf-8"))
            file.execute(f"PRAGMA application_id={APPLICATION_ID}")
    else:
        in_layout("0002", address, _fill_from_sql)
    return address


def _fill_from_sql(target: Connection) -> None:
    old = MetaData()
    old.reflect(target)
    with closing(sqlite3.connect(":memory:")) as file:
        file.row_factory = sqlite3.Row
        file.executescript(REAL.read_text(encoding="utf-8"))
        for table in old.sorted_tables:
            rows = [dict(row) for row in file.execute(f'SELECT * FROM "{table.name}"')]
            if rows and table.name != "layout":
                target.execute(insert(table), rows)


def test_a_project_of_layout_0002_opens_whole_and_has_room_for_what_is_new(real: str) -> None:
    with Project.open(real, coder="Nina") as project:
        told = [(each.coder, each.text, each.memo, each.weight) for each in project.codings.excerpts()]
        assert told == [
            ("Nina", "Jeg bestemte selv"[:-1], "et notat, endret", ""),
            ("Kristian", "bestemte", "Kristians «notat»", ""),
        ]
        assert project.check() == ()
        assert [each.type for each in project.memos.all()] == ["", ""]
        mine = project.codings.excerpts(coder="Nina")[0].id
        project.memos.add("coding", mine, "Et til", type="analytic")
        assert project.codings.star(mine).starred
        assert project.check() == ()


def test_acts_of_layout_0002_are_undone_redone_and_read_as_of_then(real: str) -> None:
    with Project.open(real, coder="Nina") as project:
        seen, now = [], project.revision
        for revision in range(now + 1):
            with project.at(revision) as earlier:
                seen.append(state(earlier))
        for then in (13, 10, 9):  # before the new boundaries, the coding that was removed, and the correction
            project.undo()
            assert state(project) == seen[then]
        for then in (10, 13, now):
            project.redo()
            assert state(project) == seen[then]
        assert project.check() == ()


def test_references_are_still_checked_only_at_the_end_of_a_verb(real: str) -> None:
    with Project.open(real) as project, project.store.reading() as connection:
        if connection.dialect.name == "sqlite":
            query = "SELECT sql FROM sqlite_master WHERE name IN ('memo', 'comment', 'coding_link')"
            for told in connection.exec_driver_sql(query).scalars():
                assert str(told).count("REFERENCES") == str(told).count("DEFERRABLE INITIALLY DEFERRED") > 0
