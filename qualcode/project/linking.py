"""What coders say about codings, their own and each other's: comments, and links between them."""

import uuid

from qualcode.errors import NotFound, Refused
from qualcode.i18n import N_
from qualcode.model.tree import clean_name
from qualcode.model.values import Comment, Link
from qualcode.project.coding_rules import CodingRules
from qualcode.store import memos as memo_rows
from qualcode.store.transaction import Row, Transaction, now


class Linking(CodingRules):
    """Link codings and comment on them; each coder takes back only what they have said themselves."""

    def link(self, from_id: str, to_id: str, kind: str = "") -> Link:
        """Says that one coding has to do with another; `kind` says how: `explains`, `contradicts`, or any other word.

        The same link again gives the one that is there. Raises `Refused` for a link from a coding to itself.
        """
        if from_id == to_id:
            raise Refused("A coding cannot be linked to itself.")
        what = N_("Linked a coding with “{code}” in {document}")
        with self._writing("codings.link", what, **self._facts(from_id)) as act:
            self.row(act, from_id), self.row(act, to_id)
            wished: Row = {"from_id": from_id, "to_id": to_id, "kind": clean_name(kind)}
            found = memo_rows.same_link(act.connection, wished)
            if found is None:
                found = {"id": str(uuid.uuid4()), **wished, "coder_id": self._project.coder.id, "at": now()}
                act.insert("coding_link", found)
        return next(each for each in self.links(from_id) if each.id == found["id"])

    def unlink(self, id: str) -> None:
        """Takes a link of one's own back."""
        with self._writing("codings.unlink", N_("Removed a link between codings")) as act:
            act.delete("coding_link", self._said(act, "coding_link", id))

    def links(self, id: str) -> tuple[Link, ...]:
        """The links from and to a coding, by all coders, oldest first."""
        with self._store.reading() as connection:
            return memo_rows.links(connection, self.get(id).id)

    def comment(self, id: str, text: str) -> Comment:
        """Says something about a coding, one's own or somebody else's."""
        if not text.strip():
            raise Refused("A comment needs words.")
        what = N_("Commented on a coding with “{code}” in {document}")
        with self._writing("codings.comment", what, **self._facts(id)) as act:
            row = {"id": str(uuid.uuid4()), "coding_id": self.row(act, id)["id"], "text": text.strip()}
            act.insert("comment", row | {"coder_id": self._project.coder.id, "at": now()})
        return next(each for each in self.comments(id) if each.id == row["id"])

    def comments(self, id: str) -> tuple[Comment, ...]:
        """What has been said about a coding, oldest first."""
        with self._store.reading() as connection:
            return memo_rows.comments(connection, self.get(id).id)

    def remove_comment(self, id: str) -> None:
        """Takes a comment of one's own away."""
        with self._writing("codings.uncomment", N_("Removed a comment on a coding")) as act:
            act.delete("comment", self._said(act, "comment", id))

    def _said(self, act: Transaction, kind: str, id: str) -> Row:
        """What one has said oneself."""
        row = act.row(kind, id)
        if row is None:
            raise NotFound("It is gone already; somebody may have removed it.")
        if row["coder_id"] != self._project.coder.id:
            raise Refused("Somebody else has written this. Each coder changes only what is their own.")
        return row
