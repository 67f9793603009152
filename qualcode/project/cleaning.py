"""Cleaning a document: what is proposed, what is decided, and corrections by hand. Codings follow their words."""

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from qualcode.errors import NotFound
from qualcode.i18n import N_
from qualcode.model.cleaning import Cleaning
from qualcode.model.edits import Edit, TextMap, standing
from qualcode.model.layers import Region
from qualcode.model.spans import Span, fitting
from qualcode.project import importing
from qualcode.project.correcting import changes
from qualcode.project.desk import Desk
from qualcode.project.moving import Moved
from qualcode.project.proposals import Proposal, listed
from qualcode.project.reshaping import decide, reshape
from qualcode.project.shaping import stored_cleaning

CORRECTION = "correction"
"""The name under which people's own corrections stand among the rules."""
LEFT_OUT = "by-hand"
"""The kind of the parts that a person has left out."""


@dataclass(frozen=True, slots=True)
class Listed:
    """An edit as people see it: `[start, end)` in the text that is coded, whether it is carried out there, and whether
    somebody has decided on it.
    """

    edit: Edit
    start: int
    end: int
    accepted: bool
    seen: bool = False


class CleaningDesk(Desk):
    """Read proposals, accept and reject them, and correct the text, at any time."""

    def of(self, name_or_id: str) -> Cleaning:
        """Everything proposed for a document, in positions of the text as read, and what is rejected of it."""
        kept = importing.contents(self._store, self._document(name_or_id).id)
        return stored_cleaning(self._store, kept["cleaning_sha"])

    def read_text(self, name_or_id: str) -> str:
        """The text as read, before any cleaning: NFC, with line feeds."""
        kept = importing.contents(self._store, self._document(name_or_id).id)
        return self._store.text(kept["read_sha"])

    def listed(self, name_or_id: str) -> tuple[Listed, ...]:
        """Every proposed edit in order, with its place in the text that is coded."""
        cleaning = self.of(name_or_id)
        there = standing(cleaning.edits, cleaning.rejected)
        map_, accepted = TextMap(self.read_text(name_or_id), there), set(there)
        return tuple(
            Listed(edit, *map_.place_of(edit.start, edit.end), edit in accepted, edit.group in cleaning.seen)
            for edit in cleaning.edits
        )

    def left_out(self, name_or_id: str) -> tuple[Proposal[Region], ...]:
        """Every part that is, or could be, left out as no material, in order."""
        kept = importing.contents(self._store, self._document(name_or_id).id)
        return listed(self._store, kept, lambda cleaning: cleaning.regions)

    def regions(self, name_or_id: str) -> tuple[Region, ...]:
        """The parts that are left out as no material, in positions of the text that is coded."""
        return self._project.documents.structure(name_or_id).excluded

    def choose(self, name_or_id: str, *, reject: Collection[str] = (), accept: Collection[str] = ()) -> Moved:
        """Rejects and accepts proposals by their groups; codings stay on their words. Raises `NotFound` for unknown groups.

        What is accepted brings with it what it makes no sense without, unless that is rejected in the same breath.
        """
        document, chosen = self._document(name_or_id), {*reject, *accept}

        def decision(before: Cleaning) -> Cleaning:
            for group in sorted(chosen - before.groups):
                raise NotFound(
                    "Nothing called “{group}” is proposed for {document}.",
                    group=group,
                    document=document.name,
                )
            wanted = before.needed_by(accept) - set(reject)
            rejected = (before.rejected | set(reject)) - wanted
            return replace(before, rejected=rejected, seen=before.seen | chosen)

        what = N_("Changed what is proposed for {document}")
        return decide(self._project, document, "cleaning.choose", what, decision)

    def choose_rule(self, name_or_id: str, rule: str, *, accepted: bool) -> Moved:
        """Accepts or rejects all that one rule proposes."""
        cleaning = self.of(name_or_id)
        groups = {edit.group for edit in cleaning.edits if edit.rule == rule}
        groups |= {
            region.group for region in cleaning.regions if rule in (region.kind, region.group.split(":")[0])
        }
        return self.choose(name_or_id, accept=groups) if accepted else self.choose(name_or_id, reject=groups)

    def correct(self, name_or_id: str, start: int, end: int, words: str) -> Moved:
        """Writes `words` in place of `[start, end)` of the text that is coded; an empty `words` takes the passage away.

        Codings on words that stay the same stay on them; those on changed words are marked for review. The text as read
        is not touched, so that every correction leads back to it. Raises `BadSpan`, and `Refused` when no text would be left.
        """
        document = self._document(name_or_id)
        kept = importing.contents(self._store, document.id)
        text = self._store.text(kept["text_sha"])
        made = changes(text, start, end, words)
        before = stored_cleaning(self._store, kept["cleaning_sha"])
        cleaning = _corrected(self._store.text(kept["read_sha"]), before, made)
        what = N_("Corrected the text of {document}")
        return reshape(self._project, document, kept, "cleaning.correct", what, cleaning, by_hand=made)

    def leave_out(self, name_or_id: str, start: int, end: int) -> Moved:
        """Leaves `[start, end)` of the text that is coded out of the material; `choose(reject=...)` brings it back."""
        document = self._document(name_or_id)
        text = self._store.text(document.sha)
        span = fitting(Span(start, end), text)

        def decision(before: Cleaning) -> Cleaning:
            map_ = TextMap(self.read_text(document.id), standing(before.edits, before.rejected))
            there = map_.to_read(span)
            if there is None:
                return before
            group = f"{LEFT_OUT}:{uuid.uuid4()}"
            region = Region(LEFT_OUT, there.start, there.end, 1.0, group)
            return replace(before, regions=(*before.regions, region), seen=before.seen | {group})

        what = N_("Left a part of {document} out")
        return decide(self._project, document, "cleaning.leave_out", what, decision)


def _corrected(read: str, cleaning: Cleaning, made: Sequence[Edit]) -> Cleaning:
    """`cleaning` with people's edits in it, which are `made` of the text that it makes now.

    An edit of a rule that a correction touches becomes part of the correction.
    """
    for change in reversed(made):
        map_ = TextMap(read, standing(cleaning.edits, cleaning.rejected))
        start, end, first, last = map_.covering(change.start, change.end)
        after = map_.clean[first : change.start] + change.after + map_.clean[change.end : last]
        edits = [edit for edit in cleaning.edits if not in_the_way(edit, start, end)]
        edits.append(Edit(start, end, read[start:end], after, CORRECTION, f"{CORRECTION}:{uuid.uuid4()}"))
        cleaning = replace(cleaning, edits=tuple(sorted(edits)))
    return cleaning


def in_the_way(edit: Edit, start: int, end: int) -> bool:
    """Whether a correction of `[start, end)` of the text as read takes the edit's place; what touches it is part of it."""
    if edit.start == edit.end:
        return start <= edit.start <= end
    return edit.start < max(end, start + 1) and start < edit.end and (start < end or edit.start < start)
