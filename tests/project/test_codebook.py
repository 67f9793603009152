"""The codebook: a tree that can be changed in every way, and each change taken back."""

import pytest

from qualcode import Project
from qualcode.errors import Duplicate, NotFound, Refused


def paths(project: Project) -> list[str]:
    return [code.path for code in project.codebook.all()]


def test_a_path_makes_the_parents_it_needs(project: Project) -> None:
    code = project.codebook.create("Recovery/Håp", definition="Å se framover")
    assert paths(project) == ["Recovery", "Recovery/Håp"]
    assert (code.definition, code.parent_id) == ("Å se framover", project.codebook.get("Recovery").id)


def test_upper_and_lower_case_and_spelling_of_å_are_one_name(project: Project) -> None:
    project.codebook.create("Håp")
    with pytest.raises(Duplicate):
        project.codebook.create("ha\u030ap")
    assert project.codebook.get("HÅP").name == "Håp"


def test_a_name_may_hold_a_slash(project: Project) -> None:
    code = project.codebook.create(r"Rus\/psykiatri")
    assert (code.name, code.path) == ("Rus/psykiatri", r"Rus\/psykiatri")
    assert project.codebook.get(code.path) == code


def test_an_unknown_code_is_answered_with_the_nearest(project: Project) -> None:
    project.codebook.create("Brukermedvirkning")
    with pytest.raises(NotFound, match="Did you mean “Brukermedvirkning”"):
        project.codebook.get("Brukervedvirkning")


def test_every_field_can_be_changed_and_the_rest_stays(project: Project) -> None:
    code = project.codebook.create(
        "Håp", definition="a", when="b", when_not="c", example="d", colour="#112233"
    )
    changed = project.codebook.change(code.id, name="Tro", example="e")
    assert (
        changed.name,
        changed.definition,
        changed.when,
        changed.when_not,
        changed.example,
        changed.colour,
    ) == (
        "Tro",
        "a",
        "b",
        "c",
        "e",
        "#112233",
    )


def test_moving_takes_what_lies_below_along(project: Project) -> None:
    for path in ("A/B/C", "D"):
        project.codebook.create(path)
    project.codebook.move(project.codebook.get("A/B").id, project.codebook.get("D").id)
    assert paths(project) == ["A", "D", "D/B", "D/B/C"]


def test_moving_within_the_same_parent_changes_the_order(project: Project) -> None:
    for path in ("A", "B", "C"):
        project.codebook.create(path)
    project.codebook.move(project.codebook.get("C").id, None, position=0)
    assert paths(project) == ["C", "A", "B"]


def test_a_code_cannot_be_moved_under_itself(project: Project) -> None:
    project.codebook.create("A/B/C")
    with pytest.raises(Refused, match="under itself"):
        project.codebook.move(project.codebook.get("A").id, project.codebook.get("A/B/C").id)


def test_merging_hands_over_codings_memos_and_subcodes(coded: Project) -> None:
    hope, user = coded.codebook.get("Recovery/Håp"), coded.codebook.get("Brukermedvirkning")
    coded.codebook.create("Brukermedvirkning/Å bli hørt")
    coded.codings.apply("Åse.txt", user.id, 19, 30, memo="først")
    coded.codings.apply("Åse.txt", hope.id, 19, 30, memo="så")
    coded.codings.apply("Åse.txt", user.id, 40, 50)
    coded.codebook.merge(user.id, hope.id)
    assert paths(coded) == ["Recovery", "Recovery/Håp", "Recovery/Håp/Å bli hørt"]
    spans = [(each.start, each.end, each.code) for each in coded.codings.excerpts()]
    assert spans == [(19, 30, "Recovery/Håp"), (40, 50, "Recovery/Håp")]
    assert set(coded.codings.excerpts()[0].memo.split("\n\n")) == {"først", "så"}


def test_splitting_moves_only_the_chosen_codings(coded: Project) -> None:
    hope = coded.codebook.get("Recovery/Håp")
    stays = coded.codings.apply("Åse.txt", hope.id, 19, 30)
    goes = coded.codings.apply("Åse.txt", hope.id, 40, 50)
    new = coded.codebook.split(hope.id, "Tro", [goes.id])
    assert new.path == "Recovery/Tro"
    assert {each.id: each.code for each in coded.codings.excerpts()} == {
        stays.id: "Recovery/Håp",
        goes.id: "Recovery/Tro",
    }


@pytest.mark.parametrize(("fate", "left"), [("remove", 0), ("Brukermedvirkning", 1)])
def test_deleting_a_code_asks_what_becomes_of_its_codings(coded: Project, fate: str, left: int) -> None:
    coded.codings.apply("Åse.txt", coded.codebook.get("Recovery/Håp").id, 19, 30)
    above = coded.codebook.get("Recovery")
    with pytest.raises(Refused, match="1 codings"):
        coded.codebook.delete(above.id)
    assert coded.codebook.delete(above.id, codings=fate) == 1
    assert paths(coded) == ["Brukermedvirkning"]
    assert coded.codings.count() == left


def test_the_codings_cannot_go_to_a_code_that_is_deleted_too(coded: Project) -> None:
    with pytest.raises(Refused, match="deleted too"):
        coded.codebook.delete(coded.codebook.get("Recovery").id, codings="Recovery/Håp")


@pytest.mark.parametrize("ending", [".csv", ".xlsx", ".yaml"])
def test_an_exported_codebook_reads_back_the_same(project: Project, ending: str) -> None:
    project.codebook.create("Recovery/Håp", definition="=SUM(1)\nlinje to", when="når", example="«Ja»")
    project.codebook.create("Brukermedvirkning", colour="#aa3377")
    before = project.codebook.all()
    data = project.codebook.export(ending)
    for code in reversed(before):
        project.codebook.delete(code.id)
    project.codebook.import_file(f"kodebok{ending}", data)

    def plain(codes: object) -> list[tuple[str, ...]]:
        return [(c.path, c.definition, c.when, c.when_not, c.example, c.colour) for c in codes]  # type: ignore[attr-defined]

    assert plain(project.codebook.all()) == plain(before)


def test_importing_a_codebook_again_changes_nothing(project: Project) -> None:
    project.codebook.create("Recovery/Håp", definition="a")
    data, revision = project.codebook.export(".yaml"), project.revision
    project.codebook.import_file("kodebok.yaml", data)
    assert project.revision == revision
