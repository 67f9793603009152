"""Codings and their memos, read."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, ScalarSelect, Select, and_, bindparam, func, or_, select

from qualcode.model.values import Coding, CodingChange
from qualcode.store.schema import change, coder, coding, coding_link, comment, document, memo
from qualcode.store.transaction import Row

IN_ONE_QUESTION = 500
"""Ids asked for at a time; databases limit the number of values in one statement."""


class Light(NamedTuple):
    """A coding without words, as little as sorting and counting need."""

    id: str
    document_id: str
    code_id: str
    coder_id: str
    start: int
    end: int


def get(connection: Connection, coding_id: str) -> Coding | None:
    """One coding, with its memo."""
    found = connection.execute(_ONE, {"coding_id": coding_id}).mappings().first()
    return _coding(found) if found else None


def of(connection: Connection, document_id: str) -> tuple[Coding, ...]:
    """A document's codings: earlier ones first, and of those that begin together the longest first."""
    query = _codings().where(coding.c.document_id == document_id)
    query = query.order_by(coding.c.start, coding.c.end.desc(), coding.c.id)
    return tuple(map(_coding, connection.execute(query).mappings()))


def bare(connection: Connection, document_id: str) -> list[tuple[str, str, str, int, int, str]]:
    """Id, code, coder, start, end and note of each of a document's codings, in no order."""
    return [(*row[:5], row[5] or "") for row in connection.execute(_BARE, {"document_id": document_id})]


def chosen(connection: Connection, ids: Sequence[str]) -> dict[str, Coding]:
    """The codings of these ids."""
    found: dict[str, Coding] = {}
    for at in range(0, len(ids), IN_ONE_QUESTION):
        some = connection.execute(_SOME, {"ids": ids[at : at + IN_ONE_QUESTION]})
        found |= {row["id"]: _coding(row) for row in some.mappings()}
    return found


def same(connection: Connection, row: Row) -> str | None:
    """The id of the coding with the same words, code and coder, when there is one."""
    return connection.execute(_SAME, {f"the_{key}": row[key] for key in _KEYS}).scalar()


def light(
    connection: Connection,
    *,
    codes: Iterable[str] | None = None,
    document_id: str | None = None,
    coder_id: str | None = None,
    only: Collection[str] | None = None,
) -> list[Light]:
    """The codings that match, without words or memos, in no order; those in the documents `only`, when given."""
    wanted = _wanted(codes, document_id, coder_id)
    if only is not None:
        wanted.append(coding.c.document_id.in_(only))
    columns = (coding.c[name] for name in Light._fields)
    return [Light(*row) for row in connection.execute(select(*columns).where(*wanted))]


def grouped(
    connection: Connection,
    *,
    codes: Iterable[str] | None = None,
    document_id: str | None = None,
    coder_id: str | None = None,
    but: Collection[str] = (),
) -> list[tuple[str, str, str, int]]:
    """`(code, document, coder, number of codings)`, counted by the database; leaves the documents `but` out."""
    keys = (coding.c.code_id, coding.c.document_id, coding.c.coder_id)
    wanted = _wanted(codes, document_id, coder_id)
    if but:
        wanted.append(coding.c.document_id.not_in(but))
    query = select(*keys, func.count()).where(*wanted).group_by(*keys)
    return [(a, b, c, int(n)) for a, b, c, n in connection.execute(query)]


def left_out(
    connection: Connection,
    *,
    codes: Iterable[str] | None = None,
    document_id: str | None = None,
    coder_id: str | None = None,
) -> list[Light]:
    """Of the codings that match, those that lie wholly in a part of their document that is left out of the material."""
    query = select(document.c.id, document.c.excluded).where(document.c.excluded != "[]")
    if document_id is not None:
        query = query.where(document.c.id == document_id)
    columns = [coding.c[name] for name in Light._fields]
    found: dict[str, Light] = {}
    for id_, regions in connection.execute(query).tuples().all():
        wanted = _wanted(codes, id_, coder_id)
        for start, end in json.loads(regions):
            inside = (coding.c.start >= start, coding.c.end <= end)
            rows = connection.execute(select(*columns).where(*wanted, *inside))
            found |= {row.id: Light(*row) for row in rows}
    return list(found.values())


def _wanted(
    codes: Iterable[str] | None, document_id: str | None, coder_id: str | None
) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if codes is not None:
        wanted.append(coding.c.code_id.in_(list(codes)))
    if document_id is not None:
        wanted.append(coding.c.document_id == document_id)
    if coder_id is not None:
        wanted.append(coding.c.coder_id == coder_id)
    return wanted


def since(connection: Connection, document_id: str, revision: int) -> tuple[CodingChange, ...]:
    """How the document's codings changed after `revision`: the last state of each that changed, in order of change."""
    moved: dict[str, int] = {}
    for at, id_ in connection.execute(_MOVED, {"document_id": document_id, "since": revision}):
        moved.pop(id_, None)
        moved[id_] = at
    for at, about in _said_since(connection, revision):
        moved[about] = max(at, moved.get(about, 0))
    stand = {
        id_: found
        for id_, found in chosen(connection, list(moved)).items()
        if found.document_id == document_id
    }
    gone = _gone(connection, document_id, [id_ for id_ in moved if id_ not in stand])
    changes = [
        CodingChange(at, id_, stand.get(id_)) for id_, at in moved.items() if id_ in stand or id_ in gone
    ]
    return tuple(sorted(changes, key=lambda each: each.revision))


