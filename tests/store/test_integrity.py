"""`check` finds damage of every kind, and repairs only what loses nothing."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, delete, insert, text, update

from qualcode import Project
from qualcode.errors import QualcodeError, StoreError
from qualcode.model.values import Problem
from qualcode.store.schema import (
    attribute_type,
    case,
    case_value,
    change,
    code,
    coding,
    coding_link,
    comment,
    content,
    document,
    head,
    journal,
    memo,
    tie,
)


@contextmanager
def behind_the_back(project: Project) -> Iterator[Connection]:
    """Writes past every rule of the program, and past the keys of the database."""
    with project.store.engine.connect() as plain:
        if plain.dialect.name == "sqlite":
            plain.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        connection = plain.execution_options(writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SET LOCAL session_replication_role = replica"))
            yield connection
    project.store.engine.dispose()


def told(problems: tuple[Problem, ...]) -> str:
    return " ".join(each.what.format(**each.values) for each in problems)


@pytest.fixture
def worked(coded: Project) -> Project:
    """A project with a coding and its memo."""
    hope = coded.codebook.get("Recovery/Håp").id
    coded.codings.apply("Åse.txt", hope, 19, 30, memo="et notat")
    assert coded.check() == ()
    return coded


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (delete(code).where(code.c.name == "Håp"), "1 rows of coding point at a code_id"),
        (update(coding).values(end=10**6), "1 codings reach outside the text of “Åse.txt”"),
        (delete(coding), "1 memos are about a coding that is gone"),
        (update(memo).values(text="noe annet"), "1 rows are not as the journal says"),
        (update(code).values(definition="noe annet"), "3 rows are not as the journal says"),
        (delete(memo), "1 rows are not as the journal says"),
        (update(head).values(revision=99), "but the project is at revision 99"),
        (delete(journal).where(journal.c.revision == 2), "The journal has 3 rows up to 4"),
        (delete(change).where(change.c.kind == "memo"), "1 rows are not as the journal says"),
        (update(content).values(data=b"x"), "The stored text of “Åse.txt” is damaged"),
        (delete(content), "1 rows of document point at a text_sha that is not there"),
        (update(document).values(language="xx"), "1 rows are not as the journal says"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_was_changed_past_the_program_is_found(worked: Project, damage: object, found: str) -> None:
    with behind_the_back(worked) as connection:
        connection.execute(damage)  # type: ignore[call-overload]
    assert found in told(worked.check())
    assert found in told(worked.check(repair=True)), "what somebody made is not guessed at"
    assert found in told(worked.check())


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (delete(case), "1 rows of tie point at a case_id that is not there"),
        (update(case_value).values(value="noe annet"), "1 rows are not as the journal says"),
        (delete(tie), "1 rows are not as the journal says"),
        (update(attribute_type).values(type="date"), "1 rows are not as the journal says"),
    ],
    ids=["case", "value", "tie", "type"],
)
def test_damage_to_cases_is_found(worked: Project, damage: object, found: str) -> None:
    worked.cases.create("Åse", values={"alder": "52"})
    worked.cases.tie("Åse", "Åse.txt")
    worked.cases.set_type("alder", "number")
    assert worked.check() == ()
    with behind_the_back(worked) as connection:
        connection.execute(damage)  # type: ignore[call-overload]
    assert found in told(worked.check())


def test_a_row_added_past_the_program_is_found(worked: Project) -> None:
    with behind_the_back(worked) as connection:
        row = {
            "id": "x",
            "name": "Ny",
            "name_key": "ny",
            "position": 9,
            "colour": "#000000",
            "parent_id": None,
        }
        row |= dict.fromkeys(("definition", "when_to_use", "when_not", "example"), "")
        connection.execute(insert(code), row)
    assert "1 rows are not as the journal says" in told(worked.check())


def test_texts_that_nothing_uses_are_found_and_taken_away(worked: Project) -> None:
    with behind_the_back(worked) as connection:
        sha = worked.store.keep(connection, b"nobody needs this")
    (problem,) = worked.check()
    assert (told((problem,)), problem.repaired) == ("1 stored texts are used by nothing.", False)
    (problem,) = worked.check(repair=True)
    assert problem.repaired
    assert worked.check() == ()
    with pytest.raises(StoreError):
        worked.store.fetch(sha)


def test_texts_that_only_undo_needs_are_kept(worked: Project) -> None:
    before = worked.documents.text("Åse.txt")
    worked.documents.set_language("Åse.txt", "en")
    worked.documents.remove("Åse.txt")
    assert worked.check(repair=True) == ()
    worked.undo()
    worked.undo()
    assert worked.documents.text("Åse.txt") == before
    assert worked.documents.structure("Åse.txt").sentences


def test_a_missing_text_is_told_in_words_when_it_is_read(worked: Project) -> None:
    with behind_the_back(worked) as connection:
        connection.execute(delete(content))
    with pytest.raises(StoreError, match="missing or damaged"):
        worked.documents.source("Åse.txt")


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A closed project of many pages."""
    path = tmp_path / "a.qualcode"
    words = random.Random(1)
    with Project.create(path, coder="Nina") as project:
        for number in range(4):
            lines = (" ".join(f"{words.random()}" for _ in range(8)) for _ in range(300))
            project.documents.add(f"{number}.txt", "\n".join(lines).encode())
        made = project.codebook.create("Kode").id
        with project.together("Mange"):
            for at in range(200):
                project.codings.apply("0.txt", made, at * 5, at * 5 + 4)
    return path


