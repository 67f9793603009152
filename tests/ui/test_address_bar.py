"""A link may name a project of this machine, not one elsewhere that this person has never opened."""

from pathlib import Path

import pytest

from qualcode.ui import state
from qualcode.ui.parts import places

DATABASE = "postgresql://db.example.org/studie?schema=a"


@pytest.mark.parametrize(
    ("address", "may"),
    [
        ("/data/studie.qualcode", True),
        ("studie.qualcode", True),
        (DATABASE, False),
        (r"\\\\server\\del\\studie.qualcode", False),
        ("//server/del/studie.qualcode", False),
    ],
)
def test_a_link_reaches_no_other_machine(
    address: str, may: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path))
    assert state.may_open(address, "") is may


def test_a_database_opened_before_or_named_at_the_start_may_be_reopened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path))
    assert state.may_open(DATABASE, DATABASE)
    places.note(DATABASE)
    assert state.may_open(DATABASE, "")
