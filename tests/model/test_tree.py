"""The code tree: every path names one code, every name fits in a path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model import tree

names = st.text(max_size=12).filter(tree.clean_name)


@given(st.lists(names, min_size=1, max_size=4))
def test_a_path_leads_back_to_its_names_whatever_they_hold(some: list[str]) -> None:
    assert tree.split_path(tree.join_path(some)) == tuple(map(tree.clean_name, some))


@given(
    st.lists(names.map(tree.clean_name), min_size=1, max_size=3),
    st.lists(names.map(tree.clean_name), min_size=1, max_size=3),
)
def test_two_codes_never_share_a_path(one: list[str], other: list[str]) -> None:
    assert (tree.join_path(one) == tree.join_path(other)) == (one == other)


@given(st.text())
def test_a_clean_name_is_clean_and_can_be_stored_anywhere(name: str) -> None:
    clean = tree.clean_name(name)
    assert tree.clean_name(clean) == clean == clean.strip()
    assert "\0" not in clean and "\x1b" not in clean and "\n" not in clean
    clean.encode("utf-8")


@pytest.mark.parametrize(
    ("one", "other"), [("Håp", "HÅP"), ("Håp", "Ha\u030ap"), (" å  se ", "Å se"), ("Straße", "STRASSE")]
)
def test_names_that_look_the_same_are_the_same(one: str, other: str) -> None:
    assert tree.same_name(one) == tree.same_name(other)


@pytest.mark.parametrize(
    ("path", "parts"),
    [
        ("Recovery/Håp", ("Recovery", "Håp")),
        (r"Rus\/psykiatri", ("Rus/psykiatri",)),
        (r"a\\/b", ("a\\", "b")),
        ("/a//b/", ("a", "b")),
        ("  a \n b  ", ("a b",)),
        ("/ /", ()),
        ("", ()),
        ("a\\", ("a",)),
    ],
)
def test_paths_are_read_with_care_for_slashes(path: str, parts: tuple[str, ...]) -> None:
    assert tree.split_path(path) == parts


def test_paths_follow_the_parents_in_any_order() -> None:
    assert tree.paths({"c": "b", "b": "a", "a": None}, {"c": "C", "b": "B/b", "a": "A"}) == {
        "c": r"A/B\/b/C",
        "b": r"A/B\/b",
        "a": "A",
    }


def test_a_tree_may_be_deeper_than_python_recurses() -> None:
    depth = 3000
    parents = {str(n): str(n - 1) if n else None for n in range(depth)}
    paths = tree.paths(parents, dict.fromkeys(reversed(parents), "x"))
    assert paths[str(depth - 1)].count("/") == depth - 1


@pytest.mark.parametrize("parents", [{"a": "a"}, {"a": "b", "b": "a"}, {"a": "b", "b": "c", "c": "b"}])
def test_a_ring_of_codes_has_no_paths(parents: dict[str, str | None]) -> None:
    with pytest.raises(ValueError, match="cycle"):
        tree.paths(parents, {id_: id_ for id_ in parents})


def test_nothing_can_hang_under_itself_or_what_lies_below_it() -> None:
    parents = {"a": None, "b": "a", "c": "b", "d": None}
    assert tree.below("a", parents) == {"a", "b", "c"}
    assert [tree.would_cycle("a", to, parents) for to in ("a", "b", "c", "d", None)] == [True] * 3 + [
        False
    ] * 2


def test_a_new_colour_is_the_one_used_least() -> None:
    seen: list[str] = []
    for _ in range(len(tree.PALETTE)):
        seen.append(tree.next_colour(seen))
    assert tuple(seen) == tree.PALETTE
    assert tree.next_colour([*seen, "#ffffff"]) == tree.PALETTE[0]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("Recovery/Hap", "Recovery/Håp"),
        ("håp", "Recovery/Håp"),
        ("Brukermedvirking", "Brukermedvirkning"),
        ("zzzzzz", ""),
        ("", ""),
    ],
)
def test_the_nearest_path_is_offered_and_nothing_far_off(typed: str, near: str) -> None:
    assert tree.nearest(typed, ["Recovery", "Recovery/Håp", "Brukermedvirkning"]) == near
    assert tree.nearest(typed, []) == ""
