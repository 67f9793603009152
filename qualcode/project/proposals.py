"""What is proposed about a document's parts, listed for people to decide on."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from qualcode.model.cleaning import Cleaning
from qualcode.model.edits import TextMap, standing
from qualcode.model.layers import Quote, Region, Stretch, Title
from qualcode.model.spans import Span
from qualcode.project.shaping import stored_cleaning
from qualcode.store.store import Store
from qualcode.store.transaction import Row

P = TypeVar("P", Region, Title, Quote, Stretch)


@dataclass(frozen=True, slots=True)
class Proposal(Generic[P]):
    """A part as people see it: `[start, end)` in the text that is coded, whether it counts, and whether somebody has
    decided on it. The positions in `part` are those of the text as read.
    """

    part: P
    start: int
    end: int
    accepted: bool
    seen: bool


def listed(store: Store, kept: Row, chosen: Callable[[Cleaning], Iterable[P]]) -> tuple[Proposal[P], ...]:
    """The proposals of one kind for the document whose contents are `kept`, in order of the text.

    Those whose words are not in the text that is coded are left out.
    """
    cleaning = stored_cleaning(store, kept["cleaning_sha"])
    map_ = TextMap(store.text(kept["read_sha"]), standing(cleaning.edits, cleaning.rejected))
    found = []
    for part in chosen(cleaning):
        there = map_.to_clean(Span(part.start, part.end))
        if there:
            accepted, seen = part.group not in cleaning.rejected, part.group in cleaning.seen
            found.append(Proposal(part, there.start, there.end, accepted, seen))
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))
