"""Word: what a reader of the page sees, in order, one paragraph on one line."""

from typing import Any

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.shared import Inches
from office_files import OFFICE, W, p, r, relationships, unzipped, word_by, word_of, zipped

from qualcode.formats import original_text, read_document
from qualcode.model.bundle import ReadDocument


def read(data: bytes) -> ReadDocument:
    return read_document("a.docx", data)


def body(xml: str, **parts: Any) -> ReadDocument:
    return read(word_of(xml, **parts))


def counts(document: ReadDocument) -> list[object]:
    return [values["count"] for _, values in document.warnings]


def test_paragraphs_are_lines_and_empty_ones_empty_lines() -> None:
    def write(document: Any) -> None:
        for words in ("I: Hvordan går det?", "", "R: 👍 Bra"):
            document.add_paragraph(words)

    assert read(word_by(write)).text == "I: Hvordan går det?\n\nR: 👍 Bra"


def test_letters_in_two_parts_are_composed_and_headings_still_stand_right() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("sa\u030a")
        document.add_heading("Ha\u030ap", 2)

    document = read(word_by(write))
    assert document.text == "så\nHåp"
    assert document.repairs == {"nfc": 2}
    [heading] = document.headings
    assert (heading.start, heading.end, heading.level, heading.title) == (3, 6, 2, "Håp")
    assert original_text("a.docx", document.source) == "sa\u030a\nHa\u030ap"


def test_breaks_and_tabs_inside_a_paragraph() -> None:
    def write(document: Any) -> None:
        run = document.add_paragraph().add_run("en\tto")
        run.add_break()
        run.add_text("tre")
        run.add_break(WD_BREAK.PAGE)
        run.add_text("fire")
        document.add_paragraph("fem").add_run().add_break(WD_BREAK.PAGE)
        document.add_paragraph("seks", "List Bullet")

    assert read(word_by(write)).text == "en\tto\ntre\nfire\nfem\nseks"


def test_signs_that_word_writes_as_elements() -> None:
    runs = "<w:r><w:t>A</w:t><w:noBreakHyphen/><w:t>4</w:t><w:softHyphen/><w:cr/><w:t>b</w:t></w:r>"
    assert body(f"<w:p>{runs}</w:p>").text == "A-4\u00ad\nb"


def test_table_rows_are_lines_with_tabs() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("før")
        table = document.add_table(2, 3)
        for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
            cell.text = f"c{number}"
        table.cell(0, 1).add_paragraph("mer")
        table.cell(1, 2).text = ""
        document.add_paragraph("etter")

    assert read(word_by(write)).text == "før\nc0\tc1 mer\tc2\nc3\tc4\t\netter"


def test_a_table_of_one_column_is_layout() -> None:
    def write(document: Any) -> None:
        cell = document.add_table(1, 1).cell(0, 0)
        cell.text = "en"
        cell.add_paragraph("to", "Heading 1")
        inner = cell.add_table(1, 2)
        inner.cell(0, 0).text, inner.cell(0, 1).text = "a", "b"

    document = read(word_by(write))
    assert document.text.split("\n")[:3] == ["en", "to", "a\tb"]
    assert [heading.title for heading in document.headings] == ["to"]


def test_headings_by_built_in_styles() -> None:
    def write(document: Any) -> None:
        document.add_heading("Rapport", 0)
        document.add_heading("Funn", 1)
        document.add_heading("Håp", 3)
        document.add_paragraph("tekst")

    document = read(word_by(write))
    assert [(h.level, h.title) for h in document.headings] == [(1, "Rapport"), (1, "Funn"), (3, "Håp")]
    assert [document.text[h.start : h.end] for h in document.headings] == ["Rapport", "Funn", "Håp"]


STYLES = """
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="overskrift 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Eget"><w:name w:val="Mitt"/><w:basedOn w:val="Overskrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Niv"><w:name w:val="N"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="TOC"><w:name w:val="TOC"/><w:basedOn w:val="Overskrift2"/>
  <w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>
<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>
"""


@pytest.mark.parametrize(
    ("properties", "level"),
    [
        ('<w:pStyle w:val="Overskrift2"/>', 2),
        ('<w:pStyle w:val="Eget"/>', 2),
        ('<w:pStyle w:val="Niv"/>', 4),
        ('<w:pStyle w:val="Heading1"/>', 1),
        ('<w:outlineLvl w:val="0"/>', 1),
        ('<w:pStyle w:val="Overskrift2"/><w:outlineLvl w:val="9"/>', 0),
        ('<w:pStyle w:val="TOC"/>', 0),
        ('<w:pStyle w:val="A"/>', 0),
        ('<w:pPrChange><w:pPr><w:pStyle w:val="Overskrift2"/></w:pPr></w:pPrChange>', 0),
        ("", 0),
    ],
)
def test_headings_by_style_outline_level_and_inheritance(properties: str, level: int) -> None:
    assert [h.level for h in body(p("Håp", properties), styles=STYLES).headings] == ([level] if level else [])


