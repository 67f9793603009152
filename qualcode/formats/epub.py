"""Books: .epub. The chapters in the order of the spine, each read as a web page, a blank line between them.

Notes stand beside the text as in web pages, those in a chapter of their own included, as long as it follows the text.
The book's own table of contents (`properties="nav"`) and its cover page without words are left out. A book whose
chapters are encrypted is `Protected`; encrypted fonts do not matter.
"""

from dataclasses import replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from qualcode.errors import BadFile, Protected, TooLarge
from qualcode.formats.canonical import Line
from qualcode.formats.decode import suspicions
from qualcode.formats.flowing import document
from qualcode.formats.html import Page, about, decoded_page
from qualcode.formats.html_notes import Notes
from qualcode.formats.limits import MAX_CHAPTERS
from qualcode.formats.package import Package
from qualcode.formats.sniff import check_office
from qualcode.formats.warn import Warned
from qualcode.formats.xml_parts import local, steps
from qualcode.model.bundle import ReadDocument

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a book."""
    lines, notes, warnings = _extract(name, data)
    made = document(name, "epub", data, lines, notes.found, warnings)
    return replace(made, warnings=(*made.warnings, *suspicions(made.text)))


def original(name: str, data: bytes) -> str:
    """The text of the book before letters are composed; without its notes."""
    return "\n".join(line.text for line in _extract(name, data)[0])


def _extract(name: str, data: bytes) -> tuple[list[Line], Notes, tuple[Warned, ...]]:
    check_office(name, data, "epub")
    # Chapters may name the document type of HTML; the parser of web pages makes nothing of it.
    package = Package(name, data, xml=(".opf",))
    chapters = _chapters(package)
    if _encrypted(package) & set(chapters):
        raise Protected(
            "{file} is protected against copying and cannot be read. Ask the publisher for a copy without protection.",
            file=name,
        )
    lines: list[Line] = []
    notes = Notes()
    counts: dict[str, int] = {}
    odd: list[Warned] = []
    for part in chapters:
        notes.part = part
        page = Page(name, notes)
        decoded = decoded_page(name, b"".join(package.chunks(part)))
        odd += decoded.warnings
        page.hear(decoded.text)
        lines += [Line(""), *page.lines] if lines and page.lines else page.lines
        counts = {what: counts.get(what, 0) + page.counts.get(what, 0) for what in {**counts, **page.counts}}
    return lines, notes, (*odd, *about(counts))


def _chapters(package: Package) -> list[str]:
    """The parts that hold text, each once, in reading order."""
    root = _named(package, _CONTAINER, "rootfile", "full-path")
    if not root or root[0] not in package.parts:
        raise _no_book(package.file)
    folder = dirname(root[0])
    items: dict[str, str] = {}
    order: list[str] = []

    def start(tag: str, attrs: dict[str, str]) -> None:
        kind = tag.rpartition(":")[2]
        if (
            kind == "item"
            and local(attrs, "media-type") in _PAGES
            and "nav" not in _words(attrs, "properties")
        ):
            items[local(attrs, "id")] = normpath(join(folder, unquote(local(attrs, "href"))))
        elif kind == "itemref":
            order.append(local(attrs, "idref"))

    for _ in steps(package.file, root[0], package.chunks(root[0]), start=start):
        pass
    found = list(dict.fromkeys(items[each] for each in order if each in items))
    chapters = [part for part in found if part in package.parts]
    if not chapters:
        raise _no_book(package.file)
    if len(chapters) > MAX_CHAPTERS:
        raise TooLarge(
            "{file} has more than {limit} chapters. Divide it into smaller files.",
            file=package.file,
            limit=MAX_CHAPTERS,
        )
    return chapters


def _words(attrs: dict[str, str], name: str) -> list[str]:
    return local(attrs, name).split()


def _encrypted(package: Package) -> set[str]:
    if _ENCRYPTION not in package.parts:
        return set()
    return {normpath(unquote(part)) for part in _named(package, _ENCRYPTION, "CipherReference", "URI")}


def _named(package: Package, part: str, element: str, attribute: str) -> list[str]:
    """The values of an attribute in a part of the package, in order."""
    found: list[str] = []

    def start(tag: str, attrs: dict[str, str]) -> None:
        if tag.rpartition(":")[2] == element:
            found.append(local(attrs, attribute))

    for _ in steps(package.file, part, package.chunks(part), start=start):
        pass
    return found


def _no_book(file: str) -> BadFile:
    return BadFile(
        "{file} is damaged: it does not say which chapters it has. Fetch it anew, or save its text as .docx.",
        file=file,
    )
