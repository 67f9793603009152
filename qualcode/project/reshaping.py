"""Giving a document what its decisions make of it now: its text, its parts, and its codings on their words."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from qualcode.model.cleaning import Cleaning
from qualcode.model.diff import edits_between
from qualcode.model.edits import TextMap, standing
from qualcode.model.spans import Span
from qualcode.model.values import Document
from qualcode.project import importing, moving
from qualcode.project.moving import Carry, Moved
from qualcode.project.shaping import Shape, shaped, stored_cleaning
from qualcode.store.transaction import Row

if TYPE_CHECKING:
    from qualcode.project.project import Project

Decide = Callable[[Cleaning], Cleaning]


def decide(
    project: "Project", document: Document, verb: str, what: str, decision: Decide, **details: Any
) -> Moved:
    """One decision about a document, from what stands of it now; see `reshape`. Nothing is recorded when nothing changes."""
    kept = importing.contents(project.store, document.id)
    before = stored_cleaning(project.store, kept["cleaning_sha"])
    after = decision(before)
    if after == before:
        return Moved(kept=document.codings)
    return reshape(project, document, kept, verb, what, after, **details)


def reshape(
    project: "Project",
    document: Document,
    kept: Row,
    verb: str,
    what: str,
    cleaning: Cleaning,
    *,
    by_hand: bool = False,
    **details: Any,
) -> Moved:
    """Gives the document the text that `cleaning` makes of what was `kept`; codings touched `by_hand` are marked.

    Raises `Conflict` when somebody has changed the text since `kept` was read.
    """
    store = project.store
    read, old = store.text(kept["read_sha"]), store.text(kept["text_sha"])
    shape = shaped(read, cleaning, language=document.language, format=document.format)
    with store.writing(project.coder.id, verb, what, document=document.name, **details) as act:
        row = importing.row_as_read(act, document, kept)
        moved = Moved(kept=document.codings)
        if shape.text != old:
            carry = _by_words(old, shape) if by_hand else _through(project, kept, read, shape)
            facts: dict[str, Any] = {"mark": by_hand, "take_away": project.codings.take_away}
            moved = moving.move(act, document.id, old, shape.text, carry, **facts)
        act.update("document", row, **shape.keep(store, act))
    return moved


def _by_words(old: str, shape: Shape) -> Carry:
    return TextMap(old, edits_between(old, shape.text)).to_clean


def _through(project: "Project", kept: Row, read: str, shape: Shape) -> Carry:
    """From the old clean text to the new one, by way of the text as read."""
    before = stored_cleaning(project.store, kept["cleaning_sha"])
    old = TextMap(read, standing(before.edits, before.rejected))

    def carry(span: Span) -> Span | None:
        there = old.to_read(span)
        return shape.clean.map.to_clean(there) if there else None

    return carry
