"""Reads show one moment, refusals leave nothing, and requests sent twice are done once, whoever else is at work."""

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from qualcode import Project
from qualcode.errors import BadFile, Conflict, Duplicate, NotFound, QualcodeError, Refused


@contextmanager
def meanwhile(project: Project, table: str, act: Callable[[Project], object]) -> Iterator[None]:
    """Somebody else does `act` just before `project` first reads from `table`."""
    done: list[bool] = []

    def before(*told: object) -> None:
        if f"FROM {table}" in str(told[2]) and not done:
            done.append(True)
            with Project.open(project.address, coder="Kari") as other:
                act(other)

    event.listen(project.store.engine, "before_cursor_execute", before)
    try:
        yield
    finally:
        event.remove(project.store.engine, "before_cursor_execute", before)
    assert done, "the table was read"


def comes_in(other: Project) -> None:
    other.documents.add("Ny.txt", b"En ny tekst.")
    other.codings.apply("Ny.txt", other.codebook.create("Ny").id, 0, 5, memo="m")


def goes_away(other: Project) -> None:
    other.documents.remove("B.txt")
    other.codebook.delete(other.codebook.get("Brukermedvirkning").id)


@pytest.mark.parametrize("act", [comes_in, goes_away])
@pytest.mark.parametrize(
    "read",
    [
        lambda project: project.codings.excerpts(),
        lambda project: project.codings.excerpts(where='memo ~ "m"'),
        lambda project: project.codings.count(),
        lambda project: project.frequencies(by="document"),
        lambda project: project.frequencies(count="words"),
        lambda project: project.codings.export(".csv"),
        lambda project: project.reports.export("quotations", ".csv"),
        lambda project: project.reports.export("frequencies", ".csv", by="coder"),
    ],
    ids=["excerpts", "by-memo", "count", "frequencies", "words", "export", "report", "report-of-counts"],
)
def test_what_somebody_changes_during_a_read_is_not_half_seen(
    coded: Project, read: Callable[[Project], object], act: Callable[[Project], None]
) -> None:
    coded.documents.add("B.txt", b"Bare en linje.")
    kari = coded.as_coder("Kari")
    kari.codings.apply("B.txt", coded.codebook.get("Brukermedvirkning").id, 0, 4, memo="m")
    before = read(coded)
    with meanwhile(coded, "coding", act):
        assert read(coded) == before
    assert read(coded) != before, "the next read sees it"


def test_a_verb_refused_within_a_group_leaves_no_half(coded: Project) -> None:
    hope, user = coded.codebook.get("Recovery/Håp"), coded.codebook.get("Brukermedvirkning")
    for path in ("Recovery/Håp/Likt", "Brukermedvirkning/Likt"):
        coded.codebook.create(path)
    coding = coded.codings.apply("Åse.txt", user.id, 19, 30, memo="m")
    before = (coded.codebook.all(), coded.codings.excerpts())
    with coded.together("Tries"):
        with pytest.raises(Duplicate):
            coded.codebook.merge(user.id, hope.id)
        assert (coded.codebook.all(), coded.codings.excerpts()) == before
        made = coded.codebook.create("Etterpå")
    assert coded.codings.get(coding.id).code_id == user.id
    assert [code.id for code in coded.codebook.all()] == [*(code.id for code in before[0]), made.id]
    assert coded.check() == ()
    coded.undo()
    assert (coded.codebook.all(), coded.codings.excerpts()) == before


def test_a_group_is_told_by_the_first_verb_that_was_not_refused(coded: Project) -> None:
    with coded.together():
        with pytest.raises(Duplicate):
            coded.codebook.create("Brukermedvirkning")
        coded.codebook.create("Ny")
    assert coded.journal.all(limit=1)[0].in_words() == "Created the code “Ny”"


def test_a_coder_added_in_a_group_that_failed_can_still_work_afterwards(coded: Project) -> None:
    kari, code = coded.as_coder("Kari"), coded.codebook.get("Brukermedvirkning").id
    with pytest.raises(BadFile), coded.together("Fails"):
        kari.codings.apply("Åse.txt", code, 19, 30)
        coded.documents.add("tom.txt", b"")
    assert [coder.name for coder in coded.coders.all()] == ["Nina"]
    kari.codings.apply("Åse.txt", code, 19, 30)
    assert [each.coder for each in coded.codings.excerpts()] == ["Kari"]


