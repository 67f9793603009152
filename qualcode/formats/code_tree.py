"""Paths of codes that a table gives by name and parent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcode.errors import BadFile
from qualcode.formats.limits import MAX_DEPTH
from qualcode.model.tree import clean_name, same_name, split_path


@dataclass(frozen=True, slots=True)
class NamedRow:
    """A code by its name and its parent's name or path; the parent is empty at the top."""

    number: int
    name: str
    parent: str


def paths_of(file: str, rows: Sequence[NamedRow]) -> Iterator[tuple[str, ...]]:
    """The path of each row. Raises `BadFile`, naming rows, for blank names, cycles, and a parent that two rows could be."""
    by_name: dict[str, list[NamedRow]] = {}
    for row in rows:
        if not clean_name(row.name):
            raise BadFile("{file}, row {row}: the code has no name.", file=file, row=row.number)
        by_name.setdefault(same_name(row.name), []).append(row)
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        _find(file, row, by_name, found)
        yield found[row.number]


def _find(
    file: str, row: NamedRow, by_name: dict[str, list[NamedRow]], found: dict[int, tuple[str, ...]]
) -> None:
    """Climbs from `row` to what is known already, then names everything on the way down."""
    climbed: dict[int, NamedRow] = {}
    top: tuple[str, ...] = ()
    at: NamedRow | None = row
    while at is not None:
        if at.number in climbed:
            raise _cycle(file, list(climbed), at.number)
        if at.number in found:
            top = found[at.number]
            break
        climbed[at.number] = at
        above = _parent(file, at, by_name)
        if above is None:
            top = split_path(at.parent)
        at = above
    if len(top) + len(climbed) > MAX_DEPTH:
        raise BadFile(
            "{file}, row {row}: the code lies more than {limit} levels deep. Give it a parent nearer the top.",
            file=file,
            row=row.number,
            limit=MAX_DEPTH,
        )
    for below in reversed(climbed.values()):
        top = found[below.number] = (*top, clean_name(below.name))


def _parent(file: str, row: NamedRow, by_name: dict[str, list[NamedRow]]) -> NamedRow | None:
    """The row of the parent; None when it has none, or gives it as a path or as a code without a row."""
    candidates = by_name.get(same_name(row.parent), [])
    if len(candidates) > 1:
        raise BadFile(
            "{file}, row {row}: the parent “{parent}” could be row {first} or row {second}. "
            "Write its whole path, such as “Recovery/{parent}”.",
            file=file,
            row=row.number,
            parent=clean_name(row.parent),
            first=candidates[0].number,
            second=candidates[1].number,
        )
    return candidates[0] if candidates else None


def _cycle(file: str, climbed: list[int], again: int) -> BadFile:
    ring = sorted(climbed[climbed.index(again) :])
    return BadFile(
        "{file}: the codes in rows {rows} are each other's parents. Give one of them another parent, or none.",
        file=file,
        rows=", ".join(map(str, ring)),
    )
