"""The look of every report: Times New Roman for what people said, Arial for everything around it.

Both have free twins of the same widths (Liberation), so that Word and LibreOffice break lines alike. The quotation
styles build on `Tabelltekst` and not on Word's own Quote: Norwegian Word shows that one as «Sitat» too, and two
styles of one name in the list would leave the researcher guessing.
"""

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING, WD_PARAGRAPH_ALIGNMENT, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor, Twips
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.styles.styles import Styles

from qualcode.reports.word.markup import element, put

SERIF, SANS = "Times New Roman", "Arial"
INK, SOFT, FAINT, RULE, HAIR = "1F2A33", "55606A", "6B7680", "55606A", "C9D0D6"
LOCALES = {"nb": "nb-NO", "en": "en-GB"}
DEEPEST = 5
"""Heading levels; codes that lie deeper are headed like these."""
TABLE = "Rapporttabell"
_LETTERS, _GROUND = "Default Paragraph Font", ("Normal", "Default Paragraph Font", "Normal Table", "No List")


@dataclass(frozen=True, slots=True)
class Look:
    """A style, sizes in points, widths in twips; what it does not tell comes from the style it builds on.

    Lines are at least `line` high, so that no letter is ever cut off. `hanging` sets all lines but the first in, with
    a tab stop there. `letters` keeps the spelling checker away from words that must stay as they are.
    """

    name: str
    based: str = "Normal"
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: int | None = None
    right: int | None = None
    hanging: int = 0
    dotted: int = 0
    with_next: bool | None = None
    whole_words: bool = False
    face: str = ""
    size: float = 0
    bold: bool = False
    colour: str = ""
    letters: bool = False


_HEADINGS = ((15, 20, 4), (13, 16, 4), (11.5, 14, 3), (10.5, 12, 3), (10, 12, 3))
LOOKS = (
    Look("Normal", "", before=0, after=6, line=14, face=SERIF, size=11, colour=INK),
    Look("Footer", after=0, line=11, face=SANS, size=8, colour=SOFT),
    *(
        Look(f"Heading {level}", before=before, after=after, with_next=True, whole_words=True,
             face=SANS, size=size, bold=True)
        for level, (size, before, after) in enumerate(_HEADINGS, 1)
    ),
    Look("Title", after=2, with_next=True, whole_words=True, face=SANS, size=24, bold=True),
    Look("Subtitle", after=10, with_next=True, whole_words=True, face=SANS, size=13, colour=SOFT),
    Look("Rapportfakta", after=2, line=13, left=1418, hanging=1418, face=SANS, size=9),
    Look("TOC Heading", before=16, after=4, with_next=True, whole_words=True, face=SANS, size=11.5, bold=True),
    Look("toc 1", before=4, after=1, right=850, dotted=9070, whole_words=True,
         face=SANS, size=9.5, bold=True),
    *(
        Look(f"toc {level}", before=0, after=1, left=(level - 1) * 284, right=850, dotted=9070, whole_words=True,
             face=SANS, size=9)
        for level in (2, 3)
    ),
    Look("Caption", before=8, after=4, with_next=True, whole_words=True, face=SANS, size=9, bold=True),
    Look("Tabelltekst", after=1, line=12, face=SANS, size=8.5),
    Look("Tabellhode", "Tabelltekst", with_next=True, bold=True),
    Look("Tabelltall", "Tabelltekst"),
    Look("Tabellnote", before=4, after=6, line=11, face=SANS, size=8, colour=SOFT),
    Look("Sitat", "Tabelltekst", after=1, line=13.5, whole_words=True, face=SERIF, size=10.5, letters=True),
    Look("Blokksitat", "Sitat", after=3, line=13.5, left=227),
    Look("Kodedefinisjon", after=6, line=14, with_next=True),
    Look("Kodesti", after=4, with_next=True, face=SANS, size=8.5, colour=SOFT),
    Look("Kodefelt", after=2, line=13, left=2268, hanging=2268),
    Look("Kodeeksempel", "Kodefelt", whole_words=True, letters=True),
    Look("Etikett", _LETTERS, face=SANS, size=8.5, colour=SOFT),
    Look("Oversti", _LETTERS, colour=FAINT),
)  # fmt: skip
"""The paragraph styles, and the character styles `Etikett` and `Oversti`."""


