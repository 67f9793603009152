"""Cells that a spreadsheet would run are made harmless, and come back as they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.cells import defuse, revive

SIGNS = "=+-@\t\r＝＋－＠"
risky = st.text(st.sampled_from(SIGNS + "'1A ") | st.characters(), max_size=8)


@given(risky)
def test_a_cell_comes_back_as_it_was(cell: str) -> None:
    assert revive(defuse(cell)) == cell


@given(risky)
def test_no_defused_cell_begins_as_a_formula(cell: str) -> None:
    assert defuse(cell)[:1] not in tuple(SIGNS)


@pytest.mark.parametrize("cell", ["=1+1", "+47 123", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "＝1"])
def test_what_would_run_is_given_an_apostrophe(cell: str) -> None:
    assert defuse(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "Håp", "'sitat'", "1-2", " =1"])
def test_anything_else_is_left_alone(cell: str) -> None:
    assert defuse(cell) == revive(cell) == cell
