"""Words and fields as WordprocessingML. `Xml` is markup, `str` is text; only the functions here turn one into the other.

Elements stand in the order of the schema (ECMA-376, part 1, 17): Word calls a document with another order corrupt.
"""

from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from qualcode.reports.text import legal

Xml = NewType("Xml", str)

NOTHING = Xml("")
_OPEN, _CLOSE = '<w:t xml:space="preserve">', "</w:t>"
_LINE, _TAB = f"{_CLOSE}<w:br/>{_OPEN}", f"{_CLOSE}<w:tab/>{_OPEN}"


def joined(parts: Iterable[Xml]) -> Xml:
    """Pieces of markup one after the other."""
    return Xml("".join(parts))


def value(text: str) -> str:
    """`text` as a quoted attribute value."""
    return quoteattr(legal(text))


def run(text: str, style: str = "") -> Xml:
    """`text` to the letter; a line feed becomes a line break, a tab a tab. `style` names a character style."""
    words = _OPEN + escape(legal(text)) + _CLOSE
    if "\n" in text or "\t" in text or "\r" in text:
        words = words.replace("\n", _LINE).replace("\t", _TAB).replace("\r", "&#13;")
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return Xml(f"<w:r>{properties}{words}</w:r>")


def paragraph(style: str, *content: Xml, properties: Xml = NOTHING) -> Xml:
    """A paragraph of a style. `properties` are elements that follow `w:pStyle` in its own order."""
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{"".join(content)}</w:p>')


def field_start(instruction: str) -> Xml:
    """The beginning of a field; what is shown until Word counts anew follows, then `FIELD_END`."""
    return Xml(
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {escape(instruction)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END = Xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>')


def field(instruction: str, shown: str) -> Xml:
    """A field that shows `shown` until Word counts anew."""
    return joined((field_start(instruction), run(shown), FIELD_END))


def bookmark(number: int, name: str, content: Xml) -> Xml:
    """`content` with a name that links can lead to."""
    start = f"<w:bookmarkStart w:id={value(str(number))} w:name={value(name)}/>"
    return Xml(f'{start}{content}<w:bookmarkEnd w:id="{number}"/>')


def link(name: str, content: Xml) -> Xml:
    """`content` as a link to the bookmark `name`."""
    return Xml(f'<w:hyperlink w:anchor={value(name)} w:history="1">{content}</w:hyperlink>')
