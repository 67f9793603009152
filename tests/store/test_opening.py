"""Opening: only projects, never changed by looking; older layouts are brought up with a copy kept."""

import sqlite3
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode import Project
from qualcode.errors import Duplicate, NewerProject, NotAProject, NotFound, StoreError, StoreFull
from qualcode.store import migrate

LATEST = migrate.KNOWN[-1]
"""The layout that the program makes, before a test adds one."""


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """A closed project with one code in it."""
    path = tmp_path / "studie.qualcode"
    with Project.create(path, coder="Nina") as project:
        project.codebook.create("Håp")
        project.documents.add("a.txt", "Åse sa ja. ".encode() * 4000)
    return path


def stamp(path: Path, layout: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE layout SET version_num = ?", (layout,))
    connection.close()


def as_backup(path: Path) -> None:
    """Takes the file out of WAL mode, as backups are."""
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=DELETE")
    connection.close()


def another_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()


def test_nothing_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no project"):
        Project.open(tmp_path / "none.qualcode")


@pytest.mark.parametrize(
    "address", ["", "study", "study.txt", "study.qualcode.bak", "mysql://host/db", "~/x.sqlite"]
)
def test_an_address_that_is_none_is_told_what_one_is(address: str) -> None:
    with pytest.raises(NotAProject, match=r"ends in \.qualcode"):
        Project.open(address)


@pytest.mark.parametrize(
    "make",
    [
        lambda path: path.mkdir(),
        lambda path: path.write_bytes(b""),
        lambda path: path.write_text("Intervju 1\n" * 100),
        lambda path: path.write_bytes(b"SQLite format 3\x00" + bytes(range(256)) * 50),
        another_database,
    ],
    ids=["folder", "empty", "text", "only-the-first-bytes", "another-database"],
)
def test_what_is_no_project_is_refused_and_left_as_it_was(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "other.qualcode"
    make(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(NotAProject):
        Project.open(path)
    assert before is None or path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("length", [100, 4096, 20_000])
def test_a_file_that_lost_its_end_is_damaged_not_crashed(kept: Path, length: int) -> None:
    kept.write_bytes(kept.read_bytes()[:length])
    with pytest.raises(StoreError), Project.open(kept) as project:
        assert project.check()  # what opens all the same does not pass for whole
        raise StoreError("checked")


def test_a_project_of_a_newer_version_is_left_exactly_as_it_was(kept: Path) -> None:
    stamp(kept, "9999")
    as_backup(kept)
    before = kept.read_bytes()
    with pytest.raises(NewerProject, match="layout 9999"):
        Project.open(kept)
    assert kept.read_bytes() == before
    assert list(kept.parent.iterdir()) == [kept]


@pytest.fixture
def one_more_step(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """A version of the program whose layout is one step further."""
    import shutil

    source = Path(migrate.__file__).parent / "migrations"
    folder = tmp_path_factory.mktemp("later") / "migrations"
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("__pycache__"))
    step = '''
        """One step more."""
        from alembic import op
        import sqlalchemy as sa

        revision, down_revision = "later", "LATEST"

        def upgrade():
            op.add_column("code", sa.Column("shape", sa.Text, nullable=False, server_default="round"))
    '''
    (folder / "versions" / "later_shape.py").write_text(textwrap.dedent(step).replace("LATEST", LATEST))
    monkeypatch.setattr(migrate, "KNOWN", (*migrate.KNOWN, "later"))
    monkeypatch.setattr(migrate, "__file__", str(folder.parent / "migrate.py"))


def test_an_older_project_is_brought_up_and_a_dated_copy_stays_beside_it(
    kept: Path, one_more_step: None
) -> None:
    with Project.open(kept) as project:
        assert [code.name for code in project.codebook.all()] == ["Håp"]
        with project.store.reading() as connection:
            assert connection.exec_driver_sql("SELECT shape FROM code").scalar() == "round"
    (copy,) = (path for path in kept.parent.iterdir() if ".backup-" in path.name)
    connection = sqlite3.connect(copy)
    assert connection.execute("SELECT version_num FROM layout").fetchone() == (LATEST,)
    assert connection.execute("SELECT name FROM code").fetchone() == ("Håp",)
    connection.close()


def test_a_step_that_fails_leaves_the_older_project_as_it_was(
    kept: Path, one_more_step: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    step = next((Path(migrate.__file__).parent / "migrations" / "versions").glob("later*"))
    step.write_text(step.read_text() + '    op.execute("UPDATE nothing_of_that_name SET x = 1")\n')
    with pytest.raises(StoreError):
        Project.open(kept)
    monkeypatch.undo()
    with Project.open(kept) as project:
        assert [code.name for code in project.codebook.all()] == ["Håp"]
        assert project.check() == ()


def test_creating_never_overwrites(new_address: Callable[[], str]) -> None:
    address = new_address()
    with Project.create(address, name="Den første") as first:
        first.codebook.create("Håp")
    with pytest.raises(Duplicate, match="exists already"):
        Project.create(address, name="Den andre")
    with Project.open(address) as project:
        assert (project.info().name, len(project.codebook.all())) == ("Den første", 1)


@pytest.mark.parametrize("taken", ["folder", "file"])
def test_creating_where_something_else_lies_is_refused(tmp_path: Path, taken: str) -> None:
    path = tmp_path / "x.qualcode"
    path.mkdir() if taken == "folder" else path.write_text("mine")
    with pytest.raises(Duplicate):
        Project.create(path)
    assert path.is_dir() if taken == "folder" else path.read_text() == "mine"


def test_creating_in_a_folder_that_is_not_there_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreFull, match="Check that the folder exists"):
        Project.create(tmp_path / "none" / "x.qualcode")
    assert list(tmp_path.iterdir()) == []


def test_a_creation_that_fails_halfway_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "__file__", str(tmp_path / "no" / "migrate.py"))
    with pytest.raises(Exception, match="migrations"):
        Project.create(tmp_path / "x.qualcode")
    monkeypatch.undo()
    assert list(tmp_path.iterdir()) == []
    Project.create(tmp_path / "x.qualcode").close()


def test_the_file_says_in_its_head_what_it_is(kept: Path) -> None:
    assert kept.read_bytes()[68:72] == b"QCOD"


@pytest.mark.parametrize(
    "name",
    [
        "Hva nå?",
        "100% ferdig",
        "%41",
        "a#b",
        "file:x?mode=memory",
        ":memory:",
        "a'b",
        "æ ø å",
        "A\u030a",
        "x\udcff",
    ],
)
def test_any_folder_and_file_name_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / name / f"{name}.qualcode"
    path.parent.mkdir()
    with Project.create(path, coder="Nina") as project:
        project.codebook.create("Håp")
        project.backup(path.with_name("kopi.qualcode"))
    with Project.open(path) as project, Project.open(path.with_name("kopi.qualcode")) as copy:
        assert project.codebook.all() == copy.codebook.all() != ()
    assert set(path.parent.iterdir()) == {path, path.with_name("kopi.qualcode")}
    assert list(tmp_path.iterdir()) == [path.parent]


def test_closing_leaves_one_file(kept: Path) -> None:
    with Project.open(kept) as project:
        project.codebook.create("Tro")
    assert list(kept.parent.iterdir()) == [kept]


@pytest.mark.parametrize("schema", ["1a", "a-b", "pg_mine", 'a";drop', "", "a" * 64])
def test_a_schema_needs_a_plain_name(schema: str) -> None:
    with pytest.raises(StoreError, match="cannot be used"):
        Project.open(f"postgresql://user@localhost/db?schema={schema}")


def test_a_password_is_never_shown(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Project.open("postgresql://nina:hemmelig@127.0.0.1:1/db?schema=a&connect_timeout=2")
    assert "hemmelig" not in str(caught.value)
