"""What is no material in real documents, against lists of lines made by hand before the rules were written.

The letters that are no white space are counted. Appendices with a guide, a letter or an approval are left out of the
count: whether they are material is for the researcher to say, and they are only asked about.
"""

from functools import cache
from pathlib import Path

import pytest

from qualcode.cleaning import propose
from qualcode.model.layers import Region

PARTS: dict[str, dict[str, list[tuple[int, int]]]] = {
    "000": {},
    "001": {"contents": [(33, 78)], "references": [(1527, 1539)], "form": [(1541, 1745)]},
    "002": {"contents": [(55, 99)], "references": [(1037, 1094)], "form": [(1417, 1425)]},
    "003": {"contents": [(15, 19)], "web": [(3, 11), (53, 651)]},
    "004": {"contents": [(30, 84)]},
}
"""First and last line of each part, by document and kind."""
ASKED = [(1096, 1338), (1340, 1415), (1427, 1505), (1507, 1557)]
"""The appendices of 002 that wait for a person."""


@cache
def document(path: Path) -> tuple[str, tuple[Region, ...]]:
    read = path.read_text(encoding="utf-8")
    return read, propose(read, language="nb").regions


def of(seeds: Path, number: str) -> tuple[str, tuple[Region, ...]]:
    return document(next(seeds.glob(f"{number}_*")))


def letters(read: str, places: list[tuple[int, int]]) -> set[int]:
    return {i for start, end in places for i in range(start, end) if not read[i].isspace()}


def of_lines(read: str, ranges: list[tuple[int, int]]) -> set[int]:
    starts = [0]
    for line in read.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    return letters(read, [(starts[a - 1], min(len(read), starts[b])) for a, b in ranges])


@pytest.mark.parametrize("number", PARTS)
@pytest.mark.parametrize("kind", ["contents", "references", "form", "web"])
def test_the_parts_that_are_no_material_are_left_out_and_nothing_else(
    seeds: Path, number: str, kind: str
) -> None:
    read, regions = of(seeds, number)
    found = letters(read, [(r.start, r.end) for r in regions if r.kind == kind and r.confidence >= 0.5])
    wanted = of_lines(read, PARTS[number].get(kind, []))
    assert found <= wanted
    assert len(found) >= 0.98 * len(wanted)


def test_appendices_that_may_be_material_wait_for_a_person(seeds: Path) -> None:
    read, regions = of(seeds, "002")
    waiting = letters(read, [(r.start, r.end) for r in regions if r.confidence < 0.5])
    assert waiting == of_lines(read, ASKED)
    assert not [
        r for number in ("000", "001", "003", "004") for r in of(seeds, number)[1] if r.confidence < 0.5
    ]
