"""The quotations report in Word, opened as a reader's program would."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_values import CODES, FROM, W, cells, excerpt, opened, parts, tree

from qualcode import reports
from qualcode.errors import QualcodeError
from qualcode.i18n import translator
from qualcode.model.structure import Place
from qualcode.reports.text import legal
from qualcode.reports.word.measure import MARGIN, width
from qualcode.reports.word.styles import LOOKS


def word(*excerpts, **options):
    return reports.quotations(excerpts, CODES, FROM, ".docx", **{"language": "en", **options})


def test_a_row_says_who_said_what_and_where():
    said = excerpt(attributes={"informant": "Sara", "rolle": "deltaker", "Sted": "Oslo"}, memo="Ler.")
    assert cells(word(said)) == [
        {
            "No.": "1",
            "Codes": "Bedring/Håp",
            "Quotation": "“Det gikk.”",
            "Informant": "Sara",
            "Role": "deltaker",
            "Site": "Oslo",
            "Source": "Intervju 1\npara. 12",
            "Comment": "Ler.",
        }
    ]


def test_columns_without_a_value_in_the_whole_report_are_left_out():
    assert list(cells(word(excerpt()))[0]) == ["No.", "Codes", "Quotation", "Informant", "Source"]


def test_the_speaker_stands_in_for_an_informant_without_a_name():
    assert cells(word(excerpt()))[0]["Informant"] == "R1"


def test_columns_that_say_nothing_anywhere_are_shown_when_they_are_all_there_is():
    assert cells(word(excerpt(), columns=("site",))) == [{"Site": ""}]


def test_any_attribute_can_be_a_column():
    said = excerpt(attributes={"kjønn": "kvinne"})
    assert cells(word(said, columns=("quotation", "kjønn")))[0]["kjønn"] == "kvinne"


def test_on_an_upright_page_with_many_columns_who_spoke_goes_into_one():
    said = excerpt(attributes={"informant": "Sara", "role": "deltaker", "site": "Oslo"}, memo="Ler.")
    assert cells(word(said, landscape=False))[0]["Informant, role, site"] == "Sara\ndeltaker\nOslo"


def test_numbers_run_through_the_report():
    data = word(excerpt(code="h"), excerpt(code="h", start=20), excerpt(code="s"))
    assert [row["No."] for table in (0, 1) for row in cells(data, table)] == ["1", "2", "3"]


def test_headings_follow_the_code_tree_and_name_the_codes_above():
    headings = [
        (paragraph.style.name, paragraph.text)
        for paragraph in opened(word(excerpt(code="s"), excerpt(code="t"))).paragraphs
        if paragraph.style.name.startswith("Heading")
    ]
    assert headings == [
        ("Heading 1", "Bedring"),
        ("Heading 2", "Håp"),
        ("Heading 3", "Tro"),
        ("Heading 1", "Skam"),
    ]


def test_the_definition_stands_below_the_heading():
    texts = [paragraph.text for paragraph in opened(word(excerpt())).paragraphs]
    assert texts[texts.index("Håp") + 1] == "Noe kan bli bedre."


def test_all_codes_on_the_same_words_are_listed_its_own_first():
    rows = cells(word(excerpt(code="h"), excerpt(code="s")), 1)
    assert rows[0]["Codes"] == "Skam\nBedring/Håp"


def test_codes_that_the_codebook_does_not_know_come_last_in_norwegian_order():
    strangers = [excerpt(code=name) for name in ("Å", "Ø", "Zoo")]
    names = [p.text for p in opened(word(*strangers, excerpt())).paragraphs if p.style.name == "Heading 1"]
    assert names == ["Bedring", "Zoo", "Ø", "Å"]


@pytest.mark.parametrize(("words", "style"), [(39, "Sitat"), (40, "Blokksitat")])
def test_forty_words_make_a_block(words, style):
    cell = opened(word(excerpt("ord " * (words - 1) + "slutt"))).tables[0].rows[1].cells[2]
    assert [paragraph.style.name for paragraph in cell.paragraphs] == [style]


def test_a_block_has_no_quotation_marks_and_keeps_its_paragraphs():
    text = "ord " * 30 + "\n\n" + "«ord» " * 30
    assert cells(word(excerpt(text)))[0]["Quotation"] == text


def test_norwegian_quotations_stand_in_guillemets_and_marks_within_stay():
    data = word(excerpt("Hun sa «ja»."), language="nb")
    assert opened(data).tables[0].rows[1].cells[2].text == "«Hun sa «ja».»"


def test_norwegian_reports_speak_norwegian():
    _ = translator("nb")
    data = word(excerpt(), language="nb")
    assert opened(data).paragraphs[0].text == _("Quotations")
    assert b'w:lang w:val="nb-NO"' in parts(data)["word/styles.xml"]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=())), st.text(st.characters(exclude_categories=())))
def test_words_come_out_to_the_letter(text, memo):
    row = cells(word(excerpt(text, memo=memo)))[0]
    assert row["Quotation"] in {f"“{legal(text)}”", legal(text)}
    assert row.get("Comment", "") == legal(memo)


@pytest.mark.parametrize(
    "text", ["<script>alert(1)</script>", '=HYPERLINK("http://x")', "**fet** & &amp; {filter}", "]]>"]
)
def test_markup_is_only_text(text):
    everywhere = word(excerpt(text, document=text, attributes={"informant": text}, memo=text))
    row = cells(everywhere)[0]
    assert (row["Informant"], row["Comment"], row["Source"]) == (text, text, f"{text}\npara. 12")


def test_what_xml_forbids_is_shown_as_a_replacement_character():
    assert cells(word(excerpt("a\x00b\x0bc\ud800d")))[0]["Quotation"] == "“a\ufffdb\ufffdc\ufffdd”"


def test_five_thousand_words_fit_in_one_row_that_may_be_split():
    text = " ".join(f"ord{number}" for number in range(5000))
    data = word(excerpt(text))
    assert cells(data)[0]["Quotation"] == text
    assert [len(row.findall(f".//{W}cantSplit")) for row in tree(data).iter(f"{W}tr")] == [1, 0]


def test_the_head_repeats_and_short_rows_stay_whole():
    head, row = tree(word(excerpt())).iter(f"{W}tr")
    assert head.find(f"{W}trPr/{W}tblHeader") is not None
    assert row.find(f"{W}trPr/{W}cantSplit") is not None


@pytest.mark.parametrize("landscape", [True, False])
def test_columns_fill_the_width_between_the_margins(landscape):
    document = opened(word(excerpt(attributes={"role": "x" * 90, "site": "y"}), landscape=landscape))
    section = document.sections[0]
    grid = [
        int(column.get(f"{W}w")) for column in tree(word(excerpt(), landscape=landscape)).iter(f"{W}gridCol")
    ]
    assert sum(grid) * 635 == section.page_width - section.left_margin - section.right_margin
    assert (section.page_width > section.page_height) == landscape


def test_a_paragraph_number_stays_on_the_line_of_its_word():
    data = word(excerpt(document="A", place=Place(1234)), columns=("quotation", "source"))
    assert int(list(tree(data).iter(f"{W}gridCol"))[1].get(f"{W}w")) >= width("para. 1234") + MARGIN


def test_captions_count_themselves():
    document = tree(word(excerpt(), excerpt(code="s")))
    fields = [node.text.strip() for node in document.iter(f"{W}instrText")]
    assert fields == ['TOC \\o "1-3" \\h \\z \\u', "SEQ Table \\* ARABIC", "SEQ Table \\* ARABIC"]
    captions = [
        p.text for p in opened(word(excerpt(), excerpt(code="s"))).paragraphs if p.style.name == "Caption"
    ]
    assert captions == ["Table\u00a01: Bedring/Håp, 1 quotation", "Table\u00a02: Skam, 1 quotation"]


def test_the_contents_are_filled_and_lead_to_the_headings():
    document = tree(word(excerpt(), excerpt(code="s")))
    links = {node.get(f"{W}anchor"): "".join(node.itertext()) for node in document.iter(f"{W}hyperlink")}
    names = [node.get(f"{W}name") for node in document.iter(f"{W}bookmarkStart")]
    assert list(links) == names
    assert list(links.values()) == ["Bedring", "Håp1 quotation", "Skam1 quotation"]
    assert b"updateFields" not in parts(word(excerpt()))["word/settings.xml"]


def test_every_field_that_begins_also_ends():
    for part in ("word/document.xml", "word/footer1.xml"):
        kinds = [node.get(f"{W}fldCharType") for node in tree(word(excerpt()), part).iter(f"{W}fldChar")]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") > 0


def test_the_footer_says_where_the_report_comes_from():
    footer = opened(word(excerpt())).sections[0].footer
    text = "\n".join(paragraph.text for paragraph in footer.paragraphs)
    for said in (
        "Veien tilbake",
        "revision 12",
        "04/03/2025",
        'role = "tidgiver"',
        "1 of 340 shown",
        "Page 1 of 1",
    ):
        assert said in text


def test_styles_named_in_the_document_are_defined():
    data = word(excerpt("ord " * 50), excerpt(code="s", memo="m"))
    used = {node.get(f"{W}val") for node in tree(data).iter(f"{W}pStyle", f"{W}tblStyle", f"{W}rStyle")}
    defined = {node.get(f"{W}styleId") for node in tree(data, "word/styles.xml").iter(f"{W}style")}
    assert used <= defined
    assert {"Sitat", "Blokksitat", "Tabelltekst", "Caption", "Heading1"} <= defined


def test_properties_name_title_author_and_time():
    core = opened(word(excerpt())).core_properties
    assert (core.title, core.author, core.language) == ("Quotations – Veien tilbake", "Ingrid", "en-GB")
    assert core.created.strftime("%Y-%m-%d %H:%M") == "2025-03-04 09:30"


def test_the_same_values_give_the_same_bytes():
    assert word(excerpt()) == word(excerpt())


def test_a_report_without_quotations_says_so():
    document = opened(word())
    assert "No quotations match this selection." in [paragraph.text for paragraph in document.paragraphs]
    assert document.tables == []


def test_the_colour_of_a_code_never_stands_alone():
    bars = [node.getparent().getparent().getparent() for node in tree(word(excerpt())).iter(f"{W}left")]
    assert bars
    assert all("".join(paragraph.itertext()).strip() for paragraph in bars)


def test_an_unknown_ending_is_refused_with_the_ones_there_are():
    with pytest.raises(QualcodeError, match=re.escape(".docx, .xlsx, .csv")):
        reports.quotations([], CODES, FROM, ".pdf")


@pytest.mark.parametrize("text", [" a\n b ", "a\tb", "\ta\n", "  ", "a  b"])
def test_spaces_tabs_and_lines_in_a_comment_are_kept(text):
    assert cells(word(excerpt(memo=text)))[0]["Comment"] == text


def test_nothing_of_the_template_goes_along():
    data = word(excerpt())
    inside = parts(data)
    assert set(inside) == {
        "[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/document.xml",
        "word/_rels/document.xml.rels", "word/styles.xml", "word/settings.xml", "word/footer1.xml",
    }  # fmt: skip
    assert not any(
        re.search(rb"python-docx|rsid|Theme=|themeColor|2013-12", part) for part in inside.values()
    )
    ground = {"Normal", "Default Paragraph Font", "Normal Table", "No List", "Rapporttabell"}
    assert {style.name for style in opened(data).styles} == ground | {look.name for look in LOOKS}


def test_names_too_long_for_properties_are_cut_there_and_nowhere_else():
    name = "å" * 300
    document = opened(reports.quotations([], CODES, replace(FROM, project=name, coder=name), ".docx"))
    assert document.core_properties.author == "å" * 255
    assert name in [paragraph.text for paragraph in document.paragraphs]
