"""People who can be told from all others by a few attributes: small cells, as statistical offices call them.

After the special uniques of M. J. Elliot, A. M. Manning and R. W. Ford, "A computational algorithm for handling the
special uniques problem", International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002): only the
smallest combinations are told, because every larger one that holds them singles the person out as well.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

MOST_TOGETHER = 2
Values = tuple[tuple[str, str], ...]
"""Attributes with their values."""


def alone(
    people: Mapping[str, Sequence[Mapping[str, str]]], *, most: int = MOST_TOGETHER
) -> dict[str, tuple[Values, ...]]:
    """For each person who is alone with a value, or with up to `most` together: the smallest such combinations.

    `people` are descriptions by a person's id, values by attribute; somebody may be described more than once, as in each
    of two interviews. What nobody says is no value. Attributes in which no two people are alike, such as pseudonyms and
    dates, would single out everybody and are not looked at; nor is there anything to tell of fewer than two people.
    """
    names = _shared(people)
    found: dict[str, list[Values]] = {}
    for size in range(1, most + 1):
        for chosen in combinations(names, size):
            for person, values in _alone_with(people, chosen):
                smaller = found.setdefault(person, [])
                if not any(set(each) <= set(values) for each in smaller):
                    smaller.append(values)
    return {person: tuple(found[person]) for person in people if person in found}


def _shared(people: Mapping[str, Sequence[Mapping[str, str]]]) -> list[str]:
    """The attributes in which at least two people are alike, in the order in which they come."""
    names = dict.fromkeys(name for each in people.values() for values in each for name in values)
    return [name for name in names if any(len(who) > 1 for who in _cells(people, (name,)).values())]


def _alone_with(
    people: Mapping[str, Sequence[Mapping[str, str]]], names: Sequence[str]
) -> Iterator[tuple[str, Values]]:
    """Those who share a combination of values of the attributes `names` with nobody, and the combination."""
    for values, who in _cells(people, names).items():
        if len(who) == 1:
            yield next(iter(who)), values


def _cells(people: Mapping[str, Sequence[Mapping[str, str]]], names: Sequence[str]) -> dict[Values, set[str]]:
    """Who has each combination of values, among those who have all the attributes."""
    cells: dict[Values, set[str]] = {}
    for person, each in people.items():
        for values in each:
            if all(values.get(name) for name in names):
                cells.setdefault(tuple((name, values[name]) for name in names), set()).add(person)
    return cells
