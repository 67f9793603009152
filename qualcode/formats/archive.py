"""Folders packed into one file: .zip. Gives the files inside, one at a time, for `read_document`.

Nothing is written to disk, so no name can lead anywhere; names are cleaned all the same, since they become names of
documents. What systems put beside people's files is passed over: `__MACOSX`, hidden files, locks of Word, links.
"""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from zipfile import ZipInfo

from qualcode.errors import BadFile
from qualcode.formats.limits import check_size
from qualcode.formats.package import Package
from qualcode.formats.sniff import ending
from qualcode.model.tree import clean_name, same_name

_PACKED = (".zip", ".7z", ".rar", ".gz", ".tgz", ".tar", ".bz2", ".xz", ".zst")
_OFFICE = {"[Content_Types].xml", "mimetype"}
_DRIVE = re.compile(r"[A-Za-z]:")
_LITTER = {"__macosx", "thumbs.db", "desktop.ini"}
_UTF8 = 0x800
_KIND, _LINK = 0o170000, 0o120000


def expand(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    """Names (`folder/file.txt`) and bytes of the files in a .zip, in its order.

    Raises before the first file: `BadFile` when it is damaged, empty or has packed files in it, `TooLarge` when it
    would unpack to too much, `Protected` when it has a password. A file inside may still be damaged: `BadFile` there.
    """
    check_size(name, data)
    package = Package(name, data, xml=())
    if package.parts & _OFFICE:
        raise BadFile(
            "{file} is a document, not a folder of documents. Give it its own ending, such as .docx.",
            file=name,
        )
    files = [(entry, shown) for entry in package.entries if (shown := _name(entry))]
    if not files:
        raise BadFile("{file} has no files in it that can be read.", file=name)
    for _, shown in files:
        if ending(shown) in _PACKED:
            raise BadFile(
                "{file} has packed files in it ({inner}). Unpack them first, and pack the documents themselves.",
                file=name,
                inner=shown,
            )
    return _unpacked(package, files)


def _unpacked(package: Package, files: list[tuple[ZipInfo, str]]) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    for entry, shown in files:
        unique, number = shown, 1
        while same_name(unique) in taken:
            number += 1
            path = PurePosixPath(shown)
            unique = str(path.with_name(f"{path.stem} ({number}){path.suffix}"))
        taken.add(same_name(unique))
        yield unique, b"".join(package.chunks(entry))


def _name(entry: ZipInfo) -> str:
    """The name as people know it; empty for what is no file of theirs."""
    folder = entry.filename.endswith("/")  # zipfile itself stumbles over a name without letters
    if folder or (entry.external_attr >> 16) & _KIND == _LINK:
        return ""
    cleaned = [clean_name(part) for part in _decoded(entry).replace("\\", "/").split("/")]
    parts = [part for part in cleaned if part not in ("", ".", "..") and not _DRIVE.fullmatch(part)]
    unwanted = any(part.startswith((".", "~$")) or part.casefold() in _LITTER for part in parts)
    return "" if unwanted else "/".join(parts)


def _decoded(entry: ZipInfo) -> str:
    """Without the flag for UTF-8, a name is either UTF-8 all the same (macOS) or in the code page of DOS (Windows)."""
    if entry.flag_bits & _UTF8:
        return entry.filename
    raw = entry.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp850")
