"""How the app looks: `theme.toml` is what Streamlit lets one set, `theme.css` the rest."""

import json
import tomllib
from pathlib import Path
from typing import Any

import streamlit as st

from qualcode.i18n import translator

HERE = Path(__file__).parent
STYLE = HERE / "theme.css"
ICON = "🖍️"
"""The browser tab's icon. An emoji: a picture costs the import of numpy, and a Material icon is fetched from the web."""


def settings() -> dict[str, Any]:
    """The theme as Streamlit's options, for a launcher that reads no configuration file."""
    return _flat("theme", tomllib.loads((HERE / "theme.toml").read_text("utf-8"))["theme"])


def _flat(name: str, value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        return {name: value}
    return {
        key: inner for part, below in value.items() for key, inner in _flat(f"{name}.{part}", below).items()
    }


def dress(language: str) -> None:
    """Put our style sheet on the page, and tell the browser which language the page is in.

    The few English words that Streamlit itself writes into its widgets are replaced by ours in the style sheet.
    """
    _ = translator(language)
    words = {"choose": _("Choose files"), "drop": _("or drop them here")}
    own = "".join(
        f"--qp-word-{name}: {json.dumps(word, ensure_ascii=False)};" for name, word in words.items()
    )
    st.html(STYLE)
    st.html(f"<style>:root {{ {own} }}</style>")
    with st.container(key="page-language"):
        st.html(
            f"<script>document.documentElement.lang = {language!r}</script>", unsafe_allow_javascript=True
        )
