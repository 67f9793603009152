"""Ways into a project: one that is there, a new one, the sample."""

from pathlib import Path

import streamlit as st

from qualcode import Project
from qualcode.ui import state
from qualcode.ui.parts import places, sample
from qualcode.ui.projects import opened


def openers() -> None:
    """Three ways side by side."""
    first, second, third = st.columns(3, gap="medium")
    with first:
        _existing()
    with second:
        _new()
    with third:
        _sample()


def _existing() -> None:
    _ = state.words()
    listed = [place for place in places.nearby(state.address()) if place != state.address()]
    st.subheader(_("Open"), anchor=False)
    with st.form("open-form", border=False):
        st.selectbox(
            _("Recent and nearby"),
            listed,
            index=None,
            format_func=places.shown,
            key="open-listed",
            placeholder=_("Choose") if listed else _("None yet"),
        )
        st.text_input(
            _("or a file or database"), key="open-typed", placeholder="~/studie.qualcode, postgresql://…"
        )
        st.form_submit_button(_("Open"), key="open", icon=":material/folder_open:", on_click=_open)


def _open() -> None:
    _ = state.words()
    typed, listed = state.widget("open-typed") or "", state.widget("open-listed")
    if not typed.strip() and not listed:
        state.tell(_("Choose a project in the list, or write where it lies."), kind="error")
        return
    turn_to(places.address_for(typed) if typed.strip() else str(listed))


def turn_to(address: str, page: str = "code") -> None:
    """Open the project at `address` and go to a page of it; a project that cannot be opened leaves all as it was."""
    project = state.attempt(opened, address)
    if project is None:
        return
    places.note(address)
    state.use(address)
    state.go(page)


def _new() -> None:
    _ = state.words()
    st.subheader(_("New"), anchor=False)
    with st.form("create-form", border=False):
        st.text_input(_("Name of the project"), key="create-name")
        st.text_input(
            _("Place (may be left empty)"),
            key="create-place",
            placeholder=f"{places.shown(str(places.folder()))}/…",
        )
        st.form_submit_button(_("Make the project"), key="create", icon=":material/add:", on_click=_create)


def _create() -> None:
    _ = state.words()
    name, place = (state.widget("create-name") or "").strip(), (state.widget("create-place") or "").strip()
    if not name and not place:
        state.tell(_("Give the project a name."), kind="error")
        return
    address = places.address_for(place or name.replace("/", "-"))
    if state.attempt(_make, address, name):
        turn_to(address, "documents")


def _make(address: str, name: str) -> bool:
    if "://" not in address:
        Path(address).parent.mkdir(parents=True, exist_ok=True)
    Project.create(address, name=name, language=state.language()).close()
    return True


def _sample() -> None:
    _ = state.words()
    st.subheader(_("Look around"), anchor=False)
    st.text(_("A small fictional study with interviews, attributes and a codebook. Change it as you like."))
    st.button(
        _("Open the sample project"), key="open-sample", icon=":material/school:", on_click=_open_sample
    )


def _open_sample() -> None:
    address = state.attempt(sample.sample, state.language())
    if address:
        turn_to(address)
