"""Bytes <-> values, one file per format. Knows nothing of the store; raises only `QualcodeError`.

| what | read | written |
|---|---|---|
| documents | .txt .md .docx | |
| codebooks | .csv .xlsx .yaml | .csv .xlsx .yaml |
| codings | .csv .jsonl | .csv .jsonl |
| attributes | .csv .xlsx | |

A file is read by its ending, once its contents agree. Each format is imported when it is first needed.
"""

from collections.abc import Iterable, Sequence

from qualcode.errors import BadFile
from qualcode.formats.limits import check_size
from qualcode.formats.sniff import check_text, ending
from qualcode.model.bundle import AttributeRow, CodeRow, CodingRow, ReadDocument

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

READABLE = (".txt", ".md", ".docx")
"""Endings of documents that can be read."""
CODEBOOK_ENDINGS = (".csv", ".xlsx", ".yaml", ".yml")
CODING_ENDINGS = (".csv", ".jsonl")
ATTRIBUTE_ENDINGS = (".csv", ".xlsx")


def read_document(name: str, data: bytes) -> ReadDocument:
    """A document with canonical text (NFC, LF), its headings, and what was repaired.

    Raises `BadFile` (`TooLarge`, `Protected`) when the file is not what its ending says, damaged, or without text.
    """
    kind = _ending_among(name, READABLE)
    _check_document(name, data, kind)
    if kind == ".docx":
        from qualcode.formats import word

        document = word.read(name, data)
    elif kind == ".md":
        from qualcode.formats import markdown

        document = markdown.read(name, data)
    else:
        from qualcode.formats import text

        document = text.read(name, data)
    if not document.text.strip():
        raise _empty(name)
    return document


def original_text(name: str, data: bytes) -> str:
    """The text as read, before it was made canonical: line ends and accents as they stand in the file.

    Of a .docx, the text extracted from it. A byte order mark at the start is not text. Raises as `read_document` does.
    """
    kind = _ending_among(name, READABLE)
    _check_document(name, data, kind)
    if kind == ".docx":
        from qualcode.formats import word

        return word.original(name, data)
    from qualcode.formats import text

    return text.original(name, data)


def read_codebook(name: str, data: bytes) -> tuple[CodeRow, ...]:
    """The codes of a codebook file, in its order. Raises `BadFile` naming the row of the first fault."""
    if _ending_among(name, CODEBOOK_ENDINGS) in (".yaml", ".yml"):
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

    _ending_among(name, CODING_ENDINGS)
    return codings.read(name, data)


def write_codings(rows: Iterable[CodingRow], ending: str) -> bytes:
    """Codings as .csv or .jsonl; `read_codings` gives the same rows back."""
    from qualcode.formats import codings

    _check_ending(ending, CODING_ENDINGS)
    return codings.write(rows, ending)


def read_attributes(name: str, data: bytes) -> tuple[AttributeRow, ...]:
    """The rows of a .csv or .xlsx attribute table. Raises `BadFile` naming the row of the first fault."""
    from qualcode.formats import attributes

    _ending_among(name, ATTRIBUTE_ENDINGS)
    return attributes.read(name, data)


def _check_document(name: str, data: bytes, kind: str) -> None:
    check_size(name, data)
    if not data:
        raise _empty(name)
    if kind != ".docx":
        check_text(name, data)


def _ending_among(name: str, endings: Sequence[str]) -> str:
    found = ending(name)
    if found not in endings:
        raise BadFile(
            "{file} cannot be read here: the ending must be one of {endings}. "
            "Save it in one of these formats and try again.",
            file=name,
            endings=" ".join(endings),
        )
    return found


def _check_ending(found: str, endings: Sequence[str]) -> None:
    if found not in endings:
        raise BadFile(
            "“{ending}” cannot be written here: the ending must be one of {endings}.",
            ending=found,
            endings=" ".join(endings),
        )


def _empty(name: str) -> BadFile:
    return BadFile("{file} holds no text.", file=name)
