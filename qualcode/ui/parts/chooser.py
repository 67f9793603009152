"""Which document is on the table: a list, and steps to the next and the one before."""

from collections.abc import Sequence

import streamlit as st

from qualcode.model.values import Document
from qualcode.ui import state


def choose_document(documents: Sequence[Document]) -> Document:
    """The chosen document; the first one when none is."""
    _ = state.words()
    ids = [document.id for document in documents]
    by_id = {document.id: document for document in documents}
    chosen = state.recall("document")
    chosen = chosen if chosen in by_id else ids[0]
    state.remember("document", chosen)
    state.fill("document", chosen)
    at = ids.index(chosen)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="small", key="document-chooser"):
        _step(_("Previous document"), "before", "chevron_left", ids[at - 1] if at else None)
        st.selectbox(
            _("Document"),
            ids,
            format_func=lambda id_: by_id[id_].name,
            key="document",
            on_change=_chosen,
            label_visibility="collapsed",
        )
        _step(_("Next document"), "next", "chevron_right", ids[at + 1] if at + 1 < len(ids) else None)
    return by_id[chosen]


def _step(label: str, key: str, icon: str, to: str | None) -> None:
    st.button(
        label,
        key=f"document-{key}",
        icon=f":material/{icon}:",
        disabled=to is None,
        on_click=_turn_to,
        args=(to,),
    )


def _turn_to(document_id: str) -> None:
    state.remember("document", document_id)
    state.remember("jump", None)
    state.remember("notice", None)  # it tells of the document that was on the table


def _chosen() -> None:
    _turn_to(state.widget("document"))
