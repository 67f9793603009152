"""Memos: what somebody has thought about the project or anything in it, kept beside the material."""

import uuid
from collections.abc import Sequence
from typing import Any, get_args

from qualcode.analysis.where import folded
from qualcode.errors import Duplicate, NotFound, Refused
from qualcode.i18n import N_
from qualcode.model.spans import Span
from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import Memo, MemoAbout, MemoType
from qualcode.project import remembering
from qualcode.project.coding_rules import fit
from qualcode.project.desk import Desk, refuse_unseen
from qualcode.store import codings as coding_rows
from qualcode.store import memos as memo_rows
from qualcode.store.transaction import Row, Transaction, now

ABOUT: tuple[MemoAbout, ...] = get_args(MemoAbout)
TYPES: tuple[MemoType, ...] = get_args(MemoType)


class Memos(Desk):
    """Write, change, remove, find and export memos; each coder changes only their own."""

    def add(
        self,
        about: str,
        about_id: str,
        text: str,
        *,
        type: str = "",
        title: str = "",
        start: int | None = None,
        end: int | None = None,
    ) -> Memo:
        """A new memo about a `document`, `code`, `case` (by id, name or path) or `coding`, about a `segment` of a document,
        `[start, end)` of its text, or about the whole `project`, whose id may be left empty.

        There may be many about one thing, by anybody. Only the memo of a coding without a `type` is its plain note: there is
        one, and it is the coder's own. Raises `NotFound`, `BadSpan`, or `Refused` for a memo without words.
        """
        row = _written(text, type, title)
        id_, name = self._thing(about, about_id)
        if (about == "segment") != (start is not None and end is not None):
            raise Refused("A memo about a segment needs its start and end; no other memo has them.")
        with self._writing("memos.add", N_("Wrote a memo on “{name}”"), name=name) as act:
            row |= {"id": str(uuid.uuid4()), "about": about, "about_id": id_, "at": now()}
            row |= {"coder_id": self._project.coder.id, "document_id": None, "start": start, "end": end}
            if start is not None and end is not None:
                row["document_id"] = id_
                self._fit(act, row)
            self._refuse_second_note(act, row)
            act.insert("memo", row)
        return self.get(row["id"])

    def _thing(self, about: str, given: str) -> tuple[str, str]:
        """The id and the name of what a memo is to be about. Raises `NotFound` when it is not there."""
        project = self._project
        if about == "project":
            info = project.info()
            return info.id, info.name
        if about in ("document", "segment"):
            document = self._document(given)
            return document.id, document.name
        if about == "code":
            code = project.codebook.get(given)
            return code.id, code.path
        if about == "case":
            case = project.cases.get(given)
            return case.id, case.name
        if about == "coding":
            coding = project.codings.get(given)
            return coding.id, project.codebook.get(coding.code_id).path
        known = ", ".join(ABOUT)
        raise Refused("A memo cannot be about “{about}”; choose one of {known}.", about=about, known=known)

    def _fit(self, act: Transaction, row: Row) -> None:
        document = act.row("document", row["about_id"])
        if document is None:
            raise NotFound("The document was removed meanwhile.")
        fit(self._store, document["text_sha"], Span(row["start"], row["end"]))

    def _refuse_second_note(self, act: Transaction, row: Row) -> None:
        if row["about"] != "coding" or row["type"]:
            return
        self._project.codings.own(act, row["about_id"])
        there = coding_rows.notes(act.connection, [row["about_id"]])
        if there and there[0]["id"] != row["id"]:
            raise Duplicate("This coding has its note already. Change that one, or give this memo a type.")

    def change(
        self,
        id: str,
        *,
        text: str | None = None,
        title: str | None = None,
        type: str | None = None,
        seen: str | None = None,
    ) -> Memo:
        """Changes what is given of a memo of one's own and leaves the rest.

        `seen` is the text that the person saw: `Conflict` is raised when another one stands there by now.
        """
        found = self.get(id)
        with self._writing("memos.change", N_("Changed a memo on “{name}”"), name=found.name) as act:
            row = self._own(act, id)
            new = _written(
                row["text"] if text is None else text,
                row["type"] if type is None else type,
                row["title"] if title is None else title,
            )
            refuse_unseen(row["text"], seen, new["text"])
            self._refuse_second_note(act, {**row, **new})
            act.update("memo", row, **new)
        return self.get(id)

    def remove(self, id: str) -> None:
        """Takes a memo of one's own away."""
        found = self.get(id)
        with self._writing("memos.remove", N_("Removed a memo on “{name}”"), name=found.name) as act:
            act.delete("memo", self._own(act, id))

    def _own(self, act: Transaction, id: str) -> Row:
        row = act.row("memo", id)
        if row is None:
            raise _gone()
        if row["coder_id"] != self._project.coder.id:
            raise Refused("This memo is somebody else's. Each coder changes only their own memos.")
        return row

    def get(self, id: str) -> Memo:
        """One memo. Raises `NotFound` when it is gone."""
        with self._store.reading() as connection:
            found = remembering.memos(self._project, memo_rows.rows(connection, one=id))
        if not found:
            raise _gone()
        return found[0]

    def all(
        self,
        *,
        about: str | None = None,
        type: str | None = None,
        coder: str | None = None,
        search: str = "",
    ) -> tuple[Memo, ...]:
        """Every memo, newest first: those about one kind of thing, of one type, by one coder, with words of the title or text.

        The notes on codings are among them, with the empty type.
        """
        _known(about, ABOUT)
        _known(type, TYPES)
        with self._store.reading() as connection:
            found = remembering.memos(self._project, memo_rows.rows(connection, about=about))
        words = folded(search)
        return tuple(
            memo
            for memo in found
            if (type is None or memo.type == type)
            and (coder is None or same_name(memo.coder) == same_name(coder))
            and words in folded(f"{memo.title}\n{memo.text}")
        )

    def of(self, about: str, id: str) -> tuple[Memo, ...]:
        """The memos about one thing, newest first; of `segment`, all about segments of a document."""
        wanted = self._thing(about, id)[0]
        with self._store.reading() as connection:
            return remembering.memos(self._project, memo_rows.rows(connection, about=about, ids=[wanted]))

    def export(self, ending: str, *, language: str = "nb", **chosen: Any) -> bytes:
        """The memos as a `.docx`, `.md` or `.csv` file; `chosen` are the filters of `all`.

        Words whose consent is withdrawn are not quoted, nor are notes, which are not verbatim; the file says how many.
        """
        return remembering.export(self._project, self.all(**chosen), ending, language, chosen)


def _written(text: str, type_: str, title: str) -> Row:
    """What a person has written, as it is kept."""
    if not text.strip():
        raise Refused("A memo needs words.")
    _known(type_, TYPES)
    return {"text": text.strip(), "type": type_, "title": clean_name(title)}


def _known(name: str | None, known: Sequence[str]) -> None:
    if name is not None and name not in known:
        raise Refused(
            "“{name}” is not among what memos have: choose one of {known}.",
            name=name,
            known=", ".join(filter(None, known)),
        )


def _gone() -> NotFound:
    return NotFound("The memo is gone; somebody may have removed it.")
