"""The sidebar below the pages: undo and redo, who codes, which language."""

import streamlit as st

from qualcode import Project
from qualcode.ui import state
from qualcode.ui.parts.notices import errors_in_words, redo, undo
from qualcode.ui.parts.plain import clipped, tag

LANGUAGE_NAMES = {"nb": "Norsk", "en": "English"}


def sidebar(project: Project | None) -> None:
    """Everything below the list of pages."""
    if project:
        history(project)
        _coder(project)
    _language()


@st.fragment(key="history")
def history(project: Project) -> None:
    """Undo and redo, each saying what it would do. A fragment, so that coding refreshes it without the page."""
    _ = state.words()
    with errors_in_words():
        back, forth = project.journal.can_undo(), project.journal.can_redo()
        with st.container(key="history", gap="small"):
            with st.container(horizontal=True, gap="small", key="history-buttons"):
                st.button(
                    _("Undo"),
                    key="undo",
                    icon=":material/undo:",
                    disabled=back is None,
                    on_click=_and_rerun,
                    args=(undo, project),
                    width="stretch",
                )
                st.button(
                    _("Redo"),
                    key="redo",
                    icon=":material/redo:",
                    disabled=forth is None,
                    on_click=_and_rerun,
                    args=(redo, project),
                    width="stretch",
                )
            lines = [(_("Undo"), back), (_("Redo"), forth)]
            told = [f"{word}: {clipped(entry.in_words(_), 70)}" for word, entry in lines if entry]
            st.html(tag("div", *(tag("p", line) for line in told), class_="qp-small"))


def _and_rerun(act: object, project: Project) -> None:
    """The buttons stand in a fragment; what they change stands outside it."""
    act(project)  # type: ignore[operator]
    st.rerun()


def _coder(project: Project) -> None:
    _ = state.words()
    names = [coder.name for coder in project.coders.all()]
    present = project.coder.name
    options = sorted({*names, present}, key=str.casefold)
    state.fill("coder", present)
    st.selectbox(
        _("Coder"),
        options,
        key="coder",
        accept_new_options=True,
        on_change=_change_coder,
        icon=":material/person:",
        help=_("Whose name stands on what is coded from now on. Type a new name to add a coder."),
    )


def _change_coder() -> None:
    if name := state.widget("coder"):
        state.work_as(name)


def _language() -> None:
    _ = state.words()
    state.fill("language", state.language())
    st.segmented_control(
        _("Language"),
        list(LANGUAGE_NAMES),
        format_func=LANGUAGE_NAMES.__getitem__,
        key="language",
        required=True,
        on_change=_change_language,
        label_visibility="collapsed",
    )


def _change_language() -> None:
    state.speak(state.widget("language"))
