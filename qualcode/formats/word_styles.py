"""Which paragraph styles of a Word document are headings, and of which level; which character styles are emphasis."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from qualcode.formats.xml_parts import local, steps

_NAMED = re.compile(r"(?:heading|overskrift|rubrik|titre|überschrift)[ _-]?([1-9])$")
_TITLES = {"title", "tittel"}
EMPHASIS = {"w:b": "bold", "w:i": "italic", "w:u": "underline"}
_OFF = {"0", "false", "off", "none"}
_BODY = 10
"""Outline level "body text", counted from 1."""


@dataclass(slots=True)
class _Style:
    name: str = ""
    based_on: str = ""
    outline: int | None = None
    emphasis: dict[str, bool] = field(default_factory=dict)


class Styles:
    """The styles. `level` answers for the id of a paragraph style, `emphasis` for that of a character style."""

    def __init__(self) -> None:
        self._styles: dict[str, _Style] = {}
        self._characters: dict[str, _Style] = {}
        self._current: _Style | None = None
        self._levels: dict[str, int] = {}

    def read(self, file: str, part: str, chunks: Iterator[bytes]) -> None:
        """Learns the styles of `styles.xml`."""
        for _ in steps(file, part, chunks, start=self._start, end=self._end):
            pass

    def level(self, style: str) -> int:
        """1-9 for a heading, 0 for anything else: by its own outline level or name, else by what it is based on."""
        if style not in self._levels:
            self._levels[style] = self._climb(style)
        return self._levels[style]

    def emphasis(self, style: str) -> frozenset[str]:
        """`bold`, `italic`, `underline` as the style says, or else what it is based on."""
        told: dict[str, bool] = {}
        seen: set[str] = set()
        while style in self._characters and style not in seen:
            seen.add(style)
            told = self._characters[style].emphasis | told
            style = self._characters[style].based_on
        return frozenset(kind for kind, on in told.items() if on)

    def _climb(self, style: str) -> int:
        seen: set[str] = set()
        while style and style not in seen:
            seen.add(style)
            entry = self._styles.get(style, _Style(name=style))
            if entry.outline is not None:
                return entry.outline if entry.outline < _BODY else 0
            if level := level_of(entry.name):
                return level
            style = entry.based_on
        return 0

    def _start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "w:style":
            self._current = _Style()
            if local(attrs, "type") in ("paragraph", ""):
                self._styles[local(attrs, "styleId")] = self._current
            elif local(attrs, "type") == "character":
                self._characters[local(attrs, "styleId")] = self._current
        elif self._current is None:
            return
        elif tag == "w:name":
            self._current.name = local(attrs, "val")
        elif tag == "w:basedOn":
            self._current.based_on = local(attrs, "val")
        elif tag == "w:outlineLvl":
            self._current.outline = outline(attrs)
        elif tag in EMPHASIS:
            self._current.emphasis[EMPHASIS[tag]] = is_on(attrs)

    def _end(self, tag: str) -> None:
        if tag == "w:style":
            self._current = None


def is_on(attrs: dict[str, str]) -> bool:
    """Whether a property that can be on or off is on."""
    return local(attrs, "val") not in _OFF


def outline(attrs: dict[str, str]) -> int | None:
    """The level of a `w:outlineLvl`, counted from 1; 10 is body text."""
    value = local(attrs, "val")
    return int(value) + 1 if value in tuple("0123456789") else None


def level_of(name: str) -> int:
    """The level that a style's name stands for: 1-9 for Heading/Overskrift 1-9, 1 for Title/Tittel, else 0."""
    name = name.strip().lower()
    found = _NAMED.match(name)
    return int(found[1]) if found else int(name in _TITLES)
