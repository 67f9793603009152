"""Sections: the outline as it stands, headings that wait to be confirmed, and parts in another language."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import plural, show_number
from qualcode.model.layers import Title
from qualcode.model.structure import Place
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts, review_reading
from qualcode.ui.parts.plain import Html, clipped, plain, tag
from qualcode.ui.parts.review_choices import (
    Answers,
    answer,
    one_of,
    page_of,
    turning,
    where,
)
from qualcode.ui.parts.review_languages import languages
from qualcode.ui.parts.review_marks import near
from qualcode.ui.parts.review_reading import Choice
from qualcode.ui.parts.review_words import title_reason

A_PAGE = 40
DEEPEST = 9
Titles = list[Choice[Title]]


def sections_view(project: Project, document: Document) -> None:
    """What waits comes first, as long as there is any."""
    _ = state.words()
    found = state.kept(project, review_reading.titles, document.id)
    outline, others = [t for t in found if t.accepted], [t for t in found if not t.accepted]
    listed = {
        "outline": (_("Outline"), outline),
        "waiting": (_("To confirm"), [each for each in others if each.waiting]),
        "no": (_("Not headings"), [each for each in others if not each.waiting]),
    }
    names = {
        name: f"{label} {show_number(len(there), state.language())}"
        for name, (label, there) in listed.items()
        if there or name == "outline"
    }
    names["languages"] = _("Languages")
    first = "waiting" if "waiting" in names else "outline"
    part = one_of(_("Sections"), names, key="review-sections-part", first=first)
    if part == "outline":
        _outline(project, document, outline)
    elif part == "languages":
        languages(project, document)
    else:
        _proposed(project, document, listed[part][1], part)


def _outline(project: Project, document: Document, outline: Titles) -> None:
    _ = state.words()
    if not outline:
        st.info(_("No headings were found. Under Text, a line can be made a heading."), icon=":material/toc:")
        return
    key = f"review-outline-page-{document.id}"
    shown = page_of(outline, key=key, size=A_PAGE)
    places = state.kept(project, review_reading.places, document.id, tuple(each.start for each in shown))
    with st.container(gap=None, key="review-outline"):
        for each, place in zip(shown, places, strict=True):
            with st.container(
                horizontal=True,
                vertical_alignment="center",
                key=f"line-{each.group}",
                gap="small",
                wrap=False,
            ):
                st.html(_heading(each, place), width="stretch")
                _levels(project, document, each)
    turning(len(outline), key=key, size=A_PAGE)


def _heading(each: Choice[Title], place: Place) -> Html:
    level = each.part.level
    words = tag("span", each.part.title, class_=f"qp-outline qp-outline-{min(level, 3)}")
    facts = tag("span", f"{where(place)} · {title_reason(each.part.why)}", class_="qp-label")
    indent = f"padding-inline-start: {1.4 * (level - 1):.1f}rem"
    return tag("div", tag("p", words, " ", facts), class_="qp-choice", style=indent)


def _levels(project: Project, document: Document, each: Choice[Title]) -> None:
    """A level up, a level down, and no heading at all."""
    _ = state.words()
    name, level = plain(clipped(each.part.title, 60)), each.part.level
    steps = (
        ("up", _("One level up: {heading}"), "format_indent_decrease", level - 1),
        ("down", _("One level down: {heading}"), "format_indent_increase", level + 1),
    )
    for step, label, icon, to in steps:
        st.button(
            label.format(heading=name),
            key=f"level-{step}-{each.group}",
            icon=f":material/{icon}:",
            type="tertiary",
            disabled=not 1 <= to <= DEEPEST,
            on_click=review_acts.do,
            args=(project, "", project.parts.set_title, document.id, each.group),
            kwargs={"level": to},
        )
    told = _("“{heading}” is no heading any more.").format(heading=clipped(each.part.title, 60))
    st.button(
        _("Not a heading"),
        key=f"no-title-{each.group}",
        type="tertiary",
        on_click=review_acts.choose,
        args=(project, document, told),
        kwargs={"reject": (each.group,)},
    )


def _proposed(project: Project, document: Document, others: Titles, part: str) -> None:
    """Lines that look like headings, each between the line before and the line after."""
    _ = state.words()
    key = f"review-titles-page-{document.id}-{part}"
    shown = page_of(others, key=key)
    _all(project, document, others)
    text = state.kept_for_good(project, review_reading.text, document.id, document.sha)
    places = state.kept(project, review_reading.places, document.id, tuple(each.start for each in shown))
    answers = Answers(_("Heading"), _("Not a heading"))
    for each, place in zip(shown, places, strict=True):
        with st.container(horizontal=True, vertical_alignment="center", key=f"row-{each.group}", gap="small"):
            st.html(_between(each, place, text), width="stretch")
            answer(project, document, each, answers, clipped(each.part.title, 80))
    turning(len(others), key=key)


def _all(project: Project, document: Document, others: Titles) -> None:
    _, ngettext = state.words(), plural(state.language())
    groups = [each.group for each in others]
    one, n = len(groups) == 1, len(groups)
    confirmed = ngettext("Confirmed {n} heading.", "Confirmed {n} headings.", n).format(n=n)
    rejected = ngettext("Turned down {n} heading.", "Turned down {n} headings.", n).format(n=n)
    with st.container(horizontal=True, gap="small", key="review-all"):
        st.button(
            _("Heading") if one else _("All {n} are headings").format(n=n),
            key="review-accept-all",
            on_click=review_acts.choose,
            args=(project, document, confirmed),
            kwargs={"accept": groups},
        )
        st.button(
            _("Not a heading") if one else _("None is a heading"),
            key="review-reject-all",
            disabled=not any(each.waiting for each in others),
            on_click=review_acts.choose,
            args=(project, document, rejected),
            kwargs={"reject": groups},
        )


def _between(each: Choice[Title], place: Place, text: str) -> Html:
    _ = state.words()
    before, after = near(text, each.start, each.end)
    level = _("level {n}").format(n=each.part.level)
    return tag(
        "div",
        tag("p", before, class_="qp-near") if before else None,
        tag("p", each.part.title, class_="qp-outline qp-outline-2"),
        tag("p", after, class_="qp-near") if after else None,
        tag("p", " · ".join((where(place), level, title_reason(each.part.why))), class_="qp-label"),
        class_="qp-choice",
    )
