"""How many questions the database is asked: always the same few, however much the project holds."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from qualcode import Project


@contextmanager
def counted(project: Project) -> Iterator[list[str]]:
    """The statements that are sent inside the block."""
    said: list[str] = []

    def note(*told: object) -> None:
        statement = str(told[2])
        if not statement.startswith(("BEGIN", "PRAGMA")):
            said.append(statement)

    event.listen(project.store.engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(project.store.engine, "before_cursor_execute", note)


def grow(project: Project, size: int) -> None:
    """Puts in so many documents with attributes, codes in a tree, and codings with memos in one document."""
    before = len(project.documents.all())
    with project.together("Mer"):
        project.documents.add_all((f"{before + n}.txt", b"Hun gikk hjem igjen. " * 20) for n in range(size))
        for number in range(size):
            name = f"{before + number}.txt"
            project.documents.set_attributes(name, {"runde": str(number % 2), "sted": "Oslo"})
            case = project.cases.create(f"Case {before + number}", values={"alder": str(number)}).id
            project.cases.tie(case, name)
            code = project.codebook.create(
                f"Overkode {number % 3 + before}/Kode {number}", colour="#112233"
            ).id
            coding = project.codings.apply("0.txt", code, before + number, before + number + 9, memo="m")
            project.memos.add("coding", coding.id, "m", type="analytic")
            project.memos.add("segment", name, "m", start=0, end=3)


READS: dict[str, Callable[[Project], object]] = {
    "documents": lambda project: project.documents.all(),
    "codebook": lambda project: project.codebook.all(),
    "one page of excerpts": lambda project: project.codings.excerpts(limit=50),
    "excerpts by attribute": lambda project: project.codings.excerpts(where='runde = "1"', limit=50),
    "number of codings": lambda project: project.codings.count(where='sted = "Oslo"'),
    "a document's codings": lambda project: project.codings.of(project.documents.get("0.txt").id),
    "frequencies": lambda project: project.frequencies(by="runde"),
    "memos": lambda project: project.memos.all(search="m"),
    "excerpts by what is said": lambda project: project.codings.excerpts(where="starred = no", limit=50),
    "cases": lambda project: project.cases.all(),
    "frequencies by a value of cases": lambda project: project.frequencies(by="alder", count="cases"),
    "journal": lambda project: project.journal.all(limit=20),
    "coding a passage": lambda project: project.codings.apply(
        "0.txt", project.codebook.all()[0].id, 100 + project.revision, 109 + project.revision
    ),
}


@pytest.mark.parametrize("read", READS)
def test_reading_asks_as_often_in_a_large_project_as_in_a_small_one(project: Project, read: str) -> None:
    grow(project, 3)
    READS[read](project)
    with counted(project) as small:
        READS[read](project)
    grow(project, 30)
    with counted(project) as large:
        READS[read](project)
    assert len(large) == len(small) <= 20
