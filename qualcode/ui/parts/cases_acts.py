"""Below the table of cases: what attributes can hold, and two cases that are one."""

from collections.abc import Sequence

import streamlit as st

from qualcode import Project
from qualcode.model.values import Case
from qualcode.ui import state
from qualcode.ui.parts.attribute_types import type_form
from qualcode.ui.parts.plain import plain


def case_acts(project: Project, cases: Sequence[Case]) -> None:
    """A new attribute or its type; merge two."""
    _ = state.words()
    with st.container(horizontal=True, key="case-acts", gap="small"):
        with st.popover(_("Attributes …"), icon=":material/tune:", key="case-attributes"):
            type_form(project, "new case attributes")
        if len(cases) > 1:
            with st.popover(_("Merge two …"), icon=":material/merge:", key="case-merge"):
                _merging(project, cases)


def _merging(project: Project, cases: Sequence[Case]) -> None:
    _ = state.words()
    names = {case.id: case.name for case in cases}
    told = _("The documents and values of one go to the other, which keeps its own where they differ.")
    st.markdown(plain(told))
    gone = _one(_("This case"), names, "case-merge-gone")
    others = {id_: name for id_, name in names.items() if id_ != gone}
    into = _one(_("is the same as, and goes into"), others, "case-merge-into")
    st.button(
        _("Merge"),
        key="case-merge-go",
        type="primary",
        disabled=not (gone and into),
        on_click=_merge,
        args=(project, gone, into, names),
    )


def _one(label: str, names: dict[str, str], key: str) -> str | None:
    _ = state.words()
    return st.selectbox(
        label, list(names), None, format_func=names.__getitem__, key=key, placeholder=_("Choose a case")
    )


def _merge(project: Project, gone: str, into: str, names: dict[str, str]) -> None:
    _ = state.words()
    warnings = state.attempt(project.cases.merge, gone, into)
    if warnings is None:
        return
    for key in ("case-merge-gone", "case-merge-into"):
        state.fill(key, None)
    told = [_("Merged “{name}” into “{into}”.").format(name=names[gone], into=names[into])]
    told += [_(template).format(**values) for template, values in warnings]
    state.tell(" ".join(told), undoes=project)
