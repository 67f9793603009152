"""Quotations: informants' words that a report seems to quote, with what speaks for it."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.i18n import plural
from qualcode.model.layers import Quote
from qualcode.model.structure import Place
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.plain import Html, clipped, tag
from qualcode.ui.parts.review_choices import (
    Answers,
    Filter,
    answer,
    any_of,
    filtered,
    page_of,
    turning,
    where,
)
from qualcode.ui.parts.review_marks import near
from qualcode.ui.parts.review_reading import Choice
from qualcode.ui.parts.review_words import certainty, evidence_name

A_PAGE = 15
LONGEST = 1200


def quotes_view(project: Project, document: Document) -> None:
    """Each passage with its evidence and its speaker; it counts as somebody's words once it is confirmed."""
    _ = state.words()
    found = state.kept(project, review_reading.quotes, document.id)
    st.html(tag("p", _about(), class_="qp-small"))
    chosen = filtered(found, _filters(), key="review-quotes-shown")
    key = f"review-quotes-page-{document.id}-{state.recall('review-quotes-shown')}"
    shown = page_of(chosen, key=key, size=A_PAGE)
    if not shown:
        st.info(_("Nothing here."), icon=":material/check:")
        return
    speakers = sorted({each.part.speaker for each in found} - {""}, key=str.casefold)
    text = state.kept_for_good(project, review_reading.text, document.id, document.sha)
    places = state.kept(project, review_reading.places, document.id, tuple(each.start for each in shown))
    _all(project, document, shown)
    for each, place in zip(shown, places, strict=True):
        with st.container(horizontal=True, vertical_alignment="top", key=f"row-{each.group}", gap="medium"):
            st.html(_quote(each, place, text), width="stretch")
            with st.container(key=f"aside-{each.group}", width=220, gap="small"):
                _speaker(project, document, each, speakers)
                answers = Answers(_("Confirm"), _("Reject"))
                answer(project, document, each, answers, clipped(text[each.start : each.end], 60))
                st.button(
                    _("Show in the text"),
                    key=f"show-{each.group}",
                    type="tertiary",
                    on_click=review_acts.open_text,
                    args=(document.id, each.start, each.end),
                )
    turning(len(chosen), key=key, size=A_PAGE)


def _about() -> str:
    _ = state.words()
    return _("A confirmed quotation tells its speaker wherever its words are coded or found.")


def _filters() -> dict[str, Filter[Quote]]:
    _ = state.words()
    return {
        "waiting": (_("To confirm"), lambda each: each.waiting),
        "confirmed": (_("Confirmed"), lambda each: each.accepted),
        "rejected": (_("Rejected"), lambda each: each.seen and not each.accepted),
        "all": (_("All"), any_of),
    }


def _all(project: Project, document: Document, shown: Sequence[Choice[Quote]]) -> None:
    _, ngettext = state.words(), plural(state.language())
    waiting = [each.group for each in shown if each.waiting]
    if not waiting:
        return
    one, n = len(waiting) == 1, len(waiting)
    confirmed = ngettext("Confirmed {n} quotation.", "Confirmed {n} quotations.", n).format(n=n)
    rejected = ngettext("Rejected {n} quotation.", "Rejected {n} quotations.", n).format(n=n)
    with st.container(horizontal=True, gap="small", key="review-all"):
        st.button(
            _("Confirm") if one else _("Confirm these {n}").format(n=n),
            key="review-accept-all",
            on_click=review_acts.choose,
            args=(project, document, confirmed),
            kwargs={"accept": waiting},
        )
        st.button(
            _("Reject") if one else _("Reject these {n}").format(n=n),
            key="review-reject-all",
            on_click=review_acts.choose,
            args=(project, document, rejected),
            kwargs={"reject": waiting},
        )


def _quote(each: Choice[Quote], place: Place, text: str) -> Html:
    words = text[each.start : each.end]
    words = words if len(words) <= LONGEST else words[:LONGEST].rsplit(" ", 1)[0] + " …"
    why = ", ".join(evidence_name(kind) for kind in each.part.evidence)
    facts = [" · ".join((where(place), *place.section[-1:])), f"{certainty(each.confidence)}: {why}"]
    before, after = near(text, each.start, each.end)
    return tag(
        "div",
        tag("p", before, class_="qp-near") if before else None,
        tag("blockquote", words),
        tag("p", after, class_="qp-near") if after else None,
        *(tag("p", line, class_="qp-label") for line in facts),
        class_="qp-choice qp-said",
    )


def _speaker(project: Project, document: Document, each: Choice[Quote], known: list[str]) -> None:
    """Whose words they are: one of those who are quoted already, or a new name. Saying so confirms the quotation."""
    _ = state.words()
    key = f"speaker-{each.group}-{each.part.speaker}"
    st.selectbox(
        _("Speaker"),
        known,
        known.index(each.part.speaker) if each.part.speaker else None,
        key=key,
        accept_new_options=True,
        placeholder=_("Who says it?"),
        on_change=_said,
        args=(project, document, each, key),
        label_visibility="collapsed",
    )


def _said(project: Project, document: Document, each: Choice[Quote], key: str) -> None:
    review_acts.do(
        project, "", project.parts.set_quote, document.id, each.group, speaker=state.widget(key) or ""
    )
