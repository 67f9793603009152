"""`proposals` and `speakers`: what the program found in a document, confirmed from the command line."""

from pathlib import Path

import pytest
from command_line import CommandLine

TALK = (
    "Intervjuer: Hva gjør du i dag?\n\nVeronica: Jeg går hjem nå.\n\nIntervjuer: Og så?\n\n"
    "Veronika: Så er det kveld.\n\nVeronica: Ja.\n"
)
REPORT = "# Funn\n\nFørste avsnitt om noe.\n\n## Tillit\n\nAndre avsnitt om noe annet.\n"


@pytest.fixture
def study(tmp_path: Path, run: CommandLine) -> str:
    where = str(tmp_path / "studie.qualcode")
    run.well("new", where)
    for name, text in (("samtale.txt", TALK), ("rapport.md", REPORT)):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        run.well("import", where, path)
    return where


def test_speakers_are_listed_and_two_spellings_become_one(study: str, run: CommandLine) -> None:
    rows = {row["label"]: row for row in run.well("speakers", study, "samtale.txt")}
    assert set(rows) == {"Intervjuer", "Veronica", "Veronika"}
    assert rows["Intervjuer"]["interviewer"] and not rows["Veronica"]["interviewer"]
    assert rows["Veronika"]["same_as"] == "Veronica"
    after = run.well("speakers", study, "samtale.txt", "--name", "Veronika=Vera", "--name", "Veronica=Vera")
    assert {row["name"] for row in after} == {"Intervjuer", "Vera"}
    spoken = {
        s["speaker"] for s in run.well("segments", study, "--unit", "turn", "--document", "samtale.txt")
    }
    assert spoken == {"Intervjuer", "Vera"}


def test_who_asks_can_be_said(study: str, run: CommandLine) -> None:
    rows = run.well(
        "speakers", study, "samtale.txt", "--interviewer", "Veronica", "--informant", "Intervjuer"
    )
    assert {row["label"] for row in rows if row["interviewer"]} == {"Veronica"}


def test_headings_are_listed_and_get_another_level(study: str, run: CommandLine) -> None:
    rows = run.well("proposals", study, "rapport.md", "--kind", "heading")
    assert [(row["text"].strip("# "), row["level"], row["accepted"]) for row in rows] == [
        ("Funn", 1, True),
        ("Tillit", 2, True),
    ]
    run.well("proposals", study, "rapport.md", "--level", f"{rows[1]['id']}=1")
    paths = {tuple(s["section"]) for s in run.well("segments", study, "--document", "rapport.md")}
    assert ("Tillit",) in paths
    run.well("proposals", study, "rapport.md", "--reject", rows[1]["id"])
    paths = {tuple(s["section"]) for s in run.well("segments", study, "--document", "rapport.md")}
    assert ("Tillit",) not in paths


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--level", "heading"], "NAME=VALUE"),
        (["--level", "heading:0=x"], "not a number"),
        (["--level", "heading:0=99"], "from 1 to 9"),
        (["--accept", "heading:99999"], "heading:99999"),
        (["--speaker", "quotation:5=Kari"], "quotation:5"),
    ],
)
def test_what_is_not_there_is_said(study: str, run: CommandLine, options: list[str], told: str) -> None:
    result = run("proposals", study, "rapport.md", *options)
    assert (result.status, result.out) == (1, b"")
    assert told in result.err
