"""The zip file around .docx, .xlsx, .odt and .epub, opened with care.

Before anything is unpacked: the number of parts, each part's declared size and growth, and their sum. While
unpacking: the running total. zipfile itself stops at the declared size and compares checksums. Zip files inside
the file are never opened, and nothing is ever written to disk or fetched.
"""

import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from posixpath import dirname, join, normpath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from qualcode.errors import BadFile, Protected, TooLarge
from qualcode.formats.limits import MAX_ENTRIES, MAX_PART, MAX_RATIO, MAX_UNPACKED, MB
from qualcode.formats.xml_parts import begins_soundly, local, steps

_TROUBLE = (
    BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
    LookupError,
    struct.error,
)
_DIRECTORY_ENTRY = b"PK\x01\x02"
_CHUNK = 1 << 16
_SMALL = 20 * MB
"""Parts up to this size may grow as they like: a document that says one thing a thousand times is still a document."""


class Package:
    """The parts of a .docx or .xlsx. Raises `BadFile`, `TooLarge` or `Protected` when they cannot be trusted.

    No part with one of the endings `xml` may have a document type definition.
    """

    def __init__(self, file: str, data: bytes, *, xml: tuple[str, ...] = (".xml", ".rels", ".vml")) -> None:
        self.file = file
        self._xml = xml
        if data.count(_DIRECTORY_ENTRY) > MAX_ENTRIES * 2:
            raise self._bomb()
        try:
            self._zip = ZipFile(BytesIO(data))
        except _TROUBLE as error:
            raise self._broken() from error
        entries = self._zip.infolist()
        if len(entries) > MAX_ENTRIES or sum(entry.file_size for entry in entries) > MAX_UNPACKED:
            raise self._bomb()
        for entry in entries:
            self._check(entry)
        self.entries = tuple(entries)
        self.parts = frozenset(entry.filename for entry in entries)
        self._unpacked = 0
        self._check_xml()

    def chunks(self, part: str | ZipInfo) -> Iterator[bytes]:
        """A part, unpacked piece by piece. Raises `BadFile` when it is missing or damaged."""
        try:
            with self._zip.open(part) as stream:
                while chunk := stream.read(_CHUNK):
                    self._count(len(chunk))
                    yield chunk
        except _TROUBLE as error:
            raise self._broken() from error

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """What `part` points to inside the package: id -> (kind, part). The kind is the last word of its type."""
        return {
            local(attrs, "Id"): (
                _kind(attrs),
                normpath(join(dirname(part), local(attrs, "Target"))).lstrip("/"),
            )
            for attrs in self._relationships(_rels(part))
            if local(attrs, "TargetMode") != "External"
        }

    def main_part(self, expected: str) -> str:
        """The part that holds the document or workbook."""
        found = (target for kind, target in self.relations("").values() if kind == "officeDocument")
        part = next(found, expected)
        if part not in self.parts:
            raise BadFile(
                "{file} lacks the part that holds its contents ({part}). Open it in Word or Excel and save it again.",
                file=self.file,
                part=part,
            )
        return part

    def external(self) -> int:
        """How many things outside the file it refers to, links for readers to click not counted."""
        return sum(
            local(attrs, "TargetMode") == "External" and _kind(attrs) != "hyperlink"
            for part in sorted(self.parts)
            if part.endswith(".rels")
            for attrs in self._relationships(part)
        )

    def _relationships(self, rels: str) -> list[dict[str, str]]:
        found: list[dict[str, str]] = []

        def start(tag: str, attrs: dict[str, str]) -> None:
            if tag.endswith("Relationship"):
                found.append(attrs)

        if rels in self.parts:
            for _ in steps(self.file, rels, self.chunks(rels), start=start):
                pass
        return found

    def _check_xml(self) -> None:
        """Refuses document type definitions anywhere, also in parts that nobody will read."""
        for part in sorted(self.parts):
            if part.lower().endswith(self._xml):
                begins_soundly(self.file, part, self.chunks(part))

    def _check(self, entry: ZipInfo) -> None:
        if entry.flag_bits & 1:
            raise Protected(
                "{file} is protected with a password. Open it in its own program, remove the password and save it again.",
                file=self.file,
            )
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise self._broken()
        grown = entry.file_size > MAX_RATIO * max(1, entry.compress_size)
        if entry.file_size > MAX_PART or (entry.file_size > _SMALL and grown):
            raise self._bomb()

    def _count(self, size: int) -> None:
        self._unpacked += size
        if (
            self._unpacked > 2 * MAX_UNPACKED
        ):  # every part may be read twice: once to check it, once to use it
            raise self._bomb()

    def _broken(self) -> BadFile:
        return BadFile(
            "{file} is damaged, or only a part of a file. Fetch it anew, or open it in its own program and save it again.",
            file=self.file,
        )

    def _bomb(self) -> TooLarge:
        return TooLarge(
            "{file} would unpack to far more than a document needs (over {limit} MB in all, {part} MB in one part, "
            "or {ratio} times its size) and was not opened. Copy its text into a new document.",
            file=self.file,
            limit=MAX_UNPACKED // MB,
            part=MAX_PART // MB,
            ratio=MAX_RATIO,
        )


def _kind(attrs: dict[str, str]) -> str:
    return local(attrs, "Type").rpartition("/")[2]


def _rels(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")