_ON_CODINGS = {"memo": ("about_id",), "comment": ("coding_id",), "coding_link": ("from_id", "to_id")}
"""What is said of codings in other tables, and the columns that hold their ids."""


def _said_since(connection: Connection, revision: int) -> Iterator[tuple[int, str]]:
    """The revisions after `revision` in which something was said of a coding, or no longer, with the coding's id."""
    for at, kind, *images in connection.execute(_SAID, {"since": revision}):
        for image in filter(None, images):
            row = json.loads(image)
            yield from ((at, row[column]) for column in _ON_CODINGS[kind])


def _gone(connection: Connection, document_id: str, ids: list[str]) -> set[str]:
    if not ids:
        return set()
    query = select(change.c.row_id).where(
        change.c.document_id == document_id, change.c.kind == "coding", change.c.row_id.in_(ids)
    )
    return set(connection.execute(query).scalars())


def ids_with_code(connection: Connection, code_id: str) -> list[str]:
    """The codings of one code."""
    return list(connection.execute(select(coding.c.id).where(coding.c.code_id == code_id)).scalars())


def rows(connection: Connection, *, code_id: str | None = None, document_id: str | None = None) -> list[Row]:
    """Whole rows of the codings of one code or one document, for a verb that changes them all."""
    wanted = _wanted([code_id] if code_id else None, document_id, None)
    query = select(coding).where(*wanted).order_by(coding.c.document_id, coding.c.start, coding.c.id)
    return [dict(row) for row in connection.execute(query).mappings()]


def notes(connection: Connection, ids: Sequence[str]) -> list[Row]:
    """The rows of the plain notes on these codings, at most one each."""
    found: list[Row] = []
    for at in range(0, len(ids), IN_ONE_QUESTION):
        query = select(memo).where(_is_note(), memo.c.about_id.in_(ids[at : at + IN_ONE_QUESTION]))
        found += [dict(row) for row in connection.execute(query).mappings()]
    return found


def marked(connection: Connection) -> dict[str, tuple[str, bool, str]]:
    """Weight, star and condensation of every coding that has any of them."""
    query = select(coding.c.id, coding.c.weight, coding.c.starred, coding.c.condensation)
    query = query.where(or_(coding.c.weight != "", coding.c.starred != 0, coding.c.condensation != ""))
    return {row.id: (row.weight, bool(row.starred), row.condensation) for row in connection.execute(query)}


def coders(connection: Connection) -> dict[str, str]:
    """Every coder's name, by id."""
    return dict(connection.execute(select(coder.c.id, coder.c.name)).tuples().all())


def _is_note() -> ColumnElement[bool]:
    return and_(memo.c.about == "coding", memo.c.type == "")


def _codings() -> Select[Any]:
    note = and_(_is_note(), memo.c.about_id == coding.c.id)
    comments = _number(comment.c.coding_id)
    links = _number(coding_link.c.from_id) + _number(coding_link.c.to_id)
    said = (memo.c.text.label("memo"), comments.label("comments"), links.label("links"))
    return select(coding, *said).outerjoin(memo, note)


def _number(column: ColumnElement[str]) -> ScalarSelect[int]:
    """How many rows name the coding in this column."""
    return select(func.count()).where(column == coding.c.id).correlate(coding).scalar_subquery()


def _coding(row: Any) -> Coding:
    return Coding(
        id=row["id"],
        document_id=row["document_id"],
        code_id=row["code_id"],
        coder_id=row["coder_id"],
        start=row["start"],
        end=row["end"],
        memo=row["memo"] or "",
        at=datetime.fromisoformat(row["at"]),
        review=row["review"],
        weight=row["weight"],
        starred=bool(row["starred"]),
        condensation=row["condensation"],
        comments=row["comments"],
        links=row["links"],
    )


_KEYS = ("document_id", "start", "end", "code_id", "coder_id")
_SAME = select(coding.c.id).where(and_(*(coding.c[key] == bindparam(f"the_{key}") for key in _KEYS)))
_ONE = _codings().where(coding.c.id == bindparam("coding_id"))
_SOME = _codings().where(coding.c.id.in_(bindparam("ids", expanding=True)))
_BARE = (
    select(*(coding.c[name] for name in ("id", "code_id", "coder_id", "start", "end")), memo.c.text)
    .outerjoin(memo, and_(_is_note(), memo.c.about_id == coding.c.id))
    .where(coding.c.document_id == bindparam("document_id"))
)
_MOVED = (
    select(change.c.revision, change.c.row_id)
    .where(
        change.c.document_id == bindparam("document_id"),
        change.c.revision > bindparam("since"),
        change.c.kind == "coding",
    )
    .order_by(change.c.revision, change.c.number)
)
_SAID = select(change.c.revision, change.c.kind, change.c.before, change.c.after).where(
    change.c.kind.in_(_ON_CODINGS), change.c.revision > bindparam("since")
)
