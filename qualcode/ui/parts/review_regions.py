"""Left out: the parts that are no material, and those that may be none."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.i18n import plural, show_number
from qualcode.model.layers import Region
from qualcode.model.structure import Place
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.plain import Html, clipped, tag
from qualcode.ui.parts.review_choices import Answers, answer, looked_at, page_of, turning, where
from qualcode.ui.parts.review_reading import Choice
from qualcode.ui.parts.review_words import certainty, region_name


def regions_view(project: Project, document: Document) -> None:
    """Each part with its first and last line, and whether it is left out of search, counts and suggestions."""
    _ = state.words()
    found = state.kept(project, review_reading.regions, document.id)
    text = state.kept_for_good(project, review_reading.text, document.id, document.sha)
    _summary(found, len(text))
    key = f"review-regions-page-{document.id}"
    shown = page_of(found, key=key)
    places = state.kept(project, review_reading.places, document.id, tuple(each.start for each in shown))
    answers = Answers(_("Leave out"), _("Bring back"))
    for each, place in zip(shown, places, strict=True):
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-{each.group}", gap="small"):
            st.html(_region(each, place, text), width="stretch")
            with st.container(key=f"aside-{each.group}", width="content", gap="small"):
                answer(project, document, each, answers, region_name(each.part.kind))
                st.button(
                    _("Show in the text"),
                    key=f"show-{each.group}",
                    type="tertiary",
                    on_click=review_acts.open_text,
                    args=(document.id, each.start, each.end),
                )
    with st.container(horizontal=True, vertical_alignment="center", key="review-turning"):
        turning(len(found), key=key)
        looked_at(project, document, shown, "review-looked-at")


def _summary(found: Sequence[Choice[Region]], characters: int) -> None:
    _ = state.words()
    out = sum(each.end - each.start for each in found if each.accepted)
    told = _(
        "Left out now: {n} characters, {share} of the document. They stay in the text, but not in search and counts."
    )
    st.html(tag("p", told.format(n=_number(out), share=_share(out, characters)), class_="qp-small"))


def _number(value: int) -> str:
    return show_number(value, state.language())


def _share(part: int, whole: int) -> str:
    return show_number(part / max(whole, 1), state.language(), "#,##0 %")


def _region(each: Choice[Region], place: Place, text: str) -> Html:
    """What it is, where, how much, and how it begins and ends."""
    _ = state.words()
    size = each.end - each.start
    facts = [where(place), _("{n} characters").format(n=_number(size)), _share(size, len(text))]
    facts.append(certainty(each.confidence))
    if each.waiting:
        facts.append(_("only proposed"))
    lines = [line for line in text[each.start : each.end].split("\n") if line.strip()] or [""]
    ends = [tag("p", clipped(lines[0], 140))]
    if len(lines) > 1:
        ngettext, n = plural(state.language()), len(lines) - 2
        lines_between = ngettext("… {n} line …", "… {n} lines …", n).format(n=_number(n)) if n else None
        ends += [tag("p", lines_between, class_="qp-label")] if lines_between else []
        ends.append(tag("p", clipped(lines[-1], 140)))
    heading = tag("h3", region_name(each.part.kind), class_="qp-heading")
    return tag("div", heading, tag("p", " · ".join(facts), class_="qp-label"), *ends, class_="qp-choice")
