"""Cases: the persons, groups and sites of the study, what is known of them, and which words are whose."""

import streamlit as st

from qualcode import Project
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.cases_acts import case_acts
from qualcode.ui.parts.cases_alone import alone
from qualcode.ui.parts.cases_files import case_files
from qualcode.ui.parts.cases_table import case_table
from qualcode.ui.parts.cases_ties import who_is_where


def page(project: Project) -> None:
    """A table to type in, who is in which document, and tables in and out."""
    _ = state.words()
    cases = state.kept(project, reading.cases)
    listed, tied, carried = st.tabs(
        [_("Cases"), _("Who is in which document"), _("Import and export")], key="cases-tabs"
    )
    with listed:
        case_table(project, cases)
        alone(project)
        case_acts(project, cases)
    with tied:
        who_is_where(project, cases)
    with carried:
        case_files(project, cases)
