"""The line above every page: which page, which project, and that it is saved."""

import streamlit as st

from qualcode import Project
from qualcode.ui import state
from qualcode.ui.parts.notices import errors_in_words
from qualcode.ui.parts.plain import tag


def header(title: str, project: Project | None) -> None:
    """Title to the left, the project and its state to the right."""
    with st.container(key="header", horizontal=True, vertical_alignment="bottom", gap="medium"):
        st.html(tag("h1", title, class_="qp-title"), width="content")
        if project:
            status(project)


@st.fragment(key="status", run_every=30)
def status(project: Project) -> None:
    """Project, revision and state. It runs by itself, so that a page that lost its session asks for a new one."""
    _ = state.words()
    with errors_in_words():
        info = project.info()
        saved = _("Saved") + " · " + _("revision {n}").format(n=info.revision)
        shown = tag(
            "p", tag("strong", info.name or _("Untitled project")), tag("span", saved), class_="qp-status"
        )
        st.html(shown, width="stretch")
