"""Codebooks: what was written is what is read; what a person typed is understood or answered with its row."""

from io import BytesIO

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import workbook

from qualcode.errors import BadFile, Refused
from qualcode.formats import CODEBOOK_ENDINGS, read_codebook, write_codebook
from qualcode.formats.canonical import plain
from qualcode.model.bundle import CodeRow
from qualcode.model.tree import clean_name, same_name

NASTY = [
    "=HYPERLINK(\"http://198.51.100.1\")", "+1", "-", "@x", "'=1", "''+", "\ttab", "\rretur", "＝1",
    "_x000D_", "_x000D_x000A_", "_x005F_x000D_", "_x000D\r", "x005F_", "<r>rik</r>", "<r><t>x</t></r>", "&amp;<b>",
    "en\nto\r\ntre\rfire", ' "sitat", ; ', "  luft  ", "null", "~", "no", "2020", "1.0", "- a: b", "#x", "!!str", "*a", "&a",
    "a\u030a", "😀 𝒜", "\u0085\u2028\ufeff", "|", ">", "{}", "[", "%", "`", "key: value # nei", "---", "...",
]  # fmt: skip
TEXT = st.one_of(st.sampled_from(NASTY), st.text(st.characters(codec="utf-8"), max_size=40)).map(plain)
NAMES = TEXT.map(clean_name).filter(bool)
COLOURS = st.one_of(st.just(""), st.integers(0, 0xFFFFFF).map("#{:06x}".format))
ROWS = st.lists(
    st.builds(
        CodeRow,
        path=st.lists(NAMES, min_size=1, max_size=4).map(tuple),
        definition=TEXT,
        when=TEXT,
        when_not=TEXT,
        example=TEXT,
        colour=COLOURS,
    ),
    max_size=6,
    unique_by=lambda row: tuple(map(same_name, row.path)),
).map(tuple)


def without_rows(rows: tuple[CodeRow, ...]) -> tuple[CodeRow, ...]:
    return tuple(CodeRow(c.path, c.definition, c.when, c.when_not, c.example, c.colour) for c in rows)


def refused(data: bytes | str, name: str = "bok.csv") -> BadFile:
    with pytest.raises(BadFile) as caught:
        read_codebook(name, data.encode() if isinstance(data, str) else data)
    assert name in str(caught.value)
    return caught.value


def paths(data: str, name: str = "bok.csv") -> list[tuple[str, ...]]:
    return [row.path for row in read_codebook(name, data.encode())]


@pytest.mark.parametrize("ending", CODEBOOK_ENDINGS)
@settings(deadline=None)
@given(rows=ROWS)
def test_what_was_written_is_read(ending: str, rows: tuple[CodeRow, ...]) -> None:
    assert without_rows(read_codebook(f"bok{ending}", write_codebook(rows, ending))) == rows


@pytest.mark.parametrize("ending", CODEBOOK_ENDINGS)
@pytest.mark.parametrize("text", NASTY)
def test_difficult_text_survives_in_every_field(ending: str, text: str) -> None:
    row = CodeRow((clean_name(text) or "x", "under/kode\\"), text, text, text, text, "#4477aa")
    assert without_rows(read_codebook(f"bok{ending}", write_codebook([row], ending))) == (row,)


@pytest.mark.parametrize("ending", CODEBOOK_ENDINGS)
def test_what_no_table_holds_is_left_out_in_writing(ending: str) -> None:
    row = CodeRow(("Håp",), "a\x00b\x1fc\ufffe\ud800d")
    assert read_codebook(f"bok{ending}", write_codebook([row], ending))[0].definition == "abcd"


