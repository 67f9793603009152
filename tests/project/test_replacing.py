"""A corrected file in place of a text: what nobody touched stays as it was, what was touched is told."""

import io
from typing import Any

import pytest

from qualcode import Project
from qualcode.errors import BadFile, Conflict, Refused
from qualcode.project import replacing

OLD = (
    "Intervju med Åse\n\n"
    "Intervjuer: Hvordan var det å komme til stedet?\n\n"
    "Åse: Det var rart. Jeg bestemte selv, og veiledren hørte på meg 🙂. Det var godt.\n\n"
    "Intervjuer: Og siden?\n\n"
    "Åse: Det var godt. Siden ble jeg kjent med de andre, og det ble lettere å være der.\n\n"
    "Åse: Til slutt ville jeg ikke hjem igjen.\n"
)
NEW = (
    OLD.replace("veiledren", "veilederen")
    .replace("Og siden?", "Og hva skjedde så?")
    .replace("Åse: Til slutt ville jeg ikke hjem igjen.\n", "")
)


@pytest.fixture
def study(project: Project) -> Project:
    """A project with an interview and a code."""
    project.documents.add("Åse.txt", OLD.encode())
    project.codebook.create("Håp")
    return project


def code(project: Project, words: str, *, last: bool = False) -> str:
    text = project.documents.text("Åse.txt")
    start = text.rindex(words) if last else text.index(words)
    return project.codings.apply("Åse.txt", project.codebook.get("Håp").id, start, start + len(words)).id


def words(project: Project) -> dict[str, str]:
    return {each.id: each.text for each in project.codings.excerpts()}


def test_codings_follow_and_what_was_touched_or_is_gone_is_told(study: Project) -> None:
    second, rare = code(study, "Det var godt.", last=True), code(study, "Det var rart.")
    touched, gone = code(study, "veiledren hørte på meg 🙂"), code(study, "ville jeg ikke hjem")
    revision, before = study.revision, study.codings.of(study.documents.get("Åse.txt").id)
    done = study.documents.replace("Åse.txt", "rettet.txt", NEW.encode())
    assert (done.kept, done.touched, done.gone) == (2, (touched,), (("Håp", "ville jeg ikke hjem"),))
    assert done.changes == 3 and 0 < done.share < 0.2 and not done.another
    assert study.documents.text("Åse.txt") == NEW
    assert study.documents.source("Åse.txt") == NEW.encode()
    assert words(study) == {
        second: "Det var godt.",
        rare: "Det var rart.",
        touched: "veilederen hørte på meg 🙂",
    }
    assert study.codings.get(second).start == NEW.rindex("Det var godt.")
    assert [study.codings.get(each).review for each in (second, touched)] == ["", "changed"]
    assert study.revision == revision + 1 and gone not in words(study)
    assert study.check() == ()
    study.undo()
    assert study.codings.of(study.documents.get("Åse.txt").id) == before
    assert (study.documents.text("Åse.txt"), study.documents.source("Åse.txt")) == (OLD, OLD.encode())
    study.redo()
    assert study.documents.text("Åse.txt") == NEW and len(words(study)) == 3
    assert study.check() == ()


def test_comparing_tells_the_same_and_changes_nothing(study: Project) -> None:
    code(study, "veiledren hørte på meg 🙂"), code(study, "ville jeg ikke hjem")
    revision = study.revision
    told = study.documents.compare("Åse.txt", "rettet.txt", NEW.encode())
    assert (study.revision, study.documents.text("Åse.txt")) == (revision, OLD)
    done = study.documents.replace("Åse.txt", "rettet.txt", NEW.encode())
    assert (told.kept, told.touched, told.gone, told.warnings) == (0, done.touched, done.gone, ())
    assert (told.changes, told.share) == (done.changes, done.share)


def test_the_same_file_again_leaves_no_trace(study: Project) -> None:
    code(study, "Det var rart.")
    revision = study.revision
    done = study.documents.replace("Åse.txt", "Åse.txt", OLD.encode())
    assert (done.kept, done.changes, done.share, study.revision) == (1, 0, 0.0, revision)