def test_an_undo_sent_twice_is_done_once_and_answered_the_same(coded: Project) -> None:
    revision = coded.revision
    coded.codings.apply("Åse.txt", coded.codebook.get("Brukermedvirkning").id, 19, 30)
    undo, redo = str(uuid.uuid4()), str(uuid.uuid4())
    first, again = coded.undo(uid=undo), coded.undo(uid=undo)
    assert first == again and first and first.revision == revision + 1
    assert coded.codings.count() == 0
    assert coded.redo(uid=redo) == coded.redo(uid=redo) == first
    assert (coded.codings.count(), coded.revision) == (1, revision + 3)


def test_an_undo_sent_twice_is_answered_even_when_it_was_the_last(project: Project) -> None:
    project.codebook.create("Eneste")
    first = project.undo(uid="en")
    assert project.undo(uid="en") == first is not None
    assert project.undo() is None


def test_an_earlier_state_of_an_earlier_state_is_earlier_still(coded: Project) -> None:
    seen = {coded.revision: coded.codebook.all()}
    coded.codebook.create("Senere")
    with coded.at(coded.revision) as now, now.at(min(seen)) as then:
        assert then.codebook.all() == seen[min(seen)]
        with pytest.raises(NotFound):
            then.at(coded.revision)


def test_an_earlier_state_is_checked_as_the_project_it_is_of(coded: Project) -> None:
    with coded.at(1) as earlier:
        assert earlier.check() == ()


def test_changes_since_a_revision_carry_the_latest_revision_of_each(coded: Project) -> None:
    document = coded.documents.get("Åse.txt")
    coding = coded.codings.apply("Åse.txt", coded.codebook.get("Brukermedvirkning").id, 19, 30)
    seen = coded.revision
    coded.codings.set_memo(coding.id, "notat")
    coded.codings.resize(coding.id, 19, 31)
    (change,) = coded.codings.since(document.id, seen)
    assert (change.revision, change.coding) == (coded.revision, coded.codings.get(coding.id))


BROKEN = ["a\udc80b", "a\0b"]


@pytest.mark.parametrize("text", BROKEN, ids=ascii)
def test_a_broken_character_is_refused_in_texts_and_left_out_of_names(coded: Project, text: str) -> None:
    code, revision = coded.codebook.get("Brukermedvirkning").id, coded.revision
    acts: list[Callable[[], object]] = [
        lambda: coded.codings.apply("Åse.txt", code, 19, 30, memo=text),
        lambda: coded.codebook.change(code, definition=text),
        lambda: coded.codebook.create("Ny", example=text),
    ]
    for act in acts:
        with pytest.raises(Refused, match="broken character"):
            act()
    assert (coded.revision, coded.codings.count()) == (revision, 0)
    assert coded.codebook.create(text).name == "ab"
    assert coded.documents.rename("Åse.txt", f"{text}.txt").name == "ab.txt"
    assert coded.as_coder(text).coder.name == "ab"
    for read in (coded.documents.get, coded.codebook.get, coded.codings.get):
        with pytest.raises(QualcodeError):
            read(f"nobody {text}")


@pytest.mark.parametrize("colour", ["red", "#12345", "#1234567", "#gggggg", "url(x)", "#112233;"])
def test_a_colour_is_a_colour(project: Project, colour: str) -> None:
    code = project.codebook.create("Kode", colour="#AA3377")
    assert code.colour == "#aa3377"
    with pytest.raises(Refused, match="is no colour"):
        project.codebook.change(code.id, colour=colour)
    with pytest.raises(Refused, match="is no colour"):
        project.codebook.create("Ny", colour=colour)
    assert project.codebook.all() == (code,)


def test_a_row_that_somebody_removes_meanwhile_is_a_conflict_told_in_words(coded: Project) -> None:
    code = coded.codebook.create("Straks borte")
    coded.as_coder("Kari").codebook.delete(code.id)
    with pytest.raises(NotFound, match="may have deleted it"):
        coded.codings.apply("Åse.txt", code.id, 19, 30)
    with pytest.raises(Conflict, match="by Kari"):
        coded.undo()
