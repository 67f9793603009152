"""Codebook: the tree to the left, the chosen code to the right."""

import streamlit as st

from qualcode import Project
from qualcode.model.values import Code
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.codefiles import code_files
from qualcode.ui.parts.codeform import edit_code, new_code
from qualcode.ui.parts.rearrange import rearrange
from qualcode.ui.parts.tree import code_tree


def page(project: Project) -> None:
    """Every act here can be undone, and says so."""
    codes = state.kept(project, reading.codes)
    chosen = _chosen(codes)
    left, right = st.columns([2, 3], gap="medium")
    with left, st.container(key="codebook-left", gap="small"):
        _tree(project, codes, chosen)
    with right:
        if chosen:
            edit_code(project, chosen)
            rearrange(project, codes, chosen)
        else:
            _nothing_yet()


def _chosen(codes: tuple[Code, ...]) -> Code | None:
    wanted = state.recall("code")
    return next((code for code in codes if code.id == wanted), codes[0] if codes else None)


def _tree(project: Project, codes: tuple[Code, ...], chosen: Code | None) -> None:
    _ = state.words()
    with st.container(horizontal=True, gap="small"):
        new_code(project, codes)
        code_files(project)
    code_tree(
        codes,
        key="codebook-tree",
        chosen=chosen.id if chosen else None,
        on_choose=lambda id_: state.remember("code", id_),
        height="calc(100dvh - 14rem)",
        about=False,
        sticky=True,
    )


def _nothing_yet() -> None:
    _ = state.words()
    st.info(
        _("The codebook is empty. Make the first code, or bring in a codebook."),
        icon=":material/account_tree:",
    )
