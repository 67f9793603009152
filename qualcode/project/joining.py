"""Two codings become one, with all that is said of them; or a coding goes, and all that is said of it goes along."""

from collections.abc import Iterable

from qualcode.store import codings as coding_rows
from qualcode.store import memos as memo_rows
from qualcode.store.transaction import Row, Transaction


def join(act: Transaction, going: Row, to_id: str) -> None:
    """Gives all that is said of the coding `going` to another: notes after what is noted there, and so on.

    Where both have a weight, that of the one which stays is kept. The row of `going` is left to the caller.
    """
    _join_notes(act, going["id"], to_id)
    for row in memo_rows.rows(act.connection, about="coding", ids=[going["id"]]):
        act.update("memo", row, about_id=to_id)
    for row in memo_rows.comment_rows(act.connection, [going["id"]]):
        act.update("comment", row, coding_id=to_id)
    for row in memo_rows.link_rows(act.connection, [going["id"]]):
        _join_link(act, row, going["id"], to_id)
    stands = act.row("coding", to_id)
    if stands is not None:
        act.update(
            "coding",
            stands,
            weight=stands["weight"] or going["weight"],
            starred=max(stands["starred"], going["starred"]),
            condensation=_both(stands["condensation"], going["condensation"]),
        )


def _join_notes(act: Transaction, from_id: str, to_id: str) -> None:
    going = coding_rows.notes(act.connection, [from_id])
    standing = coding_rows.notes(act.connection, [to_id])
    if going and standing:
        act.delete("memo", going[0])
        act.update("memo", standing[0], text=_both(standing[0]["text"], going[0]["text"]))


def _join_link(act: Transaction, row: Row, from_id: str, to_id: str) -> None:
    ends = {name: to_id if row[name] == from_id else row[name] for name in ("from_id", "to_id")}
    if ends["from_id"] == ends["to_id"] or memo_rows.same_link(act.connection, {**row, **ends}):
        act.delete("coding_link", row)
    else:
        act.update("coding_link", row, **ends)


def _both(first: str, second: str) -> str:
    return "\n\n".join(dict.fromkeys(filter(None, (first, second))))


def take_away(act: Transaction, rows: Iterable[Row]) -> None:
    """Removes codings' rows with their memos, comments and links within another verb."""
    going = list(rows)
    ids = [row["id"] for row in going]
    for memo in memo_rows.rows(act.connection, about="coding", ids=ids):
        act.delete("memo", memo)
    for comment in memo_rows.comment_rows(act.connection, ids):
        act.delete("comment", comment)
    for link in memo_rows.link_rows(act.connection, ids):
        act.delete("coding_link", link)
    for row in going:
        act.delete("coding", row)


def give_code(act: Transaction, row: Row, code_id: str) -> None:
    """Moves a coding to another code within another verb; joins it with one that is there already."""
    there = coding_rows.same(act.connection, {**row, "code_id": code_id})
    if there is None:
        act.update("coding", row, code_id=code_id)
    elif there != row["id"]:
        join(act, row, there)
        act.delete("coding", row)
