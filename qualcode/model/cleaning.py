"""What was proposed to clean a text, what people decided, and the clean text that comes of it.

All positions in a `Cleaning` are of the text as read; `CleanText` carries them over to the clean text.
"""

from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, replace
from typing import Any, TypeVar

from qualcode.model.edits import Edit, TextMap, standing
from qualcode.model.layers import Emphasis, Note, Page, Region
from qualcode.model.spans import Span
from qualcode.model.structure import Heading


@dataclass(frozen=True, slots=True)
class Cleaning:
    """All proposals for one text. `rejected` are the groups that a person has taken back.

    `headings` and `times` are those that the file's own format knows of: `times` are positions with seconds from the start.
    """

    edits: tuple[Edit, ...] = ()
    regions: tuple[Region, ...] = ()
    pages: tuple[Page, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    notes: tuple[Note, ...] = ()
    headings: tuple[Heading, ...] = ()
    times: tuple[tuple[int, float], ...] = ()
    rejected: frozenset[str] = frozenset()

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of proposals by rule, edits of one group counted once."""
        groups = {edit.group: edit.rule for edit in self.edits} | {r.group: r.kind for r in self.regions}
        counted: dict[str, int] = {}
        for rule in groups.values():
            counted[rule] = counted.get(rule, 0) + 1
        return counted

    def without(self, groups: Collection[str]) -> "Cleaning":
        """The same proposals with these groups, and no others, rejected."""
        return replace(self, rejected=frozenset(groups))


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text after cleaning, with everything known of it in positions of the clean text."""

    map: TextMap
    excluded: tuple[Region, ...] = ()
    pages: tuple[Page, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    notes: tuple[Note, ...] = ()
    headings: tuple[Heading, ...] = ()
    times: tuple[tuple[int, float], ...] = ()

    @property
    def text(self) -> str:
        """The clean text."""
        return self.map.clean


T = TypeVar("T", Region, Emphasis, Heading)


def cleaned(read: str, cleaning: Cleaning) -> CleanText:
    """The clean text that the accepted proposals make of `read`."""
    map_ = TextMap(read, standing(cleaning.edits, cleaning.rejected))
    regions = [region for region in cleaning.regions if region.group not in cleaning.rejected]
    return CleanText(
        map_,
        tuple(moved for region in regions if (moved := _moved(region, map_))),
        tuple(replace(page, start=_point(page.start, map_)) for page in cleaning.pages),
        tuple(there for mark in cleaning.emphasis if (there := _moved(mark, map_))),
        tuple(replace(note, start=_point(note.start, map_)) for note in cleaning.notes),
        tuple(title for heading in cleaning.headings if (title := _moved(heading, map_))),
        tuple((_point(at, map_), seconds) for at, seconds in cleaning.times),
    )


def _moved(part: T, map_: TextMap) -> T | None:
    span = map_.to_clean(Span(part.start, part.end))
    return replace(part, start=span.start, end=span.end) if span else None


def _point(at: int, map_: TextMap) -> int:
    """Where the first character at or after `at` that was kept stands in the clean text."""
    span = map_.to_clean(Span(at, len(map_.read))) if at < len(map_.read) else None
    return span.start if span else len(map_.clean)


def to_plain(cleaning: Cleaning) -> dict[str, Any]:
    """As lists and numbers for JSON; `from_plain` gives back an equal value."""
    plain = asdict(cleaning)
    return plain | {"rejected": sorted(cleaning.rejected)}


def from_plain(plain: Mapping[str, Any]) -> Cleaning:
    """The value that `to_plain` wrote."""
    return Cleaning(
        edits=tuple(Edit(**{**row, "needs": tuple(row["needs"])}) for row in plain["edits"]),
        regions=tuple(Region(**row) for row in plain["regions"]),
        pages=tuple(Page(**row) for row in plain["pages"]),
        emphasis=tuple(Emphasis(**row) for row in plain["emphasis"]),
        notes=tuple(Note(**row) for row in plain["notes"]),
        headings=tuple(Heading(**row) for row in plain["headings"]),
        times=tuple((at, seconds) for at, seconds in plain["times"]),
        rejected=frozenset(plain["rejected"]),
    )
