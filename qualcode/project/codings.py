"""Codings: one coder puts one code on the words `[start, end)` of one document."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from qualcode.errors import NotFound
from qualcode.i18n import N_
from qualcode.model import tree
from qualcode.model.spans import Span, splits_character
from qualcode.model.values import Coding, CodingChange, Excerpt
from qualcode.project import excerpting, exchange, importing, joining, tallying
from qualcode.project.coding_rules import fit
from qualcode.project.linking import Linking
from qualcode.project.marking import Marking
from qualcode.project.several import Several, fresh
from qualcode.store import codings as coding_rows
from qualcode.store.transaction import Row, Transaction, now

if TYPE_CHECKING:
    from qualcode.project.reviewing import Touched

LONGEST_IN_VIVO = 80
"""How many characters of the participant's own words make the name of an in-vivo code."""


class Codings(Marking, Linking, Several):
    """Apply, remove, resize and recode, and what `Marking`, `Linking` and `Several` add; read by document or as excerpts."""

    def apply(
        self, document_id: str, code_id: str, start: int, end: int, *, id: str | None = None, memo: str = ""
    ) -> Coding:
        """Codes `[start, end)`, code points of the document's text, with one code.

        The same coder, code and words again give the coding that is there, and change nothing. Raises `BadSpan` outside
        the text, empty, or in the middle of a character; `NotFound` for an unknown document or code.
        """
        span = Span(start, end)
        what = N_("Coded {document}, {start}–{end}, with “{code}”")
        with self._writing("codings.apply", what, start=start, end=end) as act:
            document, code = self._document_row(act, document_id), self._code_row(act, code_id)
            fit(self._store, document["text_sha"], span)
            act.say("codings.apply", document=document["name"], code=code["name"])
            row: Row = {"id": fresh(act, id), "document_id": document["id"], "code_id": code["id"]}
            row |= {"coder_id": self._project.coder.id, "start": start, "end": end, "at": now(), "review": ""}
            row |= {"weight": "", "starred": 0, "condensation": ""}
            there = coding_rows.same(act.connection, row)
            if there is None:
                act.insert("coding", row)
                there = str(row["id"])
            if memo.strip():
                self._write_note(act, there, memo)
        return self.get(there)

    def _document_row(self, act: Transaction, document_id: str) -> Row:
        return act.row("document", document_id) or importing.row_of(act, self._document(document_id))

    def _code_row(self, act: Transaction, code_id: str) -> Row:
        found = act.row("code", code_id)
        if found is None:
            raise NotFound("The project has no code “{code}”; somebody may have deleted it.", code=code_id)
        return found

    def in_vivo(
        self,
        document_id: str,
        start: int,
        end: int,
        *,
        parent_id: str | None = None,
        id: str | None = None,
        code_id: str | None = None,
    ) -> Coding:
        """Codes the words with a code named by the words themselves, made when it does not exist; one undo."""
        document, span = self._document(document_id), Span(start, end)
        words = fit(self._store, document.sha, span)
        name = _shortened(tree.clean_name(words))
        facts: dict[str, Any] = {"document": document.name, "start": start, "end": end}
        with self._writing("codings.in_vivo", N_("Coded {document}, {start}–{end}, in vivo"), **facts):
            found = self._sibling(parent_id, name)
            if found is None:
                path = tree.join_path([name])
                found = self._project.codebook.create(path, parent_id=parent_id, id=code_id).id
            return self.apply(document.id, found, start, end, id=id)

    def _sibling(self, parent_id: str | None, name: str) -> str | None:
        for code in self._codes():
            if code.parent_id == parent_id and tree.same_name(code.name) == tree.same_name(name):
                return code.id
        return None

    def remove(self, id: str) -> None:
        """Takes the coding away, with its memos, comments and links. Raises `Refused` for somebody else's coding."""
        with self._writing(
            "codings.remove", N_("Removed a coding with “{code}” from {document}"), **self._facts(id)
        ) as act:
            joining.take_away(act, [self.own(act, id)])

    def resize(self, id: str, start: int, end: int) -> Coding:
        """Gives the coding other boundaries, under the rules of `apply`."""
        facts, coding = self._facts(id), self.get(id)
        fit(self._store, self._document(coding.document_id).sha, Span(start, end))
        what = N_("Changed the boundaries of a coding with “{code}” in {document}")
        with self._writing("codings.resize", what, **facts) as act:
            row = self.own(act, id)
            self._refuse_same(act, {**row, "start": start, "end": end})
            act.update("coding", row, start=start, end=end)
        return self.get(id)

    def recode(self, id: str, code_id: str) -> Coding:
        """Puts another code on the same words."""
        facts, code = self._facts(id), self._code(code_id)
        what = N_("Changed a coding in {document} from “{code}” to “{new}”")
        with self._writing("codings.recode", what, **facts, new=code["name"]) as act:
            row = self.own(act, id)
            self._refuse_same(act, {**row, "code_id": code_id})
            act.update("coding", row, code_id=code_id)
        return self.get(id)

    def reviewed(self, id: str) -> Coding:
        """Says that somebody has looked at the coding since the words under it were corrected."""
        with self._writing(
            "codings.reviewed", N_("Reviewed a coding with “{code}” in {document}"), **self._facts(id)
        ) as act:
            act.update("coding", self.own(act, id), review="")
        return self.get(id)

    def reviewed_all(self, ids: Iterable[str]) -> int:
        """The same for many codings, as one act; gives how many had not been looked at. Raises `Refused` for others' codings."""
        from qualcode.project import reviewing

        return reviewing.reviewed_all(self._project, tuple(ids))

    def to_review(
        self,
        *,
        code: str | None = None,
        document: str | None = None,
        coder: str | None = None,
        where: str = "",
        subcodes: bool = True,
    ) -> "tuple[Touched, ...]":
        """All coders' codings on words that were corrected since, with the words before; the filters are those of `excerpts`."""
        from qualcode.project import reviewing

        return reviewing.to_review(self._project, excerpting.Filter(code, document, coder, where, subcodes))

    def of(self, document_id: str) -> tuple[Coding, ...]:
        """A document's codings by all coders: by start, and of those that begin together the longest first."""
        with self._store.reading() as connection:
            return coding_rows.of(connection, document_id)

    def bare(self, document_id: str) -> list[tuple[str, str, str, int, int, str]]:
        """Id, code, coder, start, end and note of each coding of a document, in no order; for a page with thousands."""
        with self._store.reading() as connection:
            return coding_rows.bare(connection, document_id)

    def since(self, document_id: str, revision: int) -> tuple[CodingChange, ...]:
        """How the document's codings changed after `revision`: the last state of each that changed."""
        with self._store.reading() as connection:
            return coding_rows.since(connection, document_id, revision)

    def excerpts(
        self,
        *,
        code: str | None = None,
        document: str | None = None,
        coder: str | None = None,
        where: str = "",
        subcodes: bool = True,
        limit: int | None = None,
        after: str | None = None,
    ) -> tuple[Excerpt, ...]:
        """Codings with their words, by code in codebook order, then document name, then position.

        `code` and `document` are paths, names or ids, `coder` a name. `limit` and `after` (the last id seen) page.
        Raises `NotFound` for unknown names and `BadExpression` for a filter that cannot be understood.
        """
        chosen = excerpting.Filter(code, document, coder, where, subcodes)
        return excerpting.excerpts(self._project, chosen, limit=limit, after=after)

    def count(
        self,
        *,
        code: str | None = None,
        document: str | None = None,
        coder: str | None = None,
        where: str = "",
        subcodes: bool = True,
    ) -> int:
        """How many excerpts the same filters give."""
        return tallying.count(self._project, excerpting.Filter(code, document, coder, where, subcodes))

    def import_file(self, name: str, data: bytes) -> int:
        """Adds the codings of a `.csv` or `.jsonl` file, each by the coder that it names; all or nothing.

        Gives how many were new. A row that does not fit is named in the error.
        """
        return exchange.import_codings(self._project, name, data)

    def export(
        self,
        ending: str,
        *,
        code: str | None = None,
        document: str | None = None,
        coder: str | None = None,
        where: str = "",
        subcodes: bool = True,
    ) -> bytes:
        """The codings that the filters give, as `.csv` or `.jsonl`; `import_file` reads them back."""
        chosen = excerpting.Filter(code, document, coder, where, subcodes)
        return exchange.export_codings(self._project, ending, chosen)


def _shortened(name: str) -> str:
    """A name of at most `LONGEST_IN_VIVO` characters that parts no letter from its accent and no emoji from its parts."""
    end = min(len(name), LONGEST_IN_VIVO)
    while splits_character(name, end):
        end -= 1
    return name[:end].strip()
