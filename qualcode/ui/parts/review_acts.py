"""Deciding on what is proposed: one verb, and one line about what became of the codings."""

from collections.abc import Callable, Collection
from typing import Any

from qualcode import Project
from qualcode.i18n import plural
from qualcode.model.values import Document
from qualcode.ui import state


def do(project: Project, told: str, verb: Callable[..., Any], *given: Any, **named: Any) -> None:
    """Does one verb that may move codings, and tells it with Undo; without `told` only what happened to codings is told."""
    before = project.revision
    moved = state.attempt(verb, *given, **named)
    if moved is None:
        return
    line = " ".join(filter(None, [told, *codings(moved)]))
    if line and project.revision != before:
        state.tell(line, undoes=project)


def choose(
    project: Project,
    document: Document,
    told: str = "",
    *,
    accept: Collection[str] = (),
    reject: Collection[str] = (),
) -> None:
    """Carries proposals out, or takes them back."""
    do(project, told, project.cleaning.choose, document.id, accept=accept, reject=reject)


def codings(moved: Any, *, stood: bool = False) -> list[str]:
    """What became of the codings, in words; `stood` also tells how many stand on the same words."""
    ngettext = plural(state.language())
    kept, touched, gone = moved.kept if stood else 0, len(moved.touched), len(moved.gone)
    same = ngettext("{n} coding stands on the same words.", "{n} codings stand on the same words.", kept)
    changed = ngettext(
        "{n} coding stands on words that were changed.",
        "{n} codings stand on words that were changed.",
        touched,
    )
    lost = ngettext(
        "{n} coding lost its words and is gone.", "{n} codings lost their words and are gone.", gone
    )
    return [told.format(n=n) for told, n in ((same, kept), (changed, touched), (lost, gone)) if n]


def open_text(document_id: str, start: int, end: int) -> None:
    """Shows a place in the text on the coding page."""
    state.jump_to(document_id, start, end)
    state.go("code")
