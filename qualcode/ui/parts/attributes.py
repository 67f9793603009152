"""Attributes of documents: one table to edit, or a whole table brought in."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.i18n import N_
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.plain import plain


def attributes(project: Project, documents: Sequence[Document]) -> None:
    """The table of attributes, a new one, and an upload."""
    _ = state.words()
    if not documents:
        st.info(_("Attributes describe documents; bring in documents first."), icon=":material/table:")
        return
    _editor(project, documents)
    left, right = st.columns(2, gap="medium")
    with left, st.form("attribute-form", border=False, clear_on_submit=True):
        st.text_input(
            _("New attribute"), key="attribute-new", placeholder=_("for example role, site or wave")
        )
        st.form_submit_button(_("Add a column"), key="attribute-add", icon=":material/add:", on_click=_add)
    with right:
        _upload(project)


def _editor(project: Project, documents: Sequence[Document]) -> None:
    """The editor keeps its first table while one types, so that the cursor stays; see `_base`."""
    import pandas

    _ = state.words()
    names = [*state.kept(project, reading.attribute_names)]
    names += [name for name in state.recall("new attributes") or () if name not in names]
    number, table = _base(project, documents, names)
    key = f"attributes-{number}"
    heading = _("Document")
    frame = pandas.DataFrame(
        [{heading: name, **values} for _id, name, values in table], columns=[heading, *names]
    )
    st.data_editor(
        frame.fillna(""),
        key=key,
        hide_index=True,
        disabled=[heading],
        on_change=_store,
        args=(project, key, table),
        column_config={heading: st.column_config.TextColumn(pinned=True)},
        height="content" if len(table) <= 14 else 500,
        alt=_("Attributes of each document; every cell can be changed"),
    )


Table = tuple[tuple[str, str, dict[str, str]], ...]


def _base(project: Project, documents: Sequence[Document], names: Sequence[str]) -> tuple[int, Table]:
    """The table the editor began with. A new one after any change that was not made in the editor itself."""
    mark = (project.address, project.revision, tuple(names))
    kept = state.recall("attributes")
    if kept and kept[0] == mark:
        return kept[1], kept[2]
    table = tuple(
        (each.id, each.name, {name: each.attributes.get(name, "") for name in names}) for each in documents
    )
    number = (kept[1] if kept else 0) + 1
    state.remember("attributes", (mark, number, table))
    return number, table


def _store(project: Project, key: str, table: Table) -> None:
    edits: dict[int, dict[str, Any]] = (state.widget(key) or {}).get("edited_rows", {})
    state.attempt(_write, project, edits, table)
    mark, number, base = state.recall("attributes")
    names = {*state.kept(project, reading.attribute_names), *(state.recall("new attributes") or ())}
    if names == set(mark[2]):
        state.remember("attributes", ((mark[0], project.revision, mark[2]), number, base))


def _write(project: Project, edits: dict[int, dict[str, Any]], table: Table) -> None:
    """Store the cells that differ from what the project holds, as one act."""
    now = {document.id: document.attributes for document in project.documents.all()}
    changed: dict[str, dict[str, str]] = {}
    for row, cells in edits.items():
        id_ = table[int(row)][0]
        wanted = {name: "" if value is None else str(value) for name, value in cells.items()}
        differing = {name: value for name, value in wanted.items() if now.get(id_, {}).get(name, "") != value}
        if differing and id_ in now:
            changed[id_] = differing
    if len(changed) == 1:
        project.documents.set_attributes(*changed.popitem())
    elif changed:
        with project.together(N_("Changed attributes of several documents")):
            for id_, values in changed.items():
                project.documents.set_attributes(id_, values)


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
