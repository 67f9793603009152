"""What is said of codings: weights, stars, condensations, comments and links, each undone, kept as of then, and one's own."""

import pytest

from qualcode import Project
from qualcode.errors import Conflict, NotFound, Refused
from qualcode.model.values import Coding


@pytest.fixture
def coding(coded: Project) -> Coding:
    """Nina's coding of «Jeg bestemte selv»."""
    return made(coded, "Jeg bestemte selv")


def made(project: Project, words: str, code: str = "Brukermedvirkning", memo: str = "") -> Coding:
    start = project.documents.text("Åse.txt").index(words)
    code_id = project.codebook.get(code).id
    return project.codings.apply("Åse.txt", code_id, start, start + len(words), memo=memo)


def test_a_coding_is_weighed_starred_and_condensed(coded: Project, coding: Coding) -> None:
    desk = coded.codings
    assert desk.set_weight(coding.id, "promotes").weight == "promotes"
    assert desk.star(coding.id, True).starred
    assert desk.condense(coding.id, " Egen avgjørelse. ").condensation == "Egen avgjørelse."
    (excerpt,) = desk.excerpts()
    assert (excerpt.weight, excerpt.starred, excerpt.condensation) == ("promotes", True, "Egen avgjørelse.")
    assert excerpt.text == "Jeg bestemte selv"
    for _ in range(3):
        coded.undo()
    assert desk.get(coding.id) == coding
    assert coded.check() == ()


def test_marks_are_ones_own_and_a_weight_is_one_of_two(coded: Project, coding: Coding) -> None:
    other, revision = coded.as_coder("Kristian").codings, coded.revision
    for act in (
        lambda: other.set_weight(coding.id, "inhibits"),
        lambda: other.star(coding.id),
        lambda: other.condense(coding.id, "x"),
        lambda: coded.codings.set_weight(coding.id, "heavy"),
    ):
        with pytest.raises(Refused):
            act()
    assert coded.revision == revision


def test_a_text_that_was_changed_since_it_was_seen_is_not_overwritten(coded: Project, coding: Coding) -> None:
    desk = coded.codings
    desk.condense(coding.id, "den ene")
    with pytest.raises(Conflict) as told:
        desk.condense(coding.id, "den andre", seen="")
    assert told.value.values == {"stands": "den ene", "seen": "", "wished": "den andre"}
    desk.condense(coding.id, "den andre", seen="den ene")
    desk.condense(coding.id, "den andre", seen="den ene")
    desk.set_memo(coding.id, "notat", seen="")
    with pytest.raises(Conflict, match="It now reads “notat”"):
        desk.set_memo(coding.id, "", seen="annet")
    assert desk.get(coding.id).memo == "notat"


@pytest.mark.parametrize(
    ("where", "found"),
    [
        ('weight = "promotes"', ["Jeg bestemte selv"]),
        ("weight = inhibits", []),
        ("starred = yes", ["Jeg bestemte selv"]),
        ("starred = no", ["rart"]),
        ('condensation ~ "avgjør" and starred = yes and memo = ""', ["Jeg bestemte selv"]),
        ('memo != ""', ["rart"]),
    ],
)
def test_filters_ask_what_coders_have_said(
    coded: Project, coding: Coding, where: str, found: list[str]
) -> None:
    made(coded, "rart", memo="m")
    coded.codings.set_weight(coding.id, "promotes")
    coded.codings.star(coding.id)
    coded.codings.condense(coding.id, "Egen avgjørelse")
    assert [each.text for each in coded.codings.excerpts(where=where)] == found
    assert coded.codings.count(where=where) == len(found)


def test_anybody_comments_and_takes_back_only_their_own(coded: Project, coding: Coding) -> None:
    other = coded.as_coder("Kristian")
    first = coded.codings.comment(coding.id, "Er det medvirkning?")
    second = other.codings.comment(coding.id, " Ja. ")
    assert [(each.coder, each.text) for each in coded.codings.comments(coding.id)] == [
        ("Nina", "Er det medvirkning?"),
        ("Kristian", "Ja."),
    ]
    assert coded.codings.get(coding.id).comments == coded.codings.excerpts()[0].comments == 2
    with pytest.raises(Refused):
        other.codings.remove_comment(first.id)
    other.codings.remove_comment(second.id)
    with pytest.raises(NotFound):
        other.codings.remove_comment(second.id)
    with pytest.raises(Refused):
        other.codings.comment(coding.id, " ")
    other.undo()
    assert [each.id for each in coded.codings.comments(coding.id)] == [first.id, second.id]


