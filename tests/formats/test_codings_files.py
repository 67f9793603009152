"""Codings as .csv and .jsonl."""

import json
from dataclasses import replace
from unicodedata import normalize

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile
from qualcode.formats import CODING_ENDINGS, read_codings, write_codings
from qualcode.formats.canonical import plain
from qualcode.model.bundle import CodingRow

TEXT = st.text(st.characters(codec="utf-8"), max_size=30).map(plain)
NAMES = st.one_of(st.sampled_from(["=1", "'=x", "-", "Recovery/Ha\u030ap", "a,b;c", '"']), TEXT)
CODINGS = st.lists(
    st.builds(
        lambda document, code, start, length, coder, memo, **marks: CodingRow(
            document, code, start, start + length, coder, memo, **marks
        ),
        document=NAMES.map(lambda name: normalize("NFC", name).strip()).filter(bool),
        code=NAMES.map(lambda name: normalize("NFC", name).strip()).filter(bool),
        start=st.integers(0, 10**9),
        length=st.integers(1, 10**6),
        coder=TEXT.map(str.strip),
        memo=TEXT,
        weight=st.sampled_from(["", "promotes", "inhibits"]),
        starred=st.booleans(),
        condensation=TEXT,
    ),
    max_size=6,
).map(tuple)


def without_rows(rows: tuple[CodingRow, ...]) -> tuple[CodingRow, ...]:
    return tuple(replace(each, row=None) for each in rows)


def refused(name: str, data: str) -> BadFile:
    with pytest.raises(BadFile) as caught:
        read_codings(name, data.encode())
    assert name in str(caught.value)
    return caught.value


@pytest.mark.parametrize("ending", CODING_ENDINGS)
@settings(deadline=None)
@given(rows=CODINGS)
def test_what_was_written_is_read(ending: str, rows: tuple[CodingRow, ...]) -> None:
    assert without_rows(read_codings(f"k{ending}", write_codings(rows, ending))) == rows


def test_heads_in_norwegian_in_any_order_with_others_beside() -> None:
    data = "Slutt;START;annet;Kode;dokument;Koder;Notat\r\n12;0;x;Recovery/Håp;Anna;kari;=1\r\n"
    assert read_codings("k.csv", data.encode("windows-1252")) == (
        CodingRow("Anna", "Recovery/Håp", 0, 12, "kari", "=1", 2),
    )


def test_json_lines_with_other_keys_and_blank_lines() -> None:
    first = {"document": "A", "code": "Håp", "start": 0, "end": 2, "id": 7, "memo": None}
    second = {"document": "A", "code": "Håp", "start": "3", "end": 5, "coder": "\ud800Ola"}
    data = f"\ufeff{json.dumps(first)}\r\n\r\n{json.dumps(second)}"
    assert read_codings("k.jsonl", data.encode()) == (
        CodingRow("A", "Håp", 0, 2, row=1),
        CodingRow("A", "Håp", 3, 5, "Ola", row=3),
    )


@pytest.mark.parametrize("starred", ["ja", "Yes", "1", True, 1, "x"])
@pytest.mark.parametrize("weight", ["fremmer", "PROMOTES"])
def test_marks_may_be_written_in_norwegian(starred: object, weight: str) -> None:
    row = {"document": "A", "code": "b", "start": 0, "end": 2, "starred": starred, "weight": weight}
    (read,) = read_codings("k.jsonl", json.dumps(row).encode())
    assert (read.starred, read.weight) == (True, "promotes")
    data = f"dokument;kode;start;slutt;vekt;stjerne;fortetting\nA;b;0;2;hemmer;{starred};Kort\n"
    (read,) = read_codings("k.csv", data.encode())
    assert (read.starred, read.weight, read.condensation) == (True, "inhibits", "Kort")


@pytest.mark.parametrize(("field", "value"), [("weight", "heavy"), ("starred", "often"), ("starred", "2")])
def test_a_mark_that_cannot_be_is_refused_with_its_row(field: str, value: str) -> None:
    error = refused("k.csv", f"document,code,start,end,{field}\nA,b,0,1,\nA,b,1,2,{value}\n")
    assert (error.values["row"], error.values["field"], error.values["value"]) == (3, field, value)


@pytest.mark.parametrize("start", ["", "-1", "1.5", "x", "٣", "9" * 20])
def test_a_position_that_is_no_number_is_refused_with_its_row(start: str) -> None:
    error = refused("k.csv", f"document,code,start,end\nA,b,0,1\nA,b,{start},99\n")
    assert (error.values["row"], error.values["field"]) == (3, "start")


@pytest.mark.parametrize("start", [True, 1.0, None, [], -1])
def test_a_position_of_another_kind_in_json_is_refused(start: object) -> None:
    row = {"document": "A", "code": "b", "start": start, "end": 5}
    assert refused("k.jsonl", json.dumps(row)).values["field"] == "start"


@pytest.mark.parametrize(("start", "end"), [(5, 5), (6, 5)])
def test_a_coding_of_no_text_is_refused(start: int, end: int) -> None:
    assert refused("k.csv", f"document,code,start,end\nA,b,{start},{end}\n").values["row"] == 2


def test_missing_columns_are_named() -> None:
    assert refused("k.csv", "document,start,x\n").values["columns"] == "code, end"


@pytest.mark.parametrize("row", ["A, ,0,1", ",b,0,1"])
def test_an_empty_name_is_refused_with_its_row(row: str) -> None:
    assert refused("k.csv", f"document,code,start,end\n{row}\n").values["row"] == 2


def test_a_text_of_another_kind_is_refused() -> None:
    assert (
        refused("k.jsonl", '{"document": 1, "code": "b", "start": 0, "end": 5}').values["field"] == "document"
    )


def test_a_broken_line_of_json_is_refused_with_its_row() -> None:
    assert refused("k.jsonl", '\n{"document": "A"\n').values["row"] == 2


def test_nothing_but_heads_is_no_codings() -> None:
    assert read_codings("k.csv", b"document,code,start,end\n") == ()
    assert read_codings("k.jsonl", b"") == ()


def test_codings_are_not_read_from_workbooks() -> None:
    assert ".jsonl" in str(refused("k.xlsx", ""))
