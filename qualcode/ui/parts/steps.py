"""Three steps for whoever sees the sample project for the first time."""

import streamlit as st

from qualcode.ui import state
from qualcode.ui.parts import places
from qualcode.ui.parts.plain import tag


def first_steps() -> None:
    """A short hint above the text, until it is put away."""
    _ = state.words()
    if places.seen("first-steps"):
        return
    steps = (
        _("Select words in the text with the mouse, or with Shift and the arrow keys."),
        _("Choose a code: press Enter and type its name, or a digit."),
        _("Find everything again under Excerpts and Frequencies. Undo is always in the sidebar."),
    )
    with st.container(key="first-steps", horizontal=True, vertical_alignment="center", wrap=False):
        st.html(tag("ol", *(tag("li", step) for step in steps), class_="qp-steps"), width="stretch")
        st.button(_("Got it"), key="steps-seen", on_click=places.mark_seen, args=("first-steps",))
