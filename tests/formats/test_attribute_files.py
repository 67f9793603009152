"""Attribute tables as .csv and .xlsx."""

from datetime import date, datetime, time
from typing import Any

import pytest
from office_files import relationships, unzipped, workbook, zipped

from qualcode.errors import BadFile, TooLarge
from qualcode.formats import read_attributes
from qualcode.model.bundle import AttributeRow


def refused(data: bytes | str, name: str = "e.csv") -> BadFile:
    with pytest.raises(BadFile) as caught:
        read_attributes(name, data.encode() if isinstance(data, str) else data)
    assert name in str(caught.value)
    return caught.value


def values(*cells: object, **options: Any) -> list[str]:
    """The attribute values of one row of a workbook."""
    heads = ["dokument", *(f"a{number}" for number in range(len(cells)))]
    [row] = read_attributes("e.xlsx", workbook(heads, ["A", *cells], **options))
    return list(row.values.values())


@pytest.mark.parametrize("head", ["document", "Dokument", " FIL ", "filnavn"])
def test_the_column_that_names_the_documents_may_stand_anywhere(head: str) -> None:
    data = f"Rolle;{head};  Sted \r\nbruker; Anna.docx ; \r\n;Per;Bergen\r\n".encode("windows-1252")
    assert read_attributes("e.csv", data) == (
        AttributeRow("Anna.docx", {"Rolle": "bruker"}, 2),
        AttributeRow("Per", {"Sted": "Bergen"}, 3),
    )


def test_names_and_values_are_composed() -> None:
    [row] = read_attributes("e.csv", "fil,A\u030ar\nHa\u030akon,pa\u030a\n".encode())
    assert row == AttributeRow("Håkon", {"År": "på"}, 2)


def test_numbers_are_plain_text_without_needless_digits() -> None:
    assert values(1, 1.0, 0.1 + 0.2, -3, 1e20) == ["1", "1", "0.3", "-3", "1e+20"]


def test_dates_and_truth_are_plain_text() -> None:
    afternoon = datetime.fromisoformat("2024-01-31 14:30")
    assert values(date(2024, 1, 31), afternoon, time(14, 30), True, False) == [
        "2024-01-31",
        "2024-01-31 14:30:00",
        "14:30:00",
        "TRUE",
        "FALSE",
    ]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("d. mmmm yyyy", "2024-01-31"),
        ("[$-414]d. mmm. åååå;@", "2024-01-31"),
        ('0 "dager"', "45322"),
        ("[Red]0;[Blue]-0", "45322"),
        ("#,##0\\ \\k\\r", "45322"),
        ("General", "45322"),
        ("0.00E+00", "45322"),
    ],
)
def test_only_formats_that_show_dates_make_dates(code: str, shown: str) -> None:
    def style(book: Any) -> None:
        book.active["B2"].number_format = code

    assert values(45322, also=style) == [shown]


@pytest.mark.parametrize(
    ("number", "shown"),
    [(1, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (-5, "-5"), (1e9, "1000000000")],
)
def test_the_leap_year_that_never_was(number: float, shown: str) -> None:
    def style(book: Any) -> None:
        book.active["B2"].number_format = "yyyy-mm-dd"

    assert values(number, also=style) == [shown]


def test_dates_that_count_from_1904_are_read_as_such() -> None:
    parts = unzipped(workbook(["fil", "a"], ["A", date(2024, 1, 31)]))
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        b"<workbookPr/>", b'<workbookPr date1904="1"/>'
    )
    [row] = read_attributes("e.xlsx", zipped(parts))
    assert row.values == {"a": "2028-02-01"}


def test_text_that_looks_like_something_else_stays_text() -> None:
    assert values("007", "1.0", "'=x", "a\u030a") == ["007", "1.0", "'=x", "å"]


def test_the_first_visible_sheet_is_read() -> None:
    def sheets(book: Any) -> None:
        book.active.sheet_state = "hidden"
        book.create_sheet("Ark").append(["fil", "by"])
        book["Ark"].append(["A", "Oslo"])

    [row] = read_attributes("e.xlsx", workbook(["fil", "x"], ["A", "feil"], also=sheets))
    assert row.values == {"by": "Oslo"}


def test_shared_and_rich_text_is_put_together_and_places_may_be_left_out() -> None:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    texts = (
        "<si><t>fil</t></si><si><r><t>b</t></r><r><t>y</t></r><rPh><t>??</t></rPh></si>"
        "<si><t>A</t></si><si><t>Os_x006C_o</t></si>"
    )
    cells = [f'<c t="s"><v>{number}</v></c>' for number in range(4)]
    parts = unzipped(workbook(["x"]))
    rels = relationships(("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "texts.xml")).replace(
        "r0", "rId1"
    )
    read = read_attributes(
        "e.xlsx",
        zipped(
            {
                **parts,
                "xl/_rels/workbook.xml.rels": rels,
                "xl/texts.xml": f'<sst xmlns="{main}">{texts}</sst>',
                "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row>{cells[0]}{cells[1]}</row>'
                f"<row>{cells[2]}{cells[3]}</row></sheetData></worksheet>",
            }
        ),
    )
    assert read == (AttributeRow("A", {"by": "Oslo"}, 2),)


def test_a_formula_whose_result_is_not_stored_is_refused_with_its_row() -> None:
    assert refused(workbook(["fil", "a"], ["A", "=1+1"]), "e.xlsx").values["row"] == 2


def test_short_rows_in_excel_are_rows_with_empty_cells() -> None:
    assert read_attributes("e.xlsx", workbook(["fil", "a", "b"], ["A", 1], [], ["B"])) == (
        AttributeRow("A", {"a": "1"}, 2),
        AttributeRow("B", {}, 4),
    )


@pytest.mark.parametrize(
    ("data", "row"),
    [
        ("fil,a,b\nA,1,2\nB,1\n", 3),
        ("fil,a\nA,1,2\n", 2),
        ("fil,,b\nA,uten hode,2\n", 2),
        ("fil,a\n,1\n", 2),
        ("fil,a\nA,1\n\nA,2\n", 4),
        ("fil,Sted,sted \nA,1,2\n", 1),
        ("fil,dokument\nA,1\n", 1),
        ("navn,a\nA,1\n", 1),
    ],
)
def test_faults_name_their_row(data: str, row: int) -> None:
    assert refused(data).values["row"] == row


def test_a_cell_without_a_head_in_excel_is_refused() -> None:
    assert refused(workbook(["fil"], ["A"], ["B", "x"]), "e.xlsx").values["row"] == 3


def test_empty_columns_and_rows_are_no_fault() -> None:
    assert read_attributes("e.csv", b"fil,a,,\nA,1,,\n,,,\n") == (AttributeRow("A", {"a": "1"}, 2),)


def test_too_many_columns_or_rows_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert isinstance(refused("fil," + ",".join(f"a{n}" for n in range(500)) + "\n"), TooLarge)
    monkeypatch.setattr("qualcode.formats.attributes.MAX_ROWS", 2)
    assert isinstance(refused("fil,a\nA,1\nB,1\nC,1\n"), TooLarge)
