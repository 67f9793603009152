"""Bytes -> text, in the encoding they were written in.

Tried in this order: a byte order mark (UTF-8, UTF-16, UTF-32); UTF-16 without one, known by its zero bytes; UTF-8;
an older encoding, or several in one file (see `mixed`), strictly: the five undefined bytes of Windows-1252 are refused.
Whatever is odd is a warning that names the lines. Tables, which have nobody to warn, must be in one encoding.
"""

import re
from dataclasses import dataclass

from qualcode.errors import BadFile
from qualcode.formats import mixed
from qualcode.formats.warn import Warned, counted, warning

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n?|\n")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
# Æ Ø Å æ ø å é ö ä ü « » – … as they look when UTF-8 was once read as Windows-1252 and saved again,
# and the C1 controls that come of reading Windows-1252 as ISO-8859-1.
_MISREAD = re.compile("Ã[¥¸¦…˜†©¶¤¼]|Â[«»\u00a0]|â€[“”œ™˜¦\x9d]|[\x80-\x9f]")
_ENCODINGS = {"cp1252": "Windows-1252", "charmap": "Windows-1252"}
"""What Python calls it, and what people do."""
_SAMPLE = 1 << 16
_LATIN = 0.4
"""The share of Latin letters from which text with zero bytes is taken for UTF-16; text in UTF-8 has no zeros at all."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text as read, with its byte order mark if it had one, the name of its encoding, and what is odd about it."""

    text: str
    encoding: str
    warnings: tuple[Warned, ...] = ()


def decode(file: str, data: bytes, *, one_encoding: bool = False) -> Decoded:
    """The text of a file. Raises `BadFile` for binary data and for bytes that are no letters.

    With `one_encoding`, also for a file that is in more than one.
    """
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "") or _utf16(data)
    if not encoding and b"\x00" in data:
        raise _binary(file)
    decoded = _strictly(file, data, encoding) if encoding else _utf8_or_older(file, data)
    _check_controls(file, decoded.text)
    if one_encoding and "+" in decoded.encoding:
        _strictly(file, data, "utf-8")  # names the line
    return decoded


def suspicions(text: str) -> tuple[Warned, ...]:
    """Warnings for text that was spoilt before it came here; nothing is changed."""
    found = _MISREAD.search(text)
    misread = (
        (
            warning(
                "{count} places look like letters read in the wrong encoding, such as “{example}” (line {lines}). "
                "Cleaning proposes what they should be; nothing was changed.",
                count=_MISREAD.subn("", text)[1],
                example=found.group(),
                lines=mixed.ranges(
                    [n for n, line in enumerate(text.split("\n"), 1) if _MISREAD.search(line)]
                ),
            ),
        )
        if found
        else ()
    )
    lost = counted(
        "{count} letters were lost before this file was saved; they show as �. Nothing was changed.",
        text.count("\ufffd"),
    )
    return misread + lost


def _utf16(data: bytes) -> str:
    """The byte order of UTF-16 without a mark: Latin text has a zero in every other byte, and only there."""
    sample = data[:_SAMPLE]
    units = len(sample) // 2
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if len(data) % 2 or units < 2:
        return ""
    if odd >= _LATIN * units and even <= 0.01 * units:
        return "utf-16-le"
    if even >= _LATIN * units and odd <= 0.01 * units:
        return "utf-16-be"
    return ""


def _strictly(file: str, data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise _bad_byte(file, data, error, encoding) from error


def _utf8_or_older(file: str, data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        found = mixed.read(data, lambda line, error: _no_letter(file, line, error))
    return Decoded(found.text, found.encoding, found.warnings)


def _bad_byte(file: str, data: bytes, error: UnicodeDecodeError, encoding: str) -> BadFile:
    before = data[: error.start].decode(encoding, "replace")
    return _no_letter(file, _LINE_END.subn("", before)[1] + 1, error)


def _no_letter(file: str, line: int, error: UnicodeDecodeError) -> BadFile:
    return BadFile(
        "{file}, line {line}: the byte {byte} is no letter in {encoding}. "
        "Open the file in the program that wrote it and save it again as UTF-8.",
        file=file,
        line=line,
        byte=f"{error.object[error.start]:02X}",
        encoding=_ENCODINGS.get(error.encoding, error.encoding.upper()),
    )


def _check_controls(file: str, text: str) -> None:
    controls = _CONTROL.subn("", text)[1]
    if "\x00" in text or (controls > 3 and controls * 50 > len(text)):
        raise _binary(file)


def _binary(file: str) -> BadFile:
    return BadFile("{file} is not a text file. Save its text as .txt (UTF-8) or .docx.", file=file)
