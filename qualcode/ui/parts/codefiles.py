"""A codebook from a file, and to a file."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import plural
from qualcode.ui import state

ENDINGS = (".csv", ".xlsx", ".yaml")


def code_files(project: Project) -> None:
    """Bring in and take out the whole codebook."""
    _ = state.words()
    with st.popover(_("Import and export"), icon=":material/swap_vert:", key="code-files"):
        key = f"codebook-upload-{state.recall('codebook uploads', 0)}"
        st.file_uploader(
            _("Codebook (csv, xlsx, yaml)"),
            type=["csv", "xlsx", "yaml", "yml"],
            key=key,
            on_change=_bring_in,
            args=(project, key),
            help=_("Codes that exist already take the texts of the file; nothing is removed."),
        )
        ending = st.segmented_control(
            _("Take out as"), ENDINGS, default=".xlsx", key="codebook-ending", required=True
        )
        if state.kept(project, _size):
            st.download_button(
                _("Download the codebook"),
                state.kept(project, _exported, ending),
                f"{project.info().name} – codebook{ending}",
                "application/octet-stream",
                key="codebook-download",
                icon=":material/download:",
                on_click="ignore",
            )


def _size(project: Project) -> int:
    return len(project.codebook.all())


def _exported(project: Project, ending: str) -> bytes:
    return project.codebook.export(ending)


def _bring_in(project: Project, key: str) -> None:
    _ = state.words()
    file = state.widget(key)
    if file is None:
        return
    state.remember("codebook uploads", state.recall("codebook uploads", 0) + 1)
    before = len(project.codebook.all())
    codes = state.attempt(project.codebook.import_file, file.name, file.getvalue())
    if codes is not None:
        new = len(codes) - before
        ngettext = plural(state.language())
        told = ngettext("Brought in “{name}”: {n} new code.", "Brought in “{name}”: {n} new codes.", new)
        state.tell(told.format(name=file.name, n=new), undoes=project)
