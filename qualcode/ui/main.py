"""What every run of the app draws: the page that is asked for, what surrounds it, and errors in words."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib import import_module

import streamlit as st

from qualcode import Project
from qualcode.i18n import N_
from qualcode.ui import state, theme
from qualcode.ui.parts.header import header
from qualcode.ui.parts.notices import errors_in_words, show_notice
from qualcode.ui.parts.sidebar import sidebar


@dataclass(frozen=True, slots=True)
class Place:
    """A page: the module in `pages/` that draws it, which is also its address, its name and its icon."""

    module: str
    title: str
    icon: str

    def draw(self, project: Project | None) -> None:
        """Load the page's module at its first use, and draw it."""
        import_module(f"qualcode.ui.pages.{self.module}").page(project)


PLACES = (
    Place("project", N_("Project"), ":material/folder_open:"),
    Place("documents", N_("Documents"), ":material/description:"),
    Place("review", N_("Review"), ":material/fact_check:"),
    Place("cases", N_("Cases"), ":material/group:"),
    Place("code", N_("Coding"), ":material/ink_highlighter:"),
    Place("codebook", N_("Codebook"), ":material/account_tree:"),
    Place("excerpts", N_("Excerpts"), ":material/format_quote:"),
    Place("frequencies", N_("Frequencies"), ":material/bar_chart:"),
    Place("export", N_("Export"), ":material/file_save:"),
    Place("journal", N_("Journal"), ":material/history:"),
)


def main() -> None:
    """Draw the page that is asked for."""
    _ = state.words()
    st.set_page_config("qualcode", theme.ICON, "wide", 256)
    state.begin()
    theme.dress(state.language())
    project = _project()
    places = PLACES if project else PLACES[:1]
    pages = {place.module: _as_page(place, project, _(place.title)) for place in places}
    chosen = st.navigation(list(pages.values()), expanded=True)
    if (wanted := state.wanted()) in pages and pages[wanted] != chosen:
        state.remember("carry", True)
        st.switch_page(pages[wanted])
    _draw(chosen, project, next(place for place in places if pages[place.module] == chosen))


def _draw(chosen: st.Page, project: Project | None, place: Place) -> None:
    _ = state.words()
    state.turned_to(place.module)
    state.show_in_address_bar()
    with st.sidebar:
        sidebar(project)
    with st.container(key=f"page-{place.module}", gap="small"):
        header(_(place.title), project)
        show_notice(project)
        with errors_in_words():
            chosen.run()


def _project() -> Project | None:
    with errors_in_words():
        return state.project()
    return None


def _as_page(place: Place, project: Project | None, title: str) -> st.Page:
    draw: Callable[[], None] = partial(place.draw, project)
    first = place.module == ("code" if project else "project")
    return st.Page(draw, title=title, icon=place.icon, url_path=place.module, default=first)
