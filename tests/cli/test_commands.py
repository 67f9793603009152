"""The contract of the command line: each command, one JSON value, exit statuses, earlier states."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from command_line import CommandLine

from qualcode import Project

TEXT = (
    "Intervju\n\nIntervjuer: Hva nå?\n\nÅse: Jeg håper … 🙂 på mer.\n\n"
    "Intervjuer: Noe mer?\n\nÅse: Nei. Det var alt."
)


@pytest.fixture
def where(tmp_path: Path, run: CommandLine) -> str:
    """The address of a project with an interview, three codes and a coding."""
    return filled(str(tmp_path / "studie.qualcode"), tmp_path, run)


def filled(address: str, tmp_path: Path, run: CommandLine) -> str:
    """The same at any address."""
    (tmp_path / "Åse.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "egenskaper.csv").write_text("dokument,rolle,sted\nÅse,tidgiver,Ås\n", encoding="utf-8")
    run.well("new", address, "--name", "Studie", "--coder", "Nina")
    files = [tmp_path / "Åse.txt", "--attributes", tmp_path / "egenskaper.csv"]
    run.well("import", address, *files, "--coder", "Nina")
    with Project.open(address, coder="Nina") as project:
        project.codebook.create("Recovery/Håp")
        project.codebook.create("Annet")
    run.well(*coding(address, "Jeg håper … 🙂"), "--coder", "Nina", "--memo", "=1+1")
    return address


def coding(address: str, words: str, code: str = "Recovery/Håp") -> list[object]:
    start = TEXT.index(words)
    line = ["code", address, "--document", "Åse.txt", "--code", code]
    return [*line, "--start", start, "--end", start + len(words)]


def test_new_tells_the_project_and_its_revision(new_address: Callable[[], str], run: CommandLine) -> None:
    address = new_address()
    made = run.well("new", address, "--name", "Studie", "--language", "en")
    assert (made["project"], made["name"], made["revision"]) == (address, "Studie", 0)
    again = run("new", address)
    assert (again.status, again.out) == (1, b"") and "exists already" in again.err


def test_new_may_be_the_sample(tmp_path: Path, run: CommandLine) -> None:
    address = tmp_path / "s.qualcode"
    assert run.well("new", address, "--sample", "--language", "en")["revision"] == 1
    assert len(run.well("documents", address)) == 2
    assert run.well("check", address) == []


def test_import_tells_what_became_of_each_file(where: str, tmp_path: Path, run: CommandLine) -> None:
    folder = tmp_path / "mappe"
    (folder / "under").mkdir(parents=True)
    (folder / "B.txt").write_bytes("Linje\r\nha\u030ap".encode())
    (folder / "under" / "C.md").write_text("# Tema\n\nR1: Hei.\n\nI: Ja.\n\nR1: Nei.")
    (folder / "~$B.txt").write_text("lock")
    (folder / ".skjult.txt").write_text("hidden")
    result = run("import", where, folder, "--json", "--coder", "Nina", "--language", "nb")
    assert result.status == 0
    one, two = result.value
    assert (one["document"], one["format"], one["characters"], one["segments"]) == ("B.txt", "txt", 9, 2)
    assert sorted(map(tuple, (each.values() for each in one["cleaning"]))) == [("line-ends", 1), ("nfc", 1)]
    assert (one["warnings"], one["speakers"], one["language"]) == ([], [], "nb")
    assert two["document"] == "C.md"
    assert "[1/2] B.txt" in result.err and "[2/2] C.md" in result.err


def test_a_bad_file_among_good_ones_is_told_and_the_others_go_in(
    where: str, tmp_path: Path, run: CommandLine
) -> None:
    (tmp_path / "bra.txt").write_text("Bra.")
    (tmp_path / "tom.txt").write_text("")
    paths = [tmp_path / "bra.txt", tmp_path / "tom.txt", tmp_path / "ikke.txt"]
    result = run("import", where, *paths, "--json")
    assert result.status == 1
    errors = {each["document"]: each.get("error", "") for each in result.value}
    assert set(errors) == {"bra.txt", "tom.txt", "ikke.txt"}
    assert "holds no text" in errors["tom.txt"] and "cannot be read" in errors["ikke.txt"]
    assert errors["bra.txt"] == ""
    assert errors["tom.txt"] in result.err and errors["ikke.txt"] in result.err
    assert [each["name"] for each in run.well("documents", where)] == ["Åse.txt", "bra.txt"]


@pytest.mark.parametrize("table", ["document,rolle\nKari,x\n", "navn;rolle\nÅse;x\n", ""])
def test_an_attribute_table_that_does_not_fit_leaves_nothing_half_done(
    where: str, tmp_path: Path, run: CommandLine, table: str
) -> None:
    (tmp_path / "ny.txt").write_text("Ny tekst.")
    (tmp_path / "t.csv").write_text(table)
    result = run("import", where, tmp_path / "ny.txt", "--attributes", tmp_path / "t.csv", "--json")
    assert (result.status, result.out) == (1, b"")
    assert [each["name"] for each in run.well("documents", where)] == ["Åse.txt"]


def test_unknown_documents_in_the_table_are_warned_of(where: str, tmp_path: Path, run: CommandLine) -> None:
    (tmp_path / "ny.txt").write_text("Ny tekst.")
    (tmp_path / "t.csv").write_text("document,rolle\nny.txt,x\nKari.txt,y\n")
    result = run("import", where, tmp_path / "ny.txt", "--attributes", tmp_path / "t.csv", "--json")
    assert result.status == 0
    assert "Row 3: the project has no document called “Kari.txt”." in result.err
    assert run.well("documents", where)[1]["attributes"] == {"rolle": "x"}


def test_documents_lists_what_is_known_of_each(where: str, run: CommandLine) -> None:
    (document,) = run.well("documents", where)
    assert document.pop("id")
    assert document == {
        "name": "Åse.txt",
        "characters": len(TEXT),
        "language": "nb",
        "attributes": {"rolle": "tidgiver", "sted": "Ås"},
        "codings": 1,
    }


def test_text_is_printed_to_the_letter(where: str, tmp_path: Path, run: CommandLine) -> None:
    assert run("text", where, "Åse.txt").out == TEXT.encode()
    assert run.well("text", where, "åse.TXT")["text"] == TEXT
    data = "A\u030ase\r\nto\r\n\r\n".encode()
    (tmp_path / "B.txt").write_bytes(data)
    run.well("import", where, tmp_path / "B.txt")
    assert run("text", where, "B.txt").text == "Åse\nto\n\n"
    assert run("text", where, "B.txt", "--original").out == data


@pytest.mark.parametrize("unit", ["section", "turn", "paragraph", "sentence"])
def test_segments_stand_at_their_positions(where: str, run: CommandLine, unit: str) -> None:
    for segment in run.well("segments", where, "--unit", unit):
        assert set(segment) >= {"document", "start", "end", "text", "speaker", "section", "page", "language"}
        assert TEXT[segment["start"] : segment["end"]] == segment["text"]
    assert run.well("segments", where, "--unit", unit, "--document", "åse.txt") == run.well(
        "segments", where, "--unit", unit
    )


def test_code_applies_one_code_and_shows_it(where: str, run: CommandLine) -> None:
    made = run.well(*coding(where, "Det var alt"), "--coder", "Kari")
    assert (made["text"], made["code"], made["coder"]) == ("Det var alt", "Recovery/Håp", "Kari")
    assert (made["speaker"], made["document"], made["memo"]) == ("Åse", "Åse.txt", "")
    assert run.well(*coding(where, "Det var alt"), "--coder", "kari") == made, "the same again is the same"


@pytest.mark.parametrize(
    ("change", "status", "told"),
    [
        (["--start", 10, "--end", 10**6], 1, "reach outside the text"),
        (["--start", 5, "--end", 5], 1, "hold no text"),
        (["--start", -4, "--end", 5], 1, "hold no text"),
        (["--code", "Recovery/Hap"], 1, "Did you mean “Recovery/Håp”"),
        (["--document", "Bo.txt"], 1, "no document called “Bo.txt”"),
        (["--start", "fem"], 2, "Invalid value"),
    ],
)
def test_a_coding_that_does_not_fit_is_refused_in_one_line(
    where: str, run: CommandLine, change: list[object], status: int, told: str
) -> None:
    result = run(*coding(where, "Det var alt"), *change, "--json")
    assert (result.status, result.out) == (status, b"")
    assert told in result.err
    assert len(result.err.splitlines()) == 1 or status == 2
    assert len(run.well("codings", where, "list")) == 1


def test_codings_are_listed_with_all_that_surrounds_them(where: str, run: CommandLine) -> None:
    (row,) = run.well("codings", where, "list", "--where", 'sted = "ås"', "--code", "Recovery")
    wanted = {
        "id",
        "document",
        "code",
        "start",
        "end",
        "text",
        "coder",
        "memo",
        "weight",
        "starred",
        "condensation",
        "comments",
        "links",
        "speaker",
        "section",
        "attributes",
    }
    assert wanted | {"at"} <= set(row)
    assert (row["text"], row["memo"], row["coder"]) == ("Jeg håper … 🙂", "=1+1", "Nina")
    assert TEXT[row["start"] : row["end"]] == row["text"]
    assert run.well("codings", where, "list", "--code", "Annet") == []
    assert run.well("codings", where, "list", "--document", "Åse.txt") == [row]


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_codings_are_imported_all_or_none(where: str, tmp_path: Path, run: CommandLine, ending: str) -> None:
    rows = [
        ("Åse.txt", "Annet", 0, 8, "Kari"),
        ("Åse.txt", "Annet", 0, 8, "Kari"),
        ("Åse.txt", "Recovery", 1, 8, ""),
    ]
    heads = ("document", "code", "start", "end", "coder")
    file = tmp_path / f"k{ending}"

    def write(rows: list[tuple[object, ...]]) -> None:
        if ending == ".csv":
            lines = [",".join(map(str, row)) for row in [heads, *rows]]
        else:
            lines = [json.dumps(dict(zip(heads, row, strict=True)), ensure_ascii=False) for row in rows]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")

    write([*rows, ("Åse.txt", "Annet", 8, 5, "")])
    result = run("codings", where, "import", file, "--coder", "Nina", "--json")
    assert (result.status, result.out) == (1, b"")
    assert f"k{ending}, row {5 if ending == '.csv' else 4}" in result.err
    write([*rows])
    done = run.well("codings", where, "import", file, "--coder", "Nina")
    assert (done["added"], done["codings"]) == (2, 3)


def test_the_codebook_goes_in_and_out(where: str, tmp_path: Path, run: CommandLine) -> None:
    file = tmp_path / "bok.csv"
    file.write_text("code;definition\nRecovery/Håp;Å se framover\nNy/Gren;=1+1\n", encoding="utf-8")
    listed = run.well("codebook", where, "import", file, "--coder", "Nina")
    assert [row["path"] for row in listed] == ["Recovery", "Recovery/Håp", "Annet", "Ny", "Ny/Gren"]
    assert [row["codings"] for row in listed] == [0, 1, 0, 0, 0]
    assert listed == run.well("codebook", where, "list")
    for ending in (".csv", ".xlsx", ".yaml", ".docx"):
        out = tmp_path / f"ut{ending}"
        told = run.well("codebook", where, "export", out)
        assert (told["file"], told["codes"]) == (str(out), 5)
        if ending != ".docx":
            again = tmp_path / f"ny{ending}.qualcode"
            run.well("new", again)
            run.well("codebook", again, "import", out)
            fresh = run.well("codebook", again, "list")
            assert [(row["path"], row["definition"]) for row in fresh] == [
                (row["path"], row["definition"]) for row in listed
            ]
    assert "Håp" in zipfile.ZipFile(tmp_path / "ut.docx").read("word/document.xml").decode()
    assert run("codebook", where, "export", tmp_path / "ut.pdf").status == 1


def test_undo_redo_and_the_journal(where: str, run: CommandLine) -> None:
    undone = run.well("undo", where, "--coder", "Nina")
    assert (undone["verb"], undone["what"]) == ("codings.apply", "Coded Åse.txt, 36–49, with “Håp”")
    assert run.well("codings", where, "list") == []
    assert run.well("redo", where, "--coder", "Nina")["revision"] == undone["revision"]
    entries = run.well("journal", where)
    assert [entry["revision"] for entry in entries] == [6, 5, 4, 3, 2, 1]
    assert {"revision", "verb", "coder", "at", "what"} <= set(entries[0])
    assert [entry["kind"] for entry in run.well("journal", where, "--limit", 2)] == ["redo", "undo"]
    nothing = run("undo", where, "--coder", "Nobody")
    assert (nothing.status, nothing.out, nothing.err) == (1, b"", "There is nothing to undo.\n")


def test_frequencies_have_one_column_per_value(where: str, run: CommandLine) -> None:
    rows = run.well("frequencies", where, "--by", "sted")
    assert [(row["code"], row["path"], row["own"], row["total"], row["Ås"]) for row in rows] == [
        ("Recovery", "Recovery", 0, 1, 1),
        ("Håp", "Recovery/Håp", 1, 1, 1),
        ("Annet", "Annet", 0, 0, 0),
    ]
    assert run.well("frequencies", where, "--count", "words")[0]["total"] == 2
    assert run.well("frequencies", where, "--where", "sted = Oslo")[0]["total"] == 0


@pytest.mark.parametrize("report", ["quotations", "frequencies", "codebook"])
@pytest.mark.parametrize("ending", [".docx", ".xlsx", ".csv"])
def test_reports_are_whole_files(
    where: str, tmp_path: Path, run: CommandLine, report: str, ending: str
) -> None:
    out = tmp_path / f"rapport{ending}"
    out.write_bytes(b"an older one")
    told = run.well("export", where, out, "--report", report, "--by", "rolle")
    assert told["bytes"] == out.stat().st_size > 50
    if ending == ".csv":
        rows = list(csv.reader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
        assert any("Håp" in cell for row in rows for cell in row)
        assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    else:
        assert zipfile.ZipFile(out).testzip() is None
    assert not list(tmp_path.glob("*.part"))


def test_a_report_that_cannot_be_written_leaves_the_old_one(
    where: str, tmp_path: Path, run: CommandLine
) -> None:
    out = tmp_path / "rapport.csv"
    out.write_bytes(b"an older one")
    for words in (
        [out, "--where", "rolle ="],
        [tmp_path / "x.pdf"],
        [out / "x.csv"],
        [tmp_path / "no" / "x.csv"],
    ):
        result = run("export", where, *words)
        assert (result.status, result.out, len(result.err.splitlines())) == (1, b"", 1)
    assert out.read_bytes() == b"an older one"


READS = [
    ["documents"],
    ["text", "Åse.txt"],
    ["segments", "--unit", "turn"],
    ["codebook", "list"],
    ["codings", "list"],
    ["frequencies", "--by", "sted"],
    ["journal"],
]


def typed(where: str, words: list[str]) -> list[str]:
    """The command with the project in its place."""
    return [words[0], where, *words[1:]]


@pytest.mark.parametrize("words", READS, ids=lambda words: words[0])
def test_every_reading_command_reads_earlier_states(where: str, run: CommandLine, words: list[str]) -> None:
    then, revision = run.well(*typed(where, words)), run.well("journal", where)[0]["revision"]
    with Project.open(where, coder="Nina") as project, project.together("Alt blir nytt"):
        project.codebook.change(project.codebook.get("Recovery").id, name="Bedring")
        project.documents.remove("Åse.txt")
    now = run(*typed(where, words), "--json")
    assert now.status == 1 or now.value != then
    assert run.well(*typed(where, words), "--as-of", revision) == then
    for never in (99, -1):
        result = run(*typed(where, words), "--as-of", never)
        assert (result.status, result.out) == (1, b"") and "no revision" in result.err
    assert run(*typed(where, words), "--as-of", "i går").status == 2


def test_exports_are_of_earlier_states_too(where: str, tmp_path: Path, run: CommandLine) -> None:
    revision = run.well("journal", where)[0]["revision"]
    run.well("export", where, tmp_path / "da.csv")
    run.well("codebook", where, "export", tmp_path / "da.yaml")
    run.well("undo", where, "--coder", "Nina")
    run.well("codebook", where, "import", tmp_path / "da.yaml", "--coder", "Nina")
    run.well("export", where, tmp_path / "nå.csv", "--as-of", revision)
    run.well("codebook", where, "export", tmp_path / "nå.yaml", "--as-of", revision)
    assert (tmp_path / "nå.csv").read_bytes() == (tmp_path / "da.csv").read_bytes()
    assert (tmp_path / "nå.yaml").read_bytes() == (tmp_path / "da.yaml").read_bytes()


@pytest.mark.parametrize("words", [*READS, ["check"]], ids=lambda words: words[0])
def test_json_is_one_value_and_errors_are_one_line(
    where: str, tmp_path: Path, run: CommandLine, words: list[str]
) -> None:
    assert isinstance(run.well(*typed(where, words)), list | dict)
    for address in (str(tmp_path / "none.qualcode"), "none", str(tmp_path)):
        result = run(*typed(address, words), "--json")
        assert (result.status, result.out, len(result.err.splitlines())) == (1, b"", 1)


def test_reading_leaves_no_trace(where: str, run: CommandLine) -> None:
    with Project.open(where) as project:
        before = (project.revision, project.coders.all())
    for words in READS:
        run.well(*typed(where, words), "--coder", "En gjest")
    run("undo", where, "--coder", "En gjest")
    with Project.open(where) as project:
        assert (project.revision, project.coders.all()) == before


@pytest.mark.parametrize(
    "words",
    [
        ["nothing-of-that-name"],
        ["documents"],
        ["documents", "{}", "extra"],
        ["code", "{}"],
        ["import", "{}"],
        ["segments", "{}", "--unit", "word"],
        ["frequencies", "{}", "--count", "pages"],
        ["export", "{}", "x.csv", "--report", "nothing"],
        ["journal", "{}", "--limit", "0"],
        ["codebook", "{}"],
        ["codebook", "{}", "burn"],
        ["documents", "{}", "--jason"],
    ],
    ids=" ".join,
)
def test_wrong_usage_has_status_two(where: str, run: CommandLine, words: list[str]) -> None:
    result = run(*(word.format(where) for word in words))
    assert (result.status, result.out) == (2, b"")
    assert "Error" in result.err


def test_backup_restore_and_check(
    where: str, new_address: Callable[[], str], tmp_path: Path, run: CommandLine
) -> None:
    copy, back = tmp_path / "kopi.qualcode", new_address()
    told = run.well("backup", where, copy)
    assert told == {"backup": str(copy), "revision": run.well("journal", where)[0]["revision"]}
    again = run("backup", where, copy)
    assert again.status == 1 and "exists already" in again.err
    assert run.well("restore", copy, back)["revision"] == told["revision"]
    assert run.well("codings", back, "list") == run.well("codings", where, "list")
    assert run("restore", copy, back).status == 1
    assert run("restore", tmp_path / "Åse.txt", new_address()).status == 1
    assert run.well("check", back) == []
    with Project.open(back) as project, project.store.alongside() as connection:
        project.store.keep(connection, b"nobody needs this")
    broken = run("check", back, "--json")
    assert (broken.status, [each["repaired"] for each in broken.value]) == (1, [False])
    mended = run("check", back, "--repair", "--json")
    assert (mended.status, [each["repaired"] for each in mended.value]) == (0, [True])
    assert run.well("check", back) == []


def test_a_project_on_postgresql_is_worked_on_in_the_same_way(
    postgresql: str, tmp_path: Path, run: CommandLine
) -> None:
    address = f"{postgresql}{'&' if '?' in postgresql else '?'}schema=qcli"
    here, there = (filled(each, tmp_path, run) for each in (str(tmp_path / "a.qualcode"), address))
    for words in READS:
        same = [json.dumps(run.well(*typed(each, words)), sort_keys=True) for each in (here, there)]
        assert without_ids(same[0]) == without_ids(same[1])
    assert run.well("undo", there, "--coder", "Nina")["verb"] == "codings.apply"
    assert run.well("check", there) == []


def without_ids(text: str) -> str:
    return re.sub(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d\d-\d\dT[0-9:.+]+", "…", text)


def test_what_is_no_document_in_a_folder_is_passed_over_and_told(
    run: CommandLine, where: str, tmp_path: Path
) -> None:
    (tmp_path / "mappe").mkdir()
    (tmp_path / "mappe" / "a.txt").write_text("Jeg bestemte selv.", "utf-8")
    (tmp_path / "mappe" / "egenskaper.csv").write_text("document,role\na.txt,deltaker\n", "utf-8")
    done = run("import", where, tmp_path / "mappe", "--json")
    assert (done.status, [row["document"] for row in done.value]) == (0, ["a.txt"])
    assert "egenskaper.csv is no document and was passed over." in done.err


def test_a_value_called_like_a_column_does_not_take_its_place(run: CommandLine, where: str) -> None:
    with Project.open(where, coder="Nina") as project:
        project.documents.set_attributes("Åse.txt", {"rolle": "total"})
    row = run.well("frequencies", where, "--by", "rolle")[0]
    assert isinstance(row["total"], int) and "rolle: total" in row
