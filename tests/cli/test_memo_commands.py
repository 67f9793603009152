"""The commands `mark` and `memos`: what they change, list and write."""

from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import CommandLine
from test_commands import TEXT, filled


@pytest.fixture
def where(tmp_path: Path, run: CommandLine) -> str:
    """The address of a project with a coding by Nina."""
    return filled(str(tmp_path / "studie.qualcode"), tmp_path, run)


def coding(where: str, run: CommandLine) -> str:
    (row,) = run.well("codings", where, "list")
    return str(row["id"])


def test_mark_changes_what_is_given_as_one_act(where: str, run: CommandLine) -> None:
    id_ = coding(where, run)
    line = ["mark", where, id_, "--coder", "Nina"]
    row = run.well(*line, "--weight", "promotes", "--star", "--condensation", "Håper")
    assert (row["weight"], row["starred"], row["condensation"]) == ("promotes", True, "Håper")
    row = run.well(*line, "--weight", "none")
    assert (row["weight"], row["starred"], row["comments"], row["links"]) == ("", True, 0, 0)
    assert run.well("codings", where, "list", "--where", "starred = yes")[0] == row
    assert run.well(*line, "--no-star", "--condensation", "")["condensation"] == ""
    for _ in range(3):
        run.well("undo", where, "--coder", "Nina")
    (row,) = run.well("codings", where, "list")
    assert (row["weight"], row["starred"], row["condensation"]) == ("", False, "")


def test_mark_refuses_what_is_somebody_elses(where: str, run: CommandLine) -> None:
    result = run("mark", where, coding(where, run), "--star", "--coder", "Kristian")
    assert (result.status, result.out) == (1, b"") and "somebody else's" in result.err
    assert run("mark", where, "nobody", "--star").status == 1
    assert run("mark", where, "x", "--weight", "heavy").status == 2


def test_memos_are_written_listed_and_exported(where: str, tmp_path: Path, run: CommandLine) -> None:
    add = ["memos", where, "add", "--coder", "Kristian"]
    made = run.well(*add, "Om håp.", "--about", "code", "--of", "Recovery/Håp", "--type", "analytic")
    assert (made["name"], made["coder"], made["type"], made["text"]) == (
        "Recovery/Håp",
        "Kristian",
        "analytic",
        "Om håp.",
    )
    start = TEXT.index("Nei")
    part = ["--about", "segment", "--of", "Åse.txt", "--start", start, "--end", start + 3]
    assert run.well(*add, "Kort svar", *part, "--title", "Svar")["words"] == "Nei"
    run.well(*add, "Om alt")
    rows = run.well("memos", where, "list")
    assert [row["about"] for row in rows] == ["project", "segment", "code", "coding"]
    find: Callable[..., list[str]] = lambda *more: [  # noqa: E731
        row["text"] for row in run.well("memos", where, "list", *more)
    ]
    assert find("--type", "analytic") == find("--search", "HÅP") == ["Om håp."]
    assert find("--by", "Nina") == find("--about", "coding") == ["=1+1"]
    out = tmp_path / "notater.md"
    told = run.well("memos", where, "export", out, "--by", "Kristian", "--language", "en")
    assert told["memos"] == 3 and "## Analytic memos" in out.read_text(encoding="utf-8")
    assert run("memos", where, "export", tmp_path / "n.pdf").status == 1
    assert run("memos", where, "add", "x", "--about", "case", "--of", "Ingen").status == 1
