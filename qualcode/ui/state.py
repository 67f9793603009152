"""What one browser session remembers, and what the process remembers for all of them.

Only this module touches `st.session_state`, `st.query_params` and the caches. Values of our own are kept under names
that begin with `qc:`; the others belong to widgets, by their `key`.
"""

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, ParamSpec, TypeVar
from urllib.parse import urlsplit

import streamlit as st

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.i18n import LANGUAGES, Translate, best_language, translator
from qualcode.ui.parts import places
from qualcode.ui.parts.sample import sample
from qualcode.ui.projects import opened, seat

T = TypeVar("T")
P = ParamSpec("P")
IN_URL = ("project", "coder", "lang", "document")
FIRST_PROJECT = "QUALCODE_PROJECT"
OF_A_PROJECT = (
    *("document", "code", "jump", "imported", "prepared", "steps"),
    *("attributes", "new attributes", "attribute warnings"),
    *("cases-table", "new case attributes", "case warnings"),
)
"""What is forgotten when another project is opened."""
SAMPLE = "sample"
"""What `FIRST_PROJECT` says when no project was named: the sample in the reader's language."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the last act came to, in the reader's words. `revision` is what an undo from the notice would take back."""

    kind: Literal["done", "error"]
    text: str
    place: str = "page"
    revision: int | None = None


def begin() -> None:
    """Take over from the address bar what a new session should know."""
    if recall("begun"):
        return
    first = os.environ.get(FIRST_PROJECT, "")
    for name in IN_URL:
        if name in st.query_params and (name != "project" or may_open(st.query_params[name], first)):
            remember(name, st.query_params[name])
    if not recall("project") and first:
        remember("project", sample(language()) if first == SAMPLE else first)
    remember("begun", True)


def may_open(address: str, first: str) -> bool:
    """Whether the address bar may name this project: a file of this machine, or one this person has opened before.

    A link made by somebody else must not make the program call a database or a file server of their choosing.
    """
    elsewhere = "://" in address or address.startswith(("\\\\", "//"))
    return not elsewhere or address in (first, *places.recent())


def show_in_address_bar() -> None:
    """Let the address bar say project, coder, language and document, so that the page can be reloaded and kept."""
    wanted = {
        name: str(recall(name)) for name in IN_URL if recall(name) and not _is_secret(str(recall(name)))
    }
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)


def _is_secret(value: str) -> bool:
    """A database address with a password stays out of the address bar, its history and its bookmarks."""
    return "://" in value and urlsplit(value).password is not None


def recall(name: str, default: Any = None) -> Any:
    """What `remember` was told under this name."""
    return st.session_state.get(f"qc:{name}", default)


def remember(name: str, value: Any) -> None:
    """Keep a value for this session, across pages."""
    st.session_state[f"qc:{name}"] = value


def widget(key: str, default: Any = None) -> Any:
    """The present value of the widget with this key."""
    return st.session_state.get(key, default)


def fill(key: str, value: Any) -> None:
    """Put a value into the widget with this key, before it is drawn."""
    st.session_state[key] = value


def fill_once(key: str, value: Any) -> None:
    """Put a value into the widget with this key, unless it has one."""
    if key not in st.session_state:
        st.session_state[key] = value


def language() -> str:
    """The interface language: the chosen one, else the browser's."""
    chosen = recall("lang")
    return chosen if chosen in LANGUAGES else best_language(st.context.locale)


def speak(chosen: str) -> None:
    """Change the interface language."""
    remember("lang", chosen)


def words() -> Translate:
    """The `gettext` of the reader; called `_` where it is used."""
    return translator(language())


def use(address: str) -> None:
    """Turn to another project; what was chosen in the last one is forgotten."""
    for name in OF_A_PROJECT:
        remember(name, None)
    remember("project", address)


def address() -> str:
    """Where the present project lies; empty when none is open."""
    return recall("project") or ""


def project() -> Project | None:
    """The open project, seen by the present coder. A project that cannot be opened is put away, and the error raised."""
    if not address():
        return None
    try:
        found = opened(address())
    except QualcodeError:
        remember("project", None)
        raise
    return seat(address(), recall("coder") or found.coder.name)


def work_as(name: str) -> None:
    """Change coder."""
    remember("coder", " ".join(name.split()))


def attempt(
    verb: Callable[P, T], *args: P.args, **kwargs: P.kwargs
) -> T | None:  # the wrapper every callback that writes goes through
    """Do one verb for a callback. What a person can mend becomes a notice in their language, and None comes back."""
    try:
        done = verb(*args, **kwargs)
    except QualcodeError as error:
        tell(error.in_words(words()), kind="error")
        return None
    remember("notice", None)
    return done


def tell(
    text: str, *, kind: Literal["done", "error"] = "done", place: str = "page", undoes: Project | None = None
) -> None:
    """Put a notice where the next run shows it; with `undoes`, it offers to take the project's latest change back."""
    remember("notice", Notice(kind, text, place, undoes.revision if undoes else None))


def notice(place: str) -> Notice | None:
    """What there is to tell in this place of the page."""
    found = recall("notice")
    return found if found and found.place == place else None


def go(page: str) -> None:
    """Ask the next run to turn to another page."""
    remember("wanted", page)


def wanted() -> str:
    """The page that `go` asked for; only once."""
    page = recall("wanted", "")
    remember("wanted", "")
    return page or ""


def turned_to(page: str) -> None:
    """Note which page is drawn; a notice does not follow to the next page."""
    if recall("page") not in (None, page) and not recall("carry"):
        remember("notice", None)
    remember("carry", False)
    remember("page", page)


def jump_to(document: str, start: int, end: int) -> None:
    """Open a place in a document on the Code page."""
    remember("document", document)
    remember(
        "jump", {"document": document, "id": time.time_ns() // 1000, "jump": {"start": start, "end": end}}
    )


def go_to(place: Mapping[str, Any]) -> None:
    """Open a document on the Code page, and show the place in it where one is named."""
    if "start" in place and "end" in place:
        jump_to(place["document"], place["start"], place["end"])
    else:
        remember("document", place["document"])


def kept(project: Project, read: Callable[..., T], *args: Any) -> T:
    """`read(project, *args)`, remembered for all sessions until the project changes."""
    name = f"{read.__module__}.{read.__qualname__}"
    return _kept(project.address, project.revision, name, args, _read=lambda: read(project, *args))


def kept_for_good(project: Project, read: Callable[..., T], *args: Any) -> T:
    """The same for what never changes, such as the parts of a text that is named by its `sha`."""
    name = f"{read.__module__}.{read.__qualname__}"
    return _kept_for_good(project.address, name, args, _read=lambda: read(project, *args))


@st.cache_data(max_entries=128, show_spinner=False)
def _kept(*_key: object, _read: Callable[[], Any]) -> Any:
    return _read()


@st.cache_data(max_entries=2048, show_spinner=False)
def _kept_for_good(*_key: object, _read: Callable[[], Any]) -> Any:
    return _read()
