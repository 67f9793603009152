"""The table of cases: name, kind and values to type in, new rows at the end, and rows to take away."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.i18n import N_
from qualcode.model import attributes
from qualcode.model.values import Case
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_words import kind_name
from qualcode.ui.parts.grid import (
    VALUE,
    Base,
    Line,
    all_done,
    base,
    editors,
    frame,
    keep,
    renew,
    said,
    tell_refused,
    typed,
)
from qualcode.ui.parts.notices import show_notice

NAME, KIND, DOCUMENTS = "name", "kind", "documents"
TABLE = "cases-table"
KINDS = ("person", "group", "site")
Cells = Mapping[str, Any]


def case_table(project: Project, cases: Sequence[Case]) -> None:
    """The editor; what is typed is stored at once, and the cursor stays."""
    _ = state.words()
    if not cases:
        told = _("A case is a person, a group or a site that documents are about. Write the first one below.")
        st.info(told, icon=":material/group:")
    names = columns_of(project)
    types = state.kept(project, reading.attribute_types)
    documents = {document.id: document.name for document in state.kept(project, reading.documents)}
    found = base(TABLE, project, names, lambda: _lines(documents, cases))
    values = typed(found.names, types, found.lines)
    key = f"cases-{found.number}"
    st.data_editor(
        frame(found.lines, [NAME, KIND, *values, DOCUMENTS], values),
        key=key,
        hide_index=True,
        num_rows="dynamic",
        disabled=[DOCUMENTS],
        on_change=store,
        args=(project, key),
        column_config=_configured(editors(values, found.lines)),
        height="content" if len(found.lines) <= 14 else 520,
        placeholder="",
        alt=_("All cases with kind, attributes and documents; every cell but the documents can be changed"),
    )
    show_notice(project, TABLE)
    st.caption(_("New cases go in the last row. Mark rows at the left and press Delete to remove them."))


def columns_of(project: Project) -> tuple[str, ...]:
    """The attributes that the table shows: consent, those that cases have, and those that nobody has yet."""
    used = state.kept(project, reading.case_attributes)
    elsewhere = state.kept(project, reading.document_attributes)
    own = [each.name for each in state.kept(project, reading.attribute_types)[len(attributes.STANDARD) :]]
    free = [name for name in own if name not in elsewhere]
    wished = state.recall("new case attributes") or ()
    return tuple(dict.fromkeys(("consent", *used, *free, *wished)))


def _configured(values: Mapping[str, Any]) -> dict[str, Any]:
    _ = state.words()
    return {
        NAME: st.column_config.TextColumn(_("Name"), pinned=True, required=True, width=160),
        KIND: st.column_config.SelectboxColumn(
            _("Kind"), options=KINDS, default="person", required=True, format_func=kind_name
        ),
        **values,
        DOCUMENTS: st.column_config.TextColumn(_("Documents"), width="medium"),
    }


def _lines(names: Mapping[str, str], cases: Sequence[Case]) -> tuple[Line, ...]:
    """The rows of the table; `names` are the documents' by id."""
    return tuple(
        Line(
            case.id,
            {
                NAME: case.name,
                KIND: case.kind,
                DOCUMENTS: _documents([names[id_] for id_ in case.documents]),
                **{VALUE + name: value for name, value in case.values.items()},
            },
        )
        for case in cases
    )


def _documents(names: Sequence[str]) -> str:
    return f"{len(names)}: {', '.join(names)}" if len(names) > 1 else "".join(names)


def store(project: Project, key: str) -> None:
    """Stores what was typed since the table began; rows that were taken away begin a new table."""
    found: Base | None = state.recall(TABLE)
    changes = state.widget(key)
    if not found or not changes:
        return
    added = tuple(changes.get("added_rows") or ())
    gone = [
        found.lines[int(row)].id for row in changes.get("deleted_rows") or () if int(row) < len(found.lines)
    ]
    gone += taken_away(found.added, added)
    if gone or changes.get("deleted_rows") or len(added) < len(found.added):
        _remove(project, gone)
        renew(TABLE)
        return
    edits = changes.get("edited_rows") or {}
    told = state.attempt(write, project, found, edits, added)
    if told is None:
        return
    refused, ids = told
    tell_refused(refused, TABLE)
    keep(TABLE, project, found, columns_of(project), zip(ids, added, strict=True))


def taken_away(before: Sequence[tuple[str, Cells]], now: Sequence[Cells]) -> list[str]:
    """The ids of added rows that are no longer there; nobody's when that is not certain."""
    left, gone = list(now), []
    for id_, cells in before:
        if left and left[0] == cells:
            left.pop(0)
        else:
            gone.append(id_)
    certain = not left and len(gone) == len(before) - len(now)
    return [id_ for id_ in gone if id_] if certain else []


def _remove(project: Project, ids: Sequence[str]) -> None:
    _ = state.words()
    names = {case.id: case.name for case in project.cases.all()}
    there = [id_ for id_ in ids if id_ in names]
    if not there:
        return
    if state.attempt(remove, project, there):
        one = _("Removed “{name}”. The documents stay.").format(name=names[there[0]])
        many = _("Removed {n} cases. The documents stay.").format(n=len(there))
        state.tell(one if len(there) == 1 else many, undoes=project)


def remove(project: Project, ids: Sequence[str]) -> int:
    """Removes the cases as one act; gives how many."""
    with project.together(N_("Removed several cases") if len(ids) > 1 else ""):
        for id_ in ids:
            project.cases.remove(id_)
    return len(ids)


def write(
    project: Project, found: Base, edits: Mapping[int, Cells], added: Sequence[Cells]
) -> tuple[list[QualcodeError], list[str]]:
    """Stores the cells that differ from what the project holds, as one act; gives what was refused, and the ids of
    the added rows."""
    now = {case.id: case for case in project.cases.all()}
    ids = [id_ for id_, _cells in found.added] + [""] * (len(added) - len(found.added))
    wished = [(found.lines[int(row)].id, cells) for row, cells in edits.items()]
    wished += [(id_, cells) for id_, cells in zip(ids, added, strict=True) if id_]
    acts = [act for id_, cells in wished if id_ in now for act in _changes(project, now[id_], cells)]
    acts += [
        partial(_create, project, ids, number, cells)
        for number, (id_, cells) in enumerate(zip(ids, added, strict=True))
        if not id_ and said(cells.get(NAME)).strip()
    ]
    refused = all_done(project, N_("Changed several cases"), acts)
    return refused, ids


def _changes(project: Project, case: Case, cells: Cells) -> Iterator[Callable[[], object]]:
    for column, cell in cells.items():
        text = said(cell)
        if column == NAME and text != case.name:
            yield partial(project.cases.change, case.id, name=text)
        elif column == KIND and text != case.kind:
            yield partial(project.cases.change, case.id, kind=text)
        elif column.startswith(VALUE) and text != case.values.get(column.removeprefix(VALUE), ""):
            yield partial(project.cases.set_values, case.id, {column.removeprefix(VALUE): text})


def _create(project: Project, ids: list[str], number: int, cells: Cells) -> None:
    """Makes the case of an added row; without the values that do not fit, it is there all the same."""
    kind = said(cells.get(KIND)) or "person"
    made = project.cases.create(said(cells[NAME]), kind=kind)
    ids[number] = made.id
    refused = []
    for change in _changes(project, made, {c: cell for c, cell in cells.items() if c.startswith(VALUE)}):
        try:
            change()
        except QualcodeError as error:
            refused.append(error)
    if refused:
        raise refused[0]