def test_another_document_is_refused_unless_one_insists(study: Project) -> None:
    code(study, "Det var rart.")
    other = "Referat fra møtet i kommunen, om noe annet.\n\nSaken ble utsatt til høsten.\n".encode()
    assert study.documents.compare("Åse.txt", "b.txt", other).another
    revision = study.revision
    with pytest.raises(Refused, match="another document"):
        study.documents.replace("Åse.txt", "b.txt", other)
    assert study.revision == revision
    done = study.documents.replace("Åse.txt", "b.txt", other, force=True)
    assert done.gone == (("Håp", "Det var rart."),)


def test_a_file_that_cannot_be_read_changes_nothing(study: Project) -> None:
    revision = study.revision
    with pytest.raises(BadFile):
        study.documents.replace("Åse.txt", "tom.txt", b"")
    assert study.revision == revision


def test_another_format_leaves_the_codings_on_their_words(study: Project) -> None:
    from docx import Document as Word

    kept, touched = code(study, "Det var godt.", last=True), code(study, "bestemte selv, og veiledren")
    made, data = Word(), io.BytesIO()
    for line in NEW.split("\n\n"):
        made.add_paragraph(line.strip())
    made.save(data)
    done = study.documents.replace("Åse.txt", "Åse.docx", data.getvalue())
    assert words(study) == {kept: "Det var godt.", touched: "bestemte selv, og veilederen"}
    assert (done.document.format, done.document.name, done.touched) == ("docx", "Åse.txt", (touched,))
    assert study.documents.original("Åse.txt").startswith("Intervju med Åse")
    study.undo()
    assert study.documents.get("Åse.txt").format == "txt"


def test_lines_broken_elsewhere_are_no_change_of_words(study: Project) -> None:
    coding = code(study, "og veiledren hørte på meg 🙂. Det var godt.")
    done = study.documents.replace("Åse.txt", "b.txt", OLD.replace("hørte på", "hørte\npå").encode())
    assert (done.kept, done.touched, done.changes) == (1, (), 0)
    assert words(study) == {coding: "og veiledren hørte\npå meg 🙂. Det var godt."}


def test_a_moved_passage_takes_its_codings_along(study: Project) -> None:
    coding = code(study, "ikke hjem igjen")
    last = "Åse: Til slutt ville jeg ikke hjem igjen.\n"
    moved = OLD.replace(last, "").replace("Intervjuer: Hvordan", f"{last}\nIntervjuer: Hvordan")
    done = study.documents.replace("Åse.txt", "b.txt", moved.encode())
    assert (done.kept, done.gone) == (1, ())
    assert words(study) == {coding: "ikke hjem igjen"}


def test_a_coding_in_a_passage_written_anew_is_gone_and_not_spread_over_it(study: Project) -> None:
    code(study, "lettere")
    start, end = OLD.index("Siden ble"), OLD.index("\n\nÅse: Til slutt")
    fresh = (
        "Noe ganske annet skjedde: vi gikk tur hver dag uten å vite hva klokken var eller hvem som ventet."
    )
    done = study.documents.replace("Åse.txt", "b.txt", (OLD[:start] + fresh + OLD[end:]).encode())
    assert done.gone == (("Håp", "lettere"),)


def test_two_codings_that_become_the_same_are_joined_and_told(study: Project) -> None:
    code(study, "rart"), code(study, "Det var rart")
    new = OLD.replace("Det var rart.", "rart.")
    told = study.documents.compare("Åse.txt", "b.txt", new.encode())
    done = study.documents.replace("Åse.txt", "b.txt", new.encode())
    assert told.warnings == done.warnings and len(done.warnings) == 1
    assert list(words(study).values()) == ["rart"]


def test_somebody_elses_change_meanwhile_is_not_overwritten(
    study: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    other, real, turns = study.as_coder("Kristian"), replacing.shaped, iter([True])

    def meanwhile(*given: Any, **facts: Any) -> Any:
        if next(turns, False):
            other.cleaning.correct("Åse.txt", 0, 8, "Notat")
        return real(*given, **facts)

    monkeypatch.setattr(replacing, "shaped", meanwhile)
    with pytest.raises(Conflict, match="theirs stands"):
        study.documents.replace("Åse.txt", "b.txt", NEW.encode())
    assert study.documents.text("Åse.txt").startswith("Notat med Åse")
