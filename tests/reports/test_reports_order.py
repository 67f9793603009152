"""Word calls a document corrupt whose elements stand in another order than the schema's (ECMA-376, part 1, annex A)."""

import pytest
from report_values import CODES, FROM, TABLE, W, excerpt, parts, tree

from qualcode import reports

ORDER = {
    "p": "pPr bookmarkStart r hyperlink bookmarkEnd",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tbl": "tblPr tblGrid tr",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "pBdr": "top left bottom right between bar",
    "tr": "tblPrEx trPr tc",
    "trPr": "cantSplit tblHeader",
    "tc": "tcPr p",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "styles": "docDefaults latentStyles style",
    "docDefaults": "rPrDefault pPrDefault",
    "sdt": "sdtPr sdtEndPr sdtContent",
    "docPartObj": "docPartGallery docPartCategory docPartUnique",
    "settings": "writeProtection view zoom mirrorMargins defaultTabStop autoHyphenation consecutiveHyphenLimit "
    "hyphenationZone doNotHyphenateCaps showEnvelope characterSpacingControl footnotePr endnotePr compat docVars rsids "
    "themeFontLang clrSchemeMapping decimalSymbol listSeparator",
}
MIXED = {"p"}
"""Elements whose content, after the properties, comes in any order."""

LONG = excerpt("ord " * 50, memo="m", attributes={"role": "r"})
DOCUMENTS = {
    "quotations": reports.quotations([excerpt(), LONG, excerpt(code="s")], CODES, FROM, ".docx"),
    "upright": reports.quotations([LONG], CODES, FROM, ".docx", landscape=False),
    "empty": reports.quotations([], CODES, FROM, ".docx"),
    "frequencies": reports.frequencies(TABLE, CODES, FROM, ".docx"),
    "codebook": reports.codebook(CODES * 10, FROM, ".docx"),
}
PARTS = ("word/document.xml", "word/styles.xml", "word/settings.xml", "word/footer1.xml")


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_elements_stand_in_the_order_of_the_schema(name, part):
    for element in tree(DOCUMENTS[name], part).iter():
        kind = element.tag.removeprefix(W)
        if kind not in ORDER:
            continue
        order = ORDER[kind].split()
        found = [order.index(child.tag.removeprefix(W)) for child in element]
        assert (found == sorted(found)) if kind not in MIXED else (0 not in found[1:]), (kind, list(element))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_body_ends_with_a_paragraph_and_its_section(name):
    *_, last, section = tree(DOCUMENTS[name])[0]
    assert (last.tag, section.tag) == (f"{W}p", f"{W}sectPr")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_cell_holds_a_paragraph(name):
    assert all(cell[-1].tag == f"{W}p" for cell in tree(DOCUMENTS[name]).iter(f"{W}tc"))


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_part_is_declared(name):
    inside = parts(DOCUMENTS[name])
    declared = {node.get("PartName") for node in tree(DOCUMENTS[name], "[Content_Types].xml")}
    undeclared = {f"/{part}" for part in inside if not part.endswith(".rels")} - declared
    assert undeclared == {"/[Content_Types].xml"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_bookmarks_have_numbers_and_names_of_their_own(name):
    marks = list(tree(DOCUMENTS[name]).iter(f"{W}bookmarkStart"))
    for attribute in ("id", "name"):
        values = [mark.get(f"{W}{attribute}") for mark in marks]
        assert len(values) == len(set(values))
