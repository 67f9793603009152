"""A page with the canvas and a panel beside it, nothing else; some journeys of the canvas run on it."""

import os

import streamlit as st

from qualcode.ui.canvas import canvas
from qualcode.ui.projects import opened, seat

st.set_page_config("one document", layout="wide")
address = os.environ["QUALCODE_PROJECT"]
project = seat(address, st.query_params.get("coder", "Nina"))
document = opened(address).documents.all()[int(st.query_params.get("n", 0))]
st.session_state["runs"] = st.session_state.get("runs", 0) + 1


def changed() -> None:
    """The canvas has stored something."""
    st.rerun("panel")


def jump() -> None:
    """Ask the canvas to go to a place."""
    number = st.session_state["runs"]
    st.session_state["command"] = {"id": number, "jump": {"start": 20_005, "end": 20_011}}


@st.fragment(key="panel")
def panel() -> None:
    """What the page counts."""
    st.session_state["panels"] = st.session_state.get("panels", 0) + 1
    st.text(f"runs {st.session_state['runs']} panels {st.session_state['panels']}")
    st.text(f"codings {len(project.codings.of(document.id))}")


text, side = st.columns([4, 1])
with text:
    canvas(
        project,
        document,
        key="canvas",
        language=st.query_params.get("lang", "nb"),
        command=st.session_state.get("command"),
        on_event=changed,
    )
with side:
    panel()
    st.button("again", key="again")
    st.button("jump", key="jump", on_click=jump)