def test_a_spreadsheet_program_reads_the_workbook_as_text() -> None:
    texts = ["=1+1", "http://198.51.100.1", "en\nto", "_x000D_x000A_", "<r>x</r>", "007"]
    data = write_codebook([CodeRow((text,), text) for text in texts], ".xlsx")
    sheet = openpyxl.load_workbook(BytesIO(data)).active
    assert [cell.value for cell in sheet[1]] == [
        "path",
        "definition",
        "when",
        "when_not",
        "example",
        "colour",
    ]
    assert [sheet.cell(row, 2).data_type for row in range(2, 8)] == ["s"] * 6
    assert [sheet.cell(row, 2).value for row in (2, 3, 4, 6, 7)] == [
        "=1+1",
        "http://198.51.100.1",
        "en\nto",
        "<r>x</r>",
        "007",
    ]


def test_csv_is_written_as_excel_reads_it() -> None:
    data = write_codebook([CodeRow(("Håp",), "=1", "en\nto", 'si "ja"')], ".csv")
    assert data.startswith(b"\xef\xbb\xbfpath,definition,")
    assert data.decode("utf-8-sig").endswith('Håp,\'=1,"en\nto","si ""ja""",,\r\n')


def test_a_text_longer_than_a_cell_is_refused_in_excel_only() -> None:
    row = CodeRow(("Håp",), "😀" * 16_384)
    with pytest.raises(Refused):
        write_codebook([row], ".xlsx")
    for ending in (".csv", ".yaml"):
        assert read_codebook(f"bok{ending}", write_codebook([row], ending))[0].definition == row.definition


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    lines = [
        "Farge;Kode;Bruk når;Ikke_når;EKSEMPEL;Definisjon;Annet",
        '#4477AA;Recovery/Håp;"ja; nå, da";"en\nto";;å;x',
    ]
    data = "\r\n".join(lines).replace(";", delimiter).encode(encoding)
    [row] = read_codebook("bok.csv", data)
    assert row == CodeRow(("Recovery", "Håp"), "å", f"ja{delimiter} nå, da", "en\nto", "", "#4477aa", 2)


def test_the_delimiter_is_that_of_the_known_heads() -> None:
    assert paths("kode;en, to, tre, fire\nHåp;x\n") == [("Håp",)]
    assert paths("sep=;\nkode;definisjon\na,b;c\n") == [("a,b",)]
    assert paths("kode\nHåp, tro\n".replace(",", "")) == [("Håp tro",)]


def test_rows_are_numbered_as_in_a_spreadsheet() -> None:
    rows = read_codebook("bok.csv", b'kode,definisjon\r\n"a","en\nto"\r\n\r\n"b",\r\n')
    assert [row.row for row in rows] == [2, 4]
    assert [row.row for row in read_codebook("bok.xlsx", workbook(["kode"], ["a"], [], ["b"]))] == [2, 4]


def test_names_with_parents_become_paths_in_any_order() -> None:
    data = "navn,forelder\nMot,håp\nRecovery,\nHåp,Recovery\nTid/sted,recovery/HÅP\nDel,Ny/Gren\nUnder,Tid/sted\n"
    assert paths(data) == [
        ("Recovery", "Håp", "Mot"),
        ("Recovery",),
        ("Recovery", "Håp"),
        ("recovery", "HÅP", "Tid/sted"),
        ("Ny", "Gren", "Del"),
        ("recovery", "HÅP", "Tid/sted", "Under"),
    ]


def test_a_chain_of_parents_may_be_long_but_not_endless() -> None:
    rows = [f"c{number},c{number + 1}\n" for number in range(50_000)]
    assert len(paths("name,parent\n" + "".join(rows[:99]))[0]) == 100
    assert refused("name,parent\n" + "".join(rows)).values["row"] == 2


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("name,parent\na,b\nb,c\nc,a\nd,\n", "2, 3, 4"),
        ("name,parent\nd,a\na,a\n", "3"),
        ("name,parent\nx,b\nb,c\nc,b\n", "3, 4"),
    ],
)
def test_codes_that_are_each_others_parents_are_refused_with_their_rows(data: str, rows: str) -> None:
    assert refused(data).values["rows"] == rows


