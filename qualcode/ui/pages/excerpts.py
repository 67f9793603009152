"""Excerpts: everything that has a code, to read."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_number
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.excerpt import excerpt
from qualcode.ui.parts.filters import Filters, where_box
from qualcode.ui.parts.plain import tag

A_PAGE = 50


def page(project: Project) -> None:
    """Filters at the side, quotations to read in the middle, fifty at a time."""
    _ = state.words()
    side, reading_room = st.columns([1, 2.6], gap="medium")
    with side, st.container(key="excerpt-filters", gap="small"):
        filters = _filters(project)
    with reading_room:
        total, everything = (
            state.kept(project, reading.count, filters),
            state.kept(project, reading.count, ()),
        )
        _page(project, filters, total, everything)


def _filters(project: Project) -> Filters:
    _ = state.words()
    codes = {code.id: code.path for code in state.kept(project, reading.codes)}
    documents = {document.id: document.name for document in state.kept(project, reading.documents)}
    coders = list(state.kept(project, reading.coders))
    chosen = {
        "code": st.selectbox(
            _("Code"),
            ["", *codes],
            format_func=lambda id_: codes[id_] if id_ else _("All"),
            key="excerpts-code",
        ),
        "subcodes": st.toggle(_("With subcodes"), True, key="excerpts-subcodes"),
        "document": st.selectbox(
            _("Document"),
            ["", *documents],
            format_func=lambda id_: documents[id_] if id_ else _("All"),
            key="excerpts-document",
        ),
        "coder": st.selectbox(
            _("Coder"), ["", *coders], format_func=lambda name: name or _("All"), key="excerpts-coder"
        ),
        "where": where_box(project, "excerpts"),
    }
    return tuple((name, value) for name, value in chosen.items() if value not in (None, ""))


def _page(project: Project, filters: Filters, total: int, everything: int) -> None:
    _ = state.words()
    cursors = _cursors(filters)
    found = state.kept(project, reading.excerpts, filters, cursors[-1], A_PAGE)
    first = (len(cursors) - 1) * A_PAGE
    language = state.language()
    told = _("{n} of {m} excerpts").format(
        n=show_number(total, language), m=show_number(everything, language)
    )
    st.html(tag("p", told, class_="qp-count", role="status"))
    colours = {code.id: code.colour for code in state.kept(project, reading.codes)}
    above = ""
    for each in found:
        excerpt(each, colours.get(each.code_id, "#607080"), heading=each.code if each.code != above else None)
        above = each.code
    if not found:
        st.info(_("No excerpt fits."), icon=":material/format_quote:")
    if total > A_PAGE and found:
        _turning(filters, cursors, first, found[-1].id, total)


def _cursors(filters: Filters) -> tuple[str | None, ...]:
    """The last ids of the pages that were read so far; begins anew with other filters."""
    kept = state.recall("excerpt pages")
    return kept[1] if kept and kept[0] == filters else (None,)


def _turning(filters: Filters, cursors: tuple[str | None, ...], first: int, last: str, total: int) -> None:
    _ = state.words()
    to = min(first + A_PAGE, total)
    with st.container(horizontal=True, vertical_alignment="center", key="excerpt-turning"):
        st.button(
            _("Previous"),
            key="excerpts-before",
            disabled=not first,
            on_click=_turn,
            args=(filters, cursors[:-1]),
        )
        st.html(tag("span", _("{a}–{b} of {n}").format(a=first + 1, b=to, n=total)), width="content")
        st.button(
            _("Next"),
            key="excerpts-next",
            disabled=to >= total,
            on_click=_turn,
            args=(filters, (*cursors, last)),
        )


def _turn(filters: Filters, cursors: tuple[str | None, ...]) -> None:
    state.remember("excerpt pages", (filters, cursors))
