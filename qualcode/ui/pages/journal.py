"""Journal: who did what, when; and the project as it was."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_time
from qualcode.model.values import Entry
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.plain import Html, tag

A_PAGE = 50


def page(project: Project) -> None:
    """Newest first, a page at a time, and the numbers as of any revision."""
    _ = state.words()
    listed, earlier = st.columns([2.4, 1], gap="medium")
    with listed:
        _list(project)
    with earlier:
        _as_of(project)


def _list(project: Project) -> None:
    _ = state.words()
    pages = max(1, -(-project.revision // A_PAGE))
    number = min(state.widget("journal-page", 1), pages)
    newest = project.revision - (number - 1) * A_PAGE
    entries = state.kept(project, reading.journal, A_PAGE, newest + 1)
    if not entries:
        st.info(_("Nothing has been done yet."), icon=":material/history:")
        return
    heads = tag("tr", *(tag("th", head, scope="col") for head in (_("No."), _("When"), _("Who"), _("What"))))
    rows = (_row(entry) for entry in entries)
    table = tag("table", tag("thead", heads), tag("tbody", *rows), class_="qp-table", aria_label=_("Journal"))
    st.html(tag("div", table, class_="qp-scroll", tabindex="0", role="region", aria_label=_("Journal")))
    if pages > 1:
        st.pagination(pages, key="journal-page")


def _row(entry: Entry) -> Html:
    _ = state.words()
    kind = {"undo": "qp-undone", "redo": "qp-redone"}.get(entry.kind)
    when = show_time(entry.at, state.language())
    return tag(
        "tr",
        tag("td", entry.revision, class_="qp-number"),
        tag("td", when, class_="qp-when"),
        tag("td", entry.coder),
        tag("td", entry.in_words(_)),
        class_=kind,
    )


def _as_of(project: Project) -> None:
    _ = state.words()
    st.subheader(_("As of an earlier revision"), anchor=False)
    latest = project.revision
    revision = st.number_input(
        _("Revision"),
        0,
        latest,
        latest,
        key=f"as-of-{latest}",
        help=_("Only to look at; nothing is changed."),
    )
    then, now = state.kept(project, reading.facts, int(revision)), state.kept(project, reading.facts)
    names = {"documents": _("Documents"), "codes": _("Codes"), "codings": _("Codings"), "coders": _("Coders")}
    rows = [
        tag("tr", tag("th", names[key], scope="row"), _number(then[key]), _number(now[key])) for key in names
    ]
    heads = tag("tr", tag("td"), tag("th", _("Then"), scope="col"), tag("th", _("Now"), scope="col"))
    st.html(
        tag(
            "table", tag("thead", heads), tag("tbody", *rows), class_="qp-table", aria_label=_("Then and now")
        )
    )
    done = next(iter(state.kept(project, reading.journal, 1, int(revision) + 1)), None)
    if done:
        told = f"{done.in_words(_)} · {done.coder} · {show_time(done.at, state.language())}"
        st.html(tag("p", told, class_="qp-small"))


def _number(value: int) -> Html:
    return tag("td", value, class_="qp-number")
