"""What was proposed to clean a text and to find its parts, what people decided, and the clean text that comes of it.

All positions in a `Cleaning` are of the text as read; `CleanText` carries them over to the clean text.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from qualcode.model.edits import Edit, TextMap, standing
from qualcode.model.layers import Emphasis, Note, Page, Quote, Region, Stretch, Title, Voice
from qualcode.model.spans import Span
from qualcode.model.structure import Heading


@dataclass(frozen=True, slots=True)
class Cleaning:
    """All proposals for one text. `rejected` are the groups that are not carried out: those that a person has taken back,
    and those that wait to be confirmed; `seen` are the groups that a person has decided on.

    `headings` and `times` are those that the file's own format knows of: `times` are positions with seconds from the start.
    `titles` are all headings, the format's too; `voices` say who the speakers' labels mean.
    """

    edits: tuple[Edit, ...] = ()
    regions: tuple[Region, ...] = ()
    pages: tuple[Page, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    notes: tuple[Note, ...] = ()
    headings: tuple[Heading, ...] = ()
    times: tuple[tuple[int, float], ...] = ()
    rejected: frozenset[str] = frozenset()
    titles: tuple[Title, ...] = ()
    quotes: tuple[Quote, ...] = ()
    stretches: tuple[Stretch, ...] = ()
    voices: tuple[Voice, ...] = ()
    seen: frozenset[str] = frozenset()

    @property
    def groups(self) -> frozenset[str]:
        """The names of all proposals."""
        lists = (self.edits, self.regions, self.titles, self.quotes, self.stretches)
        return frozenset(each.group for some in lists for each in some)

    @property
    def counts(self) -> Mapping[str, int]:
        """Number of proposals by rule, edits of one group counted once."""
        groups = {edit.group: edit.rule for edit in self.edits} | {r.group: r.kind for r in self.regions}
        counted: dict[str, int] = {}
        for rule in groups.values():
            counted[rule] = counted.get(rule, 0) + 1
        return counted

    def needed_by(self, groups: Collection[str]) -> frozenset[str]:
        """These groups and all without which they, and those in turn, make no sense."""
        needs: dict[str, set[str]] = {}
        for edit in self.edits:
            needs.setdefault(edit.group, set()).update(edit.needs)
        found, waiting = set(groups), list(groups)
        while waiting:
            more = set(needs.get(waiting.pop(), ())) - found
            found |= more
            waiting += more
        return frozenset(found)

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
    titles: tuple[Title, ...] = ()
    quotes: tuple[Quote, ...] = ()
    stretches: tuple[Stretch, ...] = ()

    @property
    def text(self) -> str:
        """The clean text."""
        return self.map.clean


T = TypeVar("T", Region, Emphasis, Heading, Title, Quote, Stretch)


def cleaned(read: str, cleaning: Cleaning) -> CleanText:
    """The clean text that the accepted proposals make of `read`."""
    map_ = TextMap(read, standing(cleaning.edits, cleaning.rejected))
    return CleanText(
        map_,
        _standing(cleaning.regions, cleaning.rejected, map_),
        tuple(replace(page, start=_point(page.start, map_)) for page in cleaning.pages),
        tuple(there for mark in cleaning.emphasis if (there := _moved(mark, map_))),
        tuple(replace(note, start=_point(note.start, map_)) for note in cleaning.notes),
        tuple(title for heading in cleaning.headings if (title := _moved(heading, map_))),
        tuple((_point(at, map_), seconds) for at, seconds in cleaning.times),
        _standing(cleaning.titles, cleaning.rejected, map_),
        _standing(cleaning.quotes, cleaning.rejected, map_),
        _standing(cleaning.stretches, cleaning.rejected, map_),
    )


P = TypeVar("P", Region, Title, Quote, Stretch)


def _standing(parts: Iterable[P], rejected: Collection[str], map_: TextMap) -> tuple[P, ...]:
    """The accepted ones of these proposals, in positions of the clean text and in order."""
    moved = [there for part in parts if part.group not in rejected and (there := _moved(part, map_))]
    return tuple(sorted(moved, key=lambda part: (part.start, -part.end)))


def _moved(part: T, map_: TextMap) -> T | None:
    span = map_.to_clean(Span(part.start, part.end))
    return replace(part, start=span.start, end=span.end) if span else None


def _point(at: int, map_: TextMap) -> int:
    """Where the first character at or after `at` that was kept stands in the clean text."""
    span = map_.to_clean(Span(at, len(map_.read))) if at < len(map_.read) else None
    return span.start if span else len(map_.clean)


def to_plain(cleaning: Cleaning) -> dict[str, Any]:
    """As lists and numbers for JSON; `from_plain` gives back an equal value."""
    plain = {name: [_row(each) for each in getattr(cleaning, name)] for name in _LISTS}
    decided: dict[str, Any] = {"rejected": sorted(cleaning.rejected), "seen": sorted(cleaning.seen)}
    return plain | {"times": [list(time) for time in cleaning.times]} | decided


_LISTS = (
    "edits",
    "regions",
    "pages",
    "emphasis",
    "notes",
    "headings",
    "titles",
    "quotes",
    "stretches",
    "voices",
)


def _row(each: Any) -> dict[str, Any]:
    """A proposal by its fields; `dataclasses.asdict` copies all that lies in them, which takes eight times as long."""
    return {name: getattr(each, name) for name in each.__slots__}


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
        titles=tuple(Title(**row) for row in plain.get("titles", ())),
        quotes=tuple(Quote(**{**row, "evidence": tuple(row["evidence"])}) for row in plain.get("quotes", ())),
        stretches=tuple(Stretch(**row) for row in plain.get("stretches", ())),
        voices=tuple(Voice(**row) for row in plain.get("voices", ())),
        seen=frozenset(plain.get("seen", ())),
    )
