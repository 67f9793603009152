"""Tables of cases in and out: names become ids on the way in, and names again on the way out."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qualcode.i18n import N_
from qualcode.model.bundle import CaseRow
from qualcode.model.tree import same_name
from qualcode.model.values import Tie
from qualcode.project.attributes import Names
from qualcode.project.describing import by_name, in_row
from qualcode.store import cases as case_rows
from qualcode.store.transaction import Row, Transaction

if TYPE_CHECKING:
    from qualcode.project.project import Project

Warned = tuple[str, Mapping[str, object]]


def read(project: "Project", file_name: str, data: bytes) -> tuple[Warned, ...]:
    """See `Cases.import_file`."""
    from qualcode import formats

    rows = formats.read_cases(file_name, data)
    told: list[Warned] = []
    what = N_("Imported cases from “{source}”")
    with project.store.writing(project.coder.id, "cases.import", what, source=file_name) as act:
        names, known = Names(act), by_name(project.documents.all())
        for row in rows:
            with in_row(file_name, row.row):
                case = _case(project, act, row)
                project.cases.describe(act, case, row.values, names)
            document_id = known.get(same_name(row.document)) if row.document else None
            if document_id is not None:
                project.cases.join(act, case, document_id, _voice(project, row, document_id, told))
            elif row.document:
                values = {"row": row.row, "name": row.document}
                told.append((N_("Row {row}: the project has no document called “{name}”."), values))
    return tuple(told)


def _case(project: "Project", act: Transaction, row: CaseRow) -> Row:
    """The row of the case, made or given its kind."""
    there = case_rows.named(act.connection, row.case)
    if there is None:
        return project.cases.add(act, row.case, row.kind or "person")
    return act.update("case", there, kind=row.kind or there["kind"])


def _voice(project: "Project", row: CaseRow, document_id: str, told: list[Warned]) -> str:
    """The speaker as the document spells the name; where nobody is called so yet it is told, and the tie waits."""
    speakers = project.documents.structure(document_id).speakers if row.speaker else ()
    for speaker in speakers:
        if same_name(speaker) == same_name(row.speaker):
            return speaker
    if row.speaker:
        values = {"row": row.row, "speaker": row.speaker, "name": row.document}
        told.append((N_("Row {row}: nobody called “{speaker}” speaks in “{name}” so far."), values))
    return row.speaker


def write(project: "Project", ending: str) -> bytes:
    """See `Cases.export`."""
    from qualcode import formats

    with project.store.reading() as connection:
        cases, ties = case_rows.all_(connection), case_rows.ties(connection)
    tied: dict[str, list[Tie]] = {}
    for tie in ties:
        tied.setdefault(tie.case_id, []).append(tie)
    rows = []
    for case in cases:
        first, *more = tied.get(case.id) or [Tie(case.id, case.name, "", "")]
        rows.append(CaseRow(case.name, case.kind, first.document, first.speaker, case.values))
        rows += [CaseRow(case.name, case.kind, tie.document, tie.speaker) for tie in more]
    return formats.write_cases(rows, ending)
