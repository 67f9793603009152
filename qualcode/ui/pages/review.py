"""Review: what the program proposes for one document, decided on by a person."""

from collections.abc import Callable

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_number
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import reading, review_reading
from qualcode.ui.parts.chooser import choose_document
from qualcode.ui.parts.review_choices import one_of
from qualcode.ui.parts.review_cleaning import cleaning_view
from qualcode.ui.parts.review_quotes import quotes_view
from qualcode.ui.parts.review_regions import regions_view
from qualcode.ui.parts.review_sections import sections_view
from qualcode.ui.parts.review_speakers import speakers_view
from qualcode.ui.parts.review_text import text_view

VIEWS: dict[str, Callable[[Project, Document], None]] = {
    "cleaning": cleaning_view,
    "left-out": regions_view,
    "speakers": speakers_view,
    "sections": sections_view,
    "quotations": quotes_view,
    "text": text_view,
}


def page(project: Project) -> None:
    """A document, the kinds of proposals there are for it, and the chosen kind below."""
    _ = state.words()
    documents = state.kept(project, reading.documents)
    if not documents:
        st.info(_("There are no documents yet. Bring some in first."), icon=":material/description:")
        return
    document = choose_document(documents)
    counts = state.kept(project, review_reading.counts, document.id)
    view = _choose_view(counts)
    with st.container(key=f"review-{view}", gap="small"):
        VIEWS[view](project, document)


def _choose_view(counts: dict[str, int]) -> str:
    _ = state.words()
    names = {
        "cleaning": _("Cleaning"),
        "left-out": _("Left out"),
        "speakers": _("Speakers"),
        "sections": _("Sections"),
        "quotations": _("Quotations"),
        "text": _("Text"),
    }
    offered = [name for name in names if counts[name] or name == "text"]
    shown = {
        name: f"{names[name]} {show_number(counts[name], state.language())}"
        if name != "text"
        else names[name]
        for name in offered
    }
    view = one_of(_("What to review"), shown, key="review-view", first=offered[0])
    if offered == ["text"]:
        st.info(
            _("Nothing is proposed for this document; its text stands as it came in."),
            icon=":material/check_circle:",
        )
    return view
