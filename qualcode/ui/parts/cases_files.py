"""Tables of cases in and out."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.model.values import Case
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.plain import plain, tag

ENDINGS = (".csv", ".xlsx")


def case_files(project: Project, cases: Sequence[Case]) -> None:
    """Bring a table in to the left, take one out to the right."""
    left, right = st.columns(2, gap="large")
    with left:
        _upload(project)
    with right:
        _download(project, cases)


def _upload(project: Project) -> None:
    _ = state.words()
    st.html(tag("h2", _("Bring a table in"), class_="qp-heading"))
    key = f"cases-upload-{state.recall('case uploads', 0)}"
    st.file_uploader(
        _("Table of cases (csv, xlsx)"),
        type=["csv", "xlsx"],
        key=key,
        on_change=_bring_in,
        args=(project, key),
    )
    columns = [("case", _("the name"))]
    columns += [("kind", "person, group, site"), ("document", _("who is in which document"))]
    columns += [("speaker", _("only what this speaker says")), ("…", _("every other column is an attribute"))]
    rows = [tag("div", tag("dt", tag("code", name)), tag("dd", meaning)) for name, meaning in columns]
    st.html(tag("dl", *rows, class_="qp-columns", aria_label=_("Columns of the table")))
    for line in state.recall("case warnings") or ():
        st.warning(line, icon=":material/warning:")


def _bring_in(project: Project, key: str) -> None:
    _ = state.words()
    file = state.widget(key)
    if file is None:
        return
    state.remember("case uploads", state.recall("case uploads", 0) + 1)
    state.remember("case warnings", None)
    warnings = state.attempt(project.cases.import_file, file.name, file.getvalue())
    if warnings is not None:
        state.remember("case warnings", [plain(_(text).format(**values)) for text, values in warnings])
        state.tell(_("Brought in the cases of “{name}”.").format(name=file.name), undoes=project)


def _download(project: Project, cases: Sequence[Case]) -> None:
    _ = state.words()
    st.html(tag("h2", _("Take the table out"), class_="qp-heading"))
    if not cases:
        st.caption(_("There are no cases yet."))
        return
    ending = st.segmented_control(
        _("Take out as"), ENDINGS, default=".xlsx", key="cases-ending", required=True
    )
    st.download_button(
        _("Download the cases"),
        state.kept(project, reading.case_file, ending),
        f"{project.info().name} – cases{ending}",
        "application/octet-stream",
        key="cases-download",
        icon=":material/download:",
        on_click="ignore",
    )
    st.caption(_("The table names people. Keep it where you keep the key to your study."))
