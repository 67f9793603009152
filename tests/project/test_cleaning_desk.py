"""Cleaning after coding, and corrections: codings follow their words, and everything leads back to the text as read."""

import shutil
import unicodedata
import uuid
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode import Project
from qualcode.errors import BadSpan, Conflict, NotFound, Refused
from qualcode.model.cleaning import cleaned
from qualcode.project import reshaping

READ = (
    "Rapport om ettervern\n\n"
    "Deltakerne fortalte at de **selv** bestemte, og at veilederen var til-\n\n12\n\nknyttet stedet hele tiden.\n\n"
    "Det siste avsnittet handler om å høre til et sted.\n"
)


@pytest.fixture
def report(project: Project) -> Project:
    """A project with a report that has left-over markup, and a code."""
    project.documents.add("r.txt", READ.encode(), clean="auto")
    project.codebook.create("Tilhørighet")
    return project


def code(project: Project, words: str) -> str:
    start = project.documents.text("r.txt").index(words)
    code_id = project.codebook.get("Tilhørighet").id
    return project.codings.apply("r.txt", code_id, start, start + len(words)).id


def words(project: Project) -> list[str]:
    return [excerpt.text for excerpt in project.codings.excerpts()]


def test_the_text_as_read_the_proposals_and_the_clean_text_belong_together(report: Project) -> None:
    cleaning, read = report.cleaning.of("r.txt"), report.cleaning.read_text("r.txt")
    assert read == READ
    assert cleaned(read, cleaning).text == report.documents.text("r.txt")
    for each in report.cleaning.listed("r.txt"):
        assert read[each.edit.start : each.edit.end] == each.edit.before
        if each.accepted:
            assert report.documents.text("r.txt")[each.start : each.end] == each.edit.after


def test_rejecting_a_rule_after_coding_leaves_every_coding_on_its_words(report: Project) -> None:
    assert "**" not in report.documents.text("r.txt")
    code(report, "Det siste avsnittet handler om å høre til et sted.")
    code(report, "veilederen var")
    before = words(report)
    moved = report.cleaning.choose_rule("r.txt", "markup", accepted=False)
    assert "**selv**" in report.documents.text("r.txt")
    assert (moved.kept, moved.touched, moved.gone) == (2, (), ())
    assert words(report) == before
    report.cleaning.choose_rule("r.txt", "markup", accepted=True)
    assert words(report) == before
    assert report.check() == ()


def test_taking_everything_back_gives_the_text_as_read_and_undo_the_clean_one(report: Project) -> None:
    clean = report.documents.text("r.txt")
    groups = {each.edit.group for each in report.cleaning.listed("r.txt")}
    assert groups
    report.cleaning.choose("r.txt", reject=groups)
    assert report.documents.text("r.txt") == READ
    report.undo()
    assert report.documents.text("r.txt") == clean


def test_a_correction_moves_the_codings_and_marks_those_it_touched(report: Project) -> None:
    touched, kept = code(report, "selv bestemte"), code(report, "høre til")
    text = report.documents.text("r.txt")
    start = text.index("bestemte")
    moved = report.cleaning.correct("r.txt", start, start + len("bestemte"), "ikke bestemte")
    assert (moved.touched, moved.kept, moved.gone) == ((touched,), 1, ())
    assert words(report) == ["selv ikke bestemte", "høre til"]
    assert report.codings.get(touched).review == "changed"
    assert report.codings.reviewed(touched).review == ""
    assert report.codings.get(kept).review == ""
    assert report.cleaning.read_text("r.txt") == READ


def test_a_coding_whose_words_are_taken_away_is_told_and_comes_back_by_undo(report: Project) -> None:
    lost = code(report, "hele tiden")
    text = report.documents.text("r.txt")
    start = text.index(" hele tiden")
    moved = report.cleaning.correct("r.txt", start, start + len(" hele tiden"), "")
    assert moved.gone == (lost,)
    assert words(report) == []
    report.undo()
    assert words(report) == ["hele tiden"]


def test_two_codings_that_become_the_same_are_joined_with_their_memos(report: Project) -> None:
    one, other = code(report, "hele tiden"), code(report, "stedet hele tiden")
    report.codings.set_memo(one, "en")
    report.codings.set_memo(other, "to")
    start = report.documents.text("r.txt").index("stedet hele")
    moved = report.cleaning.correct("r.txt", start, start + len("stedet "), "")
    assert len(moved.gone) == 1
    (left,) = report.codings.excerpts()
    assert set(left.memo.split("\n\n")) == {"en", "to"}


