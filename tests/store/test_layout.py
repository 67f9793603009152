"""The tables that the steps make are the tables that the program believes in."""

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect

from qualcode import Project
from qualcode.store import migrate
from qualcode.store.schema import metadata


@pytest.mark.filterwarnings("ignore:Skipped unsupported reflection of expression-based index")
@pytest.mark.filterwarnings("ignore:autogenerate skipping metadata-specified expression-based index")
def test_the_steps_build_exactly_the_schema(project: Project) -> None:
    def ours(_thing: object, name: str, kind: str, *_rest: object) -> bool:
        return (kind, name) not in {("table", "layout"), ("index", "one_code_per_path")}

    with project.store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []


def test_one_name_per_parent_is_kept_by_the_database_itself(project: Project) -> None:
    with project.store.reading() as connection:
        text = (
            "SELECT sql FROM sqlite_master WHERE name = 'one_code_per_path'"
            if connection.dialect.name == "sqlite"
            else "SELECT indexdef FROM pg_indexes WHERE indexname = 'one_code_per_path'"
        )
        told = str(connection.exec_driver_sql(text).scalar()).lower()
    assert "unique" in told and "coalesce" in told and "name_key" in told


def test_checks_and_keys_are_in_the_database_too(project: Project) -> None:
    with project.store.reading() as connection:
        there = inspect(connection)
        for table in metadata.tables.values():
            named = {check["name"] for check in there.get_check_constraints(table.name)}
            wanted = {c.name for c in table.constraints if type(c).__name__ == "CheckConstraint"}
            assert wanted <= named
            keys = {tuple(key["constrained_columns"]) for key in there.get_foreign_keys(table.name)}
            assert keys == {(column.name,) for column in table.columns if column.foreign_keys}


def test_the_known_layouts_are_alembics_history() -> None:
    config = Config()
    config.set_main_option("script_location", str(Path(migrate.__file__).parent / "migrations"))
    history = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([step.revision for step in history])) == migrate.KNOWN


def test_a_new_project_has_the_latest_layout(project: Project) -> None:
    with project.store.reading() as connection:
        assert migrate.is_current(migrate.layout(connection, "x"))
