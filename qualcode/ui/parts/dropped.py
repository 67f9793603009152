"""Tables among the files that are dropped: what each was taken for, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

import streamlit as st

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.i18n import plural, show_number
from qualcode.model.bundle import TableKind
from qualcode.ui import state
from qualcode.ui.parts import reading, surveys
from qualcode.ui.parts.notices import errors_in_words
from qualcode.ui.parts.plain import Html, tag

ENDINGS = (".csv", ".xlsx")
KINDS: tuple[TableKind, ...] = ("survey", "attributes", "cases")
"""In the order in which they come in: what is described must be there first."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A table that waits to be brought in. `key` tells it from others; `beside` are the names of the texts it came with."""

    name: str
    data: bytes
    key: str
    beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Described:
    """What became of a table of attributes or cases: how many it changed, and what there is to tell."""

    name: str
    kind: TableKind
    changed: int = 0
    warnings: tuple[tuple[str, Mapping[str, object]], ...] = ()
    error: QualcodeError | None = None


def is_table(file_name: str) -> bool:
    """Whether a file is a table, and not a text."""
    return PurePath(file_name).suffix.casefold() in ENDINGS


def choose_kind(project: Project, table: Dropped) -> None:
    """What the table was taken for, which can be changed, and what will become of its rows."""
    with st.container(key=f"table-{table.key}", gap="small"), errors_in_words():
        with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
            st.html(tag("h2", table.name, class_="qp-heading"), width="content")
            kind = _select(project, table)
        if kind == "survey":
            surveys.choose_columns(project, table.name, table.data, table.key)
        else:
            st.html(tag("p", _told(kind), class_="qp-small"))


def _select(project: Project, table: Dropped) -> TableKind:
    _ = state.words()
    looks = state.kept(project, reading.table_kind, table.name, table.data, table.beside)
    names = {"survey": _("Survey answers"), "attributes": _("Attributes of documents"), "cases": _("Cases")}
    return st.selectbox(
        _("What the table holds"),
        KINDS,
        KINDS.index(looks),
        format_func=names.__getitem__,
        # A text that is dropped later may show what the rows mean: then the box is a new one.
        key=f"kind-{looks}-{table.key}",
        width=260,
    )


def _told(kind: TableKind) -> str:
    _ = state.words()
    if kind == "attributes":
        return _(
            "Each row describes the document it names in the column “document”: one that is dropped here, or one that the "
            "project has. Every other column becomes an attribute."
        )
    return _(
        "Each row is a case, named in the column “case”. The columns “document” and “speaker” say where the case is found; "
        "every other column but “kind” becomes an attribute of the case."
    )


def bring_in(project: Project, table: Dropped, kind: TableKind, language: str) -> surveys.Survey | Described:
    """Imports one table as it was decided; what cannot be read is told in the result."""
    if kind == "survey":
        return surveys.bring_in(project, table.name, table.data, table.key, language)
    verb = project.documents.import_attributes if kind == "attributes" else project.cases.import_file
    before = _described(project, kind)
    try:
        warnings = verb(table.name, table.data)
    except QualcodeError as error:
        return Described(table.name, kind, error=error)
    after = _described(project, kind)
    return Described(table.name, kind, sum(before.get(id_) != now for id_, now in after.items()), warnings)


def _described(project: Project, kind: TableKind) -> Mapping[str, object]:
    if kind == "attributes":
        return {document.id: document.attributes for document in project.documents.all()}
    ties = project.cases.ties()
    return {case.id: (case, [tie for tie in ties if tie.case_id == case.id]) for case in project.cases.all()}


def kind_of(project: Project, table: Dropped) -> TableKind:
    """What was chosen for the table, else what it looks like; a survey when it cannot be read, which is told there."""
    try:
        looks = project.documents.table_kind(table.name, table.data, beside=table.beside)
    except QualcodeError:
        return "survey"
    return state.widget(f"kind-{looks}-{table.key}", looks)


def line(done: Described) -> Html:
    """What became of the table: how many it describes, and its rows that name nothing."""
    _, ngettext = state.words(), plural(state.language())
    if done.error is not None:
        return tag("li", tag("strong", done.name), tag("span", done.error.in_words(_)), class_="qp-bad")
    n = done.changed
    if done.kind == "attributes":
        fact = ngettext("attributes of {n} document", "attributes of {n} documents", n)
    else:
        fact = ngettext("{n} case added or described", "{n} cases added or described", n)
    told = surveys.some([_(template).format(**values) for template, values in done.warnings])
    fact = fact.format(n=show_number(n, state.language()))
    return tag("li", tag("strong", done.name), tag("span", fact), told, class_="qp-good")
