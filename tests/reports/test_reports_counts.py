"""Frequencies and the codebook in Word; how columns share a page."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report_values import CODES, FROM, TABLE, W, cells, opened, tree

from qualcode import reports
from qualcode.model.tables import COUNTED, FrequencyTable
from qualcode.reports.word.measure import MARGIN, Need, allot, width


def frequencies(table=TABLE, **options):
    return reports.frequencies(table, CODES, FROM, ".docx", language="en", **options)


def test_a_row_gives_own_total_and_each_value():
    assert cells(frequencies())[0] == {
        "Code": "Bedring",
        "Own": "2",
        "Total": "1,205",
        "Oslo\n(n\u00a0=\u00a03)": "1,200",
        "Bergen\n(n\u00a0=\u00a01)": "5",
    }


def test_subcodes_are_set_in_and_carry_their_whole_path():
    rows = opened(frequencies()).tables[0].rows
    above, below = (row.cells[0].paragraphs[0] for row in list(rows)[1:])
    assert below.text == "Bedring/Håp"
    assert below.paragraph_format.left_indent > above.paragraph_format.left_indent


def test_figures_stand_flush_right():
    assert {cell.paragraphs[0].style.name for cell in opened(frequencies()).tables[0].rows[1].cells[1:]} == {
        "Tabelltall"
    }


@pytest.mark.parametrize("counted", COUNTED)
def test_the_note_says_what_was_counted(counted):
    texts = [paragraph.text for paragraph in opened(frequencies(replace(TABLE, counted=counted))).paragraphs]
    assert any(counted in text and "subcodes are included in Total" in text for text in texts)


def test_more_values_than_fit_go_on_in_further_tables():
    values = tuple(f"Intervju {number}" for number in range(40))
    tables = opened(frequencies(replace(TABLE, values=values, base={}))).tables
    assert len(tables) > 1
    assert [cell.text for table in tables for cell in table.rows[0].cells[3:]] == list(values)


def test_figures_are_never_squeezed():
    values = tuple(f"Intervju {number}" for number in range(40))
    data = frequencies(replace(TABLE, values=values, base={}))
    least = width("1\u00a0205") + MARGIN
    assert all(int(column.get(f"{W}w")) >= least for column in tree(data).iter(f"{W}gridCol"))


def test_the_number_of_documents_stands_on_a_line_of_its_own():
    table = replace(
        TABLE, values=("Oslo", "Et langt navn på et sted"), base={"Oslo": 3, "Et langt navn på et sted": 1}
    )
    heads = list(cells(frequencies(table))[0])[3:]
    assert heads == ["Oslo\n(n\u00a0=\u00a03)", "Et langt navn på et sted\n(n\u00a0=\u00a01)"]


@pytest.mark.parametrize(("number", "landscape"), [(0, False), (4, False), (16, True), (60, True)])
def test_the_page_stands_upright_until_the_columns_need_it_otherwise(number, landscape):
    table = replace(TABLE, values=tuple(f"Intervju {place}" for place in range(number)), base={})
    section = opened(frequencies(table)).sections[0]
    assert (section.page_width > section.page_height) == landscape


@pytest.mark.parametrize("landscape", [True, False])
def test_the_page_can_be_chosen(landscape):
    section = opened(frequencies(landscape=landscape)).sections[0]
    assert (section.page_width > section.page_height) == landscape


def test_values_without_a_name_are_not_stated():
    table = replace(TABLE, values=("Oslo", ""), base={})
    assert list(cells(frequencies(table))[0])[-1] == "not stated"


def test_a_table_without_codes_says_so():
    assert "There are no codes to count." in [
        p.text for p in opened(frequencies(FrequencyTable("codings", ()))).paragraphs
    ]


def test_the_codebook_says_when_and_when_not():
    texts = [p.text for p in opened(reports.codebook(CODES, FROM, ".docx", language="en")).paragraphs]
    place = texts.index("Håp")
    assert texts[place + 1 : place + 6] == [
        "Bedring/Håp · 0 codings",
        "Noe kan bli bedre.",
        "Use when\tNå.",
        "Do not use when\tFør.",
        "Example\t«Ja.»",
    ]


def test_an_empty_codebook_says_so():
    texts = [p.text for p in opened(reports.codebook((), FROM, ".docx", language="en")).paragraphs]
    assert "The codebook has no codes yet." in texts


def test_codes_deeper_than_the_headings_are_headed_like_the_deepest():
    path = "/".join("abcdefgh")
    code = replace(CODES[0], id="deep", name="h", path=path)
    data = reports.codebook((code,), FROM, ".docx", language="en")
    assert [p.text for p in opened(data).paragraphs if p.style.name == "Heading 5"] == ["h"]


def test_a_colour_that_is_none_is_left_out():
    data = reports.codebook((replace(CODES[0], colour='red"/>'),), FROM, ".docx", language="en")
    assert list(tree(data).iter(f"{W}left")) == []


@given(
    st.lists(st.tuples(st.integers(100, 4000), st.integers(0, 4000), st.booleans()), min_size=1, max_size=14),
    st.integers(4000, 16000),
)
def test_columns_never_reach_beyond_the_page(sizes, room):
    needs = [Need(least, least + more, greedy) for least, more, greedy in sizes]
    widths = allot(needs, room)
    assert sum(widths) <= room
    assert all(width >= 0 for width in widths)
    if any(need.greedy for need in needs):
        assert sum(widths) == room


def test_short_words_stay_whole_where_room_is_scarce():
    assert allot([Need(500, 500), Need(4000, 4000), Need(2000, 9000, greedy=True)], 5000) == [500, 2500, 2000]


def test_small_wishes_come_before_great_ones():
    assert allot([Need(500, 600), Need(500, 5000), Need(1000, 9000, greedy=True)], 4000) == [600, 1400, 2000]


def test_wide_letters_take_more_room_than_narrow_ones():
    assert width("mmm") > width("aaa") > width("iii")
