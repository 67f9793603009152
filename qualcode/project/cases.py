"""Cases: the persons, groups and sites that documents are about, their values, and which words are whose."""

import json
import uuid
from collections.abc import Iterable, Mapping
from typing import get_args

from qualcode.errors import Duplicate, NotFound, Refused
from qualcode.i18n import N_
from qualcode.model import attributes
from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import AttributeType, Case, CaseKind, Tie
from qualcode.project import case_tables, disclosing, importing
from qualcode.project.attributes import OF_CASES, Names, allowed, write
from qualcode.project.desk import Desk
from qualcode.project.disclosing import Singled
from qualcode.store import cases as case_rows
from qualcode.store import memos as memo_rows
from qualcode.store.transaction import Row, Transaction

KINDS: tuple[CaseKind, ...] = get_args(CaseKind)
Warnings = tuple[tuple[str, Mapping[str, object]], ...]
"""What a person should know although it was done: templates with values."""
MOST_MISFITS = 3
"""How many values that do not fit are named."""


class Cases(Desk):
    """Make, describe, merge and remove cases, tie documents and speakers to them, and say what attributes can hold."""

    def all(self) -> tuple[Case, ...]:
        """Every case, in the order in which they came in."""
        with self._store.reading() as connection:
            return case_rows.all_(connection)

    def get(self, name_or_id: str) -> Case:
        """The case of that id or name; upper and lower case are one. Raises `NotFound`."""
        with self._store.reading() as connection:
            found = case_rows.one(connection, name_or_id)
        if found is None:
            raise _unknown(name_or_id)
        return found

    def alone(self) -> tuple[Singled, ...]:
        """The persons whom a value, or two together, tell from all others.

        Each comes with every such combination of what stands beside their words. See `qualcode.privacy.alone`.
        """
        return disclosing.alone(self._project)

    def create(self, name: str, *, kind: str = "person", values: Mapping[str, str] | None = None) -> Case:
        """A new case: a `person`, a `group` or a `site`. Raises `Duplicate` when the name is taken."""
        new = clean_name(name)
        with self._writing("cases.create", N_("Created the case “{case}”"), case=new) as act:
            self._refuse_taken(act, new)
            row = self.add(act, new, kind)
            if values:
                self.describe(act, row, values, Names(act))
        return self.get(row["id"])

    def add(self, act: Transaction, name: str, kind: str) -> Row:
        """Makes a case whose name is free within another verb; gives its row."""
        row: Row = {"id": str(uuid.uuid4()), "name": clean_name(name), "name_key": same_name(name)}
        row |= {"kind": _kind(kind), "position": case_rows.next_position(act.connection)}
        act.insert("case", row)
        return row

    def change(self, id: str, *, name: str | None = None, kind: str | None = None) -> Case:
        """Gives the case another name or kind. Raises `Duplicate` when the name is taken."""
        with self._writing("cases.change", N_("Changed the case “{case}”"), case=self.get(id).name) as act:
            row, wanted = self._row(act, id), {}
            if name is not None:
                self._refuse_taken(act, clean_name(name), but=row["id"])
                wanted = {"name": clean_name(name), "name_key": same_name(name)}
            if kind is not None:
                wanted["kind"] = _kind(kind)
            act.update("case", row, **wanted)
        return self.get(row["id"])

    def merge(self, id: str, into_id: str) -> Warnings:
        """Gives the documents, values and memos of one case to another and removes it.

        Where both have a value, that of the case which stays is kept; those that differ are told, as templates with
        values.
        """
        case, into = self.get(id), self.get(into_id)
        if case.id == into.id:
            raise Refused("“{case}” cannot be merged with itself.", case=case.name)
        what, told = N_("Merged the case “{case}” into “{into}”"), []
        with self._writing("cases.merge", what, case=case.name, into=into.name) as act:
            there = case_rows.value_rows(act.connection, into.id)
            for name, row in case_rows.value_rows(act.connection, case.id).items():
                if name not in there:
                    act.update("case_value", row, case_id=into.id)
                    continue
                if row["value"] != there[name]["value"]:
                    lost = {"name": name, "kept": there[name]["value"], "lost": row["value"]}
                    told.append((N_("“{name}”: kept “{kept}”, gave up “{lost}”."), lost))
                act.delete("case_value", row)
            self._hand_over(act, case.id, into.id)
            for memo in memo_rows.rows(act.connection, about="case", ids=[case.id]):
                act.update("memo", memo, about_id=into.id)
            act.delete("case", self._row(act, case.id))
        return tuple(told)

    def _hand_over(self, act: Transaction, case_id: str, to_id: str) -> None:
        taken = case_rows.tie_rows(act.connection, case_id=to_id)
        there = {(row["document_id"], row["speaker"]) for row in taken}
        for row in case_rows.tie_rows(act.connection, case_id=case_id):
            if (row["document_id"], row["speaker"]) in there:
                act.delete("tie", row)
            else:
                act.update("tie", row, case_id=to_id)

    def remove(self, id: str) -> None:
        """Takes the case away with its values, ties and memos; the documents stay, and undo brings all of it back."""
        case = self.get(id)
        with self._writing("cases.remove", N_("Removed the case “{case}”"), case=case.name) as act:
            for row in case_rows.value_rows(act.connection, case.id).values():
                act.delete("case_value", row)
            for row in case_rows.tie_rows(act.connection, case_id=case.id):
                act.delete("tie", row)
            for memo in memo_rows.rows(act.connection, about="case", ids=[case.id]):
                act.delete("memo", memo)
            act.delete("case", self._row(act, case.id))

    def set_values(self, id: str, values: Mapping[str, str]) -> Case:
        """Describes the case; an empty value takes the attribute away, names not given stay as they are.

        Raises `Refused` for a value that does not fit the attribute's type.
        """
        case = self.get(id)
        with self._writing("cases.describe", N_("Described the case “{case}”"), case=case.name) as act:
            self.describe(act, self._row(act, case.id), values, Names(act))
        return self.get(case.id)

    def describe(self, act: Transaction, row: Row, values: Mapping[str, str], names: Names) -> None:
        """Writes values of the case of `row` within another verb."""
        spelled = {names.spelled(given, OF_CASES): value for given, value in values.items()}
        wanted = {name: names.fitting(name, value, row["name"]) for name, value in spelled.items()}
        write(
            act, "case_value", {"case_id": row["id"]}, case_rows.value_rows(act.connection, row["id"]), wanted
        )

    def tie(self, case_id: str, document_id: str, speaker: str = "") -> Tie:
        """Says that a document, or one speaker in it, is about a case; once said, saying it again changes nothing.

        Raises `NotFound` when nobody of that name speaks in the document.
        """
        case, document = self.get(case_id), self._document(document_id)
        known = {same_name(name): name for name in self._project.documents.structure(document.id).speakers}
        if speaker and same_name(speaker) not in known:
            raise NotFound(
                "Nobody called “{speaker}” speaks in {document}. There are: {known}.",
                speaker=speaker,
                document=document.name,
                known=", ".join(known.values()) or "–",
            )
        voice = known.get(same_name(speaker), "")
        what = N_("Tied {document} to the case “{case}”")
        facts = {"document": document.name, "case": case.name, "speaker": voice}
        with self._writing("cases.tie", what, **facts) as act:
            importing.row_of(act, document)
            self.join(act, self._row(act, case.id), document.id, voice)
        return Tie(case.id, case.name, document.id, document.name, voice)

    def join(self, act: Transaction, case: Row, document_id: str, speaker: str) -> None:
        """Ties within another verb."""
        there = case_rows.tie_rows(act.connection, case_id=case["id"], document_id=document_id)
        if all(same_name(row["speaker"]) != same_name(speaker) for row in there):
            row = {"id": str(uuid.uuid4()), "case_id": case["id"], "document_id": document_id}
            act.insert("tie", row | {"speaker": clean_name(speaker)})

    def untie(self, case_id: str, document_id: str, speaker: str = "") -> None:
        """Takes a tie back. Raises `NotFound` when there is none."""
        case, document = self.get(case_id), self._document(document_id)
        what = N_("Untied {document} from the case “{case}”")
        facts = {"document": document.name, "case": case.name, "speaker": speaker}
        with self._writing("cases.untie", what, **facts) as act:
            there = case_rows.tie_rows(act.connection, case_id=case.id, document_id=document.id)
            found = [row for row in there if same_name(row["speaker"]) == same_name(speaker)]
            if not found:
                raise NotFound(
                    "{document} is not tied to the case “{case}” in this way.",
                    document=document.name,
                    case=case.name,
                )
            act.delete("tie", found[0])

    def ties(self, document_id: str | None = None) -> tuple[Tie, ...]:
        """Who a document is about, or all are: whole documents before speakers, then in the order of the cases."""
        wanted = self._document(document_id).id if document_id is not None else None
        with self._store.reading() as connection:
            return case_rows.ties(connection, wanted)

    def types(self) -> tuple[AttributeType, ...]:
        """The attributes that have a type: the standard ones, and then those that somebody gave one, by name."""
        with self._store.reading() as connection:
            return (*attributes.STANDARD, *case_rows.types(connection))

    def set_type(self, name: str, type: str, choices: Iterable[str] = ()) -> AttributeType:
        """Says what an attribute of documents and cases can hold: `text`, `number`, `date`, or a `choice` of some values.

        Values that are there are written as the type keeps them. Raises `Refused`, naming the first, when some do not fit.
        """
        with self._writing(
            "cases.set_type", N_("Set the type of “{attribute}”"), attribute=clean_name(name)
        ) as act:
            new = _type(Names(act).spelled(name), type, choices)
            misfits = []
            for kind, owner, row in case_rows.written(act.connection, new.name):
                text = attributes.kept(new, row["value"])
                if text is None:
                    misfits.append(f"{owner}: “{row['value']}”")
                else:
                    act.update(kind, row, value=text)
            if misfits:
                raise Refused(
                    "“{name}” cannot take only {allowed}: {count} values do not fit. The first are {misfits}.",
                    name=new.name,
                    allowed=allowed(new),
                    count=len(misfits),
                    misfits="; ".join(misfits[:MOST_MISFITS]),
                )
            self._keep_type(act, new)
        return new

    def _keep_type(self, act: Transaction, new: AttributeType) -> None:
        columns = {"type": new.type, "choices": json.dumps(new.choices, ensure_ascii=False)}
        there = case_rows.type_row(act.connection, new.name)
        if there is not None:
            act.update("attribute_type", there, **columns)
            return
        row = {"id": str(uuid.uuid4()), "name": new.name, "name_key": same_name(new.name)}
        act.insert("attribute_type", row | columns)

    def import_file(self, name: str, data: bytes) -> Warnings:
        """Adds and describes cases by a csv or xlsx table with a column `case`; all or nothing.

        Columns `kind`, `document` and `speaker` are what they say, all others are values. Gives warnings, as templates
        with values, for documents and speakers that the project does not have.
        """
        return case_tables.read(self._project, name, data)

    def export(self, ending: str) -> bytes:
        """Every case with its values and ties as `.csv` or `.xlsx`; `import_file` reads it back."""
        return case_tables.write(self._project, ending)

    def _row(self, act: Transaction, name_or_id: str) -> Row:
        row = case_rows.named(act.connection, name_or_id)
        if row is None:
            raise _unknown(name_or_id)
        return row

    def _refuse_taken(self, act: Transaction, name: str, *, but: str | None = None) -> None:
        if not name:
            raise Refused("A case needs a name.")
        there = case_rows.named(act.connection, name)
        if there is not None and there["id"] != but and there["name_key"] == same_name(name):
            raise Duplicate(
                "There is a case called “{case}” already. Use it, or choose another name.", case=there["name"]
            )


def _unknown(name: str) -> NotFound:
    return NotFound("The project has no case called “{case}”.", case=name)


def _kind(kind: str) -> CaseKind:
    if kind not in KINDS:
        raise Refused(
            "“{kind}” is no kind of case; choose one of {known}.", kind=kind, known=", ".join(KINDS)
        )
    return kind


def _type(name: str, type_: str, choices: Iterable[str]) -> AttributeType:
    if type_ not in attributes.TYPES:
        known = ", ".join(attributes.TYPES)
        raise Refused("“{type}” is no type of attribute; choose one of {known}.", type=type_, known=known)
    if any(same_name(name) == each.name for each in attributes.STANDARD):
        raise Refused("“{name}” is an attribute that every project has; its type stays.", name=name)
    given: dict[str, str] = {}
    for choice in filter(None, map(clean_name, choices)):
        given.setdefault(same_name(choice), choice)
    if (type_ == "choice") != bool(given):
        raise Refused("Choices belong to the type “choice”, which needs at least one.")
    return AttributeType(name, type_, tuple(given.values()))
