"""Files made to do harm, each by its name: read or refused, in a process with little memory.

And what is deliberate about what a document holds beside its words, where the tests of its format do not say it.
"""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hostile_files import CASES, MB, MEMORY
from office_files import p, r, unzipped, word_of, zipped
from sample_files import BOOK, ODT
from test_opendocument import odt
from test_opendocument import p as odt_p

from qualcode.errors import BadFile, TooLarge
from qualcode.formats import read_attributes, read_codings, read_document, survey_columns

ROOT = Path(__file__).resolve().parents[2]
GENEROUS = 600
"""Seconds; no test of speed, only a net."""


@pytest.fixture(scope="module")
def outcomes() -> dict[str, dict[str, Any]]:
    """What came of every case, in one process of its own."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("hostile_files.py"))],
        capture_output=True, text=True, timeout=GENEROUS, check=False, cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip
    found = {row["case"]: row for row in map(json.loads, done.stdout.splitlines())}
    assert done.returncode == 0, f"the process ended with {done.returncode} at: {done.stderr[-2_000:]}"
    return found


REFUSED = {
    "zips in zips", "zip with four thousand names for one bomb", "docx with entities from outside",
    "docx with a billion laughs", "odt with a billion laughs", "epub with a billion laughs", "xlsx with a billion laughs",
    "html with 100,000 nested tags", "html with 100,000 nested lists and cells", "pdf with values in values",
    "pdf with an object stream within itself", "pdf with an object stream that goes on in itself",
    "pdf with a page packed twice", "rtf with deep groups", "rtf with footnotes in footnotes", "json with huge nesting",
    "json with a number of a million digits", "codings with huge nesting", "docx with 100,000 notes",
    "csv of quotation marks", "xlsx with a cell far out", "yaml of aliases",
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_hostile_file_is_read_or_refused_within_bounds(
    outcomes: dict[str, dict[str, Any]], case: str
) -> None:
    found = outcomes[case]
    assert (found["came"] != "read") == (case in REFUSED)
    assert found["text"]
    assert found["peak"] < MEMORY // MB // 2


@pytest.mark.parametrize("case", [case for case in CASES if "laughs" in case or "outside" in case])
def test_no_entity_is_ever_written_out(outcomes: dict[str, dict[str, Any]], case: str) -> None:
    assert "haha" not in outcomes[case]["text"]
    assert "root:" not in outcomes[case]["text"]


def test_names_in_a_zip_lead_nowhere(outcomes: dict[str, dict[str, Any]]) -> None:
    assert outcomes["zip slip"]["text"] == "[('etc/passwd.txt', 1), ('x.txt', 1)]"


def test_ten_thousand_pages_are_read(outcomes: dict[str, dict[str, Any]]) -> None:
    assert outcomes["pdf with 10,000 pages"]["characters"] == 10_000 * len("Side med noen ord på.\n") - 1


@pytest.mark.parametrize("row", ["A", "A,1,2", "A,1,2,3,4"])
@pytest.mark.parametrize("read", [read_attributes, survey_columns])
def test_a_ragged_row_is_named(read: Any, row: str) -> None:
    if row.count(",") == 2:
        assert read("a.csv", f"dokument,a,b\n{row}\n".encode())
        return
    with pytest.raises(BadFile) as caught:
        read("a.csv", f"dokument,a,b\nB,1,2\n{row}\n".encode())
    assert caught.value.values["row"] == 3


def test_a_ragged_row_of_codings_is_named() -> None:
    with pytest.raises(BadFile, match="row 3"):
        read_codings("a.csv", b"document,code,start,end\nA,b,0,4\nA,b\n")


def test_one_column_more_than_five_hundred_is_too_many() -> None:
    names = ",".join(f"s{n}" for n in range(500))
    with pytest.raises(TooLarge, match="501"):
        read_attributes("a.csv", f"dokument,{names}\n".encode())


def test_subrip_without_numbers_is_read() -> None:
    srt = "00:00:01,000 --> 00:00:02,000\nen\n\n00:00:03,000 --> 00:00:04,000\nto\n"
    document = read_document("a.srt", srt.encode())
    assert (document.text, [seconds for _, seconds in document.times]) == ("en\nto", [1, 3])


@pytest.mark.parametrize("part", ["mimetype", "META-INF/manifest.xml", "styles.xml"])
def test_an_opendocument_text_needs_its_contents_only(part: str) -> None:
    parts: dict[str, bytes | str] = {name: data for name, data in unzipped(ODT).items() if name != part}
    assert read_document("a.odt", zipped(parts)).text == read_document("a.odt", ODT).text


@pytest.mark.parametrize("part", ["META-INF/container.xml", "a.opf", "a.xhtml"])
def test_a_book_without_one_of_its_lists_is_refused(part: str) -> None:
    parts: dict[str, bytes | str] = {name: data for name, data in unzipped(BOOK).items() if name != part}
    with pytest.raises(BadFile):
        read_document("a.epub", zipped(parts))


def test_comments_in_word_are_no_text_and_are_told_with_their_number() -> None:
    comment = '<w:commentRangeStart w:id="{0}"/>{1}<w:commentRangeEnd w:id="{0}"/><w:r><w:commentReference w:id="{0}"/></w:r>'
    body = f"<w:p>{comment.format(0, r('Jeg sa nei'))}{comment.format(1, r(' da.'))}</w:p>"
    parts: dict[str, bytes | str] = dict(unzipped(word_of(body)))
    parts["word/comments.xml"] = "<w:comments><w:comment><w:p>Sjekk dette</w:p></w:comment></w:comments>"
    document = read_document("a.docx", zipped(parts))
    assert document.text == "Jeg sa nei da."
    assert [(template, values["count"]) for template, values in document.warnings] == [
        ("Comments were left out ({count}).", 2)
    ]


def test_insertions_in_word_are_read_and_deletions_left_out() -> None:
    insertion = f'<w:ins w:author="K">{r("bestemte ")}</w:ins>'
    deletion = '<w:del w:author="K"><w:r><w:delText>måtte </w:delText></w:r></w:del>'
    document = read_document("a.docx", word_of(f"<w:p>{r('Jeg ')}{deletion}{insertion}{r('selv.')}</w:p>"))
    assert document.text == "Jeg bestemte selv."
    assert [values["count"] for _, values in document.warnings] == [1]


def test_lists_in_word_are_lines_without_their_signs() -> None:
    numbering = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
    body = p("Én", numbering.format(0)) + p("under", numbering.format(1)) + p("To", numbering.format(0))
    assert read_document("a.docx", word_of(body)).text == "Én\nunder\nTo"


def word_table(*cells: str) -> str:
    return f"<w:tbl><w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr></w:tbl>"


def test_a_table_in_a_cell_is_words_of_that_cell() -> None:
    assert (
        read_document("a.docx", word_of(word_table(p("a"), p("b") + word_table(p("c"), p("d")) + p("")))).text
        == "a\tb c d"
    )
    inner = (
        f"<table:table><table:table-row>{cell(odt_p('c'))}{cell(odt_p('d'))}</table:table-row></table:table>"
    )
    outer = f"<table:table><table:table-row>{cell(odt_p('a'))}{cell(odt_p('b') + inner)}</table:table-row></table:table>"
    assert read_document("a.odt", odt(outer)).text == "a\tb c d"
    page = "<table><tr><td>a<td>b<table><tr><td>c<td>d</table></table>"
    assert read_document("a.html", page.encode()).text == "a\tb c d"


def cell(words: str) -> str:
    return f"<table:table-cell>{words}</table:table-cell>"
