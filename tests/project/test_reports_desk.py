"""The reports desk: every kind in every form, of the moment it says."""

import csv
import io
import zipfile

import pytest

from qualcode import Project
from qualcode.errors import BadExpression, NotFound, Refused
from qualcode.reports import ENDINGS

EVERY = [(kind, ending) for kind, endings in ENDINGS.items() for ending in endings]


@pytest.fixture
def worked(coded: Project) -> Project:
    coded.codings.apply("Åse.txt", coded.codebook.get("Recovery/Håp").id, 19, 30, memo="et notat")
    coded.documents.set_attributes("Åse.txt", {"rolle": "tidgiver"})
    return coded


def table(data: bytes) -> str:
    """A csv as one text."""
    return "\n".join(" | ".join(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize(("kind", "ending"), EVERY)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_report_is_a_whole_file(worked: Project, kind: str, ending: str, language: str) -> None:
    data = worked.reports.export(kind, ending, language=language)
    if ending == ".csv":
        assert "Håp" in table(data)
    else:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            assert package.testzip() is None
            assert any("Håp" in package.read(name).decode("utf-8", "replace") for name in package.namelist())


@pytest.mark.parametrize(("kind", "ending"), EVERY)
def test_an_empty_project_has_reports_too(project: Project, kind: str, ending: str) -> None:
    assert project.reports.export(kind, ending)


@pytest.mark.parametrize(
    ("kind", "ending"), [("quotations", ".pdf"), ("quotations", "docx"), ("agreement", ".docx"), ("", "")]
)
def test_a_report_that_does_not_exist_is_refused_with_those_that_do(
    project: Project, kind: str, ending: str
) -> None:
    with pytest.raises(Refused, match=r"There are: .*quotations.*codebook"):
        project.reports.export(kind, ending)


def test_a_report_shows_what_the_filter_lets_through(worked: Project) -> None:
    shown = worked.reports.export("quotations", ".csv", where='rolle = "tidgiver"')
    hidden = worked.reports.export("quotations", ".csv", where='rolle = "deltaker"')
    words = worked.codings.excerpts()[0].text
    assert words in table(shown) and words not in table(hidden)
    with pytest.raises(BadExpression):
        worked.reports.export("quotations", ".csv", where="rolle =")
    with pytest.raises(NotFound):
        worked.reports.export("quotations", ".csv", code="Ukjent")
    with pytest.raises(NotFound, match="There are: rolle"):
        worked.reports.export("frequencies", ".csv", by="alder")


def test_an_earlier_report_is_as_it_would_have_been_then(worked: Project) -> None:
    then, revision = worked.reports.export("quotations", ".csv"), worked.revision
    book, counts = worked.reports.export("codebook", ".csv"), worked.frequencies(by="rolle", count="words")
    worked.codebook.change(worked.codebook.get("Recovery").id, name="Bedring", definition="Ny")
    worked.codings.remove(worked.codings.excerpts()[0].id)
    worked.documents.set_attributes("Åse.txt", {"rolle": "deltaker"})
    with worked.at(revision) as earlier:
        assert earlier.reports.export("quotations", ".csv") == then
        assert earlier.reports.export("codebook", ".csv") == book
        assert earlier.frequencies(by="rolle", count="words") == counts
    assert worked.reports.export("codebook", ".csv") != book


def test_reading_makes_nobody_a_coder(worked: Project) -> None:
    revision, guest = worked.revision, worked.as_coder("Gjest")
    guest.reports.export("quotations", ".docx")
    guest.codings.excerpts()
    assert (guest.journal.can_undo(), guest.undo(), guest.redo()) == (None, None, None)
    assert ([coder.name for coder in worked.coders.all()], worked.revision) == (["Nina"], revision)
