"""Surveys: a row of a table becomes a case with its closed answers, and a document with its open ones."""

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from qualcode.errors import BadFile, Duplicate, Refused
from qualcode.i18n import N_
from qualcode.model.bundle import SurveyCase
from qualcode.model.cleaning import Cleaning
from qualcode.model.layers import Title
from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import Case, Document, Imported, Language
from qualcode.project.attributes import OF_CASES, Names
from qualcode.project.importing import guessed
from qualcode.project.shaping import Shape, shaped
from qualcode.store import cases as case_rows
from qualcode.store import documents as document_rows
from qualcode.store.transaction import Row, Transaction

if TYPE_CHECKING:
    from qualcode.project.project import Project

Warned = tuple[str, Mapping[str, object]]
_ROWS = ("case", "case_value", "document", "attribute", "tie")
"""Kinds of rows in an order in which they can be added."""


@dataclass(frozen=True, slots=True)
class _Answered:
    """A row of the survey, ready to be stored; without open answers there is no shape."""

    case: str
    document: str
    row: SurveyCase
    shape: Shape | None


@dataclass(slots=True)
class _Written:
    """What has been made of the rows so far."""

    rows: dict[str, list[Row]] = field(default_factory=lambda: {kind: [] for kind in _ROWS})
    done: list[tuple[Imported, str]] = field(default_factory=list)
    """What became of each row, with the id of its document."""
    contents: list[tuple[Row, dict[str, bytes]]] = field(default_factory=list)
    """What is to be kept of each document, by the column of its row."""


def add(
    project: "Project", name: str, data: bytes, *, open_questions: Sequence[str] | None, language: str
) -> tuple[Imported, ...]:
    """See `Documents.add_survey`. Nobody has to wait for the project while the answers are taken apart."""
    from qualcode import formats

    rows = formats.read_survey(name, data, _questions(name, data, open_questions))
    spoken = guessed("\n".join(row.text for row in rows), language)
    title = clean_name(PurePath(name).stem)
    answered = [_answered(title, row, spoken) for row in rows]
    what = N_("Imported the survey “{source}”, {count} rows")
    with project.store.writing(
        project.coder.id, "documents.add_survey", what, source=name, count=len(rows)
    ) as act:
        written = _Writer(act, spoken).write(answered)
        _keep(project, act, written)
        for kind in _ROWS:
            act.insert(kind, *written.rows[kind])
        documents = {document.id: document for document in project.documents.all()}
    return tuple(_told(imported, documents.get(made)) for imported, made in written.done)


def _keep(project: "Project", act: Transaction, written: _Written) -> None:
    every = [data for _, contents in written.contents for data in contents.values()]
    shas = iter(project.store.keep_all(act.connection, every))
    for row, contents in written.contents:
        row.update({column: next(shas) for column in contents})


def _told(imported: Imported, document: Document | None) -> Imported:
    return replace(imported, document=document) if document else imported


def _questions(name: str, data: bytes, wished: Sequence[str] | None) -> Sequence[str]:
    from qualcode import formats

    if wished:
        return wished
    columns = formats.survey_columns(name, data)
    found = [column.question for column in columns if column.open]
    if wished is not None or not found:
        raise BadFile(
            "{file} has no column that looks like an open question. Say which columns hold text to be coded; "
            "there are: {columns}.",
            file=name,
            columns=", ".join(column.question for column in columns),
        )
    return found


def _answered(title: str, row: SurveyCase, language: Language) -> _Answered:
    """Numbers of rows name nobody outside their own survey, so they get its name."""
    case = f"{title} {row.name}" if row.numbered else row.name
    titles = tuple(Title(h.start, h.end, h.level, h.title, group=f"heading:{h.start}") for h in row.headings)
    known = Cleaning(headings=row.headings, titles=titles)
    shape = shaped(row.text, known, language=language, format="txt") if row.text else None
    return _Answered(clean_name(case), clean_name(f"{title} – {row.name}"), row, shape)


class _Writer:
    """Makes the rows of one survey, all of them before the first is stored."""

    def __init__(self, act: Transaction, language: Language) -> None:
        self._language = language
        self._names = Names(act)
        self._taken = {same_name(document.name) for document in document_rows.all_(act.connection)}
        self._cases = {same_name(case.name): case for case in case_rows.all_(act.connection)}
        self._case_position = case_rows.next_position(act.connection)
        self._document_position = document_rows.next_position(act.connection)
        self._written = _Written()

    def write(self, answered: Sequence[_Answered]) -> _Written:
        """The rows; one that cannot be taken in is told, and the others are."""
        for each in answered:
            try:
                self._write(each)
            except Refused as error:
                self._written.done.append((Imported(name=each.document, error=error), ""))
        return self._written

    def _write(self, each: _Answered) -> None:
        if each.shape and same_name(each.document) in self._taken:
            raise Duplicate(
                "The project has a document called “{name}” already. Rename the file or the document first.",
                name=each.document,
            )
        known = self._cases.get(same_name(each.case))
        values = self._values(each)
        case_id = known.id if known else self._new_case(each.case)
        warnings = tuple(self._describe(case_id, known, values))
        if each.shape is None:
            nothing = N_("Row {row}: no open question was answered; the case “{case}” has no text.")
            told = (*warnings, (nothing, {"row": each.row.row, "case": each.case}))
            self._written.done.append((Imported(name=each.document, warnings=told), ""))
            return
        made = self._new_document(each.document, each.shape)
        self._add("tie", case_id=case_id, document_id=made, speaker="")
        self._add("attribute", document_id=made, name="record", value="survey")
        segments = len(each.shape.parts.paragraphs)
        imported = Imported(name=each.document, format="txt", segments=segments, warnings=warnings)
        self._written.done.append((imported, made))

    def _values(self, each: _Answered) -> dict[str, str]:
        spelled = {self._names.spelled(name, OF_CASES): value for name, value in each.row.attributes.items()}
        return {name: self._names.fitting(name, value, each.case) for name, value in spelled.items()}

    def _new_case(self, name: str) -> str:
        facts = {"name": name, "name_key": same_name(name), "kind": "person", "position": self._case_position}
        self._case_position += 1
        return self._add("case", **facts)

    def _describe(self, case_id: str, known: Case | None, values: Mapping[str, str]) -> Iterator[Warned]:
        """A case that is there already keeps what it says."""
        there = known.values if known else {}
        for name, value in values.items():
            if name not in there:
                self._add("case_value", case_id=case_id, name=name, value=value)
            elif there[name] != value:
                differs = N_("“{case}”: “{name}” is “{kept}” already; “{lost}” in the survey was left out.")
                facts = {"case": known.name if known else "", "name": name}
                yield differs, facts | {"kept": there[name], "lost": value}

    def _new_document(self, name: str, shape: Shape) -> str:
        self._taken.add(same_name(name))
        facts = {"name": name, "name_key": same_name(name), "format": "txt", "language": self._language}
        made = self._add("document", **facts, **shape.facts, position=self._document_position)
        contents = {
            "source_sha": shape.read.encode("utf-8"),
            **{name: made() for name, made in shape.contents.items()},
        }
        self._written.contents.append((self._written.rows["document"][-1], contents))
        self._document_position += 1
        return made

    def _add(self, of: str, /, **columns: object) -> str:
        made = str(uuid.uuid4())
        self._written.rows[of].append({"id": made, **columns})
        return made
