"""What a code says about itself: name, meaning, when it holds, colour."""

from zlib import crc32

import streamlit as st

from qualcode import Project
from qualcode.model.tree import join_path
from qualcode.model.values import Code
from qualcode.ui import state
from qualcode.ui.parts.plain import tag

FIELDS = ("name", "definition", "when", "when_not", "example")


def field_name(field: str) -> str:
    """The fields of a code, by the names readers know."""
    _ = state.words()
    return {
        "name": _("Name"),
        "definition": _("Definition"),
        "when": _("When to use"),
        "when_not": _("When not to use"),
        "example": _("Example"),
    }[field]


def edit_code(project: Project, code: Code) -> None:
    """All fields of the chosen code in one form."""
    _ = state.words()
    stamp = stamp_of(code)
    number = _("Codings: {n}").format(n=code.codings)
    st.html(tag("h2", code.path, tag("span", number, class_="qp-label"), class_="qp-heading qp-code-path"))
    with st.form(f"code-{stamp}", border=False, enter_to_submit=False):
        name, colour = st.columns([5, 1], vertical_alignment="bottom")
        name.text_input(field_name("name"), code.name, key=f"name-{stamp}")
        colour.color_picker(_("Colour"), code.colour, key=f"colour-{stamp}")
        st.text_area(field_name("definition"), code.definition, key=f"definition-{stamp}", height="content")
        first, second = st.columns(2)
        first.text_area(field_name("when"), code.when, key=f"when-{stamp}", height="content")
        second.text_area(field_name("when_not"), code.when_not, key=f"when_not-{stamp}", height="content")
        st.text_area(field_name("example"), code.example, key=f"example-{stamp}", height="content")
        st.form_submit_button(
            _("Save"),
            key="code-save",
            type="primary",
            icon=":material/save:",
            on_click=_save,
            args=(project, code),
        )


def stamp_of(code: Code) -> str:
    """A mark of a code as it stands: fields keyed by it show what is stored, also after an undo."""
    said = "\x1f".join((code.name, code.definition, code.when, code.when_not, code.example, code.colour))
    return f"{code.id}-{crc32(said.encode()):08x}"


def _save(project: Project, code: Code) -> None:
    _ = state.words()
    stamp = stamp_of(code)
    wanted = {field: state.widget(f"{field}-{stamp}") or "" for field in (*FIELDS, "colour")}
    changed = {field: value for field, value in wanted.items() if value != getattr(code, field)}
    if not changed:
        state.tell(_("Nothing was changed."))
    elif state.attempt(project.codebook.change, code.id, **changed):
        state.tell(_("Saved the code “{code}”.").format(code=wanted["name"]), undoes=project)


def new_code(project: Project, codes: tuple[Code, ...]) -> None:
    """A button that opens a small form for a new code."""
    _ = state.words()
    paths = {code.id: code.path for code in codes}
    with (
        st.popover(_("New code"), icon=":material/add:", key="code-new"),
        st.form("code-new-form", border=False),
    ):
        st.text_input(_("Name"), key="code-new-name")
        st.selectbox(
            _("Under"),
            ["", *paths],
            format_func=lambda id_: paths[id_] if id_ else _("(top of the codebook)"),
            key="code-new-parent",
        )
        st.text_area(_("Definition"), key="code-new-definition", height=80)
        st.form_submit_button(
            _("Make the code"), key="code-new-make", type="primary", on_click=_make, args=(project,)
        )


def _make(project: Project) -> None:
    _ = state.words()
    made = state.attempt(
        project.codebook.create,
        join_path((state.widget("code-new-name") or "",)),
        parent_id=state.widget("code-new-parent") or None,
        definition=state.widget("code-new-definition") or "",
    )
    if made:
        state.remember("code", made.id)
        state.fill("code-new-name", "")
        state.fill("code-new-definition", "")
        state.tell(_("Made the code “{code}”.").format(code=made.name), undoes=project)
