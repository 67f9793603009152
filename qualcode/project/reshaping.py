"""Giving a document what its decisions make of it now: its text, its parts, and its codings on their words."""

import re
from collections.abc import Callable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any

from qualcode.model.cleaning import Cleaning
from qualcode.model.edits import Edit, TextMap, standing
from qualcode.model.spans import Span
from qualcode.model.values import Document
from qualcode.project import importing, moving
from qualcode.project.moving import Carry, Moved
from qualcode.project.shaping import Shape, shaped, stored_cleaning
from qualcode.store.transaction import Row

if TYPE_CHECKING:
    from qualcode.project.project import Project

Decide = Callable[[Cleaning], Cleaning]
_NEAR = 200
"""How far from the place that the edits give, in code points, words are looked for."""


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
    by_hand: Sequence[Edit] | None = None,
    **details: Any,
) -> Moved:
    """Gives the document the text that `cleaning` makes of what was `kept`. `by_hand` are the edits of the text that is
    coded by which a person has made the new one; codings that they touch are marked.

    Raises `Conflict` when somebody has changed the text since `kept` was read.
    """
    store = project.store
    read, old = store.text(kept["read_sha"]), store.text(kept["text_sha"])
    shape = shaped(read, cleaning, language=document.language, format=document.format)
    with store.writing(project.coder.id, verb, what, document=document.name, **details) as act:
        row = importing.row_as_read(act, document, kept)
        moved = Moved(kept=document.codings)
        if shape.text != old:
            marked = by_hand is not None
            carry = _through(project, kept, shape) if by_hand is None else TextMap(old, by_hand).to_clean
            moved = moving.move(act, document.id, old, shape.text, carry, mark=marked)
        act.update("document", row, **shape.keep(store, act))
    return moved


def _through(project: "Project", kept: Row, shape: Shape) -> Carry:
    """From the old clean text to the new one, by way of the text as read.

    Where an edit rewrote more than the words in question, as when a box is lifted out of a sentence, they are looked for
    in what it wrote.
    """
    before, new = stored_cleaning(project.store, kept["cleaning_sha"]), shape.clean.map
    old = TextMap(shape.read, standing(before.edits, before.rejected))

    def carry(span: Span) -> Span | None:
        there = old.to_read(span)
        here = new.to_clean(there) if there else None
        words = span.of(old.clean).split()
        if here is None or here.of(new.clean).split() == words:
            return here
        return _once(words, new.clean, here) or here

    return carry


def _once(words: Sequence[str], text: str, around: Span) -> Span | None:
    """Where `words` stand within or close to `around`, whatever white space parts them; None unless they do so once."""
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    found = list(islice(pattern.finditer(text, max(0, around.start - _NEAR), around.end + _NEAR), 2))
    return Span(*found[0].span()) if len(found) == 1 else None
