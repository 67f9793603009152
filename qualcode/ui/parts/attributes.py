"""Attributes of documents: one table to edit, or a whole table brought in."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.i18n import N_
from qualcode.model.attributes import STANDARD
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_types import type_form
from qualcode.ui.parts.grid import (
    VALUE,
    Base,
    Line,
    all_done,
    base,
    editors,
    frame,
    keep,
    said,
    tell_refused,
    typed,
)
from qualcode.ui.parts.notices import show_notice
from qualcode.ui.parts.plain import plain

NAME = "name"
TABLE = "attributes"


def attributes(project: Project, documents: Sequence[Document]) -> None:
    """The table of attributes, a new one, and an upload."""
    _ = state.words()
    if not documents:
        st.info(_("Attributes describe documents; bring in documents first."), icon=":material/table:")
        return
    _editor(project, documents)
    show_notice(project, TABLE)
    _meaning(documents)
    left, right = st.columns(2, gap="medium")
    with left:
        with st.form("attribute-form", border=False, clear_on_submit=True):
            st.text_input(
                _("New attribute"), key="attribute-new", placeholder=_("for example role, site or wave")
            )
            st.form_submit_button(
                _("Add a column"), key="attribute-add", icon=":material/add:", on_click=_add
            )
        with st.popover(_("Types of attributes …"), icon=":material/tune:", key="attribute-types"):
            type_form(project, "new attributes")
    with right:
        _upload(project)


def _editor(project: Project, documents: Sequence[Document]) -> None:
    """The editor keeps its first table while one types, so that the cursor stays; see `grid`."""
    _ = state.words()
    names = columns_of(project)
    found = base(TABLE, project, names, lambda: _lines(documents))
    values = typed(found.names, state.kept(project, reading.attribute_types), found.lines)
    key = f"attributes-{found.number}"
    st.data_editor(
        frame(found.lines, [NAME, *values], values),
        key=key,
        hide_index=True,
        disabled=[NAME],
        on_change=_store,
        args=(project, key),
        column_config={
            NAME: st.column_config.TextColumn(_("Document"), pinned=True),
            **editors(values, found.lines),
        },
        height="content" if len(found.lines) <= 14 else 500,
        placeholder="",
        alt=_("Attributes of each document; every cell can be changed"),
    )


def columns_of(project: Project) -> tuple[str, ...]:
    """The standard attributes, those that documents have, and new ones."""
    used = state.kept(project, reading.document_attributes)
    wished = state.recall("new attributes") or ()
    return tuple(dict.fromkeys((*(each.name for each in STANDARD), *used, *wished)))


def _lines(documents: Sequence[Document]) -> tuple[Line, ...]:
    return tuple(
        Line(each.id, {NAME: each.name, **{VALUE + name: value for name, value in each.attributes.items()}})
        for each in documents
    )


def _meaning(documents: Sequence[Document]) -> None:
    """What follows from the standard attributes, when something does."""
    _ = state.words()
    withdrawn = sum(each.attributes.get("consent") == "withdrawn" for each in documents)
    notes = sum(each.attributes.get("record") == "notes" for each in documents)
    told = []
    if withdrawn:
        told.append(_("Documents whose consent is withdrawn: {n}.").format(n=withdrawn))
    if notes:
        told.append(_("Documents that are notes, not verbatim: {n}.").format(n=notes))
    if told:
        told.append(_("Quotation reports leave their words out."))
        st.caption(" ".join(told))


def _store(project: Project, key: str) -> None:
    found: Base | None = state.recall(TABLE)
    edits = (state.widget(key) or {}).get("edited_rows", {})
    if not found:
        return
    refused = state.attempt(write, project, found.lines, edits)
    if refused is not None:
        tell_refused(refused, TABLE)
        keep(TABLE, project, found, columns_of(project))


def write(
    project: Project, lines: Sequence[Line], edits: Mapping[int, Mapping[str, Any]]
) -> list[QualcodeError]:
    """Stores the cells that differ from what the project holds, as one act; gives back what was refused."""
    now = {document.id: document.attributes for document in project.documents.all()}
    acts = []
    for row, cells in edits.items():
        id_ = lines[int(row)].id
        wished = {column.removeprefix(VALUE): said(cell) for column, cell in cells.items()}
        acts += [
            partial(project.documents.set_attributes, id_, {name: value})
            for name, value in wished.items()
            if id_ in now and now[id_].get(name, "") != value
        ]
    return all_done(project, N_("Changed attributes of several documents"), acts)


def _add() -> None:
    name = " ".join((state.widget("attribute-new") or "").split())
    if name:
        state.remember("new attributes", (*(state.recall("new attributes") or ()), name))


def _upload(project: Project) -> None:
    _ = state.words()
    key = f"attributes-upload-{state.recall('attribute uploads', 0)}"
    st.file_uploader(
        _("Table of attributes (csv, xlsx)"),
        type=["csv", "xlsx"],
        key=key,
        on_change=_bring_in,
        args=(project, key),
        help=_("First row: names of attributes. A column “document” says which document a row is about."),
    )
    for line in state.recall("attribute warnings") or ():
        st.warning(line, icon=":material/warning:")


def _bring_in(project: Project, key: str) -> None:
    _ = state.words()
    file = state.widget(key)
    if file is None:
        return
    state.remember("attribute uploads", state.recall("attribute uploads", 0) + 1)
    warnings = state.attempt(project.documents.import_attributes, file.name, file.getvalue())
    if warnings is not None:
        state.remember("attribute warnings", [plain(_(text).format(**values)) for text, values in warnings])
        state.tell(_("Brought in the attributes of “{name}”.").format(name=file.name), undoes=project)
