"""Text: correcting a passage by hand, leaving one out, making a line a heading."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.errors import Conflict
from qualcode.i18n import show_number
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.plain import tag
from qualcode.ui.parts.review_choices import page_of, turning, where
from qualcode.ui.parts.review_leaving import leave_out
from qualcode.ui.parts.review_replace import replace_text
from qualcode.ui.parts.review_touched import touched

A_PAGE = 20
LONGEST_HEADING = 200
Numbered = tuple[int, int, int]
"""A paragraph: its number, and where it begins and ends."""


def text_view(project: Project, document: Document) -> None:
    """The paragraphs, to search and to correct. Codings on words that stay the same stay on them."""
    _ = state.words()
    touched(project, document)
    text = state.kept_for_good(project, review_reading.text, document.id, document.sha)
    spans = state.kept(project, review_reading.paragraphs, document.id)
    numbered = [(number, start, end) for number, (start, end) in enumerate(spans, 1)]
    leave_out(project, document, spans, text)
    replace_text(project, document)
    wanted = st.text_input(
        _("Find"), key="review-find", placeholder=_("Words to find"), icon=":material/search:", width=360
    )
    found = _holding(numbered, text, wanted or "")
    told = _("{n} of {m} paragraphs").format(
        n=show_number(len(found), state.language()), m=show_number(len(numbered), state.language())
    )
    st.html(tag("p", told, class_="qp-count", role="status"))
    key = f"review-text-page-{document.id}-{wanted}"
    _paragraphs(project, document, page_of(found, key=key, size=A_PAGE), text)
    turning(len(found), key=key, size=A_PAGE)


def _holding(numbered: list[Numbered], text: str, wanted: str) -> list[Numbered]:
    needle = " ".join(wanted.casefold().split())
    if not needle:
        return numbered
    return [each for each in numbered if needle in " ".join(text[each[1] : each[2]].casefold().split())]


def _paragraphs(project: Project, document: Document, shown: Sequence[Numbered], text: str) -> None:
    _ = state.words()
    places = state.kept(project, review_reading.places, document.id, tuple(start for _n, start, _e in shown))
    open_ = state.recall("review-editing")
    for (number, start, end), place in zip(shown, places, strict=True):
        words = text[start:end]
        with st.container(horizontal=True, vertical_alignment="top", key=f"row-paragraph-{number}"):
            if open_ == (document.id, start, words):
                _editor(project, document, start, words)
                continue
            facts = [_("paragraph {n}").format(n=number), where(place) if place.page else "", place.speaker]
            label = tag("p", " · ".join(filter(None, facts)), class_="qp-label")
            st.html(tag("div", tag("blockquote", words), label, class_="qp-choice qp-said"), width="stretch")
            st.button(
                _("Correct"),
                key=f"correct-{number}",
                type="tertiary",
                icon=":material/edit:",
                on_click=state.remember,
                args=("review-editing", (document.id, start, words)),
            )


def _editor(project: Project, document: Document, start: int, words: str) -> None:
    _ = state.words()
    key = f"correction-{document.id}-{document.sha}-{start}"
    given = (project, document, start, words)
    with st.container(gap="small"):
        st.text_area(_("The words of the paragraph"), words, key=key, height="content")
        with st.container(horizontal=True, gap="small"):
            save, cancel = _("Save the correction"), _("Cancel")
            st.button(save, key="correct-save", type="primary", on_click=_corrected, args=(*given, key))
            st.button(cancel, key="correct-cancel", on_click=state.remember, args=("review-editing", None))
            if "\n" not in words and len(words) <= LONGEST_HEADING:
                made = _("Make it a heading")
                st.button(made, key="correct-heading", type="tertiary", on_click=_heading, args=given)


def _corrected(project: Project, document: Document, start: int, old: str, key: str) -> None:
    _ = state.words()
    before = project.revision
    moved = state.attempt(_correct, project, document.id, start, old, state.widget(key) or "")
    if moved is None:
        return
    state.remember("review-editing", None)
    if project.revision != before:
        told = " ".join([_("The text is corrected."), *review_acts.codings(moved, stood=True)])
        state.tell(told, undoes=project)


def _correct(project: Project, document_id: str, start: int, old: str, new: str) -> Any:
    if project.documents.text(document_id)[start : start + len(old)] != old:
        raise Conflict("The text was changed meanwhile; look at it and try again.")
    return project.cleaning.correct(document_id, start, start + len(old), new)


def _heading(project: Project, document: Document, start: int, words: str) -> None:
    _ = state.words()
    state.remember("review-editing", None)
    verb, end = project.parts.add_title, start + len(words)
    review_acts.do(project, _("The line is a heading now."), verb, document.id, start, end, 1)
