"""Coding: a text, its codings, and the codebook beside it."""

from functools import partial

import streamlit as st

from qualcode import Project
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.canvas import canvas
from qualcode.ui.parts import reading
from qualcode.ui.parts.chooser import choose_document
from qualcode.ui.parts.panel import panel
from qualcode.ui.parts.sample import is_sample
from qualcode.ui.parts.steps import first_steps

REFRESHED = ["panel", "status", "history"]
"""The fragments that a coding refreshes; the page itself stays as it is."""


def page(project: Project) -> None:
    """Text to the left, codebook to the right. What happens on the coding path never runs this function again."""
    _ = state.words()
    documents = state.kept(project, reading.documents)
    if not documents:
        _nothing_yet()
        return
    document = choose_document(documents)
    if is_sample(project.address):
        first_steps()
    text, side = st.columns([2, 1], gap="medium")
    with text, st.container(key="canvas-frame"):
        _canvas(project, document)
    with side:
        panel(project, document)


def _canvas(project: Project, document: Document) -> None:
    jump = state.recall("jump")
    command = {"id": jump["id"], "jump": jump["jump"]} if jump and jump["document"] == document.id else None
    canvas(
        project,
        document,
        key=f"canvas-{document.id}",
        language=state.language(),
        command=command,
        on_event=partial(_changed, f"canvas-{document.id}"),
    )


def _changed(key: str) -> None:
    """Something was stored; or the coder follows an undo to another document, and the whole page is drawn for it."""
    told = state.widget(key, {}).get("changed") or {}
    if "go" in told:
        state.go_to(told["go"])
    else:
        st.rerun(REFRESHED)


def _nothing_yet() -> None:
    _ = state.words()
    st.info(_("There are no documents yet. Bring some in first."), icon=":material/description:")
    st.button(
        _("Bring in documents"), key="to-documents", type="primary", on_click=state.go, args=("documents",)
    )
