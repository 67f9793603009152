"""People's decisions about a text, carried over to what is proposed for a corrected version of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from qualcode.model.cleaning import Cleaning
from qualcode.model.edits import Edit
from qualcode.model.following import Following
from qualcode.model.layers import Quote, Region, Stretch, Title
from qualcode.model.spans import Span
from qualcode.project.cleaning import CORRECTION, LEFT_OUT, in_the_way

LANGUAGE = "language:"
"""How the names of stretches in another language begin. What people have said about them stands, all of it, once they have
said anything; a name stays among the decisions where a stretch was taken away.
"""
P = TypeVar("P", Region, Title, Quote, Stretch)
Q = TypeVar("Q", Edit, Region, Title, Quote, Stretch)


def carried(old: Cleaning, new: Cleaning, way: Following) -> tuple[Cleaning, int]:
    """`new` with what was decided in `old` about the same passages, and how much of people's own work has no place any more.

    A proposal is the same when the same rule proposes the same words in the same place. `way` leads from the older text
    as read to the newer one.
    """
    told = any(group.startswith(LANGUAGE) for group in old.seen)
    stretches = _carried_over(old.stretches, way) if told else list(new.stretches)
    same = _same_edits(old.edits, new.edits, way)
    for group, now in (
        *_same_parts(old.regions, new.regions, way),
        *_same_parts(old.titles, new.titles, way),
        *_same_parts(old.quotes, new.quotes, way),
        *_same_parts(() if told else old.stretches, new.stretches, way),
    ):
        same.setdefault(group, now)
    placed = [there for edit in old.edits if edit.rule == CORRECTION and (there := _placed(edit, way))]
    regions, titles, quotes = _own(old.regions, way), _own(old.titles, way), _own(old.quotes, way)
    result = replace(
        new,
        edits=_beside(new.edits, placed),
        regions=_in_order((*new.regions, *regions)),
        titles=_in_order((*_clear_of(titles, _levelled(old, new, same)), *titles)),
        quotes=_in_order((*_clear_of(quotes, _spoken(old, new, same)), *quotes)),
        stretches=_in_order(stretches),
        voices=old.voices,
    )
    kept = (*placed, *regions, *titles, *quotes, *(stretches if told else ()))
    same |= {each.group: each.group for each in kept}
    had = len(_made(old.edits)) + len(_made(old.regions)) + len(_made(old.titles)) + len(_made(old.quotes))
    lost = had - len(placed) - len(regions) - len(titles) - len(quotes)
    return _decided(result, old, same), lost


def _same_edits(old: Sequence[Edit], new: Sequence[Edit], way: Following) -> dict[str, str]:
    """Old groups with the new group that most of their edits are in."""
    there = {(edit.rule, edit.start, edit.before, edit.after): edit.group for edit in new}
    votes: dict[str, Counter[str]] = {}
    for edit in old:
        at = way.untouched(edit.start, edit.end) if edit.start == edit.end else way.same(edit.start, edit.end)
        group = there.get((edit.rule, -1 if at is None else at, edit.before, edit.after))
        if group is not None:
            votes.setdefault(edit.group, Counter())[group] += 1
    return {group: found.most_common(1)[0][0] for group, found in votes.items()}


def _same_parts(old: Sequence[P], new: Sequence[P], way: Following) -> list[tuple[str, str]]:
    """Old groups with the group of the new part that has most of the words."""
    pairs = []
    for part in old:
        span = way.most(part.start, part.end)
        alike = [each for each in new if span and _kind(each) == _kind(part) and _shared(each, span) > 0]
        if span and alike:
            pairs.append((part.group, max(alike, key=lambda each: _shared(each, span)).group))
    return pairs


def _kind(part: Region | Title | Quote | Stretch) -> str:
    return part.kind if isinstance(part, Region) else ""


def _shared(part: Region | Title | Quote | Stretch, span: Span) -> int:
    return min(part.end, span.end) - max(part.start, span.start)


def _by_hand(part: Edit | Region | Title | Quote | Stretch) -> bool:
    """Whether a person has made it, rather than decided about it."""
    if isinstance(part, Edit):
        return part.rule == CORRECTION
    if isinstance(part, Region):
        return part.kind == LEFT_OUT
    if isinstance(part, Title):
        return part.why == "person"
    return isinstance(part, Quote) and part.evidence == ("person",)


def _made(parts: Iterable[Q]) -> list[Q]:
    """What people have made themselves."""
    return [part for part in parts if _by_hand(part)]


def _own(parts: Iterable[P], way: Following) -> list[P]:
    """The same, in its new place."""
    return _carried_over(_made(parts), way)


def _carried_over(parts: Iterable[P], way: Following) -> list[P]:
    return [there for part in parts if (there := _part(part, way))]


def _part(part: P, way: Following) -> P | None:
    """The part in its new place; None where most of it is gone, and for a heading that is no longer one line."""
    span = way.most(part.start, part.end)
    if span is None:
        return None
    moved = replace(part, start=span.start, end=span.end)
    if not isinstance(moved, Title):
        return moved
    words = span.of(way.new)
    return None if "\n" in words else replace(moved, title=" ".join(words.split()))


def _placed(edit: Edit, way: Following) -> Edit | None:
    """A correction in its new place, when nothing was changed there or right beside it."""
    at = way.untouched(edit.start, edit.end)
    return None if at is None else replace(edit, start=at, end=at + edit.end - edit.start)


def _beside(edits: Sequence[Edit], corrections: Sequence[Edit]) -> tuple[Edit, ...]:
    """People's corrections, and of the rules' edits those that are in the way of none."""
    free = [edit for edit in edits if not any(in_the_way(edit, own.start, own.end) for own in corrections)]
    return tuple(sorted((*free, *corrections)))


def _clear_of(own: Sequence[P], parts: Iterable[P]) -> list[P]:
    """The parts that share no words with what people have made themselves."""
    return [part for part in parts if not any(_shared(each, Span(part.start, part.end)) > 0 for each in own)]


def _in_order(parts: Iterable[P]) -> tuple[P, ...]:
    return tuple(sorted(parts, key=lambda part: (part.start, -part.end)))


def _levelled(old: Cleaning, new: Cleaning, same: Mapping[str, str]) -> Iterable[Title]:
    """The new headings, on the levels that people have given them."""
    levels = {same[each.group]: each.level for each in old.titles if each.group in old.seen & same.keys()}
    return (replace(each, level=levels.get(each.group, each.level)) for each in new.titles)


def _spoken(old: Cleaning, new: Cleaning, same: Mapping[str, str]) -> Iterable[Quote]:
    """The new quotations, by the speakers whom people have named."""
    known = {same[each.group]: each.speaker for each in old.quotes if each.group in old.seen & same.keys()}
    return (replace(each, speaker=known.get(each.group, each.speaker)) for each in new.quotes)


def _decided(new: Cleaning, old: Cleaning, same: Mapping[str, str]) -> Cleaning:
    """`new`, each proposal accepted or rejected as it was; where two old ones became one, a person's word decides."""
    rejected, seen = set(new.rejected), set(new.seen)
    for group in sorted(same, key=lambda each: each in old.seen):
        rejected = rejected | {same[group]} if group in old.rejected else rejected - {same[group]}
        if group in old.seen:
            seen.add(same[group])
    seen |= {group for group in old.seen if group.startswith(LANGUAGE)}
    return replace(new, rejected=frozenset(rejected & new.groups), seen=frozenset(seen))
