"""Values -> documents for people: Word, Excel and CSV as bytes, ready to be handed in.

Pure functions: they read no project and write no file, not even a temporary one, and the same values give the same
bytes. Word reports are made with python-docx, Excel reports with XlsxWriter.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qualcode.errors import QualcodeError
from qualcode.i18n import best_language
from qualcode.model.tables import FrequencyTable, Provenance
from qualcode.model.values import Code, Excerpt, Memo

if TYPE_CHECKING:
    from qualcode.reports.grids import Grid

KINDS = ("quotations", "frequencies", "codebook")
"""The reports there are."""
ENDINGS = dict.fromkeys(KINDS, (".docx", ".xlsx", ".csv"))
"""The formats of each report."""
MEMO_ENDINGS = (".docx", ".md", ".csv")
"""The formats in which memos are written."""
DEFAULT_COLUMNS = ("number", "codes", "quotation", "informant", "role", "site", "source", "comment")
"""Columns of the quotations report. `speaker`, `section` and `coder` can be asked for too; any other name is an attribute."""


def quotations(
    excerpts: Sequence[Excerpt],
    codes: Sequence[Code],
    provenance: Provenance,
    ending: str,
    *,
    language: str = "nb",
    landscape: bool | None = None,
    columns: Sequence[str] = DEFAULT_COLUMNS,
) -> bytes:
    """The quotations under their codes, to the letter, with who spoke and where it stands.

    `codes` is the codebook in tree order and gives headings, definitions and the order of the codes; within a code
    the excerpts keep the order they come in. Columns that hold nothing in the whole report are left out of Word and
    Excel; a CSV file always has the columns that were asked for. In Word the pages lie on their side unless
    `landscape` is False. Raises `QualcodeError` for an unknown ending.
    """
    _check("quotations", ending)
    from qualcode.reports.arrange import arrange

    groups = arrange(excerpts, codes)
    names, language = tuple(columns) or DEFAULT_COLUMNS, best_language(language)
    if ending == ".docx":
        from qualcode.reports.word.quotations import document

        return document(groups, provenance, language, names, landscape=landscape is not False)
    from qualcode.reports.grids import of_quotations

    return _table(ending)(of_quotations(groups, names, language, ending), provenance, language)


def frequencies(
    table: FrequencyTable,
    codes: Sequence[Code],
    provenance: Provenance,
    ending: str,
    *,
    language: str = "nb",
    landscape: bool | None = None,
) -> bytes:
    """How often each code was used, with what was counted said in words.

    In Word the page stands upright unless the columns need it on its side; `landscape` decides otherwise.
    Raises `QualcodeError` for an unknown ending.
    """
    _check("frequencies", ending)
    language = best_language(language)
    if ending == ".docx":
        from qualcode.reports.word.frequencies import document

        return document(table, codes, provenance, language, landscape=landscape)
    from qualcode.reports.grids import of_frequencies

    return _table(ending)(of_frequencies(table, language), provenance, language)


def codebook(codes: Sequence[Code], provenance: Provenance, ending: str, *, language: str = "nb") -> bytes:
    """Every code with its definition, when to use it and when not, an example, and how often it was used.

    Raises `QualcodeError` for an unknown ending.
    """
    _check("codebook", ending)
    language = best_language(language)
    if ending == ".docx":
        from qualcode.reports.word.codebook import document

        return document(codes, provenance, language)
    from qualcode.reports.grids import of_codebook

    return _table(ending)(of_codebook(codes, language), provenance, language)


def memos(memos: Sequence[Memo], provenance: Provenance, ending: str, *, language: str = "nb") -> bytes:
    """The memos under their kinds, in the order they come in, with who wrote them when and about what.

    Raises `QualcodeError` for an unknown ending.
    """
    _among(MEMO_ENDINGS, ending)
    language = best_language(language)
    if ending == ".docx":
        from qualcode.reports.word.memos import document

        return document(memos, provenance, language)
    from qualcode.reports import notebook

    if ending == ".md":
        return notebook.markdown(memos, provenance, language)
    return _table(ending)(notebook.grid(memos, language), provenance, language)


def _check(kind: str, ending: str) -> None:
    _among(ENDINGS[kind], ending)


def _among(endings: Sequence[str], ending: str) -> None:
    if ending not in endings:
        raise QualcodeError(
            "A report cannot be written as “{ending}”. Choose one of {endings}.",
            ending=ending,
            endings=", ".join(endings),
        )


def _table(ending: str) -> "Callable[[Grid, Provenance, str], bytes]":
    if ending == ".csv":
        from qualcode.reports.delimited import write as to_csv

        return to_csv
    from qualcode.reports.workbook import write as to_xlsx

    return to_xlsx
