"""The codebook as a tree that answers to the pointer and the arrow keys without asking the server."""

from collections.abc import Callable, Sequence
from pathlib import Path

import streamlit as st

from qualcode.model.values import Code
from qualcode.ui import state

HERE = Path(__file__).parent
_draw = st.components.v2.component(
    "qualcode_code_tree",
    html="<div class='qct-root'></div>\n",
    css=(HERE / "tree.css").read_text("utf-8"),
    js=(HERE / "tree.js").read_text("utf-8"),
    isolate_styles=False,
)


def code_tree(
    codes: Sequence[Code],
    *,
    key: str,
    chosen: str | None = None,
    on_choose: Callable[[str | None], object],
    height: str = "none",
    about: bool = True,
    sticky: bool = False,
) -> None:
    """Codes with colours and counts. `on_choose` is called with the id of the code that is clicked.

    A second click on the chosen code gives None, unless `sticky`. `about` shows what the code under the pointer, or
    else the chosen one, means. `height` is a CSS length after which the tree scrolls.
    """
    data = {
        "codes": [_plain(code) for code in codes],
        "chosen": chosen,
        "height": height,
        "about": about,
        "sticky": sticky,
        "words": _words(),
    }
    # In a list, because Streamlit loads pandas to look for tables among the values of a dict.
    _draw(key=key, data=[data], on_chosen_change=lambda: _answer(key, on_choose))


def _answer(key: str, on_choose: Callable[[str | None], object]) -> None:
    value = state.widget(key)
    picked = value.get("chosen") if value else None
    if picked is not None:
        on_choose(picked["id"])


def _plain(code: Code) -> dict[str, object]:
    return {
        "id": code.id,
        "name": code.name,
        "path": code.path,
        "parent": code.parent_id,
        "colour": code.colour,
        "count": code.codings,
        "definition": code.definition,
        "when": code.when,
        "when_not": code.when_not,
        "example": code.example,
    }


def _words() -> dict[str, str]:
    _ = state.words()
    return {
        "filter": _("Find a code"),
        "codebook": _("Codebook"),
        "none": _("No code fits."),
        "empty": _("The codebook is empty."),
        "hint": _("Point at a code to read what it means."),
        "undefined": _("This code has no definition yet."),
        "definition": _("Definition"),
        "when": _("When to use"),
        "when_not": _("When not to use"),
        "example": _("Example"),
    }
