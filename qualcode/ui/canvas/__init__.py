"""The coding canvas: a document's text and codings in the browser, mounted as one Streamlit component.

Its code is served by our own route, so that it works alike from a checkout, an installed package and
`streamlit run`; Streamlit only gets a loader. Codings go over HTTP, never through a script run.
"""

import json
import os
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st
from streamlit import config

from qualcode import Project
from qualcode.i18n import translator
from qualcode.model.values import Document
from qualcode.ui import access
from qualcode.ui.canvas import assets
from qualcode.ui.canvas.words import words

DEBUG = "QUALCODE_DEBUG"
"""Environment variable: let tests and benches see the canvas's counters in the page."""
LOADER = """
export default function (given) {
  const component = { ...given, data: given.data[0] }
  const { data, parentElement } = component
  let gone = false, leave = null
  import(new URL(data.module, location.href).href).then(
    canvas => { if (!gone) leave = canvas.default(component) },
    () => {
      const words = document.createElement("p")
      words.setAttribute("role", "alert")
      words.textContent = data.i18n.not_opened
      parentElement.replaceChildren(words)
    },
  )
  return () => { gone = true; leave?.() }
}
"""

_mount = st.components.v2.component("qualcode_canvas", js=LOADER, isolate_styles=False)


def canvas(
    project: Project,
    document: Document,
    *,
    key: str,
    language: str = "nb",
    command: Mapping[str, Any] | None = None,
    on_event: Callable[[], None] | None = None,
) -> Any:
    """Mount the canvas for `document`, coded by the project's coder.

    `command` is done once per `id`: `{"id": 7, "jump": {"start": 120, "end": 160}}` shows that place.
    `on_event` is called, some time after codings were stored, with `st.session_state[key].changed` set to
    `{"revision", "document"}`; it should end in `st.rerun("name of the fragment to draw again")`. Without it no
    script runs because of codings.
    """
    data = _data(project, document, language) | {"command": command, "quiet": on_event is None}
    checked = json.loads(json.dumps(data, allow_nan=False))
    # In a list, because Streamlit loads pandas to look for tables among the values of a dict.
    return _mount(key=key, data=[checked], on_changed_change=on_event or (lambda: None))


def _data(project: Project, document: Document, language: str) -> dict[str, Any]:
    """What the browser needs; the same at every run, so that no run disturbs the canvas."""
    prefix = (config.get_option("server.baseUrlPath") or "").strip("/")
    base = f"/{prefix}/qualcode" if prefix else "/qualcode"
    return {
        "module": f"{base}/static/{assets.version()}/main.js",
        "base": base,
        "token": access.issue(access.Permit(project.address, project.coder.name)),
        "place": f"{project.info().id}:{project.coder.name}",
        "document": {
            "id": document.id,
            "name": document.name,
            "sha": document.sha,
            "characters": document.characters,
            "language": document.language,
        },
        "language": language,
        "i18n": words(translator(language)),
        "debug": bool(os.environ.get(DEBUG)),
    }
