"""Lists of proposals, a page at a time: choosing what is listed, and yes or no to each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import streamlit as st

from qualcode import Project
from qualcode.i18n import plural, show_number
from qualcode.model.structure import Place
from qualcode.model.values import Document
from qualcode.ui import state
from qualcode.ui.parts import review_acts
from qualcode.ui.parts.review_reading import Choice

A_PAGE = 25
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answers:
    """The two things that can be said to a proposal."""

    yes: str
    no: str


def one_of(label: str, names: Mapping[str, str], *, key: str, first: str) -> str:
    """One of several, as a row of buttons. What was chosen stays, though the counts in the names change."""
    chosen = state.recall(key)
    chosen = chosen if chosen in names else first
    state.fill(key, chosen)
    st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=_keep,
        args=(key,),
        label_visibility="collapsed",
    )
    return chosen


def _keep(key: str) -> None:
    state.remember(key, state.widget(key))


Filter = tuple[str, Callable[[Choice[T]], bool]]


def any_of(_choice: Choice[T]) -> bool:
    """The filter that lets everything through."""
    return True


def filtered(choices: Sequence[Choice[T]], filters: Mapping[str, Filter[T]], *, key: str) -> list[Choice[T]]:
    """Those of one kind, chosen by a row of buttons with counts; at first those of the first kind there are any of."""
    _ = state.words()
    found = {name: [each for each in choices if fits(each)] for name, (_label, fits) in filters.items()}
    language = state.language()
    names = {
        name: f"{label} {show_number(len(found[name]), language)}" for name, (label, _fits) in filters.items()
    }
    first = next((name for name in filters if found[name]), next(iter(filters)))
    return found[one_of(_("Show"), names, key=key, first=first)]


def page_of(found: Sequence[T], *, key: str, size: int = A_PAGE) -> Sequence[T]:
    """The part of a list that is shown; `turning` draws the way to the others."""
    number = max(1, min(state.widget(key, 1), -(-len(found) // size)))
    return found[(number - 1) * size : number * size]


def turning(total: int, *, key: str, size: int = A_PAGE) -> None:
    """The pages of a list."""
    if total > size:
        st.pagination(-(-total // size), key=key)


def answer(project: Project, document: Document, choice: Choice[T], answers: Answers, label: str) -> None:
    """Yes or no to one proposal; neither is marked while it waits. `label` says to a screen reader what it is about."""
    key = f"answer-{choice.group}"
    state.fill(key, None if choice.waiting else "yes" if choice.accepted else "no")
    st.segmented_control(
        label,
        ("yes", "no"),
        format_func={"yes": answers.yes, "no": answers.no}.__getitem__,
        key=key,
        required=True,
        on_change=_answered,
        args=(project, document, choice, key),
        label_visibility="collapsed",
    )


def _answered(project: Project, document: Document, choice: Choice[T], key: str) -> None:
    needs = getattr(choice.part, "needs", ())
    if state.widget(key) == "yes":
        review_acts.choose(project, document, accept=(choice.group, *needs))
    elif state.widget(key) == "no":
        review_acts.choose(project, document, reject=(choice.group,))


def looked_at(project: Project, document: Document, shown: Sequence[Choice[T]], key: str) -> None:
    """A button that leaves all that is shown as it stands, and marks it as looked at."""
    _, ngettext = state.words(), plural(state.language())
    new = [each for each in shown if not each.seen]
    if not new:
        return
    told = ngettext("{n} proposal is looked at.", "{n} proposals are looked at.", len(new))
    st.button(
        ngettext("Leave this one as it is", "Leave these {n} as they are", len(new)).format(n=len(new)),
        key=key,
        icon=":material/done_all:",
        help=_("Marks them as looked at, so that they are not listed under “Not looked at” any more."),
        on_click=review_acts.choose,
        args=(project, document, told.format(n=len(new))),
        kwargs={
            "accept": [each.group for each in new if each.accepted],
            "reject": [each.group for each in new if not each.accepted],
        },
    )


def where(place: Place) -> str:
    """The page, or else the paragraph, of a place."""
    _ = state.words()
    if place.page:
        return _("page {n}").format(n=place.page)
    return _("paragraph {n}").format(n=place.paragraph)
