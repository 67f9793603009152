"""Project: open, make, know, name, copy and check."""

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_time
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.care import care
from qualcode.ui.parts.opening import openers
from qualcode.ui.parts.places import shown
from qualcode.ui.parts.plain import tag, together


def page(project: Project | None) -> None:
    """The open project, and the ways to another one."""
    _ = state.words()
    if project:
        _about(project)
        care(project)
        st.html(tag("h2", _("Open another project"), class_="qp-heading"))
    else:
        _welcome()
    openers()


def _welcome() -> None:
    _ = state.words()
    lines = [
        _("qualcode is a workbench for coding interviews and other texts. Everything stays on this machine."),
        _("Open the sample project to look around, or make a project of your own."),
    ]
    st.html(tag("div", *(tag("p", line) for line in lines), class_="qp-lead"))


def _about(project: Project) -> None:
    _ = state.words()
    facts = state.kept(project, reading.facts)
    latest = next(iter(state.kept(project, reading.journal, 1, None)), None)
    numbers = [
        (facts["documents"], _("Documents")),
        (facts["codes"], _("Codes")),
        (facts["codings"], _("Codings")),
        (facts["coders"], _("Coders")),
    ]
    shown_numbers = [tag("div", tag("dt", word), tag("dd", number)) for number, word in numbers]
    lines = [tag("p", tag("span", _("Place"), class_="qp-label"), " ", shown(project.address))]
    if latest:
        when = show_time(latest.at, state.language())
        told = f"{latest.in_words(_)} · {latest.coder} · {when}"
        lines.append(tag("p", tag("span", _("Last change"), class_="qp-label"), " ", told))
    st.html(together(tag("dl", *shown_numbers, class_="qp-facts"), tag("div", *lines, class_="qp-small")))
