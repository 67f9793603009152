"""A form: an attribute, what it can hold, and its choices."""

import streamlit as st

from qualcode import Project
from qualcode.model.attributes import STANDARD, TYPES
from qualcode.model.tree import same_name
from qualcode.model.values import AttributeType
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_words import type_name

MOST_PROPOSED = 30
"""A choice among more values than this is seldom meant; they are not proposed."""


def type_form(project: Project, wished: str) -> None:
    """A new attribute, or another type for one there is. `wished` is where the table keeps its new columns."""
    _ = state.words()
    types = {same_name(each.name): each for each in state.kept(project, reading.attribute_types)}
    values = state.kept(project, reading.attribute_values)
    fixed = {each.name for each in STANDARD}
    known = dict.fromkeys([*values, *(each.name for each in types.values())])
    name = st.selectbox(
        _("Attribute"),
        [name for name in known if same_name(name) not in fixed],
        index=None,
        key=f"{wished}-name",
        accept_new_options=True,
        placeholder=_("Choose one, or write a new one"),
    )
    present = types.get(same_name(name or ""), AttributeType(name or ""))
    mark = f"{same_name(name or '')}-{present.type}"
    type_ = st.selectbox(
        _("Type"), TYPES, TYPES.index(present.type), format_func=type_name, key=f"{wished}-type-{mark}"
    )
    choices = ""
    if type_ == "choice":
        there = values.get(present.name, ())
        proposed = present.choices or (there if len(there) <= MOST_PROPOSED else ())
        choices = st.text_area(
            _("Choices, one on each line"), "\n".join(proposed), key=f"{wished}-choices-{mark}", height=140
        )
    st.button(
        _("Save"),
        key=f"{wished}-go",
        type="primary",
        disabled=not name,
        on_click=_save,
        args=(project, wished, name, type_, tuple(choices.splitlines())),
    )


def _save(project: Project, wished: str, name: str, type_: str, choices: tuple[str, ...]) -> None:
    _ = state.words()
    before = project.revision
    made = state.attempt(project.cases.set_type, name, type_, choices)
    if made is None:
        return
    columns = state.recall(wished) or ()
    if made.name not in columns:
        state.remember(wished, (*columns, made.name))
    state.fill(f"{wished}-name", None)
    if project.revision != before:
        told = _("“{name}” holds: {type}.").format(name=made.name, type=type_name(made.type))
        state.tell(told, undoes=project)
