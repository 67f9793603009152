"""Codings whose words were corrected after they were made, for somebody to look at."""

import streamlit as st

from qualcode import Project
from qualcode.model.values import Coding, Document
from qualcode.ui import state
from qualcode.ui.parts import reading, review_acts
from qualcode.ui.parts.plain import clipped, tag


def touched(project: Project, document: Document) -> None:
    """Each with its words as they are now; looking at them is enough."""
    _ = state.words()
    found = [each for each in state.kept(project, reading.codings, document.id) if each.review]
    if not found:
        return
    places = tuple((each.start, each.end) for each in found)
    words = state.kept_for_good(project, reading.words_of, document.id, document.sha, places)
    codes = {code.id: code for code in state.kept(project, reading.codes)}
    coders = dict(state.kept(project, reading.coders_by_id))
    told = _("Codings on words that were corrected: {n}").format(n=len(found))
    with st.container(key="review-touched", gap="small"):
        st.html(tag("h2", told, class_="qp-heading"))
        for coding, text in zip(found, words, strict=True):
            code = codes[coding.code_id]
            by = tag("span", f"{code.name} · {coders.get(coding.coder_id, '')}", class_="qp-label")
            quote = tag(
                "div",
                tag("p", clipped(text, 200)),
                by,
                class_="qp-quote",
                style=f"border-color: {code.colour}",
            )
            with st.container(horizontal=True, vertical_alignment="center", key=f"row-touched-{coding.id}"):
                st.html(quote, width="stretch")
                _buttons(project, coding)


def _buttons(project: Project, coding: Coding) -> None:
    _ = state.words()
    st.button(
        _("Show in the text"),
        key=f"show-touched-{coding.id}",
        type="tertiary",
        on_click=review_acts.open_text,
        args=(coding.document_id, coding.start, coding.end),
    )
    st.button(
        _("Looked at"),
        key=f"reviewed-{coding.id}",
        icon=":material/done:",
        on_click=state.attempt,
        args=(project.codings.reviewed, coding.id),
    )