def dress(styles: Styles, language: str) -> None:
    """Gives the template's styles this look, adds those it lacks, and takes out all others."""
    _clear(styles, {look.name for look in LOOKS}.union(_GROUND))
    for node in styles.element.xpath("w:docDefaults//w:lang"):
        for script in ("val", "eastAsia"):
            node.set(qn(f"w:{script}"), LOCALES[language])
    for look in LOOKS:
        _set(styles, look)
    styles["Tabelltall"].paragraph_format.alignment = WD_PARAGRAPH_ALIGNMENT.RIGHT
    table = _added(styles, TABLE, WD_STYLE_TYPE.TABLE)
    table.base_style = styles["Normal Table"]
    table.element.extend(parse_xml(_TABLE))


def _clear(styles: Styles, kept: set[str]) -> None:
    """Removes the styles that no report uses, and all looks of the template, which are of another typeface."""
    for style in list(styles):
        if style.name not in kept:
            style.delete()
    unwanted = "w:latentStyles | w:docDefaults//w:rFonts | w:docDefaults//w:spacing | w:style/w:rsid"
    looks = "w:style/w:link | w:style/w:rPr | w:style/w:pPr/*[not(self::w:outlineLvl)]"
    for node in styles.element.xpath(f"{unwanted} | {looks}"):
        node.getparent().remove(node)


def _set(styles: Styles, look: Look) -> None:
    kind = WD_STYLE_TYPE.CHARACTER if look.based == _LETTERS else WD_STYLE_TYPE.PARAGRAPH
    style = styles[look.name] if look.name in styles else _added(styles, look.name, kind)
    if look.based:
        style.base_style = styles[look.based]
    style.quick_style, style.hidden = not look.name.startswith(("toc", "Footer")), False
    _set_font(style, look)
    if isinstance(style, ParagraphStyle):
        _set_paragraph(style, look)


def _added(styles: Styles, name: str, kind: WD_STYLE_TYPE) -> Any:
    return styles.add_style(name, kind, builtin=name.startswith("toc "))  # type: ignore[no-untyped-call]


def _set_font(style: CharacterStyle, look: Look) -> None:
    """Typeface and size for every script: python-docx by itself sets them for Latin letters only."""
    font, properties = style.font, style.element.get_or_add_rPr()
    if look.face:
        font.name = look.face
        for script in ("eastAsia", "cs"):
            properties.rFonts.set(qn(f"w:{script}"), look.face)
    if look.size:
        font.size = Pt(look.size)
        properties.sz.addnext(element("szCs", val=properties.sz.get(qn("w:val"))))
    if look.bold:
        font.bold = font.cs_bold = True
    if look.colour:
        font.color.rgb = RGBColor.from_string(look.colour)
    if look.letters:
        font.no_proof = True


def _set_paragraph(style: ParagraphStyle, look: Look) -> None:
    layout = style.paragraph_format
    points = {"space_before": look.before, "space_after": look.after, "line_spacing": look.line}
    twips = {"left_indent": look.left, "right_indent": look.right}
    for unit, lengths in ((Pt, points), (Twips, twips)):
        for name, length in lengths.items():
            if length is not None:
                setattr(layout, name, unit(length))
    layout.keep_with_next = look.with_next
    layout.keep_together = True if look.name.startswith("Heading") else None
    if look.line:
        layout.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    if look.hanging:
        layout.first_line_indent = Twips(-look.hanging)
        layout.tab_stops.add_tab_stop(Twips(look.hanging))
    if look.dotted:
        layout.tab_stops.add_tab_stop(Twips(look.dotted), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)
    if look.whole_words:
        put(style.element, element("suppressAutoHyphens"))


_LINE = 'w:val="single" w:space="0" w:sz='
_TABLE = f"""<w:style {nsdecls("w")}>
  <w:tblPr>
    <w:tblBorders>
      <w:top {_LINE}"8" w:color="{RULE}"/><w:bottom {_LINE}"8" w:color="{RULE}"/>
      <w:insideH {_LINE}"4" w:color="{HAIR}"/>
    </w:tblBorders>
    <w:tblCellMar>
      <w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
      <w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>
    </w:tblCellMar>
  </w:tblPr>
  <w:tblStylePr w:type="firstRow"><w:tcPr>
    <w:tcBorders><w:bottom {_LINE}"8" w:color="{RULE}"/></w:tcBorders><w:vAlign w:val="bottom"/>
  </w:tcPr></w:tblStylePr>
</w:style>"""
"""What python-docx cannot say of a table style: three rules and no box, and room in the cells."""
