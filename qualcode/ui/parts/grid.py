"""Tables of attributes to type in: a column for each, with the editor of its type.

An editor keeps the table that it began with while one types, so that the cursor stays. A new table comes after any
change that was not made in the editor itself.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

import streamlit as st

from qualcode import Project
from qualcode.errors import QualcodeError
from qualcode.model.attributes import kept
from qualcode.model.tree import same_name
from qualcode.model.values import AttributeType
from qualcode.ui import state
from qualcode.ui.parts.attribute_words import attribute_help, attribute_label, value_label

if TYPE_CHECKING:
    import pandas

VALUE = "value:"
"""What the columns of values begin with, so that no attribute's name is that of another column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: whose it is, and its cells by column, as texts."""

    id: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Base:
    """The table that an editor began with. `number` is part of the editor's key, `names` are the attributes it shows.

    `added` are the rows that were added in it since: the id that each got, if it was taken in, and its cells.
    """

    mark: tuple[object, ...]
    number: int
    names: tuple[str, ...]
    lines: tuple[Line, ...]
    added: tuple[tuple[str, Mapping[str, Any]], ...] = ()


def base(table: str, project: Project, names: tuple[str, ...], lines: Callable[[], tuple[Line, ...]]) -> Base:
    """The kept table of that name; a new one after a change made elsewhere, or when there are other attributes."""
    before: Base | None = state.recall(table)
    mark = _mark(project, names)
    if before and before.mark == mark:
        return before
    found = Base(mark, (before.number if before else 0) + 1, names, lines())
    state.remember(table, found)
    return found


def keep(
    table: str, project: Project, found: Base, names: Collection[str], added: Iterable[Any] = ()
) -> None:
    """Says that the table stands as it is shown, unless there is an attribute now that it does not show."""
    mark = _mark(project, names) if set(names) <= set(found.names) else ()
    state.remember(table, replace(found, mark=mark, added=tuple(added)))


def _mark(project: Project, names: Collection[str]) -> tuple[object, ...]:
    return (project.address, project.revision, *names)


def renew(table: str) -> None:
    """Begin anew with what the project holds."""
    before: Base | None = state.recall(table)
    if before:
        state.remember(table, replace(before, mark=()))


def typed(
    names: Sequence[str], types: Collection[AttributeType], lines: Sequence[Line]
) -> dict[str, AttributeType]:
    """What each column of values holds; as text where a value is there that does not fit the attribute's type."""
    known = {same_name(each.name): each for each in types}
    found = {}
    for name in names:
        column, of = VALUE + name, known.get(same_name(name), AttributeType(name))
        fits = of.type == "choice" or all(kept(of, line.cells.get(column, "")) is not None for line in lines)
        found[column] = replace(of, name=name) if fits else AttributeType(name)
    return found


def editors(columns: Mapping[str, AttributeType], lines: Sequence[Line]) -> dict[str, Any]:
    """How each column of values is edited."""
    return {
        column: _editor(of, [line.cells.get(column, "") for line in lines]) for column, of in columns.items()
    }


def _editor(of: AttributeType, cells: Sequence[str]) -> Any:
    shared: dict[str, Any] = {"label": attribute_label(of.name), "help": attribute_help(of.name)}
    if of.type == "number":
        return st.column_config.NumberColumn(**shared)
    if of.type == "date":
        return st.column_config.DateColumn(**shared)
    if of.type == "choice":
        others = sorted({*cells} - {"", *of.choices})
        return st.column_config.SelectboxColumn(
            **shared,
            options=[*of.choices, *others],
            format_func=lambda value: value_label(of.name, str(value)),
        )
    return st.column_config.TextColumn(**shared)


def frame(
    lines: Sequence[Line], columns: Sequence[str], values: Mapping[str, AttributeType]
) -> "pandas.DataFrame":
    """The table for the editor; numbers and dates are such, and what is not said is empty."""
    import pandas

    made = {}
    for column in columns:
        type_ = values[column].type if column in values else "text"
        cells = [_cell(type_, line.cells.get(column, "")) for line in lines]
        made[column] = pandas.Series(cells, dtype="Float64" if type_ == "number" else "object")
    return pandas.DataFrame(made, columns=list(columns))


def _cell(type_: str, text: str) -> object:
    if not text:
        return None
    if type_ == "number":
        return float(text)
    return date.fromisoformat(text) if type_ == "date" else text


def said(cell: object) -> str:
    """What was typed into a cell, as a text; a cell that was emptied says nothing."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def all_done(project: Project, what: str, acts: Sequence[Callable[[], object]]) -> list[QualcodeError]:
    """Does everything that can be done, as one act; what was refused is given back, and does not stop the rest."""
    refused: list[QualcodeError] = []
    if acts:
        with project.together(what if len(acts) > 1 else ""):
            for act in acts:
                try:
                    act()
                except QualcodeError as error:
                    refused.append(error)
    return refused


def tell_refused(refused: Sequence[QualcodeError], place: str) -> None:
    """Puts into words what was not taken in; it stays in the table, to be mended there."""
    if refused:
        _ = state.words()
        told = [error.in_words(_) for error in refused]
        told.append(_("This is not stored; everything else is."))
        state.tell(" ".join(told), kind="error", place=place)
