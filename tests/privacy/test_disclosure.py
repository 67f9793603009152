"""Small cells: who can be told from all others by what is known of them."""

from hypothesis import given
from hypothesis import strategies as st

from qualcode.privacy import alone

BERGEN = ("site", "Bergen")
STAFF = {
    "a": [{"role": "priest", "site": "Bergen"}],
    "b": [{"role": "nurse", "site": "Bergen"}],
    "c": [{"role": "nurse", "site": "Oslo"}],
    "d": [{"role": "nurse", "site": "Oslo"}],
}


def test_one_who_is_alone_with_a_value_or_with_two_together_is_found() -> None:
    assert alone(STAFF) == {"a": ((("role", "priest"),),), "b": ((("role", "nurse"), BERGEN),)}


def test_people_who_are_alike_hide_each_other() -> None:
    assert alone({"c": STAFF["c"], "d": STAFF["d"]}) == {}


def test_attributes_in_which_all_differ_are_not_looked_at() -> None:
    assert alone({name: [{"pseudonym": name, "site": "Oslo"}] for name in "abc"}) == {}


def test_what_is_not_said_is_no_value() -> None:
    assert alone({"a": [{"role": ""}], "b": [{"role": "nurse"}], "c": [{"role": "nurse"}]}) == {}


def test_somebody_who_is_described_twice_is_alone_with_either() -> None:
    again = {**STAFF, "b": [*STAFF["b"], *STAFF["c"]]}
    assert alone(again)["b"] == ((("role", "nurse"), BERGEN),)
    assert alone({"c": [{"site": "Oslo"}, {"site": "Bergen"}], "d": [{"site": "Oslo"}]}) == {
        "c": ((BERGEN,),)
    }
    assert alone({"c": [{"site": "Oslo"}, {"site": "Oslo"}]}) == {}


VALUES = st.dictionaries(st.sampled_from("xyz"), st.sampled_from("12"))


@given(st.dictionaries(st.sampled_from("abcdef"), st.lists(VALUES, max_size=2)))
def test_nobody_has_a_double_in_what_singles_them_out(people: dict[str, list[dict[str, str]]]) -> None:
    for person, found in alone(people).items():
        for values in found:
            alike = [who for who, each in people.items() if any(set(values) <= one.items() for one in each)]
            assert alike == [person]
