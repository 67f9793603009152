"""OpenDocument texts: .odt, as LibreOffice and others write them; in reading order, one paragraph on one line.

- Empty paragraphs are empty lines; line breaks and tabs stay. A table row is one line, its cells apart by tabs.
- Tracked changes: insertions stand, deletions are left out and counted. Text boxes follow the paragraph they are
  anchored in.
- Footnotes and endnotes stand beside the text (`notes`), with the number that the word processor has stored.
- Bold, italic and underlined words are a layer (`emphasis`).
- Left out, with a count: comments, hidden text, pictures. Left out without: page heads and feet, numbers and bullets.
- Headings: `text:h` with its outline level, and paragraphs in the style Title.
- Nothing that the file refers to is fetched.
"""

from collections.abc import Iterator

from qualcode.errors import BadFile, Protected
from qualcode.formats.flowing import document
from qualcode.formats.odt_body import Body
from qualcode.formats.package import Package
from qualcode.formats.sniff import check_office
from qualcode.formats.warn import Warned, counted
from qualcode.formats.xml_parts import steps
from qualcode.model.bundle import ReadDocument

_CONTENT = "content.xml"
_STYLES = "styles.xml"
_MANIFEST = "META-INF/manifest.xml"


def read(name: str, data: bytes) -> ReadDocument:
    """The document of an .odt file."""
    body = _heard(name, data)
    return document(name, "odt", data, body.lines, body.notes, _warnings(body.counts))


def original(name: str, data: bytes) -> str:
    """The text as the word processor holds it, before letters are composed; without its notes."""
    return "\n".join(line.text for line in _heard(name, data).lines)


def _heard(name: str, data: bytes) -> Body:
    check_office(name, data, "odt")
    package = Package(name, data)
    _refuse_encrypted(package)
    body = Body()
    for part in (_STYLES, _CONTENT):
        if part in package.parts or part == _CONTENT:
            chunks = package.chunks(part)
            for _ in steps(name, part, chunks, start=body.start, end=body.end, text=body.text):
                pass
    if not body.is_text:
        raise BadFile(
            "{file} is not a text document. Open it in its own program and save it as .odt or .docx.",
            file=name,
        )
    return body


def _refuse_encrypted(package: Package) -> None:
    """In an encrypted document each part has an entry of how it was encrypted; the manifest itself is plain."""
    found: list[str] = []

    def start(tag: str, _attrs: dict[str, str]) -> None:
        if tag.endswith("encryption-data"):
            found.append(tag)

    if _MANIFEST in package.parts:
        for _ in steps(package.file, _MANIFEST, package.chunks(_MANIFEST), start=start):
            pass
    if found:
        raise Protected(
            "{file} is protected with a password. Open it in its own program, remove the password and save it again.",
            file=package.file,
        )


def _warnings(counts: dict[str, int]) -> Iterator[Warned]:
    yield from counted(
        "Text deleted with tracked changes was left out ({count} places).", counts.get("deleted", 0)
    )
    yield from counted("Comments were left out ({count}).", counts.get("comments", 0))
    yield from counted("Hidden text was left out ({count} places).", counts.get("hidden", 0))
    yield from counted("Pictures were left out ({count}).", counts.get("pictures", 0))
