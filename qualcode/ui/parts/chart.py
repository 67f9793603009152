"""Frequencies as a chart. Altair is loaded on this page only, and draws in the browser without fetching anything."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from qualcode.model.tables import FrequencyRow, FrequencyTable
from qualcode.model.tree import split_path
from qualcode.ui import state
from qualcode.ui.parts.frequencytable import column_head

MOST = 40


def chart(
    table: FrequencyTable, rows: Sequence[FrequencyRow], counted: str, colours: Mapping[str, str]
) -> None:
    """Bars without columns, a heat map with them; every number is also written."""
    _ = state.words()
    chosen = sorted(rows, key=lambda row: -row.total)[:MOST]
    kept = [row for row in rows if row in chosen]
    if len(kept) < len(rows):
        st.caption(_("The chart shows the {n} codes that are used most; the table has all.").format(n=MOST))
    draw = _heat(table, kept, counted) if table.by else _bars(kept, counted, colours)
    st.altair_chart(draw, key="frequencies-chart", alt=_("Chart of the table below"))


def _bars(rows: Sequence[FrequencyRow], counted: str, colours: Mapping[str, str]) -> Any:
    import altair
    import pandas

    _ = state.words()
    data = [
        {"code": _short(row.path), "n": row.total, "path": row.path, "colour": colours.get(row.code)}
        for row in rows
    ]
    base = altair.Chart(pandas.DataFrame(data)).encode(
        y=altair.Y("path:N", sort=None, title=None, axis=altair.Axis(labelLimit=260, labelExpr=_label(rows))),
        x=altair.X("n:Q", title=counted, axis=altair.Axis(tickMinStep=1)),
        tooltip=[altair.Tooltip("path:N", title=_("Code")), altair.Tooltip("n:Q", title=counted)],
    )
    bars = base.mark_bar(cornerRadiusEnd=2, size=15).encode(color=altair.Color("colour:N", scale=None))
    return (bars + base.mark_text(align="left", dx=5).encode(text="n:Q")).properties(
        height=24 * len(rows) + 40
    )


def _heat(table: FrequencyTable, rows: Sequence[FrequencyRow], counted: str) -> Any:
    import altair
    import pandas

    _ = state.words()
    data: list[dict[str, Any]] = [
        {"path": row.path, "value": column_head(table, value), "n": row.by.get(value, 0)}
        for row in rows
        for value in table.values
    ]
    most = max((cell["n"] for cell in data), default=0)
    base = altair.Chart(pandas.DataFrame(data)).encode(
        y=altair.Y("path:N", sort=None, title=None, axis=altair.Axis(labelLimit=260, labelExpr=_label(rows))),
        x=altair.X(
            "value:N", sort=None, title=None, axis=altair.Axis(orient="top", labelAngle=-30, labelLimit=180)
        ),
        tooltip=["path:N", "value:N", altair.Tooltip("n:Q", title=counted)],
    )
    cells = base.mark_rect(stroke="white", strokeWidth=1).encode(
        color=altair.Color(
            "n:Q", title=counted, scale=altair.Scale(scheme="cividis", reverse=True, domainMin=0)
        )
    )
    light = altair.condition(altair.datum.n > most * 0.55, altair.value("white"), altair.value("black"))
    numbers = base.mark_text().encode(text="n:Q", color=light)
    return (cells + numbers).properties(height=26 * len(rows) + 60)


def _short(path: str) -> str:
    return split_path(path)[-1]


def _label(rows: Sequence[FrequencyRow]) -> str:
    """A Vega expression that shows the last name of a path, set in by its depth."""
    import json

    names = {row.path: "  " * (len(split_path(row.path)) - 1) + _short(row.path) for row in rows}
    return f"{json.dumps(names)}[datum.value]"
