"""XML listened to piece by piece, so that memory does not grow with it and nothing in it can act.

Python's own expat: no tree, no network. A document type definition is refused as soon as it is seen, and with it
every entity. Parts are UTF-8 or UTF-16, as the Open Packaging Conventions say; other encodings are refused.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from xml.parsers import expat

from qualcode.errors import BadFile

Start = Callable[[str, dict[str, str]], None]

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.openxmlformats.org/drawingml/2006/picture": "pic",
    "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main": "x",
    "http://purl.oclc.org/ooxml/spreadsheetml/main": "x",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
}
_BROKEN = (expat.ExpatError, ValueError, LookupError)


class _Enough(Exception):
    """The first element has begun."""


def steps(
    file: str,
    part: str,
    chunks: Iterator[bytes],
    *,
    start: Start,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> Iterator[None]:
    """Calls `start`, `end` and `text` with what a part holds, yielding after each piece.

    Tags are `prefix:name` for the namespaces of Office and OpenDocument, `name` for others. Raises `BadFile` for
    XML that is broken or has a document type definition.
    """
    first = next(chunks, b"")
    parser = _parser(file, part, first)
    names: dict[str, str] = {}

    def named(tag: str) -> str:
        if tag not in names:
            space, _, name = tag.rpartition(" ")
            names[tag] = f"{_PREFIXES[space]}:{name}" if space in _PREFIXES else name
        return names[tag]

    parser.StartElementHandler = lambda tag, attrs: start(named(tag), attrs)
    if end:
        parser.EndElementHandler = lambda tag: end(named(tag))
    if text:
        parser.CharacterDataHandler = text
    for chunk in chain((first,), chunks):
        _feed(file, part, parser, chunk)
        yield
    _feed(file, part, parser, b"", final=True)
    yield


def begins_soundly(file: str, part: str, chunks: Iterator[bytes]) -> None:
    """Raises `BadFile` when a part has a document type definition. Reads no further than its first element."""
    first = next(chunks, b"")
    parser = _parser(file, part, first)

    def enough(_tag: str, _attrs: dict[str, str]) -> None:
        raise _Enough

    parser.StartElementHandler = enough
    for chunk in chain((first,), chunks):
        try:
            parser.Parse(chunk, False)
        except (_Enough, *_BROKEN):
            return


def local(attrs: dict[str, str], name: str) -> str:
    """The value of an attribute, whatever its namespace; empty when it is absent."""
    if name in attrs:
        return attrs[name]
    return next((value for key, value in attrs.items() if key.endswith(f" {name}")), "")


def _parser(file: str, part: str, first: bytes) -> expat.XMLParserType:
    encoding = "utf-16" if first[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    parser = expat.ParserCreate(encoding, " ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = lambda *_: _refuse(file, part)
    return parser


def _refuse(file: str, part: str) -> None:
    raise BadFile(
        "{file} holds a document type definition (in {part}), which no word processor writes and which can "
        "be used to do harm. It was not opened. Copy its text into a new document.",
        file=file,
        part=part,
    )


def _feed(file: str, part: str, parser: expat.XMLParserType, chunk: bytes, *, final: bool = False) -> None:
    try:
        parser.Parse(chunk, final)
    except _BROKEN as error:
        raise BadFile(
            "{file} is damaged: {part} cannot be read. Open it in its own program and save it again.",
            file=file,
            part=part,
        ) from error
