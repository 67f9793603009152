"""`survey`: a table of answers from the command line."""

from pathlib import Path

import pytest
from command_line import CommandLine

TABLE = "ID;By;Hva hjalp?\n1;Oslo;At noen ringte da jeg ikke orket mer\n2;Bø;Å få være med og bestemme selv\n"


@pytest.fixture
def study(tmp_path: Path, run: CommandLine) -> str:
    where = str(tmp_path / "studie.qualcode")
    run.well("new", where)
    (tmp_path / "Svar.csv").write_text(TABLE, encoding="utf-8")
    return where


def test_columns_are_listed_and_nothing_is_imported(study: str, tmp_path: Path, run: CommandLine) -> None:
    rows = run.well("survey", study, tmp_path / "Svar.csv", "--columns")
    assert [(row["question"], row["open"], row["id"]) for row in rows] == [
        ("ID", False, True),
        ("By", False, False),
        ("Hva hjalp?", True, False),
    ]
    assert "At noen ringte" in run("survey", study, tmp_path / "Svar.csv", "--columns").text
    assert run.well("documents", study) == []


def test_answers_are_imported_under_their_questions(study: str, tmp_path: Path, run: CommandLine) -> None:
    rows = run.well("survey", study, tmp_path / "Svar.csv")
    assert [row["document"] for row in rows] == ["Svar – 1", "Svar – 2"]
    assert run("text", study, "Svar – 2").text.strip() == "Hva hjalp?\nÅ få være med og bestemme selv"


def test_questions_can_be_chosen(study: str, tmp_path: Path, run: CommandLine) -> None:
    run.well("survey", study, tmp_path / "Svar.csv", "--open", "By", "--open", "Hva hjalp?")
    assert run("text", study, "Svar – 1").text.startswith("By\nOslo\n\nHva hjalp?")
    wrong = run("survey", study, tmp_path / "Svar.csv", "--open", "Hvorfor?")
    assert wrong.status == 1
    assert "Hvorfor?" in wrong.err


def test_rows_that_are_there_already_make_the_status_one(
    study: str, tmp_path: Path, run: CommandLine
) -> None:
    run.well("survey", study, tmp_path / "Svar.csv")
    again = run("survey", study, tmp_path / "Svar.csv")
    assert again.status == 1
    assert again.text.count("✗") == 2
