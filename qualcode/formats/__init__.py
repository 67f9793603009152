"""Bytes <-> values, one file per format. Knows nothing of the store; raises only `QualcodeError`.

| what | read | written |
|---|---|---|
| documents | .txt .md .docx .odt .rtf .pdf .html .epub .vtt .srt .json | |
| codebooks | .csv .xlsx .yaml | .csv .xlsx .yaml |
| codings | .csv .jsonl | .csv .jsonl |
| attributes | .csv .xlsx | |

A file is read by its ending, once its contents agree. Each format is imported when it is first needed.
"""

from collections.abc import Iterable, Sequence

from qualcode.errors import BadFile
from qualcode.formats.documents import READABLE, ending_among, original_text, read_document
from qualcode.model.bundle import AttributeRow, CodeRow, CodingRow

__all__ = [
    "ATTRIBUTE_ENDINGS",
    "CODEBOOK_ENDINGS",
    "CODING_ENDINGS",
    "READABLE",
    "original_text",
    "read_attributes",
    "read_codebook",
    "read_codings",
    "read_document",
    "write_codebook",
    "write_codings",
]

CODEBOOK_ENDINGS = (".csv", ".xlsx", ".yaml", ".yml")
CODING_ENDINGS = (".csv", ".jsonl")
ATTRIBUTE_ENDINGS = (".csv", ".xlsx")


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


def _check_ending(found: str, endings: Sequence[str]) -> None:
    if found not in endings:
        raise BadFile(
            "“{ending}” cannot be written here: the ending must be one of {endings}.",
            ending=found,
            endings=" ".join(endings),
        )
