"""Changing the tree: move, merge, split and delete a code."""

from collections.abc import Callable

import streamlit as st

from qualcode import Project
from qualcode.model.tree import below
from qualcode.model.values import Code
from qualcode.ui import state
from qualcode.ui.parts.plain import plain
from qualcode.ui.parts.split import split

Codes = tuple[Code, ...]


def rearrange(project: Project, codes: Codes, code: Code) -> None:
    """Four acts on the chosen code, folded away until they are needed."""
    _ = state.words()
    others = _others(codes, code)
    with st.expander(_("Move"), icon=":material/drive_file_move:", key="code-move"):
        _move(project, codes, code, others)
    with st.expander(_("Merge into another code"), icon=":material/merge:", key="code-merge"):
        _merge(project, code, others)
    with st.expander(_("Split"), icon=":material/call_split:", key="code-split"):
        split(project, code)
    with st.expander(_("Delete"), icon=":material/delete:", key="code-delete"):
        _delete(project, code, others)


def _others(codes: Codes, code: Code) -> dict[str, str]:
    """Paths of the codes that are neither this one nor below it."""
    family = below(code.id, {each.id: each.parent_id for each in codes})
    return {each.id: each.path for each in codes if each.id not in family}


def _move(project: Project, codes: Codes, code: Code, others: dict[str, str]) -> None:
    _ = state.words()
    top = _("(top of the codebook)")
    choices = ["", *others]
    parent = st.selectbox(
        _("Under"),
        choices,
        choices.index(code.parent_id or ""),
        format_func=lambda id_: others[id_] if id_ else top,
        key=f"move-parent-{code.id}-{code.parent_id}",
    )
    siblings = [each for each in codes if (each.parent_id or "") == parent and each.id != code.id]
    places = [_("First"), *(_("After {code}").format(code=each.name) for each in siblings)]
    at = st.selectbox(
        _("Place"),
        range(len(places)),
        len(places) - 1,
        format_func=places.__getitem__,
        key=f"move-at-{code.id}-{parent}",
    )
    st.button(_("Move"), key="code-move-go", on_click=_done, args=(project, code, _moved, parent, at))


def _moved(project: Project, code: Code, parent: str, at: int) -> str:
    _ = state.words()
    project.codebook.move(code.id, parent or None, at)
    return _("Moved the code “{code}”.").format(code=code.name)


def _merge(project: Project, code: Code, others: dict[str, str]) -> None:
    _ = state.words()
    st.text(_("Its codings and subcodes go to the other code, and this one is gone."))
    into = st.selectbox(
        _("Merge into"),
        list(others),
        None,
        format_func=others.__getitem__,
        key=f"merge-into-{code.id}",
        placeholder="…",
    )
    st.button(
        _("Merge"),
        key="code-merge-go",
        disabled=into is None,
        on_click=_done,
        args=(project, code, _merged, into),
    )


def _merged(project: Project, code: Code, into: str) -> str:
    _ = state.words()
    kept = project.codebook.merge(code.id, into)
    state.remember("code", kept.id)
    return _("Merged “{code}” into “{into}”.").format(code=code.name, into=kept.name)


def _delete(project: Project, code: Code, others: dict[str, str]) -> None:
    _ = state.words()
    fates = {
        "refuse": _("Delete only if nothing is coded with it"),
        "remove": _("Remove its codings too"),
        "move": _("Give its codings to another code"),
    }
    fate = st.radio(
        _("Its codings"), list(fates), format_func=lambda key: plain(fates[key]), key="delete-fate"
    )
    heir: str | None = fate
    if fate == "move":
        heir = st.selectbox(
            _("The other code"),
            list(others),
            None,
            format_func=others.__getitem__,
            key=f"delete-heir-{code.id}",
            placeholder="…",
        )
    st.button(
        _("Delete the code and what lies below it"),
        key="code-delete-go",
        disabled=heir is None,
        on_click=_done,
        args=(project, code, _deleted, heir),
    )


def _deleted(project: Project, code: Code, fate: str) -> str:
    _ = state.words()
    project.codebook.delete(code.id, codings=fate)
    state.remember("code", code.parent_id)
    return _("Deleted the code “{code}”.").format(code=code.name)


def _done(project: Project, code: Code, act: Callable[..., str], *given: object) -> None:
    """Do one act of the tree and tell it, with Undo."""
    told = state.attempt(act, project, code, *given)
    if told:
        state.tell(told, undoes=project)
