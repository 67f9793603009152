"""The codebook: a tree of codes, every change of which can be undone."""

import re
import uuid
from collections.abc import Iterable, Sequence

from qualcode.errors import Duplicate, NotFound, Refused
from qualcode.i18n import N_
from qualcode.model import tree
from qualcode.model.bundle import CodeRow
from qualcode.model.values import Code
from qualcode.project import joining
from qualcode.project.desk import Desk
from qualcode.store import codes as code_rows
from qualcode.store import codings as coding_rows
from qualcode.store import memos as memo_rows
from qualcode.store.transaction import Row, Transaction

FIELDS = {
    "definition": "definition",
    "when": "when_to_use",
    "when_not": "when_not",
    "example": "example",
    "colour": "colour",
}
"""What a code says about itself, and the column that holds it."""


class Codebook(Desk):
    """Create, rename, move, merge, split and delete codes; import and export the whole."""

    def all(self) -> tuple[Code, ...]:
        """Every code: parents before children, siblings in their order."""
        with self._store.reading() as connection:
            rows, counts = code_rows.rows(connection), code_rows.counts(connection)
        paths = _paths(rows)
        children: dict[str | None, list[Row]] = {}
        for row in rows:
            children.setdefault(row["parent_id"], []).append(row)
        ordered: list[Row] = []
        waiting = list(reversed(children.get(None, [])))
        while waiting:
            row = waiting.pop()
            ordered.append(row)
            waiting.extend(reversed(children.get(row["id"], [])))
        return tuple(code_rows.value(row, paths[row["id"]], counts.get(row["id"], 0)) for row in ordered)

    def get(self, path_or_id: str) -> Code:
        """The code of that path or id; upper and lower case are one. Raises `NotFound` with the nearest path."""
        wanted = tuple(map(tree.same_name, tree.split_path(path_or_id)))
        codes = self.all()
        for code in codes:
            if code.id == path_or_id or tuple(map(tree.same_name, tree.split_path(code.path))) == wanted:
                return code
        near = tree.nearest(path_or_id, [code.path for code in codes])
        if near:
            raise NotFound("There is no code “{path}”. Did you mean “{near}”?", path=path_or_id, near=near)
        raise NotFound("There is no code “{path}”.", path=path_or_id)

    def create(
        self,
        name_or_path: str,
        *,
        parent_id: str | None = None,
        definition: str = "",
        when: str = "",
        when_not: str = "",
        example: str = "",
        colour: str = "",
        id: str | None = None,
    ) -> Code:
        """A new code. A path makes the parents it needs. Raises `Duplicate` when it exists, `Refused` without a name."""
        names = tree.split_path(name_or_path)
        if not names:
            raise Refused("A code needs a name.")
        with self._writing(
            "codebook.create", N_("Created the code “{code}”"), code=tree.join_path(names)
        ) as act:
            parent = parent_id
            for name in names[:-1]:
                found = self._child(act, parent, name)
                parent = found["id"] if found else self._insert(act, parent, name, {})
            given = {"definition": definition, "when": when, "when_not": when_not, "example": example}
            made = self._insert(act, parent, names[-1], {**given, "colour": colour}, id)
        return self.get(made)

    def _insert(
        self,
        act: Transaction,
        parent_id: str | None,
        name: str,
        fields: dict[str, str],
        id_: str | None = None,
    ) -> str:
        rows = code_rows.rows(act.connection)
        if parent_id is not None and all(row["id"] != parent_id for row in rows):
            raise NotFound("The project has no code “{code}”; somebody may have deleted it.", code=parent_id)
        _refuse_taken(rows, parent_id, name)
        siblings = [row["position"] for row in rows if row["parent_id"] == parent_id]
        row: Row = {"id": id_ or str(uuid.uuid4()), "parent_id": parent_id, "name": name}
        row |= {"name_key": tree.same_name(name), "position": max(siblings, default=0) + 1}
        row |= {column: fields.get(field, "") for field, column in FIELDS.items()}
        row["colour"] = _colour(row["colour"]) or tree.next_colour(other["colour"] for other in rows)
        act.insert("code", row)
        return str(row["id"])

    def _child(self, act: Transaction, parent_id: str | None, name: str) -> Row | None:
        key = tree.same_name(name)
        for row in code_rows.rows(act.connection):
            if row["parent_id"] == parent_id and row["name_key"] == key:
                return row
        return None

    def change(
        self,
        id: str,
        *,
        name: str | None = None,
        definition: str | None = None,
        when: str | None = None,
        when_not: str | None = None,
        example: str | None = None,
        colour: str | None = None,
    ) -> Code:
        """Changes what is given and leaves the rest. Raises `Duplicate` when a sibling has that name."""
        given = {
            "definition": definition,
            "when": when,
            "when_not": when_not,
            "example": example,
            "colour": colour,
        }
        values = {FIELDS[field]: value for field, value in given.items() if value is not None}
        if colour is not None:
            values["colour"] = _colour(colour) or tree.next_colour(())
        code = self.get(id)
        with self._writing("codebook.change", N_("Changed the code “{code}”"), code=code.path) as act:
            rows = code_rows.rows(act.connection)
            row = _find(rows, code.id)
            if name is not None:
                if not tree.clean_name(name):
                    raise Refused("A code needs a name.")
                _refuse_taken(rows, row["parent_id"], name, but=code.id)
                values |= {"name": tree.clean_name(name), "name_key": tree.same_name(name)}
            act.update("code", row, **values)
        return self.get(code.id)

    def move(self, id: str, parent_id: str | None, position: int | None = None) -> Code:
        """Hangs a code, with everything below it, under another (None: at the top), at `position` among siblings from 0."""
        code = self.get(id)
        with self._writing("codebook.move", N_("Moved the code “{code}”"), code=code.path) as act:
            rows = code_rows.rows(act.connection)
            if parent_id is not None:
                _find(rows, parent_id)
            if tree.would_cycle(code.id, parent_id, {row["id"]: row["parent_id"] for row in rows}):
                raise Refused("“{code}” cannot be moved under itself.", code=code.path)
            _refuse_taken(rows, parent_id, code.name, but=code.id)
            siblings = [row for row in rows if row["parent_id"] == parent_id and row["id"] != code.id]
            at = len(siblings) if position is None else max(0, min(position, len(siblings)))
            siblings.insert(at, _find(rows, code.id))
            for number, row in enumerate(siblings, start=1):
                act.update("code", row, parent_id=parent_id, position=number)
        return self.get(code.id)

    def merge(self, id: str, into_id: str) -> Code:
        """Gives all codings, memos and subcodes of one code to another and deletes it.

        Where both codes lie on the same words by the same coder, one coding remains, with both memos.
        """
        code, into = self.get(id), self.get(into_id)
        with self._writing(
            "codebook.merge", N_("Merged the code “{code}” into “{into}”"), code=code.path, into=into.path
        ) as act:
            rows = code_rows.rows(act.connection)
            parents = {row["id"]: row["parent_id"] for row in rows}
            if into.id in tree.below(code.id, parents):
                raise Refused("“{code}” cannot be merged into itself or what lies below it.", code=code.path)
            self._hand_over(act, code.id, into.id)
            for memo in memo_rows.rows(act.connection, about="code", ids=[code.id]):
                act.update("memo", memo, about_id=into.id)
            for row in rows:
                if row["parent_id"] == code.id:
                    _refuse_taken(rows, into.id, row["name"])
                    act.update("code", row, parent_id=into.id)
            self._drop(act, _find(rows, code.id))
        return self.get(into.id)

    def split(self, id: str, new_name: str, coding_ids: Iterable[str]) -> Code:
        """A new code beside `id`, which takes these of its codings; the others stay. Gives the new code."""
        code, chosen = self.get(id), list(coding_ids)
        name = tree.clean_name(new_name)
        if not name:
            raise Refused("A code needs a name.")
        with self._writing(
            "codebook.split", N_("Split “{new}” from the code “{code}”"), code=code.path, new=name
        ) as act:
            made = self._insert(act, code.parent_id, name, {"definition": code.definition})
            known = {row["id"]: row for row in coding_rows.rows(act.connection, code_id=code.id)}
            for coding_id in chosen:
                if coding_id not in known:
                    raise NotFound("One of the codings no longer has the code “{code}”.", code=code.path)
                act.update("coding", known[coding_id], code_id=made)
        return self.get(made)

    def delete(self, id: str, *, codings: str = "refuse") -> int:
        """Deletes a code and everything below it; gives the number of codings this concerned.

        `codings` decides their fate: `refuse` raises `Refused` when there are any, `remove` removes them, the id or path
        of another code gives them to it.
        """
        code = self.get(id)
        with self._writing("codebook.delete", N_("Deleted the code “{code}”"), code=code.path) as act:
            rows = code_rows.rows(act.connection)
            family = tree.below(code.id, {row["id"]: row["parent_id"] for row in rows})
            heir = None if codings in ("refuse", "remove") else self.get(codings)
            if heir is not None and heir.id in family:
                raise Refused("The codings cannot go to “{code}”, which is deleted too.", code=heir.path)
            found = sum(len(coding_rows.ids_with_code(act.connection, each)) for each in family)
            if found and codings == "refuse":
                raise Refused(
                    "“{code}” and what lies below it have {count} codings. Say whether to remove them or move them "
                    "to another code.",
                    code=code.path,
                    count=found,
                )
            for row in _deepest_first(rows, family):
                self._empty(act, row["id"], heir)
                self._drop(act, row)
        return found

    def _empty(self, act: Transaction, code_id: str, heir: Code | None) -> None:
        if heir is not None:
            self._hand_over(act, code_id, heir.id)
            return
        joining.take_away(act, coding_rows.rows(act.connection, code_id=code_id))

    def _hand_over(self, act: Transaction, code_id: str, to_id: str) -> None:
        for row in coding_rows.rows(act.connection, code_id=code_id):
            joining.give_code(act, row, to_id)

    def _drop(self, act: Transaction, row: Row) -> None:
        for memo in memo_rows.rows(act.connection, about="code", ids=[row["id"]]):
            act.delete("memo", memo)
        act.delete("code", row)

    def import_file(self, name: str, data: bytes) -> tuple[Code, ...]:
        """Adds the codes of a csv, xlsx or yaml file; those that exist take the file's texts. All or nothing."""
        from qualcode import formats

        return self.import_rows(formats.read_codebook(name, data), name)

    def import_rows(self, rows: Sequence[CodeRow], source: str) -> tuple[Code, ...]:
        """Adds codes by path; those that exist take the texts that are given."""
        with self._writing(
            "codebook.import", N_("Imported a codebook from “{source}”"), source=source
        ) as act:
            known = {
                _key(tree.split_path(path)): id_
                for id_, path in _paths(code_rows.rows(act.connection)).items()
            }
            for row in rows:
                self._import_one(act, known, row)
        return self.all()

    def _import_one(self, act: Transaction, known: dict[tuple[str, ...], str], row: CodeRow) -> None:
        given = {field: getattr(row, field) for field in FIELDS}
        for depth in range(1, len(row.path) + 1):
            key = _key(row.path[:depth])
            if key in known:
                continue
            parent = known[_key(row.path[: depth - 1])] if depth > 1 else None
            known[key] = self._insert(
                act, parent, row.path[depth - 1], given if depth == len(row.path) else {}
            )
        stands = act.row("code", known[_key(row.path)])
        if stands is not None:
            act.update("code", stands, **{FIELDS[field]: value for field, value in given.items() if value})

    def export(self, ending: str) -> bytes:
        """The whole codebook as `.csv`, `.xlsx` or `.yaml`; `import_file` reads it back."""
        from qualcode import formats

        rows = [
            CodeRow(tree.split_path(code.path), *(getattr(code, field) for field in FIELDS))
            for code in self.all()
        ]
        return formats.write_codebook(rows, ending)