def test_a_text_that_somebody_else_changes_at_the_same_time_is_not_overwritten(
    report: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other coder comes in between reading and writing, at the moment when the new text is taken apart."""
    other, real, turns = report.as_coder("Kristian"), reshaping.shaped, iter([True])

    def meanwhile(*given: Any, **facts: Any) -> Any:
        if next(turns, False):
            other.cleaning.correct("r.txt", 0, 7, "Notat")
        return real(*given, **facts)

    monkeypatch.setattr(reshaping, "shaped", meanwhile)
    with pytest.raises(Conflict, match="theirs stands"):
        report.cleaning.choose_rule("r.txt", "markup", accepted=False)
    assert report.documents.text("r.txt").startswith("Notat om ettervern")
    assert "**" not in report.documents.text("r.txt")


def test_what_is_not_there_is_refused(report: Project) -> None:
    with pytest.raises(NotFound, match="page-furniture:999"):
        report.cleaning.choose("r.txt", reject=["page-furniture:999"])
    with pytest.raises(BadSpan):
        report.cleaning.correct("r.txt", 5, 10_000, "x")


@pytest.mark.parametrize(
    ("passage", "by", "made"),
    [
        ("ettervern\n\nDeltakerne", "ettervern. Deltakerne", "om ettervern. Deltakerne fortalte"),
        ("Rapport", "Notat", "Notat om ettervern"),
        ("et sted.\n", "et sted", "å høre til et sted"),
        ("Rapport", "To\r\nlinjer\u2028til", "To\nlinjer\ntil om ettervern"),
        ("Rapport", "A\u030ase\x07s", "Åses om ettervern"),
        ("pport", "\u030apport", "Råpport om ettervern"),
        ("", "Ny: ", "Ny: Rapport"),
    ],
    ids=[
        "paragraphs",
        "beginning",
        "end",
        "line ends",
        "two parts",
        "an accent for the letter before",
        "insertion",
    ],
)
def test_what_is_written_becomes_text_like_the_rest(
    report: Project, passage: str, by: str, made: str
) -> None:
    kept = code(report, "veilederen var")
    start = report.documents.text("r.txt").index(passage)
    moved = report.cleaning.correct("r.txt", start, start + len(passage), by)
    text = report.documents.text("r.txt")
    assert made in text and (moved.kept, words(report)) == (1, ["veilederen var"])
    assert unicodedata.is_normalized("NFC", text) and "\r" not in text
    assert report.codings.get(kept).review == ""
    report.undo()
    assert report.documents.text("r.txt").startswith("Rapport om ettervern\n\nDelt")


@pytest.mark.parametrize("broken", ["a\x00b", "\ud83d"])
def test_broken_characters_are_refused_in_a_sentence(report: Project, broken: str) -> None:
    revision = report.revision
    with pytest.raises(Refused, match="broken character"):
        report.cleaning.correct("r.txt", 0, 3, broken)
    with pytest.raises(Refused, match="needs text"):
        report.cleaning.correct("r.txt", 0, len(report.documents.text("r.txt")), " ")
    report.cleaning.correct("r.txt", 0, 7, "Rapport")
    assert report.revision == revision


def test_of_two_equal_words_the_very_one_is_taken_away(project: Project) -> None:
    project.documents.add("t.txt", b"ja ja ja ja", clean="off")
    code_id = project.codebook.create("A").id
    ids = [project.codings.apply("t.txt", code_id, at, at + 2).id for at in (0, 3, 6, 9)]
    assert project.cleaning.correct("t.txt", 3, 6, "").gone == (ids[1],)
    left = [project.codings.get(id_) for id_ in (ids[0], ids[2], ids[3])]
    assert [(each.start, each.review) for each in left] == [(0, ""), (3, ""), (6, "")]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project file to copy: making one anew for every example takes too long."""
    path = tmp_path_factory.mktemp("prepared") / "r.qualcode"
    with Project.create(path, coder="Nina") as made:
        made.documents.add("r.txt", READ.encode(), clean="auto")
        made.codebook.create("Tilhørighet")
    return path


@settings(max_examples=40, deadline=None)
@given(
    starts=st.lists(st.integers(0, 150), max_size=4),
    at=st.integers(0, 160),
    length=st.integers(0, 12),
    by=st.text("abå XYZ", max_size=8),
)
def test_after_a_correction_codings_on_untouched_words_stand_on_exactly_those_words(
    prepared: Path, starts: list[int], at: int, length: int, by: str
) -> None:
    copy = prepared.with_name(f"{uuid.uuid4().hex}.qualcode")
    shutil.copy(prepared, copy)
    with Project.open(copy, coder="Nina") as report:
        text = report.documents.text("r.txt")
        for start in starts:
            if text[start : start + 5].strip():
                code_id = report.codebook.get("Tilhørighet").id
                report.codings.apply("r.txt", code_id, start, start + 5)
        before = report.codings.excerpts()
        report.cleaning.correct("r.txt", at, min(len(text), at + length), by)
        after = {excerpt.id: (excerpt.start, excerpt.text) for excerpt in report.codings.excerpts()}
        longer = len(report.documents.text("r.txt")) - len(text)
        for excerpt in before:
            if at + length <= excerpt.start:
                assert after[excerpt.id] == (excerpt.start + longer, excerpt.text)
            if excerpt.end <= at:
                assert after[excerpt.id] == (excerpt.start, excerpt.text)
        assert report.cleaning.read_text("r.txt") == READ
        assert report.check() == ()


def test_of_two_codings_that_become_the_same_the_untouched_one_stays(report: Project) -> None:
    touched, untouched = code(report, "stedet hele tiden"), code(report, "hele tiden")
    start = report.documents.text("r.txt").index("stedet hele")
    moved = report.cleaning.correct("r.txt", start, start + len("stedet "), "")
    assert moved.gone == (touched,)
    (left,) = report.codings.of(report.documents.get("r.txt").id)
    assert (left.id, left.review) == (untouched, "")
