"""When a text changes under its codings: each follows its words; what was touched is marked, nothing is dropped unsaid."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qualcode.model.spans import Span
from qualcode.project import joining
from qualcode.store import codings as coding_rows
from qualcode.store import memos as memo_rows
from qualcode.store.transaction import Row, Transaction

Carry = Callable[[Span], Span | None]


@dataclass(frozen=True, slots=True)
class Moved:
    """What became of a document's codings: how many stand on the same words, and the ids of the others.

    `touched` stand on words that were changed; `gone` stood on words that are no longer there, and were removed, or
    became the same as another and were joined with it.
    """

    kept: int = 0
    touched: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of codings' rows: those to write anew, before and after; those that become doubles, each with the
    id of the one that it joins; those whose words are gone; the ids of all on changed words; the number of all.
    """

    moved: tuple[tuple[Row, Row], ...]
    doubles: tuple[tuple[Row, str], ...]
    gone: tuple[Row, ...]
    changed: tuple[str, ...]
    number: int

    @property
    def told(self) -> Moved:
        """The plan as people are told of it."""
        lost = dict.fromkeys(row["id"] for row in (*self.gone, *(row for row, _ in self.doubles)))
        touched = tuple(id_ for id_ in self.changed if id_ not in lost)
        return Moved(self.number - len(touched) - len(lost), touched, tuple(lost))


def plan(rows: Iterable[Row], old: str, new: str, carry: Carry, *, mark: bool) -> Plan:
    """Where each coding of the text `old` goes in `new`; `mark` flags those on changed words for review.

    Other spaces and line ends between the same words are no change of the words. Of two that come to stand on the same
    words, the one that stood on them before stays.
    """
    rows = list(rows)
    moved: list[tuple[Row, Row]] = []
    gone, changed, stay = [], [], []
    for row in rows:
        span = carry(Span(row["start"], row["end"]))
        if span is None or not span.of(new).strip():
            gone.append(row)
            continue
        same = span.of(new).split() == old[row["start"] : row["end"]].split()
        changed += [] if same else [row["id"]]
        review = "changed" if mark and not same else row["review"]
        wished = {**row, "start": span.start, "end": span.end, "review": review}
        if wished == row:
            stay.append(row)
        else:
            moved.append((row, wished))
    there: dict[tuple[int, int, str, str], str] = {_words(row): row["id"] for row in stay}
    doubles: list[tuple[Row, str]] = []
    for row, wished in sorted(moved, key=lambda pair: pair[0]["id"] in changed):
        first = there.setdefault(_words(wished), row["id"])
        if first != row["id"]:
            doubles.append((row, first))
    lost = {row["id"] for row, _ in doubles}
    kept = tuple(pair for pair in moved if pair[0]["id"] not in lost)
    return Plan(kept, tuple(doubles), tuple(gone), tuple(changed), len(rows))


def _words(row: Row) -> tuple[int, int, str, str]:
    """What no two codings of a document have in common."""
    return row["start"], row["end"], row["code_id"], row["coder_id"]


def move(act: Transaction, document_id: str, old: str, new: str, carry: Carry, *, mark: bool) -> Moved:
    """Carries every coding of the document, and its memos, over from the text `old` to `new`; see `plan`."""
    rows = coding_rows.rows(act.connection, document_id=document_id)
    planned = plan(rows, old, new, carry, mark=mark)
    carry_out(act, planned)
    move_memos(act, document_id, new, carry)
    return planned.told


def carry_out(act: Transaction, planned: Plan) -> None:
    """Writes what was planned for the codings; what is said of them goes along."""
    joining.take_away(act, planned.gone)
    for row, _ in (*planned.moved, *planned.doubles):  # all go first, so that none is in another's way
        act.delete("coding", row)
    for _, wished in planned.moved:
        act.insert("coding", wished)
    for row, other in planned.doubles:
        joining.join(act, row, other)


def move_memos(act: Transaction, document_id: str, new: str, carry: Carry) -> None:
    """Carries the memos about parts of the document over; where the words are gone, a memo is about the whole of it."""
    for row in memo_rows.rows(act.connection, about="segment", ids=[document_id]):
        span = carry(Span(row["start"], row["end"]))
        if span is None or not span.of(new).strip():
            act.update("memo", row, about="document", document_id=None, start=None, end=None)
        else:
            act.update("memo", row, start=span.start, end=span.end)
