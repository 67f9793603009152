"""Tables of cases: what is written is read again, and what does not fit is named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcode.errors import BadFile
from qualcode.formats import CASE_ENDINGS, read_cases, write_cases
from qualcode.formats.cases import FIELDS, HEADS
from qualcode.model.bundle import CaseRow
from qualcode.model.tree import clean_name, same_name

words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12).map(clean_name)
named = words.filter(bool)
ALIASES = [alias for aliases in HEADS.values() for alias in aliases]
heads = (named | st.sampled_from([*ALIASES, "=1+1", "Ålder"])).filter(
    lambda name: same_name(name.replace("_", " ").replace("-", " ")) not in FIELDS
)


@st.composite
def tables(draw: st.DrawFn) -> list[CaseRow]:
    """Rows as a project writes them: one case a row, or more for its other documents."""
    columns = draw(st.lists(heads, max_size=3, unique_by=same_name))
    rows = []
    for case in draw(st.lists(named, max_size=4, unique_by=same_name)):
        kind = draw(st.sampled_from(["person", "group", "site"]))
        values = {name: value for name in columns if (value := draw(words))}
        rows.append(CaseRow(case, kind, values=values))
        for document in draw(st.lists(named, max_size=2)):
            rows.append(CaseRow(case, kind, document, draw(words)))
    return rows


def without_numbers(rows: object) -> list[CaseRow]:
    return [CaseRow(r.case, r.kind, r.document, r.speaker, dict(r.values)) for r in rows]  # type: ignore[attr-defined]


@pytest.mark.parametrize("ending", CASE_ENDINGS)
@settings(deadline=None)
@given(rows=tables())
def test_what_is_written_is_read_again(ending: str, rows: list[CaseRow]) -> None:
    assert without_numbers(read_cases(f"a{ending}", write_cases(rows, ending))) == without_numbers(rows)


@pytest.mark.parametrize("ending", CASE_ENDINGS)
def test_no_cell_is_a_formula(ending: str) -> None:
    data = write_cases([CaseRow("=1+1", values={"@x": "+2"})], ending)
    (row,) = read_cases(f"a{ending}", data)
    assert (row.case, dict(row.values)) == ("=1+1", {"@x": "+2"})
    if ending == ".csv":
        assert b"'=1+1" in data and b"'@x" in data and b"'+2" in data


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("navn;alder\nÅse;52\n", [CaseRow("Åse", values={"alder": "52"})]),
        (
            "Informant,slag,fil,taler\nÅse,Gruppe,a.txt,A\n",
            [CaseRow("Åse", "group", "a.txt", "A")],
        ),
        ("case,navn\nI1,Åse\n", [CaseRow("I1", values={"navn": "Åse"})]),
        ("case,document\nI1,a.txt\nI1,b.txt\n", [CaseRow("I1", "", "a.txt"), CaseRow("I1", "", "b.txt")]),
    ],
)
def test_columns_go_by_several_names(text: str, rows: list[CaseRow]) -> None:
    assert without_numbers(read_cases("a.csv", text.encode())) == rows


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("alder\n52\n", "row 1: no column is called “case”"),
        ("navn,informant\na,b\n", "two columns mean the same"),
        ("case,alder\n,52\n", "row 2: the case is not named"),
        ("case,kind\na,hund\n", "row 2: “hund” is no kind of case; write person, group or site"),
        ("case,speaker\na,b\n", "row 2: a speaker is named, but no document"),
        ("case,alder\na,1\nb,2\nA,3\n", "rows 2 and 4 say different things of “A”: alder is “1” and “3”"),
        ("case,kind\na,person\na,site\n", "kind is “person” and “site”"),
    ],
)
def test_what_does_not_fit_is_named(text: str, told: str) -> None:
    with pytest.raises(BadFile, match=told):
        read_cases("a.csv", text.encode())
