"""Looking after the open project: its name, a copy of it, and a check of it."""

import tempfile
from pathlib import Path

import streamlit as st

from qualcode import Project
from qualcode.ui import state
from qualcode.ui.parts.plain import tag


def care(project: Project) -> None:
    """Rename, back up, check."""
    first, second, third = st.columns(3, gap="medium")
    with first:
        _name(project)
    with second:
        _copy(project)
    with third:
        _check(project)


def _name(project: Project) -> None:
    _ = state.words()
    st.subheader(_("Name"), anchor=False)
    with st.form("rename-form", border=False):
        st.text_input(_("Name of the project"), value=project.info().name, key=f"rename-{project.revision}")
        st.form_submit_button(_("Rename"), key="rename", on_click=_rename, args=(project, project.revision))


def _rename(project: Project, drawn_at: int) -> None:
    _ = state.words()
    if state.attempt(project.rename, state.widget(f"rename-{drawn_at}") or ""):
        state.tell(_("The project has a new name."), undoes=project)


def _copy(project: Project) -> None:
    _ = state.words()
    st.subheader(_("Backup"), anchor=False)
    ready = state.recall("backup")
    if ready and ready[0] == (project.address, project.revision):
        st.download_button(
            _("Download the backup"),
            ready[1],
            f"{project.info().name}.backup.qualcode",
            "application/octet-stream",
            key="backup-download",
            icon=":material/download:",
            on_click="ignore",
            type="primary",
        )
        return
    st.text(_("The whole project in one file, with texts, codes, codings and journal."))
    st.button(_("Make a backup"), key="backup", icon=":material/save:", on_click=_back_up, args=(project,))


def _back_up(project: Project) -> None:
    copied = state.attempt(_copied, project)
    if copied is not None:
        state.remember("backup", ((project.address, project.revision), copied))


def _copied(project: Project) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        return project.backup(Path(folder) / "backup.qualcode").read_bytes()


def _check(project: Project) -> None:
    _ = state.words()
    st.subheader(_("Check"), anchor=False)
    st.text(_("Looks for damage in the whole project."))
    with st.container(horizontal=True):
        st.button(_("Check"), key="check", icon=":material/verified:", on_click=_look, args=(project, False))
        checked = state.recall("checked")
        found = checked[1] if checked and checked[0] == project.address else None
        if found and not all(problem.repaired for problem in found):
            st.button(_("Repair"), key="repair", on_click=_look, args=(project, True))
    if found is not None:
        _found(found)


def _look(project: Project, repair: bool) -> None:
    found = state.attempt(project.check, repair=repair)
    if found is not None:
        state.remember("checked", (project.address, found))


def _found(problems: tuple) -> None:
    _ = state.words()
    if not problems:
        st.success(_("Nothing is wrong."), icon=":material/check_circle:")
        return
    lines = [
        tag(
            "li",
            _(problem.what).format(**problem.values),
            " – " + _("repaired") if problem.repaired else None,
        )
        for problem in problems
    ]
    st.html(tag("ul", *lines, class_="qp-list"))
