"""Codings merged, split, recoded and removed many at a time: each is one act and one undo."""

import uuid
from collections.abc import Callable

import pytest

from qualcode import Project
from qualcode.errors import BadSpan, NotFound, Refused
from qualcode.model.values import Coding


def made(project: Project, words: str, code: str = "Brukermedvirkning", memo: str = "") -> Coding:
    start = project.documents.text("Åse.txt").index(words)
    code_id = project.codebook.get(code).id
    return project.codings.apply("Åse.txt", code_id, start, start + len(words), memo=memo)


def words(project: Project) -> list[str]:
    return [each.text for each in project.codings.excerpts()]


def test_codings_side_by_side_become_one_with_all_that_is_said_of_them(coded: Project) -> None:
    desk, far = coded.codings, made(coded, "rart")
    second = made(coded, "Så sa jeg ja", memo="to")
    first = made(coded, "Først sa jeg nei.", memo="en")
    desk.star(second.id)
    desk.set_weight(second.id, "promotes")
    desk.condense(second.id, "Ja")
    comment = coded.as_coder("Kristian").codings.comment(second.id, "Hm.")
    desk.link(first.id, second.id)
    desk.link(first.id, far.id)
    desk.link(second.id, far.id)
    memo = coded.memos.add("coding", second.id, "Vendingen", type="analytic")
    before = desk.excerpts()
    merged = desk.merge([second.id, first.id])
    assert words(coded) == ["rart", "Først sa jeg nei. Så sa jeg ja"]
    assert (merged.id, merged.memo, merged.starred) == (first.id, "en\n\nto", True)
    assert (merged.weight, merged.condensation, merged.comments, merged.links) == ("promotes", "Ja", 1, 1)
    assert [each.id for each in desk.comments(first.id)] == [comment.id]
    assert coded.memos.get(memo.id).about_id == first.id
    assert coded.check() == ()
    coded.undo()
    assert desk.excerpts() == before
    coded.redo()
    assert desk.get(first.id) == merged


def test_overlapping_codings_become_one(coded: Project) -> None:
    ids = [made(coded, part).id for part in ("Først sa jeg", "sa jeg nei. Så", "nei.")]
    coded.codings.merge(ids)
    assert words(coded) == ["Først sa jeg nei. Så"]


@pytest.mark.parametrize(
    ("choose", "told"),
    [
        (lambda p: [made(p, "rart")], "two codings or more"),
        (lambda p: [made(p, "rart"), made(p, "Jeg bestemte selv")], "stand other words"),
        (lambda p: [made(p, "rart"), made(p, "rart", "Recovery/Håp")], "one code"),
        (lambda p: [made(p, "rart"), made(p.as_coder("Kristian"), "var … 🙂 rart")], "somebody else's"),
    ],
)
def test_codings_that_cannot_be_one_stay_apart(
    coded: Project, choose: Callable[[Project], list[Coding]], told: str
) -> None:
    chosen = choose(coded)
    revision = coded.revision
    with pytest.raises(Refused, match=told):
        coded.codings.merge(each.id for each in chosen)
    assert coded.revision == revision


def test_codings_weighed_against_each_other_are_not_merged(coded: Project) -> None:
    one, other = made(coded, "Først sa jeg"), made(coded, "sa jeg nei.")
    coded.codings.set_weight(one.id, "promotes")
    coded.codings.set_weight(other.id, "inhibits")
    with pytest.raises(Refused, match="one weight first"):
        coded.codings.merge([one.id, other.id])


def test_a_coding_is_split_in_two(coded: Project) -> None:
    whole, far = made(coded, "Først sa jeg nei. Så sa jeg ja", memo="m"), made(coded, "rart")
    coded.codings.link(whole.id, far.id)
    coded.codings.set_weight(whole.id, "promotes")
    before, id_ = coded.codings.excerpts(), str(uuid.uuid4())
    at = whole.start + len("Først sa jeg nei.")
    first, second = coded.codings.split(whole.id, at, new_id=id_)
    assert words(coded) == ["rart", "Først sa jeg nei.", " Så sa jeg ja"]
    assert (first.id, first.memo, first.links, second.id) == (whole.id, "m", 1, id_)
    assert (second.memo, second.links, second.weight) == ("", 0, "promotes")
    coded.undo()
    assert coded.codings.excerpts() == before
    coded.redo()
    assert coded.check() == ()


@pytest.mark.parametrize("at", [-5, 0, 6, 99])
def test_a_coding_is_split_only_within_its_words(coded: Project, at: int) -> None:
    whole = made(coded, "🙂 rart")
    with pytest.raises(BadSpan):
        coded.codings.split(whole.id, whole.start + at)
    assert coded.codings.get(whole.id) == whole


def test_many_codings_get_another_code_and_doubles_are_joined(coded: Project) -> None:
    hope = coded.codebook.get("Recovery/Håp").id
    one, other = made(coded, "rart", memo="en"), made(coded, "Jeg bestemte selv")
    there = made(coded, "rart", "Recovery/Håp", memo="to")
    before = coded.codings.excerpts()
    assert coded.codings.recode_all([one.id, other.id, there.id, one.id], hope) == 2
    assert {each.code for each in coded.codings.excerpts()} == {"Recovery/Håp"}
    assert coded.codings.get(there.id).memo == "to\n\nen"
    assert coded.codings.get(other.id).code_id == hope
    with pytest.raises(NotFound):
        coded.codings.get(one.id)
    assert coded.journal.all(limit=1)[0].in_words() == "Changed 2 codings to “Håp”"
    coded.undo()
    assert coded.codings.excerpts() == before
    assert coded.check() == ()


def test_many_codings_go_at_once_or_none(coded: Project) -> None:
    mine, theirs = made(coded, "rart"), made(coded.as_coder("Kristian"), "Jeg bestemte selv")
    before = coded.codings.excerpts()
    with pytest.raises(Refused):
        coded.codings.remove_all([mine.id, theirs.id])
    with pytest.raises(Refused):
        coded.codings.recode_all([mine.id, theirs.id], coded.codebook.get("Recovery/Håp").id)
    assert coded.codings.excerpts() == before
    assert coded.codings.remove_all([mine.id, theirs.id], others=True) == 2
    assert words(coded) == []
    coded.undo()
    assert coded.codings.excerpts() == before
