"""The sample projects: whole, coded, and gone again when they cannot be made."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.project import samples


@pytest.mark.parametrize(("language", "documents", "most"), [("nb", 10, 100), ("en", 2, 20)])
def test_a_sample_is_whole_and_coded(tmp_path: Path, language: str, documents: int, most: int) -> None:
    with Project.sample(tmp_path / "s.qualcode", coder="Gjest", language=language) as project:
        assert project.info().language == language
        assert len(project.documents.all()) == documents
        assert {each.language for each in project.documents.all()} <= (
            {"nb", "nn"} if language == "nb" else {"en"}
        )
        assert project.codings.count() >= most
        assert len({excerpt.coder for excerpt in project.codings.excerpts()}) == (
            2 if language == "nb" else 1
        )
        assert all(each.attributes for each in project.documents.all())
        assert project.check() == ()
        (entry,) = project.journal.all()
        assert entry.in_words() == "Made the sample project"
        assert project.undo() is None, "a visitor cannot take the sample away by mistake"
        total = {row.path: row.total for row in project.frequencies().rows}
        assert sum(row.own for row in project.frequencies().rows) == project.codings.count()
        assert max(total.values()) <= project.codings.count()


def test_a_sample_that_cannot_be_made_leaves_nothing(
    new_address: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    address = new_address()
    monkeypatch.setattr(samples, "ATTRIBUTES", ("kodinger-1.csv",))  # its column "code" is no attribute
    with pytest.raises(QualcodeError):
        Project.sample(address)
    monkeypatch.undo()
    Project.create(address).close()
