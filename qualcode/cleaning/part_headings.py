"""Headings that announce a part which is no material, as reports and theses in the Nordic languages and English have them."""

import re


def names(written: str) -> frozenset[str]:
    """The names that a list holds, parted by commas and line ends."""
    return frozenset(name.strip() for name in written.replace("\n", ",").split(",") if name.strip())


CONTENTS = names("""
    innhold, innholdsfortegnelse, innholdsliste, innholdsoversikt, innhald, innhaldsliste, contents, table of contents
    list of figures, list of tables, list of figures and tables, list of tables and figures, list of appendices
    list of illustrations, figurliste, tabelliste, figuroversikt, tabelloversikt, figur- og tabelloversikt
    tabell- og figuroversikt, figurer og tabeller, tabeller og figurer, liste over figurer, liste over tabeller
    oversikt over figurer, oversikt over tabeller, liste over vedlegg, oversikt over vedlegg, vedleggsliste
    vedleggsoversikt, figuroversyn, tabelloversyn, innehåll, innehållsförteckning, indhold, indholdsfortegnelse
""")
REFERENCES = names("""
    litteratur, litteraturliste, litteraturlista, litteraturhenvisninger, litteraturreferanser, litteraturoversikt
    litteratur og kilder, litteratur- og kildeliste, kilder, kildeliste, kilder og litteratur, kildehenvisninger
    referanser, referanseliste, referanselista, referansar, referanser og litteratur, litteratur og referanser
    kjelder, kjeldeliste, litteratur og kjelder, bibliografi, nettressurser, nettkilder, nettsider, internettkilder
    references, reference list, list of references, bibliography, works cited, literature cited, literature
    references cited, sources, online sources, referenser, referenslista, källor, källförteckning
    litteraturförteckning, litteraturfortegnelse
""")
_NUMBER = re.compile(
    r"\A(?:(?:(?:kap(?:ittel|itel|\.)?|chapter) ?)?\d{1,2}(?:\.\d{1,2}){0,4}[.:)]?|(?:[ivx]{1,4}|[a-h])[.:)])\s+"
)
_PAGE = re.compile(r"[\s.…·_]*(?:[\s.…·](?:s\. ?|p\. ?)?(?:\d{1,4}|[ivxlc]{1,6}))?\s*$")
_APPENDIX = re.compile(
    r"(?:vedlegg|vedlagt|appendi(?:x|ks|ces|kser)|bilag|bilaga|annex|attachment)(?:\s*(?:\d{1,2}|[a-z]))?(?:[\s.:;–—-]|$)"
)
_MARKS = "#*_ \t"
_LONGEST = 90


def bare(words: str) -> str:
    """A heading's words alone, in small letters: without markup, number, page number and colon."""
    words = words[: _LONGEST * 3].strip(_MARKS + "-–•·").casefold()
    words = _NUMBER.sub("", words, count=1)
    return _PAGE.sub("", words, count=1).strip(" \t.:;*_")


def announces(words: str, wanted: frozenset[str]) -> bool:
    """Whether a line is a heading that says one of `wanted`."""
    if len(words) > _LONGEST:
        return False
    words = words.strip(_MARKS).casefold().rstrip(".: ")
    return words in wanted or _NUMBER.sub("", words, count=1) in wanted


def appendix(words: str) -> bool:
    """Whether a line is the heading of an appendix."""
    return len(words) <= _LONGEST * 2 and bool(_APPENDIX.match(words.lstrip(_MARKS).casefold()))
