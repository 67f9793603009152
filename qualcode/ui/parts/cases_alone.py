"""A word of warning: persons whom a few attributes tell from all others."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.i18n import show_number
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_words import attribute_label, value_label
from qualcode.ui.parts.plain import Html, tag

MOST_SHOWN = 50
MOST_EACH = 4
AT_ONCE = 1000
"""Of more persons it takes seconds to find out, which nobody should have to wait for at every cell."""


def alone(project: Project) -> None:
    """How many persons can be identified by what the table says of them, and by what."""
    _ = state.words()
    persons = sum(case.kind == "person" for case in state.kept(project, reading.cases))
    if persons > AT_ONCE and not st.toggle(_("Look for persons who can be identified"), key="cases-alone"):
        return
    found = state.kept(project, reading.alone)
    if not found:
        return
    count = show_number(len(found), state.language())
    told = _("Identifying: {n} of {m} persons are alone with a value, or with two together")
    with st.expander(
        told.format(n=count, m=show_number(persons, state.language())), icon=":material/visibility:"
    ):
        st.html(
            tag(
                "p",
                _("Whoever knows the study could recognise them where a report tells both."),
                class_="qp-small",
            )
        )
        rows = [_row(case.name, combinations) for case, combinations in found[:MOST_SHOWN]]
        st.html(tag("ul", *rows, class_="qp-voices qp-alone"))
        if len(found) > MOST_SHOWN:
            st.caption(_("… and {n} more").format(n=show_number(len(found) - MOST_SHOWN, state.language())))


def _row(name: str, combinations: Sequence[Sequence[tuple[str, str]]]) -> Html:
    told = [
        " + ".join(f"{attribute_label(each)} {value_label(each, value)}" for each, value in values)
        for values in combinations[:MOST_EACH]
    ]
    more = " …" if len(combinations) > MOST_EACH else ""
    return tag("li", tag("strong", name), " ", tag("span", " · ".join(told) + more))