def test_tracked_insertions_stay_and_deletions_go_counted() -> None:
    xml = f"<w:p>{r('Jeg ')}<w:ins>{r('ikke ')}</w:ins><w:del><w:r><w:delText>alltid </w:delText></w:r></w:del>{r('vil')}</w:p>"
    document = body(xml)
    assert document.text == "Jeg ikke vil"
    assert counts(document) == [1]


def test_moved_words_stand_where_they_are_now_and_are_no_loss() -> None:
    xml = f"<w:p><w:moveFrom>{r('to ')}</w:moveFrom>{r('en ')}<w:moveTo>{r('to')}</w:moveTo></w:p>"
    document = body(xml)
    assert (document.text, document.warnings) == ("en to", ())


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    assert body(p("en ", "<w:rPr><w:del/></w:rPr>") + p("to") + p("tre")).text == "en to\ntre"


def test_a_deleted_table_row_goes_counted() -> None:
    def row(words: str, properties: str = "") -> str:
        return f"<w:tr><w:trPr>{properties}</w:trPr><w:tc>{p(words)}</w:tc><w:tc>{p('x')}</w:tc></w:tr>"

    document = body(f"<w:tbl>{row('a')}{row('b', '<w:del/>')}</w:tbl>")
    assert (document.text, counts(document)) == ("a\tx", [1])


def test_links_controls_tags_and_field_results_are_text() -> None:
    xml = (
        f"<w:p><w:hyperlink>{r('lenke')}</w:hyperlink><w:smartTag>{r(' Oslo')}</w:smartTag>"
        f"<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>{r(' felt')}</w:sdtContent></w:sdt>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(" 7")}</w:p><w:sdt><w:sdtContent>{p("ned")}</w:sdtContent></w:sdt>'
    )
    assert body(xml).text == "lenke Oslo felt 7\nned"


def test_a_text_box_follows_its_paragraph_and_is_read_once() -> None:
    box = f"<w:txbxContent>{p('boks')}{p('')}</w:txbxContent>"
    choice = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    assert (
        body(f"<w:p>{r('før ')}<w:r>{choice}</w:r>{r('etter')}</w:p>{p('neste')}").text
        == "før etter\nboks\nneste"
    )


def test_comments_hidden_text_and_pictures_are_left_out_with_counts() -> None:
    picture = '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
    xml = (
        f"<w:p>{r('synlig')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>skjult</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> også</w:t></w:r>'
        f'<w:r><w:commentReference w:id="0"/></w:r><w:r>{picture}</w:r><w:r>{picture}</w:r></w:p>'
    )
    document = body(xml)
    assert document.text == "synlig også"
    assert counts(document) == [1, 1, 2]


def test_things_outside_the_file_are_counted_but_links_are_not() -> None:
    document = body(p("tekst"), external=("image", "attachedTemplate", "hyperlink"))
    assert counts(document) == [2]


def test_the_strict_variant_of_the_format_is_read() -> None:
    parts = unzipped(word_of(p("streng", '<w:outlineLvl w:val="1"/>')))
    strict = {
        name: content.replace(W.encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main").replace(
            OFFICE.encode(), b"http://purl.oclc.org/ooxml/officeDocument/relationships"
        )
        for name, content in parts.items()
    }
    document = read(zipped(strict))
    assert (document.text, [h.level for h in document.headings]) == ("streng", [2])


def test_a_part_in_utf16_is_read() -> None:
    parts = unzipped(word_of(p("så")))
    parts["word/document.xml"] = parts["word/document.xml"].decode().encode("utf-16")
    assert read(zipped(parts)).text == "så"


def test_the_document_may_lie_anywhere_in_the_package() -> None:
    parts = unzipped(word_of(p("her")))
    parts["deep/er.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = relationships(("officeDocument", "/deep/er.xml")).encode()
    assert read(zipped(parts)).text == "her"


def test_python_docx_agrees_on_plain_paragraphs() -> None:
    def write(document: Any) -> None:
        for number in range(50):
            paragraph = document.add_paragraph(f"{number}: ")
            paragraph.add_run("fet").bold = True
            paragraph.paragraph_format.left_indent = Inches(1)
            paragraph.add_run(" og\tmer\nlinje")

    data = word_by(write)
    from io import BytesIO

    theirs = "\n".join(paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs)
    assert read(data).text == theirs
