"""People who can be told from all others by a few attributes: small cells, as statistical offices call them.

After the special uniques of M. J. Elliot, A. M. Manning and R. W. Ford, "A computational algorithm for handling the
special uniques problem", International Journal of Uncertainty, Fuzziness and Knowledge-Based Systems 10 (2002): only the
smallest combinations are told, because every larger one that holds them singles the person out as well.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

MOST_TOGETHER = 2
Names = tuple[str, ...]


def alone(
    people: Mapping[str, Mapping[str, str]], *, most: int = MOST_TOGETHER
) -> dict[str, tuple[Names, ...]]:
    """For each person who is alone with a combination of at most `most` values: the attributes of each smallest such one.

    `people` are values by attribute, by a person's id. What nobody says is no value. Attributes in which no two people
    are alike, such as pseudonyms and dates, would single out everybody and are not looked at; nor is there anything to
    tell of fewer than two people.
    """
    names = _shared(people)
    found: dict[str, list[Names]] = {}
    for size in range(1, most + 1):
        for chosen in combinations(names, size):
            for person in _alone_with(people, chosen):
                smaller = found.setdefault(person, [])
                if not any(set(each) <= set(chosen) for each in smaller):
                    smaller.append(chosen)
    return {person: tuple(found[person]) for person in people if person in found}


def _shared(people: Mapping[str, Mapping[str, str]]) -> list[str]:
    """The attributes in which at least two people are alike, in the order in which they come."""
    said = Counter((name, value) for values in people.values() for name, value in values.items() if value)
    alike = {name for (name, _value), number in said.items() if number > 1}
    return [name for name in dict.fromkeys(name for name, _value in said) if name in alike]


def _alone_with(people: Mapping[str, Mapping[str, str]], names: Names) -> Iterable[str]:
    """Those who have all the attributes `names` and share the combination with nobody."""
    cells: dict[Names, list[str]] = {}
    for person, values in people.items():
        if all(values.get(name) for name in names):
            cells.setdefault(tuple(values[name] for name in names), []).append(person)
    return [members[0] for members in cells.values() if len(members) == 1]
