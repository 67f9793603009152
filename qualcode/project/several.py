"""Codings made one, made two, and changed many at a time; each is one act and one undo."""

import uuid
from collections.abc import Iterable, Sequence

from qualcode.errors import Refused
from qualcode.i18n import N_
from qualcode.model.spans import Span
from qualcode.model.values import Coding
from qualcode.project import joining
from qualcode.project.coding_rules import CodingRules, fit
from qualcode.store.transaction import Row, Transaction


class Several(CodingRules):
    """Merge, split, and recode or remove many; all or nothing."""

    def merge(self, ids: Iterable[str]) -> Coding:
        """Makes one coding of some of one's own with one code that overlap or stand side by side; gives it.

        It is the first of them and reaches to the end of the last; notes, memos, comments and links are joined. Between
        them may stand white space only. Raises `Refused` for anything else, and when one promotes what another inhibits.
        """
        chosen = tuple(dict.fromkeys(ids))
        if len(chosen) < 2:
            raise Refused("Choose two codings or more to merge.")
        what = N_("Merged {count} codings with “{code}” in {document}")
        with self._writing("codings.merge", what, count=len(chosen), **self._facts(chosen[0])) as act:
            rows = [self.own(act, id_) for id_ in chosen]
            rows.sort(key=lambda row: (row["start"], -row["end"], row["id"]))
            first, end = rows[0], self._reach(rows)
            for row in rows[1:]:
                joining.join(act, row, first["id"])
                act.delete("coding", row)
            review = next((row["review"] for row in rows if row["review"]), "")
            self._refuse_same(act, {**first, "end": end})
            act.update("coding", self.row(act, first["id"]), end=end, review=review)
        return self.get(first["id"])

    def _reach(self, rows: Sequence[Row]) -> int:
        """Where the last of the codings ends. Raises `Refused` for those that cannot be one."""
        if len({(row["code_id"], row["document_id"]) for row in rows}) > 1:
            raise Refused("Only codings with one code, in one document, can be merged.")
        if len({row["weight"] for row in rows if row["weight"]}) > 1:
            raise Refused("Of these codings one promotes and another inhibits; give them one weight first.")
        text, end = self._store.text(self._document(rows[0]["document_id"]).sha), rows[0]["end"]
        for row in rows[1:]:
            if text[end : row["start"]].strip():
                raise Refused(
                    "Between these codings stand other words. Only codings side by side can be merged."
                )
            end = max(end, row["end"])
        return int(end)

    def split(self, id: str, position: int, *, new_id: str | None = None) -> tuple[Coding, Coding]:
        """Makes two codings of one of one's own, which meet at `position`, a place in the document's text.

        Notes, memos, comments, links and the condensation stay with the first; weight and star are given to both. `new_id` is
        an id that a client has made for the second. Raises `BadSpan` when a part would hold no words or half a character.
        """
        with self._writing(
            "codings.split", N_("Split a coding with “{code}” in {document}"), **self._facts(id)
        ) as act:
            row = self.own(act, id)
            sha = self._document(row["document_id"]).sha
            fit(self._store, sha, Span(row["start"], position))
            fit(self._store, sha, Span(position, row["end"]))
            second = {**row, "id": fresh(act, new_id), "start": position, "condensation": ""}
            for part in ({**row, "end": position}, second):
                self._refuse_same(act, part)
            act.update("coding", row, end=position)
            act.insert("coding", second)
        return self.get(id), self.get(second["id"])

    def recode_all(self, ids: Iterable[str], code_id: str, *, others: bool = False) -> int:
        """Puts another code on the words of many codings; gives how many were changed.

        Those that become doubles are joined. Raises `Refused` for somebody else's coding, unless `others` are meant too.
        """
        code, chosen = self._code(code_id), dict.fromkeys(ids)
        what = N_("Changed {count} codings to “{code}”")
        with self._writing("codings.recode_all", what, code=code["name"], count=len(chosen)) as act:
            rows = [row for row in self._chosen(act, chosen, others=others) if row["code_id"] != code_id]
            for row in rows:
                joining.give_code(act, self.row(act, row["id"]), code_id)
            act.say("codings.recode_all", count=len(rows))
        return len(rows)

    def remove_all(self, ids: Iterable[str], *, others: bool = False) -> int:
        """Takes many codings away, with their notes, comments and links; gives how many.

        Raises `Refused` for somebody else's coding, unless `others` are meant too.
        """
        chosen = dict.fromkeys(ids)
        with self._writing("codings.remove_all", N_("Removed {count} codings"), count=len(chosen)) as act:
            joining.take_away(act, self._chosen(act, chosen, others=others))
        return len(chosen)

    def _chosen(self, act: Transaction, ids: Iterable[str], *, others: bool) -> list[Row]:
        return [self.row(act, id_) if others else self.own(act, id_) for id_ in ids]


def fresh(act: Transaction, wished: str | None) -> str:
    """The id that a client made, when it is free; else a new one."""
    if wished is None:
        return str(uuid.uuid4())
    try:
        id_ = str(uuid.UUID(wished))
    except ValueError as error:
        raise Refused("“{id}” is not an id that a coding can have.", id=wished) from error
    if act.row("coding", id_) is not None:
        raise Refused("A coding with this id exists already.")
    return id_
