"""Rules look one after the other; each sees what the earlier ones made of the text, and all lead back to it."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from qualcode.cleaning import Change, Draft, Found
from qualcode.model.cleaning import cleaned, from_plain, to_plain
from qualcode.model.layers import Page


@dataclass(frozen=True)
class Fixed:
    """A rule that always finds the same."""

    name: str
    found: Found

    def look(self, text: str, *, language: str, format: str) -> Found:
        return self.found


def draft(read: str, *rules: Fixed) -> Draft:
    made = Draft(read, "nb", "txt")
    for rule in rules:
        made.pass_through(rule)
    return made


READ = "Det var til-\n12\nknyttet et sted."


def test_a_join_across_a_page_number_needs_the_number_to_be_gone() -> None:
    page = Fixed("page", Found(changes=(Change(13, 16),), pages=(Page(16, "12"),)))
    join = Fixed("join", Found(changes=(Change(11, 13),)))
    made = draft(READ, page, join)
    assert made.text == "Det var tilknyttet et sted."
    assert cleaned(READ, made.cleaning).pages == (Page(11, "12"),)
    without_page = made.cleaning.without(["page:13"])
    assert cleaned(READ, without_page).text == "Det var til12\nknyttet et sted."


def test_a_change_around_what_an_earlier_rule_took_falls_with_it() -> None:
    page = Fixed("page", Found(changes=(Change(13, 15),)))
    join = Fixed("join", Found(changes=(Change(11, 14),)))
    made = draft(READ, page, join)
    assert made.text == "Det var tilknyttet et sted."
    assert cleaned(READ, made.cleaning.without(["page:13"])).text == READ
    assert cleaned(READ, made.cleaning.without(["join:11"])).text == "Det var til-\n\nknyttet et sted."


def test_what_an_earlier_rule_wrote_is_not_rewritten() -> None:
    made = draft(
        "abc",
        Fixed("one", Found(changes=(Change(1, 2, "X"),))),
        Fixed("two", Found(changes=(Change(0, 3, "Y"),))),
    )
    assert made.text == "aXc"


changes = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("xy ", max_size=3)), max_size=5)


def found(text: str, wanted: list[tuple[int, int, str]]) -> Found:
    at, kept = -1, []
    for start, length, after in sorted(wanted):
        if start > at and start + length <= len(text):
            kept.append(Change(start, start + length, after))
            at = start + length
    return Found(tuple(kept))


@given(st.text("abå \n🙂", max_size=40), changes, changes, st.data())
def test_any_choice_of_proposals_gives_a_text_and_none_gives_the_text_as_read(
    read: str, first: list[tuple[int, int, str]], second: list[tuple[int, int, str]], data: st.DataObject
) -> None:
    made = draft(read, Fixed("one", found(read, first)))
    made.pass_through(Fixed("two", found(made.text, second)))
    groups = sorted({edit.group for edit in made.cleaning.edits})
    assert cleaned(read, made.cleaning.without(groups)).text == read
    assert cleaned(read, made.cleaning).text == made.text
    some = data.draw(st.sets(st.sampled_from(groups))) if groups else set()
    cleaned(read, made.cleaning.without(some))
    assert from_plain(to_plain(made.cleaning)) == made.cleaning
