"""The command line: a corrected file in place of a text, a few words corrected, and what is to be looked at."""

from pathlib import Path

import pytest
from command_line import CommandLine

from qualcode import Project

TEXT = "Intervju\n\nÅse: Jeg bestemte selv, og det var godt.\n\nÅse: Siden ville jeg ikke hjem.\n"


@pytest.fixture
def where(tmp_path: Path) -> str:
    """The address of a project with an interview and two codings."""
    address = str(tmp_path / "studie.qualcode")
    with Project.create(address, coder="Nina") as project:
        project.documents.add("Åse.txt", TEXT.encode())
        code = project.codebook.create("Håp").id
        for words in ("bestemte selv", "ikke hjem"):
            start = TEXT.index(words)
            project.codings.apply("Åse.txt", code, start, start + len(words))
    return address


def test_a_file_is_compared_and_then_put_in_place_of_the_text(
    where: str, tmp_path: Path, run: CommandLine
) -> None:
    new = tmp_path / "rettet.txt"
    new.write_text(TEXT.replace("selv", "alene").replace("\nÅse: Siden ville jeg ikke hjem.\n", ""))
    told = run.well("replace", where, "Åse.txt", new, "--dry-run", "--coder", "Nina")
    assert (told["kept"], len(told["touched"]), told["gone"]) == (
        0,
        1,
        [{"code": "Håp", "text": "ikke hjem"}],
    )
    assert run("text", where, "Åse.txt").text == TEXT
    done = run.well("replace", where, "Åse.txt", new, "--coder", "Nina")
    assert done == {**told, "dry_run": False, "revision": told["revision"] + 1}
    assert run("text", where, "Åse.txt").text == new.read_text()
    (touched,) = run.well("codings", where, "list", "--touched")
    assert (touched["before"], touched["text"]) == ("bestemte selv", "bestemte alene")
    assert "bestemte selv" in run("codings", where, "list", "--touched").text
    run.well("undo", where, "--coder", "Nina")
    assert run.well("codings", where, "list", "--touched") == []


def test_another_document_needs_force(where: str, tmp_path: Path, run: CommandLine) -> None:
    other = tmp_path / "annet.txt"
    other.write_text("Referat fra kommunestyret: saken ble utsatt til høsten.\n")
    refused = run("replace", where, "Åse.txt", other)
    assert (refused.status, refused.out) == (1, b"") and "another document" in refused.err
    assert run.well("replace", where, "Åse.txt", other, "--dry-run")["another"] is True
    assert "✗ Håp: ikke hjem" in run("replace", where, "Åse.txt", other, "--force").text


def test_a_few_words_are_corrected(where: str, run: CommandLine) -> None:
    start = TEXT.index("selv")
    place = ["--start", start, "--end", start + 4]
    done = run.well("correct", where, "Åse.txt", *place, "--words", "helt alene")
    assert (done["kept"], len(done["touched"]), done["gone"]) == (1, 1, [])
    assert "bestemte helt alene, og" in run("text", where, "Åse.txt").text
    assert (
        "2 codings kept" in run("correct", where, "Åse.txt", "--start", 0, "--end", 0, "--words", "Et ").text
    )
