"""What was acknowledged is on the disk: settings of every connection, full disks, locks held by others, killed programs."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import event

from qualcode import Project
from qualcode.errors import QualcodeError, StoreBusy, StoreFull
from qualcode.store import connect

ROOT = Path(__file__).resolve().parents[2]
TEXT = "Åse sa: «Ja 🙂». Så gikk hun hjem, og kom igjen dagen etter. " * 400


def ready(address: str) -> tuple[str, str]:
    """A new project with one long text and one code; gives their ids."""
    with Project.create(address, coder="Nina") as project:
        project.documents.add("a.txt", TEXT.encode())
        return project.documents.get("a.txt").id, project.codebook.create("Kode").id


def whole(project: Project, codings: int) -> None:
    """Nothing lost, nothing double, no gap in the journal, nothing damaged."""
    assert project.codings.count() == codings
    revisions = [entry.revision for entry in project.journal.all()]
    assert revisions == list(range(project.revision, 0, -1))
    assert project.check() == ()


def test_every_connection_keeps_its_promises(tmp_path: Path) -> None:
    ready(str(tmp_path / "a.qualcode"))
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    with Project.open(tmp_path / "a.qualcode") as project:
        connections = [project.store.engine.connect() for _ in range(12)]
        for connection in connections:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
            assert found == wanted
        for connection in connections:
            connection.close()


def test_a_verb_locks_before_it_writes(tmp_path: Path) -> None:
    ready(str(tmp_path / "a.qualcode"))
    with Project.open(tmp_path / "a.qualcode", coder="Nina") as project:
        said: list[str] = []
        event.listen(project.store.engine, "before_cursor_execute", lambda *told: said.append(told[2]))
        project.codebook.create("Ny")
    first = next(i for i, statement in enumerate(said) if statement == "BEGIN IMMEDIATE")
    assert not any("INSERT" in statement or "UPDATE" in statement for statement in said[:first])


def small(project: Project, pages: int) -> None:
    """Makes the disk full for this project, as far as SQLite can tell, `pages` pages from now."""

    def limit(connection: sqlite3.Connection, *_rest: object) -> None:
        now = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={now + pages}")

    project.store.engine.dispose()
    event.listen(project.store.engine, "connect", limit)
    project.small = limit  # type: ignore[attr-defined]


def roomy(project: Project) -> None:
    event.remove(project.store.engine, "connect", project.small)  # type: ignore[attr-defined]
    project.store.engine.dispose()


@pytest.mark.parametrize("pages", [0, 1, 3, 9])
def test_on_a_full_disk_nothing_is_half_done_and_room_makes_it_work_again(tmp_path: Path, pages: int) -> None:
    ready(str(tmp_path / "a.qualcode"))
    with Project.open(tmp_path / "a.qualcode", coder="Nina") as project:
        before, revision = project.documents.all(), project.revision
        small(project, pages)
        with pytest.raises(StoreFull, match="Make room"):
            project.documents.add("stor.txt", os.urandom(300_000).hex().encode())
        assert (project.documents.all(), project.revision) == (before, revision)
        roomy(project)
        whole(project, 0)
        project.documents.add("stor.txt", b"Kort likevel.")
        assert project.revision == revision + 1


def test_a_disk_that_fills_up_while_coding_loses_nothing_acknowledged(tmp_path: Path) -> None:
    document, code = ready(str(tmp_path / "a.qualcode"))
    with Project.open(tmp_path / "a.qualcode", coder="Nina") as project:
        small(project, 12)
        done = 0
        with pytest.raises(StoreFull):
            for at in range(2000):
                project.codings.apply(document, code, at * 5, at * 5 + 5)
                done += 1
        assert 0 < done < 2000
        roomy(project)
        whole(project, done)
        project.codings.apply(document, code, 1, 9)
        whole(project, done + 1)


def test_a_lock_held_by_another_program_is_told_after_a_while(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    document, code = ready(str(tmp_path / "a.qualcode"))
    holds = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None); "
    holds += (
        "c.execute('BEGIN IMMEDIATE'); print('held', flush=True); sys.stdin.read(); c.rollback(); c.close()"
    )
    line = [sys.executable, "-c", holds, str(tmp_path / "a.qualcode")]
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.2)
    with (
        Project.open(tmp_path / "a.qualcode", coder="Nina") as project,
        subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as other,
    ):
        assert other.stdout and other.stdin and other.stdout.readline().strip() == b"held"
        assert project.codebook.get("Kode").id == code, "reading needs no lock"
        with pytest.raises(StoreBusy, match="another program holds"):
            project.codings.apply(document, code, 0, 3)
        other.stdin.close()
        other.wait()
        project.codings.apply(document, code, 0, 3)
        whole(project, 1)


def test_a_lock_held_on_postgresql_is_told_too(postgresql: str, monkeypatch: pytest.MonkeyPatch) -> None:
    address = f"{postgresql}{'&' if '?' in postgresql else '?'}schema=qbusy"
    document, code = ready(address)
    monkeypatch.setattr(connect, "BUSY_SECONDS", 1)
    with Project.open(address, coder="Nina") as project, Project.open(address, coder="Kari") as other:
        with (
            ThreadPoolExecutor(1) as thread,
            other.together("Holds the project"),
            pytest.raises(StoreBusy),
        ):
            thread.submit(project.codings.apply, document, code, 0, 3).result()
        project.codings.apply(document, code, 0, 3)
        whole(project, 1)


CODES = """
    import os, sys
    from qualcode import Project
    address, document, code, programs, count = sys.argv[1:]
    mine = 0
    for number in range(1, int(programs)):
        if os.fork() == 0:
            mine = number
            break
    with Project.open(address, coder=f"Koder {mine}") as project:
        for at in range(int(count)):
            made = project.codings.apply(document, code, at * 5, at * 5 + 5)
            os.write(1, f"{made.id}\\n".encode())
    while mine == 0 and int(programs) > 1:
        try:
            if os.wait()[1]:
                sys.exit("a program failed")
        except ChildProcessError:
            break
