"""Frequencies as a chart. Altair is loaded on this page only, and draws in the browser without fetching anything."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from qualcode.model.tables import FrequencyRow, FrequencyTable
from qualcode.model.tree import split_path
from qualcode.ui import state
from qualcode.ui.parts.frequencytable import column_head

MOST = 40


@dataclass(frozen=True, slots=True)
class Ink:
    """Colours that are told apart by everybody, on light or on dark paper."""

    text: str
    own: str
    below: str
    scheme: tuple[str, ...]
    turn: float
    """The part of the largest number from which a cell needs the other colour of text."""
    far: str


LIGHT = Ink("#22282d", "#0f5c66", "#9cc5c9", ("#f3f0ea", "#9cc5c9", "#0f5c66", "#06323a"), 0.5, "#ffffff")
DARK = Ink("#e7e3db", "#7fcad4", "#3c6a71", ("#22272b", "#2c5f68", "#7fcad4", "#d8f3f6"), 0.5, "#10181a")


def chart(table: FrequencyTable, rows: Sequence[FrequencyRow], counted: str) -> None:
    """Bars without columns, a heat map with them; every number is also written."""
    _ = state.words()
    chosen = {row.code for row in sorted(rows, key=lambda row: -row.total)[:MOST]}
    kept = [row for row in rows if row.code in chosen]
    if len(kept) < len(rows):
        st.caption(_("The chart shows the {n} codes that are used most; the table has all.").format(n=MOST))
    ink = DARK if st.context.theme.type == "dark" else LIGHT
    draw = _heat(table, kept, counted, ink) if table.by else _bars(kept, counted, ink)
    dressed = {"labelColor": ink.text, "titleColor": ink.text, "labelFontSize": 12}
    st.altair_chart(
        draw.configure_axis(**dressed, gridOpacity=0.4).configure_legend(**dressed, orient="bottom"),
        key="frequencies-chart",
        alt=_("Chart of the table below"),
    )


def _bars(rows: Sequence[FrequencyRow], counted: str, ink: Ink) -> Any:
    import altair
    import pandas

    _ = state.words()
    own, below = _("with the code itself"), _("with codes below it")
    data = [
        {"path": row.path, "n": number, "what": what, "order": order, "total": row.total}
        for row in rows
        for order, (what, number) in enumerate(((own, row.own), (below, row.total - row.own)))
    ]
    base = altair.Chart(pandas.DataFrame(data)).encode(y=_codes(rows))
    tips = [altair.Tooltip("path:N", title=_("Code")), altair.Tooltip("what:N", title=counted), "n:Q"]
    colours = altair.Scale(domain=[own, below], range=[ink.own, ink.below])
    bars = base.mark_bar(size=14).encode(
        x=altair.X("n:Q", title=counted, axis=altair.Axis(tickMinStep=1)),
        color=altair.Color("what:N", title=None, scale=colours),
        order="order:Q",
        tooltip=tips,
    )
    sums = base.transform_filter("datum.order == 0").mark_text(
        align="left", dx=5, color=ink.text, fontSize=12
    )
    return (bars + sums.encode(x="total:Q", text="total:Q")).properties(height=altair.Step(24))


def _heat(table: FrequencyTable, rows: Sequence[FrequencyRow], counted: str, ink: Ink) -> Any:
    import altair
    import pandas

    data: list[dict[str, Any]] = [
        {"path": row.path, "value": column_head(table, value), "n": row.by.get(value, 0)}
        for row in rows
        for value in table.values
    ]
    most = max((cell["n"] for cell in data), default=0)
    heads = altair.Axis(orient="top", labelAngle=-30, labelLimit=180)
    base = altair.Chart(pandas.DataFrame(data)).encode(
        y=_codes(rows),
        x=altair.X("value:N", sort=None, title=None, axis=heads),
        tooltip=["path:N", "value:N", altair.Tooltip("n:Q", title=counted)],
    )
    colours = altair.Scale(range=list(ink.scheme), domainMin=0, interpolate="rgb")
    cells = base.mark_rect().encode(color=altair.Color("n:Q", title=counted, scale=colours, legend=None))
    far = altair.condition(altair.datum.n > most * ink.turn, altair.value(ink.far), altair.value(ink.text))
    return (cells + base.mark_text(fontSize=12).encode(text="n:Q", color=far)).properties(
        height=altair.Step(26)
    )


def _codes(rows: Sequence[FrequencyRow]) -> Any:
    """The codes down the side: the last name of each path, set in by its depth."""
    import altair

    names = {row.path: "· " * (len(split_path(row.path)) - 1) + split_path(row.path)[-1] for row in rows}
    axis = altair.Axis(
        labelLimit=260,
        labelExpr=f"{json.dumps(names)}[datum.value]",
        labelAlign="left",
        labelPadding=170,
        labelOverlap=False,
    )
    return altair.Y("path:N", sort=None, title=None, axis=axis)
