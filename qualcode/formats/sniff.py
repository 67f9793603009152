"""What a file really is, whatever its name says."""

from pathlib import PurePath

from qualcode.errors import BadFile, Protected

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"II*\x00", "TIFF"),
    (b"MM\x00*", "TIFF"),
    (b"RIFF", "WAV"),
    (b"ID3", "MP3"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf", "7-Zip"),
    (b"Rar!", "RAR"),
    (b"SQLite format 3\x00", "SQLite"),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PARTS = {"docx": b"word/document.xml", "xlsx": b"xl/workbook.xml"}
_NEEDED = {**_PARTS, "odt": b"content.xml", "epub": b"META-INF/container.xml"}
_MIMETYPES = (
    (b"application/epub+zip", "epub"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "ods"),
    (b"application/vnd.oasis.opendocument.presentation", "odp"),
    (b"application/vnd.oasis.opendocument", "odt"),
)
"""What stands in the first part, `mimetype`, which is never packed."""
_INSIDE = (
    *((mark, kind) for kind, mark in _PARTS.items()),
    (b"ppt/presentation.xml", "pptx"),
    *_MIMETYPES,
    (b"project.qde", "qdpx"),
)
_RENAMED = {"docx", "xlsx", "odt", "epub", "pdf", "rtf"}
"""Kinds that can be read once they have their right ending."""


def ending(name: str) -> str:
    """The ending of a file name in lower case: `.docx`."""
    return PurePath(name).suffix.lower()


def kind(data: bytes) -> str:
    """`docx`, `xlsx`, `pptx`, `odt`, `epub`, `zip`, `ole`, a known name such as `PDF`, or `text` for everything else."""
    if data.startswith(_ZIP):
        if data[30:38] == b"mimetype":
            return next((kind for mark, kind in _MIMETYPES if data.startswith(mark, 38)), "zip")
        # Names of the parts stand unpacked in the file.
        return next((kind for mark, kind in _INSIDE if mark in data), "zip")
    if data.startswith(OLE[:4]):
        return "ole"
    if data[4:8] == b"ftyp":
        return "MP4"
    return next((kind for mark, kind in _MAGIC if data.startswith(mark)), "text")


def check_text(file: str, data: bytes) -> None:
    """Raises `BadFile` or `Protected` when `data` cannot be a text file."""
    found = kind(data)
    if found == "text":
        return
    if found == "ole":
        _refuse_ole(file, data)
    if found.lower() in _RENAMED:
        raise BadFile(
            "{file} ends as a text file but is really a .{kind} file. Give it the ending .{kind} and try again.",
            file=file,
            kind=found.lower(),
        )
    raise BadFile(
        "{file} ends as a text file but is really {kind}. Save its text as .txt or .docx.",
        file=file,
        kind=found,
    )


def check_office(file: str, data: bytes, wanted: str) -> None:
    """Raises `BadFile` or `Protected` when `data` is not the `docx`, `xlsx`, `odt` ... that its ending says."""
    found = kind(data)
    packed = wanted in _NEEDED
    # A workbook can have a document inside it, and the other way round.
    inside = packed and found in {"docx", "xlsx"} and _NEEDED[wanted] in data
    if found.lower() == wanted or inside or (packed and found == "zip"):
        return
    if found == "ole":
        _refuse_ole(file, data)
    if found == "text":
        raise BadFile(
            "{file} is not a .{wanted} file, or only a part of one. "
            "If it is plain text, give it the ending .txt; if not, fetch it anew.",
            file=file,
            wanted=wanted,
        )
    raise BadFile(
        "{file} ends as .{wanted} but is really {kind}. Open it in its own program and save it as .{wanted}.",
        file=file,
        wanted=wanted,
        kind=found,
    )


def _refuse_ole(file: str, data: bytes) -> None:
    """An OLE file is an encrypted .docx/.xlsx, or a document in the formats from before 2007."""
    if "EncryptedPackage".encode("utf-16-le") not in data:
        for stream, program in (
            ("WordDocument", "Word"),
            ("Workbook", "Excel"),
            ("PowerPoint Document", "PowerPoint"),
        ):
            if stream.encode("utf-16-le") in data:
                raise BadFile(
                    "{file} is in the old format of {program} (before 2007). "
                    "Open it in {program} and save it in the new format (.docx or .xlsx).",
                    file=file,
                    program=program,
                )
    raise Protected(
        "{file} is protected with a password, or in an old format. Open it in its own program, "
        "remove the password and save it in the new format (.docx or .xlsx).",
        file=file,
    )