"""


def coding(
    address: str, document: str, code: str, count: int, *, programs: int = 1
) -> "subprocess.Popen[str]":
    """Other programs that code, each telling the id of a coding once it is stored."""
    line = [sys.executable, "-c", textwrap.dedent(CODES), address, document, code, str(programs), str(count)]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(line, env=surroundings, stdout=subprocess.PIPE, text=True)


def test_a_program_that_is_killed_loses_nothing_it_acknowledged(tmp_path: Path) -> None:
    address = str(tmp_path / "a.qualcode")
    document, code = ready(address)
    with coding(address, document, code, 2000) as child:
        assert child.stdout
        told = [child.stdout.readline().strip() for _ in range(200)]
        child.send_signal(signal.SIGKILL)
        told += [line.strip() for line in child.stdout if line.endswith("\n")]
    with Project.open(address, coder="Nina") as project:
        there = [each.id for each in project.codings.of(document)]
        assert len(there) == len(set(there))
        assert set(told) <= set(there)
        assert len(there) - len(told) in (0, 1), "at most the one that was being told"
        whole(project, len(there))


def test_ten_programs_code_at_once(tmp_path: Path) -> None:
    address = str(tmp_path / "a.qualcode")
    document, code = ready(address)
    with coding(address, document, code, 8, programs=10) as children:
        told = children.communicate()[0].split()
        assert children.returncode == 0
    assert len(told) == 80
    with Project.open(address) as project:
        assert {each.id for each in project.codings.of(document)} == set(told)
        assert len(project.coders.all()) == 11
        whole(project, 80)


def at_once(number: int, work: Callable[[int], Any]) -> list[Any]:
    """What `work` gives in so many threads that begin at the same moment."""
    gate = Barrier(number)

    def begin(which: int) -> Any:
        gate.wait()
        return work(which)

    with ThreadPoolExecutor(number) as threads:
        return list(threads.map(begin, range(number)))


def test_ten_threads_code_at_once_in_one_open_project(new_address: Callable[[], str]) -> None:
    address = new_address()
    document, code = ready(address)
    with Project.open(address, coder="Nina") as project:

        def work(which: int) -> list[str]:
            mine = project.as_coder(f"Koder {which}")
            made = []
            for at in range(10):
                made.append(mine.codings.apply(document, code, at * 5, at * 5 + 5).id)
                mine.codings.excerpts(limit=3)
            return made

        told = [id_ for made in at_once(10, work) for id_ in made]
        assert {each.id for each in project.codings.of(document)} == set(told)
        whole(project, 100)


def test_the_same_new_coder_twice_at_once_is_one_coder(new_address: Callable[[], str]) -> None:
    address = new_address()
    ready(address)
    with Project.open(address, coder="Nina") as project:
        made = at_once(8, lambda which: project.as_coder("Kari" if which % 2 else "KARI").coder.id)
        assert len(set(made)) == 1
        assert len(project.coders.all()) == 2


def test_a_request_that_comes_twice_at_once_is_done_once(new_address: Callable[[], str]) -> None:
    address = new_address()
    ready(address)
    with Project.open(address, coder="Nina") as project:
        project.codebook.create("Først")

        def request(_which: int) -> bool:
            with project.together("From a client", uid="the-same") as act:
                if not act.repeated:
                    project.codebook.create("Nytt")
                return act.repeated

        assert sorted(at_once(6, request)) == [False] + [True] * 5
        whole(project, 0)


def test_of_several_who_create_the_same_project_one_does(new_address: Callable[[], str]) -> None:
    address = new_address()

    def create(which: int) -> str:
        try:
            with Project.create(address, name=f"Studie {which}", coder="Nina") as project:
                project.codebook.create(f"Kode {which}")
                return project.info().name
        except QualcodeError:
            return ""

    (name,) = filter(None, at_once(6, create))
    with Project.open(address) as project:
        assert project.info().name == name
        assert [code.name for code in project.codebook.all()] == [name.replace("Studie", "Kode")]
        whole(project, 0)
