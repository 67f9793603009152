"""The few things in a Word document that python-docx has no words for: fields, links, bars, and where elements belong.

Elements stand in the order of the schema (ECMA-376, part 1, 17): Word calls a document with another order corrupt.
"""

import re
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.styles import CT_Style
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from qualcode.model.values import Code
from qualcode.reports.text import legal

_COLOUR = re.compile(r"#([0-9a-fA-F]{6})")
_ORDER = ("pBdr", "shd", "tabs", "suppressAutoHyphens", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr")
"""The end of the schema's order of paragraph properties, as far as reports use them."""


def element(name: str, /, **attributes: str) -> Any:
    """An element of WordprocessingML; `w:` is added to its name and to those of its attributes."""
    return OxmlElement(f"w:{name}", {qn(f"w:{key}"): legal(value) for key, value in attributes.items()})


def put(paragraph: CT_P | CT_Style, new: BaseOxmlElement) -> None:
    """Adds a property that python-docx cannot set to a paragraph or its style, at its place in the schema's order."""
    later = _ORDER[_ORDER.index(new.tag.rpartition("}")[2]) + 1 :]
    paragraph.get_or_add_pPr().insert_element_before(new, *(f"w:{name}" for name in later))


def say(paragraph: Paragraph, text: str, style: str | None = None) -> None:
    """Adds `text` to the letter; a line feed becomes a line break. `style` names a character style."""
    paragraph.add_run(legal(text), style)


def field_start(paragraph: Paragraph, instruction: str) -> None:
    """The beginning of a field; what is shown until Word counts anew follows, then `field_end`."""
    code = element("instrText")
    code.text = f" {instruction} "
    code.set(qn("xml:space"), "preserve")
    for part in (element("fldChar", fldCharType="begin"), code, element("fldChar", fldCharType="separate")):
        paragraph.add_run().element.append(part)


def field_end(paragraph: Paragraph) -> None:
    """The end of a field."""
    paragraph.add_run().element.append(element("fldChar", fldCharType="end"))


def field(paragraph: Paragraph, instruction: str, shown: str) -> None:
    """A field that shows `shown` until Word counts anew."""
    field_start(paragraph, instruction)
    say(paragraph, shown)
    field_end(paragraph)


def link(paragraph: Paragraph, anchor: str, text: str) -> None:
    """`text` as a link to the bookmark `anchor`."""
    around = element("hyperlink", anchor=anchor, history="1")
    around.append(paragraph.add_run(legal(text)).element)
    paragraph._p.append(around)


def line(side: str, colour: str, thick: int, space: int) -> BaseOxmlElement:
    """A line along one side of a paragraph, `thick` in eighths of a point, `space` points away."""
    border: BaseOxmlElement = element("pBdr")
    border.append(element(side, val="single", sz=str(thick), space=str(space), color=colour))
    return border


def bar(code: Code | None, thick: int, space: int = 6) -> list[BaseOxmlElement]:
    """A bar in the code's colour at the left of a paragraph, beside the name and never instead of it; none without colour."""
    found = _COLOUR.fullmatch(code.colour) if code else None
    return [line("left", found[1].upper(), thick, space)] if found else []
