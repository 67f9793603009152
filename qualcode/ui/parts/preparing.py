"""Making a report and then offering it: made in a callback, so that what goes wrong is seen."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.i18n import N_
from qualcode.ui import state

TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".csv": "text/csv",
}
FILE_NAMES = {"quotations": N_("quotations"), "frequencies": N_("frequencies"), "codebook": N_("codebook")}


@dataclass(frozen=True, slots=True)
class Wish:
    """Which report, and how."""

    kind: str
    ending: str
    where: str = ""
    by: str | None = None
    code: str | None = None
    language: str = "nb"
    landscape: bool | None = None
    notes: bool = False


def prepare(project: Project, wish: Wish) -> None:
    """Make the file and keep it for the download button."""
    made = state.attempt(_export, project, wish)
    state.remember("prepared", None if made is None else (_mark(project, wish), made))


def _export(project: Project, wish: Wish) -> bytes:
    options: dict[str, Any] = {} if wish.landscape is None else {"landscape": wish.landscape}
    return project.reports.export(
        wish.kind,
        wish.ending,
        where=wish.where,
        by=wish.by,
        code=wish.code,
        language=wish.language,
        notes=wish.notes,
        **options,
    )


def _mark(project: Project, wish: Wish) -> tuple[str, int, Wish]:
    return project.address, project.revision, wish


def offer(project: Project, wish: Wish) -> None:
    """The download button, when exactly this was made and nothing has changed since."""
    _ = state.words()
    prepared = state.recall("prepared")
    if not prepared or prepared[0] != _mark(project, wish):
        return
    st.download_button(
        _("Download ({n} kB)").format(n=max(1, len(prepared[1]) // 1000)),
        prepared[1],
        f"{project.info().name} – {_(FILE_NAMES[wish.kind])}{wish.ending}",
        TYPES[wish.ending],
        key="export-download",
        icon=":material/download:",
        on_click="ignore",
    )
