"""From what is chosen on a page to the filter language of the project."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from qualcode import Project
from qualcode.ui import state
from qualcode.ui.parts import reading
from qualcode.ui.parts.attribute_words import attribute_label, value_label

Filters = tuple[tuple[str, Any], ...]


def where_of(values: Mapping[str, Sequence[str]], typed: str = "") -> str:
    """`role = "tidgiver" and site in ("Oslo", "Bergen")` from chosen values and a typed expression."""
    parts = [_one(name, chosen) for name, chosen in values.items() if chosen]
    if typed.strip():
        parts.append(f"({typed.strip()})" if parts else typed.strip())
    return " and ".join(parts)


def _one(name: str, chosen: Sequence[str]) -> str:
    if len(chosen) == 1:
        return f"{_quoted(name)} = {_quoted(chosen[0])}"
    return f"{_quoted(name)} in ({', '.join(map(_quoted, chosen))})"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def where_box(project: Project, page: str) -> str:
    """Choosers for attributes and a line for an expression; gives the filter they come to."""
    _ = state.words()
    known = state.kept(project, reading.attribute_values)
    names = state.kept(project, reading.attribute_names)
    chosen: dict[str, Sequence[str]] = {}
    if names:
        picked = st.multiselect(
            _("Attributes"),
            names,
            format_func=attribute_label,
            key=f"{page}-attributes",
            placeholder=_("All"),
            select_all=False,
        )
        for name in picked:
            chosen[name] = st.multiselect(
                attribute_label(name).replace("[", "("),
                known.get(name, ()),
                format_func=partial(value_label, name),
                key=f"{page}-values-{name}",
                placeholder=_("All"),
                select_all=False,
            )
    typed = st.text_input(
        _("Expression"),
        key=f"{page}-where",
        placeholder='site = "Oslo" and not speaker = "I"',
        help=_("Attributes, code, document, coder, speaker or memo; =, !=, ~ (contains), in, and, or, not."),
    )
    return where_of(chosen, typed or "")
