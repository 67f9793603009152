"""What a coder says of a coding of their own: a note, a weight, a star, a condensation."""

import uuid
from typing import get_args

from qualcode.errors import Refused
from qualcode.i18n import N_
from qualcode.model.values import Coding, Weight
from qualcode.project.coding_rules import CodingRules
from qualcode.project.desk import refuse_unseen
from qualcode.store import codings as coding_rows
from qualcode.store.transaction import Transaction, now

WEIGHTS: tuple[Weight, ...] = get_args(Weight)


class Marking(CodingRules):
    """Note, weigh, star and condense; each coder their own codings."""

    def set_memo(self, id: str, text: str, *, seen: str | None = None) -> Coding:
        """Writes the coding's note; an empty text takes it away.

        `seen` is the note that the person saw: `Conflict` is raised when another one stands there by now.
        """
        what = N_("Wrote a memo on a coding with “{code}” in {document}")
        with self._writing("codings.memo", what, **self._facts(id)) as act:
            self._write_note(act, self.own(act, id)["id"], text, seen)
        return self.get(id)

    def _write_note(self, act: Transaction, coding_id: str, text: str, seen: str | None = None) -> None:
        there = coding_rows.notes(act.connection, [coding_id])
        refuse_unseen(there[0]["text"] if there else "", seen, text)
        if there and not text.strip():
            act.delete("memo", there[0])
        elif there:
            act.update("memo", there[0], text=text)
        elif text.strip():
            row = {"id": str(uuid.uuid4()), "about": "coding", "about_id": coding_id, "text": text}
            row |= {"coder_id": self._project.coder.id, "at": now(), "type": "", "title": ""}
            act.insert("memo", row | {"document_id": None, "start": None, "end": None})

    def set_weight(self, id: str, weight: str) -> Coding:
        """Says whether what is told `promotes` or `inhibits` what the code is about; empty takes that back."""
        if weight not in WEIGHTS:
            raise Refused(
                "“{weight}” is no weight; write “promotes”, “inhibits”, or nothing at all.", weight=weight
            )
        what = N_("Weighted a coding with “{code}” in {document}")
        with self._writing("codings.weight", what, **self._facts(id)) as act:
            act.update("coding", self.own(act, id), weight=weight)
        return self.get(id)

    def star(self, id: str, on: bool = True) -> Coding:
        """Makes the coding a candidate for the report, or no longer."""
        what = N_("Starred a coding with “{code}” in {document}")
        if not on:
            what = N_("Took the star off a coding with “{code}” in {document}")
        with self._writing("codings.star", what, **self._facts(id)) as act:
            act.update("coding", self.own(act, id), starred=int(on))
        return self.get(id)

    def condense(self, id: str, text: str, *, seen: str | None = None) -> Coding:
        """Says the coding's words briefly, in the coder's own; the words themselves stay. Empty takes that away.

        `seen` is the condensation that the person saw: `Conflict` is raised when another one stands there by now.
        """
        what = N_("Condensed a coding with “{code}” in {document}")
        with self._writing("codings.condense", what, **self._facts(id)) as act:
            row = self.own(act, id)
            refuse_unseen(row["condensation"], seen, text)
            act.update("coding", row, condensation=text.strip())
        return self.get(id)
