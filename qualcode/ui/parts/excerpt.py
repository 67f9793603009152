"""One excerpt as a quotation: its words, where they come from, and the way back there."""

import streamlit as st

from qualcode.i18n import show_time
from qualcode.model.values import Excerpt
from qualcode.ui import state
from qualcode.ui.parts.attribute_words import attribute_label, value_label
from qualcode.ui.parts.plain import tag, together


def excerpt(each: Excerpt, colour: str, *, heading: str | None = None) -> None:
    """Words, memo, source line, and a button to its context; `heading` begins a new code."""
    _ = state.words()
    if heading:
        st.html(tag("h2", heading, class_="qp-heading qp-code", style=f"border-color: {colour}"))
    with st.container(key=f"excerpt-{each.id}", gap=None):
        memo = (
            tag("p", tag("span", _("Memo"), class_="qp-label"), " ", each.memo, class_="qp-memo")
            if each.memo
            else None
        )
        st.html(
            tag(
                "figure",
                tag("blockquote", each.text),
                tag("figcaption", source_line(each)),
                memo,
                class_="qp-excerpt",
                style=f"border-color: {colour}",
            )
        )
        st.button(
            _("Show in context"),
            key=f"context-{each.id}",
            type="tertiary",
            icon=":material/arrow_forward:",
            on_click=_open,
            args=(each.document_id, each.start, each.end),
        )


def source_line(each: Excerpt) -> str:
    """Document, speaker and case, section and paragraph, attributes, coder and time, as far as they are known."""
    _ = state.words()
    case = each.case if each.case != each.place.speaker else ""
    parts = [each.document, each.place.speaker, case, " › ".join(each.place.section)]
    parts.append(_("paragraph {n}").format(n=each.place.paragraph))
    parts += [
        f"{attribute_label(name)}: {value_label(name, value)}" for name, value in each.attributes.items()
    ]
    parts.append(_("coded by {coder}").format(coder=each.coder))
    if each.at:
        parts.append(show_time(each.at, state.language()))
    return together(" · ".join(filter(None, parts)))


def _open(document_id: str, start: int, end: int) -> None:
    state.jump_to(document_id, start, end)
    state.go("code")
