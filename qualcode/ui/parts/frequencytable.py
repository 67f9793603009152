"""The frequency table on the screen."""

from collections.abc import Sequence

import streamlit as st

from qualcode.model.tables import FrequencyRow, FrequencyTable
from qualcode.model.tree import split_path
from qualcode.ui import state


def frequency_table(table: FrequencyTable, rows: Sequence[FrequencyRow]) -> None:
    """Codes in codebook order with own and total numbers, and one column for each value with its n."""
    import pandas

    _ = state.words()
    heads = {value: column_head(table, value) for value in table.values}
    shown = [
        {
            _("Code"): "\u2003" * (len(split_path(row.path)) - 1) + split_path(row.path)[-1],
            _("Own"): row.own,
            _("Total"): row.total,
            **{heads[value]: row.by.get(value, 0) for value in table.values},
        }
        for row in rows
    ]
    st.dataframe(
        pandas.DataFrame(shown),
        key="frequencies-table",
        hide_index=True,
        height="content" if len(shown) <= 30 else 600,
        column_config={_("Code"): st.column_config.TextColumn(width=240)},
        alt=_("How often each code is used"),
    )
    st.caption(_("Own leaves out subcodes; total has them. n is the number of documents in a column."))


def column_head(table: FrequencyTable, value: str) -> str:
    """`tidgiver (n = 4)`; a missing value is a dash."""
    name = value or "–"
    return f"{name} (n = {table.base[value]})" if value in table.base else name