def opened_and_checked(path: Path) -> str:
    try:
        with Project.open(path) as project:
            return told(project.check())
    except QualcodeError as error:
        return str(error)


@pytest.mark.parametrize("wrong", [b"\xff", b"\x00", b"\x0d"])
def test_a_damaged_page_is_found_wherever_it_lies(large: Path, wrong: bytes) -> None:
    whole = large.read_bytes()
    assert opened_and_checked(large) == ""
    for page in range(1, len(whole) // 4096, 9):
        large.write_bytes(whole[: page * 4096] + wrong * 4096 + whole[(page + 1) * 4096 :])
        assert "damaged" in opened_and_checked(large), page


def test_check_of_a_damaged_file_is_a_problem_told_not_an_error(large: Path) -> None:
    with closing(sqlite3.connect(large)) as connection:
        query = "SELECT rootpage FROM sqlite_master WHERE name = 'coding'"
        page = connection.execute(query).fetchone()[0] - 1
    whole = large.read_bytes()
    large.write_bytes(whole[: page * 4096] + b"\xff" * 4096 + whole[(page + 1) * 4096 :])
    with Project.open(large) as project:
        problems = project.check(repair=True)
    assert "The file is damaged" in told(problems)
    assert not any(each.repaired for each in problems)


def test_a_long_random_session_leaves_nothing_wrong(new_address: Callable[[], str]) -> None:
    dice = random.Random(7)
    with Project.create(new_address(), coder="Nina") as nina:
        people = [nina, nina.as_coder("Kari"), nina.as_coder("Øystein")]
        nina.documents.add("a.txt", b"Hun gikk hjem, og kom igjen. " * 30)
        refused = 0
        for step in range(150):
            who = dice.choice(people)
            try:
                random_act(who, dice, step)
            except QualcodeError:
                refused += 1
        assert 0 < refused < 100
        assert nina.revision > 50
        assert nina.check() == ()
        for revision in range(0, nina.revision, 25):
            with nina.at(revision) as then:
                assert then.codings.count() == len(then.codings.excerpts())


def random_act(who: Project, dice: random.Random, step: int) -> None:
    codes, codings = who.codebook.all(), who.codings.excerpts()
    one, other = (dice.choice(codes).id if codes else "none" for _ in range(2))
    of = dice.choice(codings).id if codings else "none"
    start = dice.randrange(0, 860)
    acts: list[Callable[[], object]] = [
        lambda: who.codebook.create(f"Kode {step}", parent_id=dice.choice([None, one]) if codes else None),
        lambda: who.codings.apply(
            "a.txt", one, start, start + dice.randrange(1, 60), memo=dice.choice(["", "m"])
        ),
        lambda: who.codings.in_vivo("a.txt", start, start + 12),
        lambda: who.codings.remove(of),
        lambda: who.codings.resize(of, start, start + 3),
        lambda: who.codebook.merge(one, other),
        lambda: who.codebook.delete(one, codings=dice.choice(["refuse", "remove"])),
        lambda: who.documents.set_attributes("a.txt", {"runde": str(step % 3)}),
        lambda: who.documents.add(f"{step % 5}.txt", f"Tekst {step}".encode()),
        lambda: who.documents.remove(dice.choice(who.documents.all()).id) if step % 9 == 0 else None,
        who.undo,
        who.redo,
    ]
    dice.choice([*acts, *acts[:3]])()


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (update(memo).where(memo.c.about == "segment").values(end=10**6), "1 memos reach outside the text"),
        (delete(comment), "1 rows are not as the journal says"),
        (update(coding_link).values(kind="x"), "1 rows are not as the journal says"),
        (update(comment).values(coding_id="x"), "1 rows of comment point at a coding_id that is not there"),
        (update(memo).where(memo.c.about == "code").values(about_id="x"), "1 memos are about a code that"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_damage_to_what_is_said_is_found(worked: Project, damage: object, found: str) -> None:
    (one,) = worked.codings.excerpts()
    other = worked.codings.apply("Åse.txt", one.code_id, 40, 50)
    worked.codings.link(one.id, other.id)
    worked.codings.comment(one.id, "Hm.")
    worked.memos.add("code", one.code_id, "m")
    worked.memos.add("segment", "Åse.txt", "m", start=0, end=8)
    assert worked.check() == ()
    with behind_the_back(worked) as connection:
        connection.execute(damage)  # type: ignore[call-overload]
    assert found in told(worked.check())
