"""Web pages: .html and .htm, as a reader of the page sees them, a block on a line.

- `<h1>` to `<h6>` are headings; line breaks inside a block are line ends; white space is folded as browsers do, but
  not inside `<pre>`. Table rows are lines, their cells apart by tabs.
- Footnotes, as far as they can be told (see `html_notes`), stand beside the text (`notes`); `<b>`, `<strong>`, `<i>`,
  `<em>` and `<u>` are a layer (`emphasis`).
- Left out: `<title>`, scripts, styles, templates, buttons and fields of forms; with a count: hidden parts, pictures.
- Bullets and numbers that browsers make are not text. Nothing is fetched, no entity but those of HTML is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from qualcode.errors import BadFile
from qualcode.formats.canonical import Line
from qualcode.formats.decode import Decoded, decode, suspicions
from qualcode.formats.flow import Flows
from qualcode.formats.flowing import document
from qualcode.formats.html_notes import Notes
from qualcode.formats.limits import MAX_HTML_BYTES, check_size
from qualcode.formats.warn import Warned, counted
from qualcode.model.bundle import ReadDocument

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "div", "dl"),
    *("dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html", "legend", "li", "main", "menu"),
    *("nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "ul"),
}  # fmt: skip
_LEFT_OUT = {
    *("audio", "button", "canvas", "datalist", "iframe", "noscript", "object", "rp", "rt", "script", "select", "style"),
    *("svg", "template", "textarea", "title", "video"),
}  # fmt: skip
_EMPHASIS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_CELLS = ("td", "th")
_UNSEEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]{1,40})""")
_HEAD = 4_096
_CODECS = {
    "iso-8859-2": "iso-8859-2",
    "iso-8859-4": "iso-8859-4",
    "iso-8859-10": "iso-8859-10",
    "iso-8859-15": "iso-8859-15",
    "windows-1250": "windows-1250",
    "windows-1251": "windows-1251",
    "windows-1257": "windows-1257",
    "macintosh": "mac-roman",
    "x-mac-roman": "mac-roman",
}
"""Encodings of old pages that are believed when a page is not UTF-8; all others are read as text files are."""
_ARCHIVE = re.compile(
    rb"\s*(?:From:|MIME-Version:|Subject:|Snapshot-Content-Location:)[^\n]*\n", re.IGNORECASE
)
_DEEPEST = 10_000


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a web page."""
    decoded = decoded_page(name, data)
    page = Page(name)
    page.hear(decoded.text)
    warnings = (*decoded.warnings, *about(page.counts))
    made = document(name, "html", data, page.lines, page.notes.found, warnings, decoded.encoding)
    return replace(made, warnings=(*warnings, *suspicions(made.text)))


def original(name: str, data: bytes) -> str:
    """The text of the page before letters are composed; without its notes."""
    page = Page(name)
    page.hear(decoded_page(name, data).text)
    return "\n".join(line.text for line in page.lines)


def about(counts: dict[str, int]) -> Iterator[Warned]:
    """Warnings of what a page left out."""
    yield from counted("Hidden text was left out ({count} places).", counts.get("hidden", 0))
    yield from counted("Pictures were left out ({count}).", counts.get("pictures", 0))


def decoded_page(name: str, data: bytes) -> Decoded:
    """The page as text, in the encoding it was written in."""
    check_size(name, data, MAX_HTML_BYTES)
    if _ARCHIVE.match(data) and b"multipart/" in data[:_HEAD]:
        raise BadFile(
            "{file} is a web archive with many files in it. Open it in a browser and save the page as “HTML only”.",
            file=name,
        )
    named = _CHARSET.search(data[:_HEAD])
    codec = _CODECS.get(named[1].decode().lower()) if named else None
    if codec and not _is_utf8(data):
        # These encodings know every byte, or the byte shows as lost.
        return Decoded(data.decode(codec, "replace"), codec)
    return decode(name, data)


def _is_utf8(data: bytes) -> bool:
    try:
        return bool(data.decode("utf-8"))
    except UnicodeDecodeError:
        return False


@dataclass(slots=True)
class _Reference:
    """A link that may refer to a note; what it shows is held back until it ends."""

    name: str
    depth: int
    shown: list[str] = field(default_factory=list)


class Page:
    """Listens to one page. For a book, `notes` are those of all its chapters."""

    def __init__(self, file: str, notes: Notes | None = None) -> None:
        self.notes = notes or Notes()
        self.counts: dict[str, int] = {}
        self._file = file
        self._flows = Flows()
        self._depth = self._pre = 0
        self._skipping: int | None = None
        self._reference: _Reference | None = None
        self._note, self._note_depth = "", 0
        self._styles: list[str] = []

    @property
    def lines(self) -> list[Line]:
        """The lines of what has been heard."""
        return self._flows.lines

    def hear(self, text: str) -> None:
        """Listens to a page; lines are added under those heard before."""
        from lxml import etree

        # libxml2 reads bytes; what the page says of its encoding no longer holds.
        parser = etree.HTMLParser(target=self, encoding="utf-8", no_network=True, huge_tree=True)
        page = text.removeprefix("\ufeff").encode("utf-8", "replace")
        try:
            if page:
                parser.feed(page)
                parser.close()
        except etree.LxmlError as error:
            raise BadFile(
                "{file} is damaged: it cannot be read as a web page. Save its text as .txt or .docx.",
                file=self._file,
            ) from error

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise BadFile(
                "{file} is damaged: its parts lie more than {limit} deep in each other. Save its text as .txt or .docx.",
                file=self._file,
                limit=_DEEPEST,
            )
        if self._skipping is not None:
            return
        if self._holds_note(tag, attrs):
            return
        if tag in _LEFT_OUT or (tag == "a" and self._note and self.notes.leads_back(attrs)):
            self._skipping = self._depth
        elif "hidden" in attrs or _UNSEEN.search(attrs.get("style") or ""):
            self._skipping = self._depth
            self._count("hidden")
        elif tag == "a" and not self._note and not self._reference and (name := self.notes.referred(attrs)):
            self._reference = _Reference(name, self._depth)
        else:
            self._open(tag)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._skipping == self._depth:
            self._skipping = None
        elif self._skipping is None:
            if self._reference and self._reference.depth == self._depth:
                self._refer(self._reference)
            self._close(tag)
            if self._note and self._note_depth == self._depth:
                self._close_note()
        self._depth -= 1

    def data(self, words: str) -> None:
        """Characters between tags."""
        if self._skipping is not None:
            return
        if self._reference:
            self._reference.shown.append(words)
        elif self._pre:
            self._flows.write(words)
        else:
            self._flows.run_on(words)

    def comment(self, _words: str) -> None:
        """A comment, which is not shown."""

    def pi(self, _target: str, _words: str | None = None) -> None:
        """An instruction to programs."""

    def close(self) -> Any:
        """The page ends, whatever was still open."""
        if self._reference:
            self._refer(self._reference)
        while self._flows.depth > 1:
            self._flows.cell(self._flows.close())
            self._flows.end_row()
        self._flows.line(blank=False)
        self._depth = self._pre = 0
        self._skipping, self._note = None, ""

    def _holds_note(self, tag: str, attrs: dict[str, str]) -> bool:
        """Notes are gathered apart, hidden or not: books show them when a reader asks."""
        name = "" if self._note or self._reference or tag == "a" else self.notes.held(attrs)
        if name:
            if tag in _BLOCKS or tag in _CELLS:
                self._flows.line(blank=False)
            self._note, self._note_depth = name, self._depth
            self._flows.open()
            self._open(tag)
        return bool(name)

    def _close_note(self) -> None:
        self.notes.hold(self._note, self._flows.close())
        self._note = ""

    def _refer(self, reference: _Reference) -> None:
        shown, self._reference = "".join(reference.shown), None
        if number := self.notes.number(shown):
            self.notes.refer(reference.name, number)
            self._flows.note(reference.name)
        else:
            self._flows.run_on(shown)

    def _open(self, tag: str) -> None:
        if tag == "br":
            self._flows.write("\n")
        elif tag in _EMPHASIS:
            self._styles.append(_EMPHASIS[tag])
            self._flows.style = tuple(dict.fromkeys(self._styles))
        elif tag == "img":
            self._count("pictures")
        elif tag in _CELLS:
            self._flows.open()
        elif tag == "tr" or tag in _HEADINGS or tag in _BLOCKS:
            self._flows.line(blank=False)
            self._pre += tag == "pre"
            if tag == "tr":
                self._flows.row()

    def _close(self, tag: str) -> None:
        if tag in _EMPHASIS and self._styles:
            self._styles.pop()
            self._flows.style = tuple(dict.fromkeys(self._styles))
        elif tag in _CELLS:
            self._flows.cell(self._flows.close())
        elif tag == "tr":
            self._flows.line(blank=False)
            self._flows.end_row()
        elif tag in _HEADINGS or tag in _BLOCKS:
            self._flows.line(_HEADINGS.get(tag, 0), blank=False)
            self._pre -= tag == "pre"

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1
