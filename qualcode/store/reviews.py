"""Codings on words that were corrected since, and where those words stood before."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, select

from qualcode.store.codings import IN_ONE_QUESTION
from qualcode.store.schema import change, coding
from qualcode.store.transaction import Row


class Former(NamedTuple):
    """Where a coding stood before the words under it were changed: `[start, end)` of the text kept under `text_sha`."""

    text_sha: str
    start: int
    end: int


def waiting(connection: Connection) -> list[str]:
    """The codings that nobody has looked at since the words under them were corrected."""
    return list(connection.execute(select(coding.c.id).where(coding.c.review != "")).scalars())


def former(connection: Connection, ids: Sequence[str]) -> dict[str, Former]:
    """For each coding, where it stood before the first change that nobody has looked at; nothing where that is not known."""
    marked: list[tuple[str, int, Row]] = []
    for at in range(0, len(ids), IN_ONE_QUESTION):
        query = select(change.c.row_id, change.c.revision, change.c.before, change.c.after)
        query = query.where(change.c.row_id.in_(ids[at : at + IN_ONE_QUESTION]), change.c.kind == "coding")
        rows = connection.execute(query.order_by(change.c.revision, change.c.number)).tuples()
        marked += _marked(rows)
    texts = _texts(connection, {revision for _, revision, _ in marked})
    found = {}
    for (
        id_,
        revision,
        was,
    ) in marked:  # the last one counts; taking a review back marks too, but changes no text
        text = texts.get((was["document_id"], revision))
        if text is not None:
            found[id_] = Former(text, was["start"], was["end"])
    return found


def _marked(rows: Iterable[tuple[str, int, str | None, str | None]]) -> Iterator[tuple[str, int, Row]]:
    """The revisions in which codings were marked that were not, each with the coding's row before.

    A row that moves goes and comes again in the same revision.
    """
    going: dict[tuple[str, int], Row] = {}
    for id_, revision, before, after in rows:
        was = going.get((id_, revision)) if before is None else json.loads(before)
        if was is not None and after is None:
            going[id_, revision] = was
        elif was is not None and not was["review"] and after and json.loads(after)["review"]:
            yield id_, revision, was


def _texts(connection: Connection, wanted: Collection[int]) -> dict[tuple[str, int], str]:
    """The texts that documents had before these revisions changed them."""
    found: dict[tuple[str, int], str] = {}
    revisions = sorted(wanted)
    for at in range(0, len(revisions), IN_ONE_QUESTION):
        some = revisions[at : at + IN_ONE_QUESTION]
        query = select(change.c.row_id, change.c.revision, change.c.before)
        query = query.where(
            change.c.kind == "document", change.c.revision.in_(some), change.c.before.is_not(None)
        )
        for id_, revision, before in connection.execute(query):
            found[id_, revision] = json.loads(before)["text_sha"]
    return found