def _paths(rows: Sequence[Row]) -> dict[str, str]:
    return tree.paths({row["id"]: row["parent_id"] for row in rows}, {row["id"]: row["name"] for row in rows})


def _colour(colour: str) -> str:
    if colour and not re.fullmatch("#[0-9a-f]{6}", colour.lower()):
        raise Refused("“{colour}” is no colour. Write it as #4477aa.", colour=colour)
    return colour.lower()


def _key(path: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(tree.same_name, path))


def _find(rows: Sequence[Row], id_: str) -> Row:
    for row in rows:
        if row["id"] == id_:
            return row
    raise NotFound("The project has no code “{code}”; somebody may have deleted it.", code=id_)


def _refuse_taken(rows: Sequence[Row], parent_id: str | None, name: str, *, but: str | None = None) -> None:
    key = tree.same_name(name)
    for row in rows:
        if row["parent_id"] == parent_id and row["name_key"] == key and row["id"] != but:
            raise Duplicate(
                "There is a code “{path}” already. Use it, or choose another name.",
                path=_paths(rows)[row["id"]],
            )


def _deepest_first(rows: Sequence[Row], family: frozenset[str]) -> list[Row]:
    depth = {id_: len(tree.split_path(path)) for id_, path in _paths(rows).items()}
    return sorted((row for row in rows if row["id"] in family), key=lambda row: -depth[row["id"]])