def test_codings_are_linked_once_each_way_and_kind_and_never_to_themselves(
    coded: Project, coding: Coding
) -> None:
    desk, other = coded.codings, made(coded, "rart")
    link = desk.link(coding.id, other.id, "explains")
    assert desk.link(coding.id, other.id, "explains") == link
    assert (link.from_id, link.to_id, link.kind, link.coder) == (coding.id, other.id, "explains", "Nina")
    desk.link(other.id, coding.id)
    assert desk.links(coding.id) == desk.links(other.id)
    assert desk.get(other.id).links == 2
    with pytest.raises(Refused):
        desk.link(coding.id, coding.id)
    with pytest.raises(Refused):
        coded.as_coder("Kristian").codings.unlink(link.id)
    desk.unlink(link.id)
    assert [each.kind for each in desk.links(coding.id)] == [""]
    coded.undo()
    assert len(desk.links(coding.id)) == 2


def test_what_is_said_goes_with_the_coding_and_comes_back_with_it(coded: Project, coding: Coding) -> None:
    desk, other = coded.codings, made(coded, "rart")
    coded.as_coder("Kristian").codings.comment(coding.id, "Hm.")
    desk.link(other.id, coding.id)
    desk.set_memo(coding.id, "notat")
    coded.memos.add("coding", coding.id, "Mer om dette.", type="analytic")
    before = (desk.excerpts(), desk.comments(coding.id), desk.links(other.id), coded.memos.all())
    desk.remove(coding.id)
    assert (desk.links(other.id), coded.memos.all()) == ((), ())
    assert coded.check() == ()
    coded.undo()
    assert (desk.excerpts(), desk.comments(coding.id), desk.links(other.id), coded.memos.all()) == before


def test_undoing_a_coding_refuses_once_somebody_has_said_something_of_it(
    coded: Project, coding: Coding
) -> None:
    kristian = coded.as_coder("Kristian")
    comment = kristian.codings.comment(coding.id, "Hm.")
    with pytest.raises(Conflict):
        coded.undo()
    kristian.codings.remove_comment(comment.id)
    memo = kristian.memos.add("coding", coding.id, "Hm.", type="analytic")
    with pytest.raises(Conflict):
        coded.undo()
    assert (coded.codings.get(coding.id), coded.check()) == (coding, ())
    kristian.memos.remove(memo.id)
    assert coded.undo() is not None


def test_changes_since_a_revision_tell_of_comments_links_and_marks(coded: Project, coding: Coding) -> None:
    document, other = coding.document_id, made(coded, "rart")
    for act, touched in (
        (lambda: coded.codings.comment(coding.id, "Hm."), {coding.id}),
        (lambda: coded.codings.link(coding.id, other.id), {coding.id, other.id}),
        (lambda: coded.codings.star(other.id), {other.id}),
    ):
        seen = coded.revision
        act()
        changes = coded.codings.since(document, seen)
        assert {each.id for each in changes} == touched
        assert all(each.coding == coded.codings.get(each.id) for each in changes)


def test_an_earlier_state_has_what_was_said_then(coded: Project, coding: Coding) -> None:
    coded.codings.comment(coding.id, "Først")
    coded.codings.star(coding.id)
    then = coded.revision
    coded.codings.comment(coding.id, "Så")
    coded.codings.star(coding.id, False)
    coded.codings.remove(coding.id)
    with coded.at(then) as earlier:
        assert [each.text for each in earlier.codings.comments(coding.id)] == ["Først"]
        assert earlier.codings.get(coding.id).starred


@pytest.mark.parametrize("ending", [".csv", ".jsonl"])
def test_marks_go_out_in_a_file_and_come_in_again(coded: Project, coding: Coding, ending: str) -> None:
    desk = coded.codings
    desk.set_weight(coding.id, "inhibits")
    desk.star(coding.id)
    desk.condense(coding.id, "Kort,\n=1+1 «og» 🙂")
    made(coded, "rart")
    data, before = desk.export(ending), [strip(each) for each in desk.excerpts()]
    desk.remove_all([each.id for each in desk.excerpts()])
    assert desk.import_file(f"k{ending}", data) == 2
    assert [strip(each) for each in desk.excerpts()] == before
    assert desk.export(ending) == data


def strip(excerpt: object) -> list[object]:
    names = ("document", "code", "start", "end", "coder", "memo", "weight", "starred", "condensation")
    return [getattr(excerpt, name) for name in names]
