"""The reports in Excel and CSV."""

import csv
import tempfile
import zipfile
from io import BytesIO, StringIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_values import CODES, FROM, TABLE, excerpt, parts

from qualcode import reports
from qualcode.model.cells import revive
from qualcode.reports.text import legal

ANY = st.text(st.characters(exclude_categories=()))
RISKY = ["=1+1", '=HYPERLINK("http://x")', "+47", "-", "@a", "\t=1", "http://x.no", "007", "<b>", "**x**"]


def book(*excerpts, **options):
    data = reports.quotations(excerpts, CODES, FROM, ".xlsx", **{"language": "en", **options})
    return openpyxl.load_workbook(BytesIO(data))


def rows(*excerpts, **options):
    data = reports.quotations(excerpts, CODES, FROM, ".csv", **{"language": "en", **options})
    return list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))


def test_csv_begins_with_a_byte_order_mark_and_has_one_head():
    data = reports.quotations([excerpt()], CODES, FROM, ".csv", language="en")
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows(excerpt())[0] == [
        "No.", "Codes", "Quotation", "Informant", "Role", "Site", "Document", "Paragraph", "Comment",
    ]  # fmt: skip


def test_csv_keeps_columns_without_values():
    assert rows()[0] == rows(excerpt())[0]


def test_csv_rows_say_what_the_words_are_and_where():
    said = excerpt("Så,\nda.", attributes={"case": "Sara"}, memo="m")
    assert rows(said)[1] == ["1", "Bedring/Håp", "Så,\nda.", "Sara", "", "", "Intervju 1", "12", "m"]


@pytest.mark.parametrize("text", RISKY)
def test_no_cell_of_csv_is_a_formula(text):
    cell = rows(excerpt(text))[1][2]
    assert cell[0] not in "=+-@\t\r"
    assert revive(cell) == text


@pytest.mark.parametrize("letter", "\x00\x08\x0b\x0c\x1f\ud800\udfff\ufffe\uffff")
def test_each_letter_that_xml_forbids_is_replaced(letter):
    assert legal(f"a{letter}b") == "a\ufffdb"


def test_letters_that_xml_allows_are_kept():
    kept = "\t\n\r \x7f\x85\u2028\ud7ff\ue000\ufffd\U0001f469\U0010ffff"
    assert legal(kept) == kept


@given(ANY)
def test_csv_gives_the_words_back(text):
    assert revive(rows(excerpt(text))[1][2]) == legal(text)


@pytest.mark.parametrize("text", RISKY)
def test_text_in_excel_stays_text_to_the_letter(text):
    sheet = book(excerpt(text, document=text, memo=text))["Quotations"]
    for cell in (sheet["C2"], sheet["E2"], sheet["G2"]):
        assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)
        assert cell.quotePrefix


@settings(deadline=None, max_examples=50)
@given(ANY)
def test_no_cell_of_excel_is_a_formula(text):
    for sheet in book(excerpt(text, memo=text)):
        assert all(cell.data_type in {"s", "n", "inlineStr"} for row in sheet.iter_rows() for cell in row)


def test_the_head_is_frozen_and_filtered_and_prints_on_every_page():
    sheet = book(excerpt())["Quotations"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A2", "A1:F2", "$1:$1")
    assert sheet["C2"].alignment.wrap_text


def test_numbers_are_numbers():
    sheet = book(excerpt())["Quotations"]
    assert (sheet["A2"].value, sheet["F2"].value) == (1, 12)


def test_words_too_many_for_a_cell_go_on_in_the_next_row():
    text = "".join(chr(0x1F300 + number % 200) for number in range(20_000)) + "a" * 40_000
    sheet = book(excerpt(text))["Quotations"]
    parts = [row[2] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert "".join(parts) == text
    assert {row[0] for row in sheet.iter_rows(min_row=2, values_only=True)} == {1}
    assert max(len(part.encode("utf-16-le")) // 2 for part in parts) <= 32_767


def test_a_sheet_of_its_own_says_where_it_comes_from():
    about = dict(book(excerpt())["About"].iter_rows(values_only=True))
    assert (about["Project"], about["Revision"], about["Filter"], about["Shown"]) == (
        "Veien tilbake",
        "12",
        'role = "tidgiver"',
        "1 of 340",
    )


def test_an_empty_report_still_has_its_head():
    assert [cell.value for cell in book()["Quotations"][1]] == rows()[0]
    assert book()["Quotations"].max_row == 1


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_same_values_give_the_same_bytes_in_tables(ending):
    first, second = (reports.quotations([excerpt()], CODES, FROM, ending) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("ending", reports.ENDINGS["quotations"])
def test_no_interview_is_written_to_a_temporary_file(ending, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))
    assert reports.quotations([excerpt()], CODES, FROM, ending)


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_no_clock_gets_into_a_file(ending):
    data = reports.quotations([excerpt()], CODES, FROM, ending)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}
    assert b"2025-03-04T09:30:00Z" in parts(data)["docProps/core.xml"]


def test_frequencies_are_numbers_in_excel():
    data = reports.frequencies(TABLE, CODES, FROM, ".xlsx", language="en")
    sheet = openpyxl.load_workbook(BytesIO(data))["Frequencies"]
    assert list(sheet.iter_rows(values_only=True)) == [
        ("Code", "Own", "Total", "Oslo (n = 3)", "Bergen (n = 1)"),
        ("Bedring", 2, 1205, 1200, 5),
        ("Bedring/Håp", 3, 3, 3, 0),
    ]


def test_frequencies_in_csv_have_the_whole_path_first():
    lines = reports.frequencies(TABLE, CODES, FROM, ".csv", language="en").decode("utf-8-sig").splitlines()
    assert lines == [
        "Code,Own,Total,Oslo (n = 3),Bergen (n = 1)",
        "Bedring,2,1205,1200,5",
        "Bedring/Håp,3,3,3,0",
    ]


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_codebook_as_a_table_has_a_row_per_code(ending):
    data = reports.codebook(CODES, FROM, ending, language="en")
    if ending == ".csv":
        found = [row[0] for row in csv.reader(StringIO(data.decode("utf-8-sig")))]
    else:
        found = [
            row[0] for row in openpyxl.load_workbook(BytesIO(data))["Codebook"].iter_rows(values_only=True)
        ]
    assert found == ["Code", *(code.path for code in CODES)]


def test_kinds_and_endings_are_all_there():
    assert reports.KINDS == ("quotations", "frequencies", "codebook")
    assert all(reports.ENDINGS[kind] == (".docx", ".xlsx", ".csv") for kind in reports.KINDS)


@pytest.mark.parametrize("text", ["<r><t>hei</t></r>", "<r></r>", "<r>Åse: 🙂</r>"])
def test_words_that_look_like_the_markup_of_excel_are_words(text):
    sheet = book(excerpt(text=text, memo=text)).worksheets[0]
    assert [cell for row in sheet.iter_rows(values_only=True) for cell in row].count(text) == 2
