"""Footnotes of web pages and books: which links refer to one, and which elements hold one.

HTML has no footnotes. These are how programs write them: roles of the digital publishing vocabulary (`doc-noteref`,
`doc-footnote`), `epub:type`, and the ids of Word, LibreOffice, pandoc and Markdown (`_ftn1`, `sdfootnote1sym`, `fn1`, `fn:1`).
A link is a reference only if what it shows is as short as a number, and a note only counts once it was referred to.
"""

import re
from collections.abc import Mapping
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from qualcode.formats.canonical import Line
from qualcode.formats.flowing import Noted, text_of

_REFERS = {"doc-noteref", "noteref"}
_HOLDS = {"doc-footnote", "doc-endnote", "footnote", "endnote", "rearnote"}
_LEADS_BACK = {"doc-backlink", "backlink", "referrer"}
_NAME = re.compile(
    r"(?:user-content-)?_?((?:sd)?(?:footnote|endnote)|ftn|edn|fn|en)[-_:.]?([0-9]{1,6})(?:sym)?"
)
_BACK = re.compile(
    r"(?:user-content-)?_?(?:(?:sd)?(?:footnote|endnote)|ftn|edn|fn|en)[-_:.]?(?:ref|[0-9]{1,6}anc)"
)
_NUMBER = re.compile(r"[\[(]?([^\s\[\]()]{1,5})[\])]?")


class Notes:
    """The notes of a page, or of all chapters of a book: `found` by name, as far as they were referred to."""

    def __init__(self) -> None:
        self.part = ""
        self.found: dict[str, Noted] = {}
        self._numbers: dict[str, str] = {}

    def referred(self, attrs: Mapping[str, str]) -> str:
        """The name of the note that a link leads to; empty when it leads elsewhere."""
        path, mark, place = (attrs.get("href") or "").partition("#")
        if not mark or ":" in path or not (_words(attrs) & _REFERS or _NAME.fullmatch(place)):
            return ""
        part = normpath(join(dirname(self.part), unquote(path))) if path else self.part
        return _name(part, unquote(place))

    def number(self, shown: str) -> str:
        """The number in what a link shows; empty when that is more than a number."""
        found = _NUMBER.fullmatch(shown.strip())
        return found[1] if found else ""

    def refer(self, name: str, number: str) -> None:
        """Notes that the text refers to a note."""
        self._numbers.setdefault(name, number)

    def held(self, attrs: Mapping[str, str]) -> str:
        """The name of the note that an element holds; empty when it holds none that was referred to."""
        place = attrs.get("id") or ""
        if not place or not (_words(attrs) & _HOLDS or _NAME.fullmatch(place)):
            return ""
        name = _name(self.part, place)
        return name if name in self._numbers and name not in self.found else ""

    def leads_back(self, attrs: Mapping[str, str]) -> bool:
        """Whether a link in a note only leads back to the text."""
        place = (attrs.get("href") or "").partition("#")[2]
        return bool(_words(attrs) & _LEADS_BACK or _BACK.match(place))

    def hold(self, name: str, lines: list[Line]) -> None:
        """Keeps what a note says."""
        self.found[name] = Noted(self._numbers[name], text_of(lines))


def _words(attrs: Mapping[str, str]) -> set[str]:
    return {*(attrs.get("role") or "").split(), *(attrs.get("epub:type") or "").split()}


def _name(part: str, place: str) -> str:
    """One name for a note, whichever of its ids a link uses."""
    known = _NAME.fullmatch(place)
    return f"{part}#{known[1]}{known[2]}" if known else f"{part}#{place}"
