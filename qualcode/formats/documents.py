"""Documents: which format reads which ending. Each is imported when it is first needed."""

from collections.abc import Sequence
from typing import Protocol

from qualcode.errors import BadFile
from qualcode.formats.limits import check_size
from qualcode.formats.sniff import check_text, ending
from qualcode.model.bundle import ReadDocument

READABLE = (".txt", ".md", ".docx", ".odt", ".rtf", ".pdf", ".html", ".htm", ".epub", ".vtt", ".srt", ".json")
"""Endings of documents that can be read."""
_AS_TEXT = (".txt", ".md", ".html", ".htm", ".vtt", ".srt", ".json")


class _Format(Protocol):
    """What every module of a document format has."""

    def read(self, name: str, data: bytes) -> ReadDocument: ...

    def original(self, name: str, data: bytes) -> str: ...


def read_document(name: str, data: bytes) -> ReadDocument:
    """A document with canonical text (NFC, LF), its headings, pages and times, and what was repaired.

    Raises `BadFile` (`TooLarge`, `Protected`) when the file is not what its ending says, damaged, or without text.
    """
    document = _format(name, data).read(name, data)
    if not document.text.strip():
        raise _empty(name)
    return document


def original_text(name: str, data: bytes) -> str:
    """The text as read, before it was made canonical: line ends and accents as they stand in the file.

    Of a word processor's file, a web page, a book or a PDF, the text extracted from it; of a transcript, the file's
    own text with its times. A byte order mark at the start is not text. Raises as `read_document` does.
    """
    return _format(name, data).original(name, data)


def ending_among(name: str, endings: Sequence[str]) -> str:
    """The ending of `name`. Raises `BadFile` when it is none of `endings`."""
    found = ending(name)
    if found not in endings:
        raise BadFile(
            "{file} cannot be read here: the ending must be one of {endings}. "
            "Save it in one of these formats and try again.",
            file=name,
            endings=" ".join(endings),
        )
    return found


def _format(name: str, data: bytes) -> _Format:
    kind = ending_among(name, READABLE)
    check_size(name, data)
    if not data:
        raise _empty(name)
    if kind in _AS_TEXT:
        check_text(name, data)
    return _module(kind)


def _module(kind: str) -> _Format:
    if kind == ".docx":
        from qualcode.formats import word

        return word
    if kind == ".odt":
        from qualcode.formats import odt

        return odt
    if kind == ".rtf":
        from qualcode.formats import rtf

        return rtf
    if kind == ".pdf":
        from qualcode.formats import pdf

        return pdf
    if kind in (".html", ".htm"):
        from qualcode.formats import html

        return html
    if kind == ".epub":
        from qualcode.formats import epub

        return epub
    if kind in (".vtt", ".srt"):
        from qualcode.formats import subtitles

        return subtitles
    if kind == ".json":
        from qualcode.formats import whisper

        return whisper
    if kind == ".md":
        from qualcode.formats import markdown

        return markdown
    from qualcode.formats import text

    return text


def _empty(name: str) -> BadFile:
    return BadFile("{file} holds no text.", file=name)
