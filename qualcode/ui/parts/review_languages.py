"""Languages: which parts of a document are in another language than the rest."""

from typing import cast

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_number
from qualcode.model.values import Document, Language
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.languages import TEXT_LANGUAGES, language_name
from qualcode.ui.parts.plain import clipped, tag
from qualcode.ui.parts.review_choices import Answers, answer, where


def languages(project: Project, document: Document) -> None:
    """What was found, and the outermost sections to say it of."""
    _ = state.words()
    whole = _("The document is in {language}; parts in another language are taken apart by its own rules.")
    st.html(tag("p", whole.format(language=language_name(document.language)), class_="qp-small"))
    _found(project, document)
    sections = state.kept(project, review_reading.top_sections, document.id)
    for number, (start, end, heading, language) in enumerate(sections):
        key = f"section-language-{document.id}-{number}-{start}-{language}"
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-section-{number}"):
            size = _("{n} characters").format(n=show_number(end - start, state.language()))
            words = tag("p", heading, class_="qp-outline qp-outline-2")
            st.html(tag("div", words, tag("p", size, class_="qp-label"), class_="qp-choice"), width="stretch")
            st.selectbox(
                _("Language of “{heading}”").format(heading=clipped(heading, 60)),
                TEXT_LANGUAGES,
                TEXT_LANGUAGES.index(cast(Language, language or document.language)),
                format_func=language_name,
                key=key,
                on_change=_said,
                args=(project, document, start, end, key),
                label_visibility="collapsed",
                width=180,
            )


def _found(project: Project, document: Document) -> None:
    _ = state.words()
    found = state.kept(project, review_reading.stretches, document.id)
    text = state.kept_for_good(project, review_reading.text, document.id, document.sha)
    places = state.kept(project, review_reading.places, document.id, tuple(each.start for each in found))
    for each, place in zip(found, places, strict=True):
        name = language_name(each.part.language)
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-{each.group}"):
            size = _("{n} characters").format(n=show_number(each.end - each.start, state.language()))
            facts = tag("p", " · ".join((name, where(place), size)), class_="qp-label")
            words = tag("p", clipped(text[each.start : each.start + 200], 160))
            st.html(tag("div", words, facts, class_="qp-choice"), width="stretch")
            answers = Answers(name, language_name(document.language))
            answer(project, document, each, answers, _("Language"))


def _said(project: Project, document: Document, start: int, end: int, key: str) -> None:
    _ = state.words()
    told = _("The section is in {language} now.").format(language=language_name(state.widget(key)))
    review_acts.do(project, told, project.parts.set_language, document.id, start, end, state.widget(key))
