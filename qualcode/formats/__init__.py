"""Bytes <-> values, one file per format. Knows nothing of the store; raises only `QualcodeError`.

| what | read | written |
|---|---|---|
| documents | .txt .md .docx .odt .rtf .pdf .html .epub .vtt .srt .json | |
| codebooks | .csv .xlsx .yaml | .csv .xlsx .yaml |
| codings | .csv .jsonl | .csv .jsonl |
| attributes | .csv .xlsx | |
| cases | .csv .xlsx | .csv .xlsx |
| survey answers | .csv .xlsx | |
| folders of documents | .zip | |

A file is read by its ending, once its contents agree. Each format is imported when it is first needed.
"""

from collections.abc import Iterable, Iterator, Sequence

from qualcode.errors import BadFile
from qualcode.formats.documents import READABLE, ending_among, original_text, read_document
from qualcode.model.bundle import (
    AttributeRow,
    CaseRow,
    CodeRow,
    CodingRow,
    SurveyCase,
    SurveyColumn,
    TableKind,
)

__all__ = [
    "ATTRIBUTE_ENDINGS",
    "CASE_ENDINGS",
    "CODEBOOK_ENDINGS",
    "CODING_ENDINGS",
    "EXPANDABLE",
    "READABLE",
    "SURVEY_ENDINGS",
    "expand",
    "original_text",
    "read_attributes",
    "read_cases",
    "read_codebook",
    "read_codings",
    "read_document",
    "read_survey",
    "survey_columns",
    "table_kind",
    "write_cases",
    "write_codebook",
    "write_codings",
]

CODEBOOK_ENDINGS = (".csv", ".xlsx", ".yaml", ".yml")
CODING_ENDINGS = (".csv", ".jsonl")
ATTRIBUTE_ENDINGS = (".csv", ".xlsx")
CASE_ENDINGS = (".csv", ".xlsx")
SURVEY_ENDINGS = (".csv", ".xlsx")
EXPANDABLE = (".zip",)
"""Endings of files with documents in them."""


def read_codebook(name: str, data: bytes) -> tuple[CodeRow, ...]:
    """The codes of a codebook file, in its order. Raises `BadFile` naming the row of the first fault."""
    if ending_among(name, CODEBOOK_ENDINGS) in (".yaml", ".yml"):
        from qualcode.formats import yaml_codebook

        return yaml_codebook.read(name, data)
    from qualcode.formats import codebook

    return codebook.read(name, data)


def write_codebook(rows: Sequence[CodeRow], ending: str) -> bytes:
    """A codebook as .csv, .xlsx or .yaml; `read_codebook` gives the same rows back.

    Control characters other than tab and line ends are left out. Raises `Refused` for text that a cell cannot hold.
    """
    _check_ending(ending, CODEBOOK_ENDINGS)
    if ending in (".yaml", ".yml"):
        from qualcode.formats import yaml_codebook

        return yaml_codebook.write(rows)
    from qualcode.formats import codebook

    return codebook.write(rows, ending)


def read_codings(name: str, data: bytes) -> tuple[CodingRow, ...]:
    """The codings of a .csv or .jsonl file. Raises `BadFile` naming the row of the first fault."""
    from qualcode.formats import codings

    ending_among(name, CODING_ENDINGS)
    return codings.read(name, data)


def write_codings(rows: Iterable[CodingRow], ending: str) -> bytes:
    """Codings as .csv or .jsonl; `read_codings` gives the same rows back."""
    from qualcode.formats import codings

    _check_ending(ending, CODING_ENDINGS)
    return codings.write(rows, ending)


def read_attributes(name: str, data: bytes) -> tuple[AttributeRow, ...]:
    """The rows of a .csv or .xlsx attribute table. Raises `BadFile` naming the row of the first fault."""
    from qualcode.formats import attributes

    ending_among(name, ATTRIBUTE_ENDINGS)
    return attributes.read(name, data)


def read_cases(name: str, data: bytes) -> tuple[CaseRow, ...]:
    """The rows of a .csv or .xlsx table of cases. Raises `BadFile` naming the row of the first fault."""
    from qualcode.formats import cases

    ending_among(name, CASE_ENDINGS)
    return cases.read(name, data)


def write_cases(rows: Iterable[CaseRow], ending: str) -> bytes:
    """Cases as .csv or .xlsx; `read_cases` gives the same rows back."""
    from qualcode.formats import cases

    _check_ending(ending, CASE_ENDINGS)
    return cases.write(rows, ending)


def read_survey(name: str, data: bytes, open_questions: Sequence[str]) -> tuple[SurveyCase, ...]:
    """One case for each row of a .csv or .xlsx file: answers to `open_questions` as text, all others as attributes.

    A question is named by the head of its column. Raises `BadFile` naming the row of the first fault.
    """
    from qualcode.formats import survey

    ending_among(name, SURVEY_ENDINGS)
    return survey.read(name, data, open_questions)


def survey_columns(name: str, data: bytes) -> tuple[SurveyColumn, ...]:
    """What the columns of a .csv or .xlsx survey hold, and which are proposed as open questions; see `read_survey`."""
    from qualcode.formats import survey

    ending_among(name, SURVEY_ENDINGS)
    return survey.columns(name, data)


def table_kind(name: str, data: bytes, documents: Iterable[str]) -> TableKind:
    """What a .csv or .xlsx table holds, judged by its columns; `documents` are names that its rows may mean.

    Raises `BadFile` when it cannot be read as a table.
    """
    from qualcode.formats import kinds

    ending_among(name, SURVEY_ENDINGS)
    return kinds.kind(name, data, documents)


def expand(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the files in a .zip, to be given to `read_document` one by one. Raises `BadFile` at once."""
    from qualcode.formats import archive

    ending_among(name, EXPANDABLE)
    return archive.expand(name, data)


def _check_ending(found: str, endings: Sequence[str]) -> None:
    if found not in endings:
        raise BadFile(
            "“{ending}” cannot be written here: the ending must be one of {endings}.",
            ending=found,
            endings=" ".join(endings),
        )
