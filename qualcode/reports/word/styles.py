"""The look of every report: Times New Roman for what people said, Arial for everything around it.

Both have free twins of the same widths (Liberation), so that Word and LibreOffice break lines alike. The quotation
styles build on `Tabelltekst` and not on Word's own Quote: Norwegian Word shows that one as «Sitat» too, and two
styles of one name in the list would leave the researcher guessing.
"""

from qualcode.reports.word.markup import Xml

SERIF, SANS = "Times New Roman", "Arial"
INK, SOFT, FAINT, RULE, HAIR = "1F2A33", "55606A", "6B7680", "55606A", "C9D0D6"
LOCALES = {"nb": "nb-NO", "en": "en-GB"}
DEEPEST = 5
"""Heading levels; codes that lie deeper are headed like these."""

_HEADINGS = ((15, 20, 4), (13, 16, 4), (11.5, 14, 3), (10.5, 12, 3), (10, 12, 3))
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def styles(language: str) -> Xml:
    """The part `word/styles.xml`, in the language the spelling checker should use."""
    return Xml(
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:styles xmlns:w="{_NAMESPACE}">{_defaults(LOCALES[language])}'
        + "".join((*_basics(), *_headings(), *_opening(), *_quotations(), *_tables(), *_codebook()))
        + "</w:styles>"
    )


def _defaults(locale: str) -> str:
    fonts = f'w:ascii="{SERIF}" w:hAnsi="{SERIF}" w:eastAsia="{SERIF}" w:cs="{SERIF}"'
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:color w:val="{INK}"/>'
        f'<w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _basics() -> tuple[str, ...]:
    return (
        _style("Normal", "Normal", based="", par=_par(after=6, line=14), default=True, quick=True),
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
        _style("Footer", "footer", par=_par(line=11), font=_font(SANS, 8, colour=SOFT)),
    )


def _headings() -> tuple[str, ...]:
    return tuple(
        _style(
            f"Heading{level}",
            f"heading {level}",
            par="<w:keepNext/><w:keepLines/><w:suppressAutoHyphens/>"
            + _par(before=before, after=after)
            + f'<w:outlineLvl w:val="{level - 1}"/>',
            font=_font(SANS, size, bold=True),
            following="Normal",
            quick=True,
        )
        for level, (size, before, after) in enumerate(_HEADINGS, 1)
    )


def _opening() -> tuple[str, ...]:
    keep = "<w:keepNext/><w:suppressAutoHyphens/>"
    contents = tuple(
        _style(
            f"TOC{level}",
            f"toc {level}",
            par='<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9070"/></w:tabs><w:suppressAutoHyphens/>'
            + _par(before=4 if level == 1 else 0, after=1, left=(level - 1) * 284, right=850),
            font=_font(SANS, 9.5 if level == 1 else 9, bold=level == 1),
            following="Normal",
        )
        for level in (1, 2, 3)
    )
    return (
        _style("Title", "Title", par=keep + _par(after=2), font=_font(SANS, 24, bold=True), quick=True),
        _style(
            "Subtitle", "Subtitle", par=keep + _par(after=10), font=_font(SANS, 13, colour=SOFT), quick=True
        ),
        _style("Rapportfakta", "Rapportfakta", par=_facts(), font=_font(SANS, 9)),
        _style(
            "TOCHeading",
            "TOC Heading",
            par=keep + _par(before=16, after=4),
            font=_font(SANS, 11.5, bold=True),
        ),
        *contents,
    )


def _quotations() -> tuple[str, ...]:
    proof = "<w:noProof/>"
    block = _par(after=3, line=13.5, left=227)
    return (
        _style(
            "Sitat",
            "Sitat",
            based="Tabelltekst",
            par="<w:suppressAutoHyphens/>" + _par(after=1, line=13.5),
            font=_font(SERIF, 10.5, extra=proof),
            quick=True,
        ),
        _style("Blokksitat", "Blokksitat", based="Sitat", par=block, quick=True),
        _style("Kodedefinisjon", "Kodedefinisjon", par="<w:keepNext/>" + _par(after=6, line=14), quick=True),
    )


