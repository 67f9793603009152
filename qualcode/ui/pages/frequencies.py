"""Frequencies: how often each code is used, for whom."""

import streamlit as st

from qualcode import Project
from qualcode.model.tables import COUNTED, Counted, FrequencyTable
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_words import attribute_label
from qualcode.ui.parts.chart import chart
from qualcode.ui.parts.filters import where_box
from qualcode.ui.parts.frequencytable import frequency_table


def page(project: Project) -> None:
    """What is counted, in which columns, as a chart and as a table."""
    _ = state.words()
    side, shown = st.columns([1, 2.6], gap="medium")
    with side, st.container(key="frequency-filters", gap="small"):
        counted = st.selectbox(_("Count"), COUNTED, format_func=counted_name, key="frequencies-count")
        names = state.kept(project, reading.attribute_names)
        by = st.selectbox(
            _("In columns by"),
            ["", *names, "document", "coder"],
            format_func=_by_name,
            key="frequencies-by",
        )
        where = where_box(project, "frequencies")
        only_used = st.toggle(_("Only codes in use"), True, key="frequencies-used")
    with shown:
        table = state.kept(project, reading.frequencies, by or None, counted, where)
        _draw(project, table, by or None, where, only_used=only_used)


def _draw(project: Project, table: FrequencyTable, by: str | None, where: str, *, only_used: bool) -> None:
    _ = state.words()
    if table.left_out:
        told = _("Not counted: {count} codings in parts that are left out of the material.")
        st.caption(told.format(count=table.left_out))
    rows = tuple(row for row in table.rows if row.total or not only_used)
    if not rows:
        st.info(_("Nothing is coded yet, or no coding fits."), icon=":material/bar_chart:")
        return
    chart(table, rows, counted_name(table.counted))
    frequency_table(table, rows)
    st.download_button(
        _("Download as csv"),
        state.kept(project, reading.frequency_file, by, table.counted, where, state.language()),
        f"{project.info().name} – frequencies.csv",
        "text/csv",
        key="frequencies-download",
        icon=":material/download:",
        on_click="ignore",
    )


def counted_name(counted: Counted) -> str:
    """What can be counted, by the names readers know."""
    _ = state.words()
    return {"codings": _("Codings"), "documents": _("Documents"), "cases": _("Cases"), "words": _("Words")}[
        counted
    ]


def _by_name(name: str) -> str:
    _ = state.words()
    return {"": _("(one column)"), "document": _("Document"), "coder": _("Coder")}.get(
        name
    ) or attribute_label(name)
