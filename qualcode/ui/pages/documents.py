"""Documents: bring texts in, describe them, look at their parts."""

import streamlit as st

from qualcode import Project
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attributes import attributes
from qualcode.ui.parts.document import document_desk
from qualcode.ui.parts.tables import document_table
from qualcode.ui.parts.uploads import just_imported, uploads


def page(project: Project) -> None:
    """The list of documents, with what can be done to one, to all, and to get more."""
    _ = state.words()
    documents = state.kept(project, reading.documents)
    listed, described, brought = st.tabs(
        [_("Documents"), _("Attributes"), _("Import")],
        key="documents-tabs",
        default=_("Import") if not documents or just_imported(project) else None,
    )
    with listed:
        if documents:
            chosen = document_table(project, documents)
            document_desk(project, chosen)
        else:
            st.info(
                _("There are no documents yet. Bring some in under Import."), icon=":material/description:"
            )
    with described:
        attributes(project, documents)
    with brought:
        uploads(project)
