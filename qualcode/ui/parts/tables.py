"""Tables for reading. pandas is loaded when the first table is drawn."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_words import attribute_label, value_label
from qualcode.ui.parts.grid import VALUE
from qualcode.ui.parts.languages import language_name


def document_table(project: Project, documents: Sequence[Document]) -> Document:
    """Every document with its numbers; gives the one whose row is chosen, the first at first."""
    import pandas

    _ = state.words()
    rows = []
    for document in documents:
        speakers, parts = state.kept_for_good(
            project, reading.parts, document.id, document.sha, document.language
        )
        rows.append(
            {
                _("Document"): document.name,
                _("Language"): language_name(document.language),
                _("Characters"): document.characters,
                _("Speakers"): speakers,
                _("Paragraphs"): parts["paragraph"],
                _("Codings"): document.codings,
                **{VALUE + name: value_label(name, value) for name, value in document.attributes.items()},
            }
        )
    names = state.kept(project, reading.document_attributes)
    shown = st.dataframe(
        pandas.DataFrame(rows).fillna(""),
        key="documents-table",
        hide_index=True,
        height="content" if len(rows) <= 12 else 420,
        on_select="rerun",
        selection_mode="single-row-required",
        selection_default={"selection": {"rows": [0]}},
        column_order=[*list(rows[0])[:6], *(VALUE + name for name in names)],
        column_config={VALUE + name: attribute_label(name) for name in names},
        alt=_("All documents with language, characters, speakers, paragraphs, codings and attributes"),
    )
    chosen = shown.selection.rows
    return documents[chosen[0]] if chosen and chosen[0] < len(documents) else documents[0]
