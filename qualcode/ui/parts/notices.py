"""What happened, told in one line: done (with Undo) or not done (with why)."""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.model.values import Entry
from qualcode.ui import state
from qualcode.ui.parts.plain import plain


@contextmanager
def errors_in_words() -> Iterator[None]:
    """The one place where an error that a person can mend becomes a message on the page, in the reader's language."""
    try:
        yield
    except QualcodeError as error:
        st.error(plain(error.in_words(state.words())), icon=":material/error:")


def show_notice(project: Project | None, place: str = "page") -> None:
    """The latest notice of this place, until the next act or until it is put away."""
    notice = state.notice(place)
    if notice is None:
        return
    if notice.kind == "error":
        st.error(plain(notice.text), icon=":material/error:")
        return
    _ = state.words()
    with st.container(key=f"notice-{place}", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f":material/check_circle: {plain(notice.text)}", width="stretch")
        if project and _undoable(project, notice):
            st.button(
                _("Undo"), key=f"undo-notice-{place}", icon=":material/undo:", on_click=undo, args=(project,)
            )
        st.button(
            _("Close"),
            key=f"close-notice-{place}",
            type="tertiary",
            on_click=state.remember,
            args=("notice", None),
        )


def _undoable(project: Project, notice: state.Notice) -> bool:
    latest = project.journal.can_undo()
    return latest is not None and latest.revision == notice.revision


def undo(project: Project) -> None:
    """Take back the coder's latest change, and say what it was."""
    _ = state.words()
    _tell_act(state.attempt(project.undo), _("Undone: {what}"))


def redo(project: Project) -> None:
    """Do again what was undone, and say what it was."""
    _ = state.words()
    _tell_act(state.attempt(project.redo), _("Done again: {what}"))


def _tell_act(entry: Entry | None, told: str) -> None:
    """On the coding page the text itself shows it; a line above would only move the text."""
    if entry and state.recall("page") != "code":
        state.tell(told.format(what=entry.in_words(state.words())))
