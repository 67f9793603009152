"""Cases on the command line: the verbs of the desk, with JSON."""

from pathlib import Path
from typing import Any

import pytest

from qualcode import Project


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A closed project with one coded interview."""
    from conftest import INTERVIEW

    path = tmp_path / "studie.qualcode"
    with Project.create(path, coder="Nina") as project:
        project.documents.add("Åse.txt", INTERVIEW.encode())
        project.codings.apply("Åse.txt", project.codebook.create("Håp").id, 71, 90)
    return path


def test_a_case_is_added_described_tied_listed_and_untied(run: Any, study: Path) -> None:
    assert run.well("cases", study, "add", "Oslo", "--kind", "site")["kind"] == "site"
    assert run.well("cases", study, "add", "Åse")["kind"] == "person"
    made = run.well("cases", study, "set", "åse", "alder=52", "motto=a=b")
    assert made["values"] == {"alder": "52", "motto": "a=b"}
    assert run.well("cases", study, "tie", "Åse", "Åse.txt", "--speaker", "ÅSE")["speaker"] == "Åse"
    (oslo, woman) = run.well("cases", study, "list")
    assert (oslo["case"], oslo["ties"]) == ("Oslo", [])
    assert woman["ties"] == [{"document": "Åse.txt", "speaker": "Åse"}]
    assert "Åse.txt (Åse)" in run("cases", study, "list").text
    (coding,) = run.well("codings", study, "list", "--where", "alder = 52")
    assert (coding["case"], coding["attributes"]["alder"]) == ("Åse", "52")
    (row,) = run.well("frequencies", study, "--by", "alder", "--count", "cases")
    assert row["52"] == 1
    assert run.well("cases", study, "untie", "Åse", "Åse.txt", "--speaker", "åse")["ties"] == []


def test_types_are_set_listed_and_kept_to(run: Any, study: Path) -> None:
    assert run.well("cases", study, "type", "rolle", "choice", "--choices", "tidgiver, deltaker")[
        "choices"
    ] == [
        "tidgiver",
        "deltaker",
    ]
    run.well("cases", study, "type", "alder", "number")
    names = [row["name"] for row in run.well("cases", study, "types")]
    assert names == ["record", "consent", "approval", "alder", "rolle"]
    run.well("cases", study, "add", "Åse")
    wrong = run("cases", study, "set", "Åse", "rolle=leder", "--json")
    assert (wrong.status, wrong.out) == (1, b"")
    assert "one of these: tidgiver, deltaker" in wrong.err
    assert run("cases", study, "set", "Åse", "alder").status == 1


def test_a_table_goes_out_and_comes_in(run: Any, study: Path, tmp_path: Path) -> None:
    table = tmp_path / "caser.csv"
    table.write_text("case;dokument;alder\nÅse;Åse.txt;52\nBo;Bo.txt;31\n", encoding="utf-8")
    told = run.well("cases", study, "import", table)
    assert told["cases"] == 2 and told["warnings"] == ["Row 3: the project has no document called “Bo.txt”."]
    out = tmp_path / "ut.xlsx"
    assert run.well("cases", study, "export", out) == {"file": str(out), "cases": 2}
    before = run.well("cases", study, "list")
    assert run.well("cases", study, "import", out)["warnings"] == []
    assert run.well("cases", study, "list") == before


def test_a_report_says_on_the_line_too_what_it_leaves_out(run: Any, study: Path, tmp_path: Path) -> None:
    with Project.open(study) as project:
        project.documents.set_attributes("Åse.txt", {"record": "notater"})
    out = tmp_path / "sitater.csv"
    assert run.well("export", study, out)["left_out"] == {"notes": 1}
    assert "1 from notes" in run("export", study, out, "--language", "en").err
    assert run.well("export", study, out, "--notes", "--language", "en")["left_out"] == {}
    assert "[notes, not verbatim]" in out.read_text(encoding="utf-8-sig")