def _tables() -> tuple[str, ...]:
    text = _par(after=1, line=12)
    lines = (
        f'<w:top w:val="single" w:sz="8" w:space="0" w:color="{RULE}"/>'
        f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{RULE}"/>'
        f'<w:insideH w:val="single" w:sz="4" w:space="0" w:color="{HAIR}"/>'
    )
    margins = '<w:tblCellMar><w:top w:w="57" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>'
    margins += '<w:bottom w:w="57" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
    head = f'<w:tcBorders><w:bottom w:val="single" w:sz="8" w:space="0" w:color="{RULE}"/></w:tcBorders>'
    caption = "<w:keepNext/><w:suppressAutoHyphens/>" + _par(before=8, after=4)
    return (
        _style("Tabelltekst", "Tabelltekst", par=text, font=_font(SANS, 8.5), quick=True),
        _style("Tabellhode", "Tabellhode", "Tabelltekst", "<w:keepNext/>", _font(bold=True), quick=True),
        _style("Tabelltall", "Tabelltall", "Tabelltekst", '<w:jc w:val="right"/>', quick=True),
        _style(
            "Tabellnote", "Tabellnote", par=_par(before=4, after=6, line=11), font=_font(SANS, 8, colour=SOFT)
        ),
        _style(
            "Caption", "caption", par=caption, font=_font(SANS, 9, bold=True), following="Normal", quick=True
        ),
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>',
        '<w:style w:type="table" w:customStyle="1" w:styleId="Rapporttabell"><w:name w:val="Rapporttabell"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{lines}</w:tblBorders>{margins}</w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head}<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr></w:style>',
    )


def _codebook() -> tuple[str, ...]:
    hanging = _facts(2268)
    quote = "<w:suppressAutoHyphens/>"
    return (
        _style("Kodesti", "Kodesti", par="<w:keepNext/>" + _par(after=4), font=_font(SANS, 8.5, colour=SOFT)),
        _style("Kodefelt", "Kodefelt", par=hanging, quick=True),
        _style("Kodeeksempel", "Kodeeksempel", "Kodefelt", quote, _font(extra="<w:noProof/>"), quick=True),
        '<w:style w:type="character" w:customStyle="1" w:styleId="Etikett"><w:name w:val="Etikett"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{_font(SANS, 8.5, colour=SOFT)}</w:rPr></w:style>',
        '<w:style w:type="character" w:customStyle="1" w:styleId="Oversti"><w:name w:val="Oversti"/>'
        f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr><w:color w:val="{FAINT}"/></w:rPr></w:style>',
    )


def _facts(left: int = 1418) -> str:
    return f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>' + _par(
        after=2, line=13, left=left, hanging=left
    )


def _style(
    id_: str,
    name: str,
    based: str = "Normal",
    par: str = "",
    font: str = "",
    *,
    following: str = "",
    default: bool = False,
    quick: bool = False,
) -> str:
    first = ' w:default="1"' if default else ""
    custom = ' w:customStyle="1"' if id_ == name and id_ not in {"Normal", "Title", "Subtitle"} else ""
    parts = (
        f'<w:style w:type="paragraph"{first}{custom} w:styleId="{id_}">',
        f'<w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{based}"/>' if based else "",
        f'<w:next w:val="{following}"/>' if following else "",
        "<w:qFormat/>" if quick else "",
        f"<w:pPr>{par}</w:pPr>" if par else "",
        f"<w:rPr>{font}</w:rPr>" if font else "",
        "</w:style>",
    )
    return "".join(parts)


def _par(
    *, before: float = 0, after: float = 0, line: float = 0, left: int = 0, right: int = 0, hanging: int = 0
) -> str:
    """Spacing in points and indents in twips. Lines are at least `line` high, so that no letter is ever cut off."""
    height = f' w:line="{round(line * 20)}" w:lineRule="atLeast"' if line else ""
    spacing = f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}"{height}/>'
    sides = "".join(
        f' w:{side}="{twips}"'
        for side, twips in (("left", left), ("right", right), ("hanging", hanging))
        if twips
    )
    return spacing + (f"<w:ind{sides}/>" if sides else "")


def _font(name: str = "", size: float = 0, *, bold: bool = False, colour: str = "", extra: str = "") -> str:
    family = (
        f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{name}" w:cs="{name}"/>' if name else ""
    )
    weight = "<w:b/><w:bCs/>" if bold else ""
    ink = f'<w:color w:val="{colour}"/>' if colour else ""
    height = f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else ""
    return family + weight + extra + ink + height
