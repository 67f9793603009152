"""Leaving a passage out of the material, by the numbers of its paragraphs."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts
from qualcode.ui.parts.plain import clipped, tag


def leave_out(project: Project, document: Document, spans: Sequence[tuple[int, int]], text: str) -> None:
    """From one paragraph to another; how they begin and end is shown before it is done."""
    _ = state.words()
    if not spans:
        return
    with st.expander(_("Leave a passage out"), icon=":material/visibility_off:", key="leave-out"):
        mark = f"{document.id}-{document.sha}"
        with st.container(horizontal=True, vertical_alignment="bottom", gap="small"):
            first = st.number_input(
                _("From paragraph"), 1, len(spans), 1, key=f"leave-from-{mark}", width=160
            )
            last = st.number_input(
                _("to paragraph"),
                int(first),
                len(spans),
                int(first),
                key=f"leave-to-{mark}-{first}",
                width=160,
            )
            start, end = spans[int(first) - 1][0], spans[int(last) - 1][1]
            st.button(
                _("Leave it out"),
                key="leave-out-go",
                on_click=review_acts.do,
                args=(project, _("The passage is left out."), project.cleaning.leave_out, document.id),
                kwargs={"start": start, "end": end},
            )
        begins, ends = clipped(text[start:end][:200], 120), clipped(text[start:end][-200:], 120)
        st.html(
            tag(
                "div",
                tag("p", _("Begins: {words}").format(words=begins), class_="qp-near"),
                tag("p", _("Ends: {words}").format(words=ends), class_="qp-near"),
                class_="qp-choice",
            )
        )
