"""What is coded in this document, as short quotations to jump by."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.model.values import Code, Coding, Document
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.plain import clipped, tag

AT_ONCE = 20


def coded_here(project: Project, document: Document, codes: Sequence[Code], chosen: str | None) -> None:
    """The codings of this document in the order of the text; only those of the chosen code when there is one."""
    _ = state.words()
    found = state.kept(project, reading.codings, document.id)
    by_id = {code.id: code for code in codes}
    family = {code.id for code in codes if chosen and _under(code, by_id[chosen])}
    if chosen:
        found = tuple(coding for coding in found if coding.code_id in family)
    told = _("Coded here: {n}").format(n=len(found))
    heading = f"{told} · {by_id[chosen].name}" if chosen else told
    st.html(tag("h3", heading, class_="qp-heading"))
    most = state.recall("quotes shown") or AT_ONCE
    shown = found[:most]
    words = state.kept_for_good(
        project, reading.words_of, document.id, document.sha, tuple((each.start, each.end) for each in shown)
    )
    names = dict(state.kept(project, reading.coders_by_id))
    for coding, text in zip(shown, words, strict=True):
        _quote(coding, text, by_id[coding.code_id], names.get(coding.coder_id, ""))
    if len(found) > most:
        st.button(
            _("Show more"), key="quotes-more", on_click=state.remember, args=("quotes shown", most + AT_ONCE)
        )


def _under(code: Code, above: Code) -> bool:
    return code.id == above.id or code.path.startswith(f"{above.path}/")


def _quote(coding: Coding, words: str, code: Code, coder: str) -> None:
    _ = state.words()
    with st.container(key=f"quote-{coding.id}", gap=None):
        shown = tag("p", clipped(words, 140))
        by = tag("span", f"{code.name} · {coder}", class_="qp-label")
        st.html(tag("div", shown, by, class_="qp-quote", style=f"border-color: {code.colour}"))
        st.button(
            _("Show in the text"),
            key=f"jump-{coding.id}",
            type="tertiary",
            on_click=_jump,
            args=(coding,),
            help=None,
        )


def _jump(coding: Coding) -> None:
    state.jump_to(coding.document_id, coding.start, coding.end)
    st.rerun()
