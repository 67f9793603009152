"""When a text changes under its codings: each follows its words; what was touched is marked, nothing is dropped unsaid."""

from collections.abc import Callable
from dataclasses import dataclass

from qualcode.model.spans import Span
from qualcode.store import codings as coding_rows
from qualcode.store.transaction import Row, Transaction

Carry = Callable[[Span], Span | None]
TakeAway = Callable[[Transaction, Row], None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a document's codings: how many stand on the same words, and the ids of the others.

    `touched` stand on words that were changed; `gone` stood on words that are no longer there, and were removed.
    """

    kept: int = 0
    touched: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def move(
    act: Transaction, document_id: str, old: str, new: str, carry: Carry, *, mark: bool, take_away: TakeAway
) -> Moved:
    """Carries every coding of the document over from the text `old` to `new`; `mark` flags the touched for review."""
    rows = coding_rows.rows(act.connection, document_id=document_id)
    wished: list[tuple[Row, Row]] = []
    touched, gone = [], []
    for row in rows:
        span = carry(Span(row["start"], row["end"]))
        if span is None or not span.of(new).strip():
            gone.append(row)
            continue
        same = span.of(new) == old[row["start"] : row["end"]]
        if not same:
            touched.append(row["id"])
        review = "changed" if mark and not same else row["review"]
        moved = {**row, "start": span.start, "end": span.end, "review": review}
        if moved != row:
            wished.append((row, moved))
    for row in gone:
        take_away(act, row)
    doubles = _put(act, wished)
    lost = tuple(row["id"] for row in (*gone, *doubles))
    return Moved(len(rows) - len(touched) - len(lost), tuple(id_ for id_ in touched if id_ not in lost), lost)


def _put(act: Transaction, wished: list[tuple[Row, Row]]) -> list[Row]:
    """Writes the moved rows; all old ones go first, so that none is in another's way. Gives those that became doubles."""
    for row, _ in wished:
        act.delete("coding", row)
    doubles = []
    for _, moved in wished:
        there = coding_rows.same(act.connection, moved)
        if there is None:
            act.insert("coding", moved)
        else:
            join_memos(act, moved["id"], there)
            doubles.append(moved)
    return doubles


def join_memos(act: Transaction, from_id: str, to_id: str) -> None:
    """Gives what is noted on one coding to another, after what is noted there."""
    going = coding_rows.memo_rows(act.connection, "coding", [from_id])
    standing = coding_rows.memo_rows(act.connection, "coding", [to_id])
    if going and standing:
        texts = dict.fromkeys([standing[0]["text"], going[0]["text"]])
        act.delete("memo", going[0])
        act.update("memo", standing[0], text="\n\n".join(texts))
    elif going:
        act.update("memo", going[0], about_id=to_id)
