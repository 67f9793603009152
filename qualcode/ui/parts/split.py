"""Splitting a code: some of its codings get a new code of their own."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import plural
from qualcode.model.values import Code
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.plain import clipped

MOST = 1000


def split(project: Project, code: Code) -> None:
    """Choose codings in a table, name the new code."""
    _ = state.words()
    filters = (("code", code.id), ("subcodes", False))
    found = state.kept(project, reading.excerpts, filters, None, MOST) if code.codings else ()
    if not found:
        st.text(_("Nothing is coded with this code yet."))
        return
    import pandas

    rows = [
        {_("Words"): clipped(each.text, 160), _("Document"): each.document, _("Coder"): each.coder}
        for each in found
    ]
    shown = st.dataframe(
        pandas.DataFrame(rows),
        key=f"split-{code.id}-{project.revision}",
        hide_index=True,
        on_select="rerun",
        selection_mode="multi-row",
        height="content" if len(rows) <= 8 else 300,
        alt=_("Codings of this code; choose those that go to the new code"),
    )
    ids = tuple(found[row].id for row in shown.selection.rows if row < len(found))
    st.text_input(_("Name of the new code"), key=f"split-name-{code.id}")
    ngettext = plural(state.language())
    st.button(
        ngettext("Split off {n} coding", "Split off {n} codings", len(ids)).format(n=len(ids)),
        key="code-split-go",
        disabled=not ids,
        on_click=_split,
        args=(project, code, ids),
    )


def _split(project: Project, code: Code, ids: tuple[str, ...]) -> None:
    _ = state.words()
    made = state.attempt(project.codebook.split, code.id, state.widget(f"split-name-{code.id}") or "", ids)
    if made:
        state.remember("code", made.id)
        told = _("Split “{new}” from the code “{code}”.").format(new=made.name, code=code.name)
        state.tell(told, undoes=project)
