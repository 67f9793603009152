"""Small cells: who can be told from all others by what is known of them."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.privacy import alone

STAFF = {
    "a": {"role": "prest", "site": "Bergen"},
    "b": {"role": "lege", "site": "Bergen"},
    "c": {"role": "lege", "site": "Oslo"},
    "d": {"role": "lege", "site": "Oslo"},
}


def test_one_who_is_alone_with_a_value_or_with_two_together_is_found() -> None:
    assert alone(STAFF) == {"a": (("role",),), "b": (("role", "site"),)}


def test_people_who_are_alike_hide_each_other() -> None:
    assert alone({"c": STAFF["c"], "d": STAFF["d"]}) == {}


def test_attributes_in_which_all_differ_are_not_looked_at() -> None:
    people = {name: {"pseudonym": name, "site": "Oslo"} for name in "abc"}
    assert alone(people) == {}


def test_what_is_not_said_is_no_value() -> None:
    assert alone({"a": {"role": ""}, "b": {"role": "lege"}, "c": {"role": "lege"}}) == {}


VALUES = st.dictionaries(st.sampled_from("xyz"), st.sampled_from("12"))


@given(st.dictionaries(st.sampled_from("abcdef"), VALUES))
def test_nobody_has_a_double_in_what_singles_them_out(people: dict[str, dict[str, str]]) -> None:
    for person, combinations in alone(people).items():
        for names in combinations:
            own = [people[person][name] for name in names]
            assert [other for other in people if [people[other].get(n) for n in names] == own] == [person]
