"""Copies of a whole project: complete, taken while people work, put back only where nothing is."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from typing import Any
from uuid import uuid4

import pytest

from qualcode import Project
from qualcode.errors import Duplicate, NewerProject, NotAProject, NotFound, QualcodeError, Refused, StoreFull
from qualcode.store import copies


def state(project: Project) -> dict[str, Any]:
    """Everything that a copy must hold."""
    return {
        "info": project.info(),
        "documents": project.documents.all(),
        "sources": [project.documents.source(each.id) for each in project.documents.all()],
        "codes": project.codebook.all(),
        "excerpts": project.codings.excerpts(),
        "journal": project.journal.all(),
        "coders": project.coders.all(),
        "cases": project.cases.all(),
        "ties": project.cases.ties(),
        "types": project.cases.types(),
    }


@pytest.fixture
def worked(coded: Project) -> Project:
    hope = coded.codebook.get("Recovery/Håp").id
    coded.codings.apply("Åse.txt", hope, 19, 30, memo="et notat")
    coded.documents.set_attributes("Åse.txt", {"rolle": "tidgiver"})
    coded.cases.create("Åse", values={"alder": "52"})
    coded.cases.tie("Åse", "Åse.txt", "Åse")
    coded.cases.set_type("alder", "number")
    coded.documents.set_attributes("Åse.txt", {"sted": "Oslo"})
    coded.as_coder("Kari").codings.apply("Åse.txt", hope, 40, 50)
    coded.undo()
    return coded


def test_a_backup_put_back_is_the_same_project(
    worked: Project, new_address: Callable[[], str], tmp_path: Path
) -> None:
    before = state(worked)
    copy = worked.backup(tmp_path / "kopi.qualcode")
    bytes_of_copy = copy.read_bytes()
    with Project.restore(copy, new_address(), coder="Nina") as back:
        assert state(back) == before
        assert back.check() == ()
        back.redo()
        assert back.documents.get("Åse.txt").attributes == {"rolle": "tidgiver", "sted": "Oslo"}
        back.codings.apply("Åse.txt", back.codebook.get("Brukermedvirkning").id, 0, 8)
    assert copy.read_bytes() == bytes_of_copy, "the backup stays as it was"


def test_a_backup_opens_as_a_project_of_its_own(worked: Project, tmp_path: Path) -> None:
    before = state(worked)
    with Project.open(worked.backup(tmp_path / "kopi.qualcode")) as copy:
        assert state(copy) == before
        assert copy.check() == ()
    assert state(worked) == before


def test_a_backup_goes_where_nothing_is(worked: Project, tmp_path: Path) -> None:
    (tmp_path / "there.qualcode").write_text("mine")
    with pytest.raises(Duplicate, match="nothing was overwritten"):
        worked.backup(tmp_path / "there.qualcode")
    assert (tmp_path / "there.qualcode").read_text() == "mine"


def test_a_backup_that_cannot_be_written_leaves_nothing(worked: Project, tmp_path: Path) -> None:
    there = set(tmp_path.iterdir())
    with pytest.raises(StoreFull):
        worked.backup(tmp_path / "none" / "kopi.qualcode")
    assert set(tmp_path.iterdir()) == there


def test_an_earlier_state_is_not_passed_off_as_a_backup(worked: Project, tmp_path: Path) -> None:
    with worked.at(2) as earlier, pytest.raises(Refused):
        earlier.backup(tmp_path / "kopi.qualcode")
    assert not (tmp_path / "kopi.qualcode").exists()


def test_nothing_is_put_back_over_a_project(
    worked: Project, new_address: Callable[[], str], tmp_path: Path
) -> None:
    copy, address = worked.backup(tmp_path / "kopi.qualcode"), new_address()
    with Project.create(address, name="En annen") as other:
        other.codebook.create("Min")
    with pytest.raises(Duplicate):
        Project.restore(copy, address)
    with Project.open(address) as other:
        assert [code.name for code in other.codebook.all()] == ["Min"]


def foreign(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE bookmark (url TEXT)")
    connection.close()


@pytest.mark.parametrize(
    "make",
    [lambda path: None, lambda path: path.mkdir(), lambda path: path.write_text("tekst"), foreign],
    ids=["nothing", "folder", "text", "another-database"],
)
def test_what_is_no_backup_is_not_put_back(
    new_address: Callable[[], str], tmp_path: Path, make: Callable[[Path], None]
) -> None:
    file, address = tmp_path / "kopi.bak", new_address()
    make(file)
    with pytest.raises(NotAProject, match=r"kopi\.bak"):
        Project.restore(file, address)
    with pytest.raises((NotFound, QualcodeError)):
        Project.open(address)
    Project.create(address).close()


def test_a_backup_of_a_newer_version_is_not_put_back(
    worked: Project, new_address: Callable[[], str], tmp_path: Path
) -> None:
    copy, address = worked.backup(tmp_path / "kopi.qualcode"), new_address()
    with sqlite3.connect(copy) as connection:
        connection.execute("UPDATE layout SET version_num = '9999'")
    connection.close()
    with pytest.raises(NewerProject):
        Project.restore(copy, address)
    Project.create(address).close()


def test_a_restore_that_fails_halfway_leaves_nothing(coded: Project, postgresql: str, tmp_path: Path) -> None:
    copy = coded.backup(tmp_path / "kopi.qualcode")
    with sqlite3.connect(copy) as connection:
        connection.execute("DELETE FROM coder")
    connection.close()
    address = f"{postgresql}{'&' if '?' in postgresql else '?'}schema=qhalfway{uuid4().hex[:8]}"
    with pytest.raises(QualcodeError):
        Project.restore(copy, address)
    Project.create(address).close()


def test_a_backup_taken_while_others_write_is_of_one_moment(
    new_address: Callable[[], str], tmp_path: Path
) -> None:
    address = new_address()
    with Project.create(address, coder="Nina") as project:
        project.documents.add("a.txt", ("Åse sa ja. " * 3000).encode())
        code, stop = project.codebook.create("Kode").id, Event()
        done: list[str] = []

        def work() -> None:
            at = 0
            while not stop.is_set() and at < 3000:
                done.append(project.codings.apply("a.txt", code, at * 10, at * 10 + 8).id)
                at += 1

        thread = Thread(target=work)
        thread.start()
        try:
            taken = []
            for number in range(4):
                before = len(done)
                path = project.backup(tmp_path / f"kopi {number}.qualcode")
                taken.append((path, before, len(done)))
        finally:
            stop.set()
            thread.join()
        for path, before, after in taken:
            with Project.open(path) as copy:
                there = [each.id for each in copy.codings.of(copy.documents.get("a.txt").id)]
                assert copy.check() == ()
                assert before <= len(there) <= after + 1
                assert set(done[:before]) <= set(there)


def test_a_copy_is_whole_or_absent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Project.create(tmp_path / "a.qualcode", coder="Nina") as project:
        project.codebook.create("Kode")
        limited = sqlite3.connect

        def full(*args: Any, **options: Any) -> sqlite3.Connection:
            connection = limited(*args, **options)
            if str(args[0]).endswith(".part"):
                connection.execute("PRAGMA max_page_count=3")
            return connection

        monkeypatch.setattr(copies.sqlite3, "connect", full)
        with pytest.raises(StoreFull, match="could not be written"):
            project.backup(tmp_path / "kopi.qualcode")
    assert [path.name for path in tmp_path.iterdir()] == ["a.qualcode"]
