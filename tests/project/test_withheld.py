"""Quotation reports: notes are no quotations, withdrawn consent is respected, and what is left out is told."""

import csv
import io
import re
import zipfile

import pytest

from qualcode import Project

ENDINGS = [".docx", ".xlsx", ".csv"]
WORDS = {
    "a.txt": "Ordrett sagt her.",
    "b.txt": "Notert av meg.",
    "c.txt": "Trukket tilbake.",
    "d.txt": "Om Kari selv.",
}


@pytest.fixture
def study(project: Project) -> Project:
    """Four documents: verbatim, notes, withdrawn, and verbatim with a case who has withdrawn."""
    code = project.codebook.create("Kode").id
    for name, words in WORDS.items():
        project.documents.add(name, words.encode())
        project.codings.apply(name, code, 0, len(words))
        project.as_coder("Kari").codings.apply(name, code, 0, len(words))
    project.documents.set_attributes("a.txt", {"record": "transkripsjon", "consent": "avventes"})
    project.documents.set_attributes("b.txt", {"Record": "Notater"})
    project.documents.set_attributes("c.txt", {"consent": "trukket", "record": "notes"})
    project.cases.create("Kari", values={"consent": "withdrawn"})
    project.cases.tie("Kari", "d.txt")
    return project


def words_of(data: bytes, ending: str) -> str:
    if ending == ".csv":
        return "\n".join(" | ".join(row) for row in csv.reader(io.StringIO(data.decode("utf-8-sig"))))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode("utf-8") for name in package.namelist() if name.endswith(".xml")]
    return re.sub(r"<[^>]+>", " ", "\n".join(parts))


def shown(text: str) -> set[str]:
    return {name for name, words in WORDS.items() if words in text}


@pytest.mark.parametrize("ending", ENDINGS)
def test_notes_and_what_is_withdrawn_are_left_out_and_told(study: Project, ending: str) -> None:
    text = words_of(study.reports.export("quotations", ending, language="en"), ending)
    assert shown(text) == {"a.txt"}
    assert "1 from notes, which are not verbatim" in text
    assert "2 for which consent is withdrawn" in text
    assert study.reports.withheld() == {"notes": 1, "withdrawn": 2}


@pytest.mark.parametrize("ending", ENDINGS)
def test_notes_that_are_asked_for_are_marked(study: Project, ending: str) -> None:
    text = words_of(study.reports.export("quotations", ending, language="en", notes=True), ending)
    assert shown(text) == {"a.txt", "b.txt"}
    assert "[notes, not verbatim] Notert av meg." in text
    assert "from notes" not in text and "2 for which consent is withdrawn" in text
    assert "verbatim] Ordrett" not in text
    assert study.reports.withheld(notes=True) == {"withdrawn": 2}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_report_that_leaves_nothing_out_says_nothing_of_it(study: Project, ending: str) -> None:
    only = {"where": 'document = "a.txt"'}
    assert "Left out" not in words_of(
        study.reports.export("quotations", ending, language="en", **only), ending
    )
    assert study.reports.withheld(**only) == {}


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_report_in_norwegian_tells_it_too(study: Project, ending: str) -> None:
    text = words_of(study.reports.export("quotations", ending, language="nb"), ending)
    assert shown(text) == {"a.txt"} and "2 " in text


def test_counts_and_excerpts_are_as_they_were(study: Project) -> None:
    assert study.frequencies().rows[0].total == study.codings.count() == len(study.codings.excerpts()) == 8