def test_a_parent_that_two_rows_could_be_is_refused() -> None:
    values = refused("name,parent\na,x\na,y\nb,a\n").values
    assert (values["row"], values["first"], values["second"]) == (4, 2, 3)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("kode\nRecovery/Håp\nx\nrecovery/HA\u030aP\n", "bok.csv"),
        ("name,parent\nHåp,Recovery\nx,\nhåp,recovery\n", "bok.csv"),
        ("- path: Recovery/Håp\n- name: Recovery\n  children:\n    - håp\n", "bok.yaml"),
    ],
)
def test_the_same_code_twice_is_refused_with_both_rows(data: str, name: str) -> None:
    values = refused(data, name).values
    assert (values["first"], values["row"]) == ((1, 4) if name.endswith("yaml") else (2, 4))


@pytest.mark.parametrize(
    ("data", "row"),
    [
        ("kode,farge\na,#123456\nb,blå\n", 3),
        ("kode,farge\na,#12345\n", 2),
        ("kode,definisjon\na,x\n ,y\n", 3),
        ("kode,definisjon\n/,y\n", 2),
        ("navn,forelder\n,a\n", 2),
        ('kode,definisjon\na,x\nb,"åpen\nc,d\n', 3),
        ("kode,Definisjon,definition\n", 1),
        ("hva,er\na,b\n", 1),
    ],
)
def test_faults_name_their_row(data: str, row: int) -> None:
    assert refused(data).values["row"] == row


@pytest.mark.parametrize("data", ["", "\r\n\r\n", " \n"])
def test_an_empty_table_is_refused(data: str) -> None:
    assert "empty" in str(refused(data))


def test_a_codebook_with_heads_only_has_no_codes() -> None:
    assert paths("kode,definisjon\n") == []


@pytest.mark.parametrize(("written", "read"), [("4477AA", "#4477aa"), (" #FfF ", "#ffffff"), ("", "")])
def test_colours_are_read_in_every_usual_form(written: str, read: str) -> None:
    assert read_codebook("bok.csv", f"kode,farge\na,{written}\n".encode())[0].colour == read


def test_yaml_as_a_tree_and_as_a_list() -> None:
    data = """
# en kommentar
koder:
  - name: Recovery
    definisjon: Å komme seg
    underkoder:
      - navn: Håp/mot
        farge: '#ff0000'
        children:
      - Tro
  - path: Tid/Sted
    bruk når: no
  - {name: 2020, parent: År}
"""
    rows = read_codebook("bok.yaml", data.encode())
    assert [row.path for row in rows] == [
        ("Recovery",), ("Recovery", "Håp/mot"), ("Recovery", "Tro"), ("Tid", "Sted"), ("År", "2020"),
    ]  # fmt: skip
    assert [row.row for row in rows] == [4, 7, 10, 11, 13]
    assert rows[0].definition == "Å komme seg"
    assert rows[1].colour == "#ff0000"
    assert rows[3].when == "no"


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("- name: a\n- name: [b]\n", 2),
        ("- name: a\n- [b]\n", 2),
        ("- name: a\n- definition: b\n", 2),
        ("- name: a\n  children: b\n", 2),
        ("- name: a\n b: c\n", 2),
        ("- name: ''\n", 1),
        ("- name: a\n- ? [x]\n  : y\n", 2),
    ],
)
def test_faults_in_yaml_name_their_line(data: str, line: int) -> None:
    assert refused(data, "bok.yaml").values["line"] == line


@pytest.mark.parametrize("data", ["bare tekst", "", "a: b", "--- a\n--- b\n"])
def test_yaml_that_is_no_list_of_codes_is_refused(data: str) -> None:
    refused(data, "bok.yaml")


def test_numbers_in_a_workbook_are_text_without_decimals() -> None:
    [row] = read_codebook("bok.xlsx", workbook(["Kode", "Definisjon"], [2020, 1.5]))
    assert (row.path, row.definition) == (("2020",), "1.5")


def test_an_ending_that_is_not_written_is_refused() -> None:
    with pytest.raises(BadFile):
        write_codebook([], ".docx")
