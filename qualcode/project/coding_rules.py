"""What every verb on codings rests on: whose a coding is, which words it may stand on, and what the journal says of it."""

from typing import Any

from qualcode.errors import BadSpan, NotFound, Refused
from qualcode.model.spans import Span, fitting, splits_character
from qualcode.model.values import Coding
from qualcode.project.desk import Desk
from qualcode.store import codings as coding_rows
from qualcode.store.store import Store
from qualcode.store.transaction import Row, Transaction


class CodingRules(Desk):
    """Reads one coding, and refuses what nobody may do to it."""

    def get(self, id: str) -> Coding:
        """One coding. Raises `NotFound` when it is gone."""
        with self._store.reading() as connection:
            found = coding_rows.get(connection, id)
        if found is None:
            raise _gone()
        return found

    def row(self, act: Transaction, id: str) -> Row:
        """The row of anybody's coding within a verb. Raises `NotFound` when it is gone."""
        found = act.row("coding", id)
        if found is None:
            raise _gone()
        return found

    def own(self, act: Transaction, id: str) -> Row:
        """The row of one's own coding within a verb. Raises `Refused` for somebody else's."""
        found = self.row(act, id)
        if found["coder_id"] != self._project.coder.id:
            raise Refused("This coding is somebody else's. Each coder changes only their own codings.")
        return found

    def _facts(self, id: str) -> dict[str, Any]:
        coding = self.get(id)
        return {
            "code": self._code(coding.code_id)["name"],
            "document": self._document(coding.document_id).name,
        }

    def _refuse_same(self, act: Transaction, wished: Row) -> None:
        there = coding_rows.same(act.connection, wished)
        if there is not None and there != wished["id"]:
            raise Refused("You have coded exactly these words with this code already.")


def fit(store: Store, sha: str, span: Span) -> str:
    """The words of `span`, which must lie in the text kept under `sha` and cut no character in two."""
    text = store.text(sha)
    fitting(span, text)
    for position in (span.start, span.end):
        if splits_character(text, position):
            raise BadSpan(
                "Position {position} is in the middle of a character (a letter and its accent, or an emoji).",
                position=position,
            )
    words = span.of(text)
    if not words.strip():
        raise BadSpan("Positions {start}–{end} hold only white space.", start=span.start, end=span.end)
    return words


def _gone() -> NotFound:
    return NotFound("The coding is gone; somebody may have removed it.")
