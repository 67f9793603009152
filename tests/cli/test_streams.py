"""What a shell sees: two streams, exit statuses, pipes that end early, disks that are full, names that misbehave."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from command_line import CommandLine, process

from qualcode import Project

NASTY = "\x1b[31mrød\x07\x9b2J\u202e.txt"


@pytest.fixture
def address(tmp_path: Path) -> str:
    """A project with a long text and a document whose name would steer a terminal."""
    path = tmp_path / "a.qualcode"
    with Project.create(path, coder="Nina") as project:
        project.documents.add(
            "lang.txt", ("Hun gikk hjem igjen, og så kom hun tilbake. \n\n" * 8000).encode()
        )
        project.documents.add(NASTY, b"Kort.")
    return str(path)


@pytest.mark.parametrize(
    "words", [["segments", "--unit", "sentence"], ["text", "lang.txt"], ["segments", "--json"]]
)
def test_a_pipe_that_ends_early_is_no_accident(address: str, words: list[str]) -> None:
    with process(words[0], address, *words[1:]) as running:
        assert running.stdout and running.stderr
        assert running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode in (0, 1)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "words", [["documents"], ["text", "lang.txt"], ["text", "rød.txt"], ["segments", "--json"]]
)
def test_output_that_goes_nowhere_is_told_in_one_line(address: str, words: list[str]) -> None:
    with Project.open(address, coder="Nina") as project:
        project.documents.rename(project.documents.all()[1].id, "rød.txt")
    line = [sys.executable, "-m", "qualcode", words[0], address, *words[1:]]
    root = str(Path(__file__).resolve().parents[2])
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            line,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": root, "QUALCODE_LANGUAGE": "en"},
            check=False,
        )
    assert (done.returncode, done.stderr) == (1, b"The output cannot be written: No space left on device\n")


def test_the_streams_are_utf8_whatever_the_surroundings_say(address: str) -> None:
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONIOENCODING": "ascii"}
    with process("documents", address, "--json", **plain) as running:
        out, err = running.communicate()
    assert json.loads(out.decode("utf-8"))[0]["name"] == "lang.txt"
    assert (running.returncode, err) == (0, b"")
    with process("text", address, "Åse 🙂.txt", **plain) as running:
        out, err = running.communicate()
    assert (running.returncode, out) == (1, b"")
    assert "Åse 🙂.txt" in err.decode("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        ["documents"],
        ["segments"],
        ["journal"],
        ["import", "{folder}"],
        ["text", "\x1b[2Jukjent"],
        ["codings", "list"],
    ],
    ids=lambda words: words[0],
)
def test_no_name_steers_the_terminal(
    address: str, tmp_path: Path, run: CommandLine, words: list[str]
) -> None:
    folder = tmp_path / "mappe"
    folder.mkdir()
    (folder / f"2{NASTY}").write_text("Kort.")
    (folder / f"3{NASTY}.\x1bpdf").write_text("%PDF")
    result = run(words[0], address, *(word.format(folder=folder) for word in words[1:]))
    shown = result.text + result.err
    assert "Traceback" not in shown
    assert all(sign.isprintable() or sign == "\n" for sign in shown), ascii(shown)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
def test_a_file_name_that_is_no_text_goes_in_all_the_same(
    address: str, tmp_path: Path, run: CommandLine
) -> None:
    (tmp_path / "bra\udcff.txt").write_text("Bra.")
    (one,) = run.well("import", address, tmp_path / "bra\udcff.txt", "--coder", "Nina")
    assert one["document"] == "bra.txt"
    odd = tmp_path / "x\udcff.qualcode"
    made = run.well("new", odd)
    assert (made["project"], made["name"]) == (str(odd), "x")
    for words in (
        ["text", address, "\udcff"],
        ["documents", tmp_path / "\udcff.qualcode"],
        ["codings", address, "list", "--code", "\udcff"],
    ):
        result = run(*words)
        assert (result.status, result.out, len(result.err.splitlines())) == (1, b"", 1)


@pytest.mark.parametrize("wished", ["nb", "nb_NO.UTF-8", "nn", "en", "en_GB.UTF-8", "C", "de_DE", ""])
def test_messages_come_in_the_language_of_the_surroundings(
    tmp_path: Path, run: CommandLine, monkeypatch: pytest.MonkeyPatch, wished: str
) -> None:
    from qualcode.errors import NotFound
    from qualcode.i18n import best_language, translator

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QUALCODE_LANGUAGE", wished)
    template = "There is no project at “{address}”. Check the path, or create it."
    told = NotFound(template, address="x.qualcode").in_words(translator(best_language(wished)))
    monkeypatch.chdir(tmp_path)
    assert run("documents", "x.qualcode").err == f"{told}\n"
    assert (told == template.format(address="x.qualcode")) == (not wished.startswith("n"))


def test_the_wish_of_the_program_goes_before_that_of_the_system(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(**surroundings: str) -> str:
        for name in ("QUALCODE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
            monkeypatch.delenv(name, raising=False)
        for name, value in surroundings.items():
            monkeypatch.setenv(name, value)
        return run("documents", "/none.qualcode").err

    english, norwegian = said(), said(QUALCODE_LANGUAGE="nb")
    assert english != norwegian
    assert said(LANG="nb_NO.UTF-8") == said(LC_ALL="nn_NO", LANG="en") == norwegian
    assert said(QUALCODE_LANGUAGE="en", LANG="nb_NO.UTF-8") == english


def test_a_bug_shows_as_a_bug(address: str, run: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["qualcode", "documents", address])
    from qualcode.cli import main
    from qualcode.cli.reading import documents

    monkeypatch.setattr(documents, "callback", lambda **_options: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        main()


@pytest.mark.parametrize(
    "words", [["--help"], ["-h"], ["import", "--help"], ["codebook", "--help"], ["--version"]]
)
def test_help_is_there(run: CommandLine, words: list[str]) -> None:
    result = run(*words)
    assert result.status == 0
    assert result.text.strip()


def test_python_m_is_the_same_command() -> None:
    with process("--version") as running:
        out, err = running.communicate()
    assert (running.returncode, out.decode().startswith("qualcode, version "), err) == (0, True, b"")
