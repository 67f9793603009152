"""Beside the text: the codebook, a new code, and what is coded in this document."""

import streamlit as st

from qualcode import Project
from qualcode.model.tree import join_path
from qualcode.model.values import Code, Document
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.notices import errors_in_words, show_notice
from qualcode.ui.parts.quotes import coded_here
from qualcode.ui.parts.tree import code_tree


@st.fragment(key="panel")
def panel(project: Project, document: Document) -> None:
    """A fragment of its own: coding refreshes it and leaves the text alone."""
    with errors_in_words(), st.container(key="code-panel", gap="small"):
        codes = state.kept(project, reading.codes)
        chosen = state.recall("code")
        chosen = chosen if any(code.id == chosen for code in codes) else None
        show_notice(project, "panel")
        code_tree(
            codes,
            key="panel-tree",
            chosen=chosen,
            on_choose=_choose,
            height="max(11rem, calc(50dvh - 13rem))",
        )
        _new_code(project, codes, chosen)
        coded_here(project, document, codes, chosen)


def _choose(code_id: str | None) -> None:
    state.remember("code", code_id)
    state.remember("quotes shown", None)


def _new_code(project: Project, codes: tuple[Code, ...], chosen: str | None) -> None:
    _ = state.words()
    paths = {code.id: code.path for code in codes}
    with (
        st.popover(_("New code"), icon=":material/add:", key="new-code", width="stretch"),
        st.form("new-code-form", border=False, clear_on_submit=True),
    ):
        st.text_input(_("Name"), key="new-code-name")
        st.selectbox(
            _("Under"),
            ["", *paths],
            index=["", *paths].index(chosen or ""),
            format_func=lambda id_: paths[id_] if id_ else _("(top of the codebook)"),
            key=f"new-code-parent-{chosen}",
        )
        st.text_input(_("Definition"), key="new-code-definition")
        st.form_submit_button(
            _("Make the code"), key="new-code-make", type="primary", on_click=_make, args=(project, chosen)
        )


def _make(project: Project, chosen: str | None) -> None:
    _ = state.words()
    name = state.widget("new-code-name") or ""
    made = state.attempt(
        project.codebook.create,
        join_path((name,)),
        parent_id=state.widget(f"new-code-parent-{chosen}") or None,
        definition=state.widget("new-code-definition") or "",
    )
    if made:
        state.tell(_("Made the code “{code}”.").format(code=made.name), undoes=project)
    st.rerun()
