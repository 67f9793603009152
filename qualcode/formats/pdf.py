"""PDF: the text layer, page after page. A scan without text is told apart; encrypted files are `Protected`.

The lines are those that the page shows: sentences and words are broken where they are broken on paper, and page heads
and feet are among them; taking them out is for cleaning. `pages` say where each page with text begins, with the number
printed in a reader's page field (its label), or else counted from 1.

Read by pypdf. It is kept from endless work by counting work, not time: see `pdf_work`.
"""

import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader, apply_configuration
from pypdf.errors import DependencyError, DeprecationError, PyPdfError

from qualcode.errors import BadFile, Protected, TooLarge
from qualcode.formats.canonical import canonical, paired
from qualcode.formats.decode import suspicions
from qualcode.formats.limits import MAX_CHARACTERS, MAX_PAGES, MAX_PDF_WORK, MB
from qualcode.formats.pdf_work import Purse, page_text
from qualcode.formats.sniff import check_office
from qualcode.formats.transcript import places
from qualcode.formats.warn import Warned, warning
from qualcode.model.bundle import ReadDocument
from qualcode.model.layers import Page

_TROUBLE = (
    PyPdfError,
    DependencyError,
    DeprecationError,
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pypdf lets through of damaged files."""
_MARK = b"%PDF-"
_HEAD = 1_024
_UNPACKED = 20 * MB
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": _UNPACKED,
    "lzw_maximum_output_length": _UNPACKED,
    "run_length_maximum_output_length": _UNPACKED,
    "array_based_stream_maximum_output_length": _UNPACKED,
    "stream_parsing_work_maximum_count": 1_000_000,
    "xform_maximum_invocations_per_extraction": 1_000,
    "jbig2dec_binary": None,  # no other program is ever started
}

# What pypdf thinks of a damaged file is said in our own warnings.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


@dataclass(slots=True)
class _Found:
    """Pages with text, as label and text; numbers of pages without, and of pages that cannot be read."""

    pages: list[tuple[str, str]] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)
    broken: list[int] = field(default_factory=list)


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a PDF."""
    found = _found(name, data)
    pieces: list[str] = []
    pages: list[Page] = []
    repairs: dict[str, int] = {}
    position = 0
    for label, text in found.pages:
        clean = canonical(text)
        repairs = {
            rule: repairs.get(rule, 0) + clean.repairs.get(rule, 0) for rule in {**repairs, **clean.repairs}
        }
        pages.append(Page(position, label))
        pieces.append(clean.text)
        position += len(clean.text) + 1
    whole = "\n".join(pieces)
    return ReadDocument(
        name=name,
        format="pdf",
        source=data,
        text=whole,
        repairs=repairs,
        warnings=(*_warnings(found), *suspicions(whole)),
        pages=tuple(pages),
    )


def original(name: str, data: bytes) -> str:
    """The text of the pages before letters are composed."""
    return "\n".join(text for _, text in _found(name, data).pages)


def _found(name: str, data: bytes) -> _Found:
    if _MARK not in data[:_HEAD]:
        check_office(name, data, "pdf")
    with apply_configuration(None, **_LIMITS):
        reader, labels = _opened(name, data)
        found = _read_pages(name, reader, labels)
    if not found.pages:
        raise _without_text(name, found)
    return found


def _opened(name: str, data: bytes) -> tuple[PdfReader, list[str]]:
    try:
        reader = PdfReader(BytesIO(data))
        encrypted = reader.is_encrypted
        labels = [] if encrypted else _labels(reader)
    except _TROUBLE as error:
        raise BadFile(
            "{file} is damaged and cannot be read as PDF. Fetch it anew, or open it in a PDF program and save it again.",
            file=name,
        ) from error
    if encrypted:
        raise Protected(
            "{file} is encrypted. Open it in a PDF program, remove the protection and save it again.",
            file=name,
        )
    if len(labels) > MAX_PAGES:
        raise TooLarge(
            "{file} has {pages} pages; at most {limit} can be read. Divide it into smaller files.",
            file=name,
            pages=len(labels),
            limit=MAX_PAGES,
        )
    return reader, labels


def _labels(reader: PdfReader) -> list[str]:
    """The label of every page, counted from 1 where the file gives none that can be read."""
    count = len(reader.pages)
    numbers = [str(number) for number in range(1, count + 1)]
    if count > MAX_PAGES:
        return numbers
    try:
        labels = reader.page_labels
    except _TROUBLE:
        return numbers
    told = [" ".join(canonical(paired(str(label))).text.split()) for label in labels]
    return [label or number for label, number in zip(told, numbers, strict=True)]


def _read_pages(name: str, reader: PdfReader, labels: list[str]) -> _Found:
    found = _Found()
    purse = Purse(MAX_PDF_WORK)
    characters = 0
    for index, label in enumerate(labels):
        try:
            text = page_text(reader.pages[index], purse)
        except _TROUBLE:
            text = None
        if text is None:
            found.broken.append(index + 1)
        elif not text.strip():
            found.empty.append(index + 1)
        else:
            found.pages.append((label, paired(text).strip("\r\n")))
        characters += len(text or "")
        if characters > MAX_CHARACTERS or purse.empty:
            raise TooLarge(
                "{file} holds far more than a document needs; it was read up to page {page}. "
                "Divide it into smaller files, or save its text as .docx.",
                file=name,
                page=index + 1,
            )
    return found


def _without_text(name: str, found: _Found) -> BadFile:
    if found.broken and not found.empty:
        return BadFile(
            "{file} is damaged: none of its pages can be read. Open it in a PDF program and save it again.",
            file=name,
        )
    return BadFile(
        "{file} holds no text: its pages are pictures, such as a scanner makes. "
        "Have the text recognised (OCR) in a PDF program, save it and try again.",
        file=name,
    )


def _warnings(found: _Found) -> Iterator[Warned]:
    if found.empty:
        yield warning(
            "{count} pages have no text (page {pages}); they are blank, or pictures.",
            count=len(found.empty),
            pages=places(found.empty),
        )
    if found.broken:
        yield warning(
            "{count} pages could not be read and were left out (page {pages}).",
            count=len(found.broken),
            pages=places(found.broken),
        )
