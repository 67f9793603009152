"""Markdown: .md. Read as plain text, every `#` and `*` kept; `#` headings and underlined headings become `headings`.

After CommonMark, with three deliberate limits: an underlined heading is one line (a whole paragraph above `---` is
a paragraph and a rule), its underline has at least two signs, and a block of `---` at the top of the file is the
front matter that other programs write there.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from qualcode.formats import text
from qualcode.model.bundle import ReadDocument
from qualcode.model.structure import Heading

_ATX = re.compile(r" {0,3}(#{1,6})[ \t]+(?=[^ \t])")
_UNDERLINE = re.compile(r" {0,3}(={2,}|-{2,})[ \t]*$")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)$")
_NO_PARAGRAPH = re.compile(r" {4}|\t| {0,3}(?:[-*+>|]|\d+[.)])(?:\s|$)| {0,3}(?:#{1,6}(?:\s|$)|>)")
_EMPHASIS = re.compile(r"(\*{1,3})(?=[^\s*])(.+?)(?<=[^\s*])\1")
_LONG = 1_000
"""No heading is longer; looking for emphasis in one would take too long."""
_FRONT = re.compile(r"---[ \t]*\n(?:.*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|$)")
_TALL = 1_000
"""A list item, quotation or table row: no line after it, up to the next blank one, is a heading."""


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a .md file."""
    document = text.read(name, data)
    return replace(document, format="md", headings=tuple(headings(document.text)))


def original(name: str, data: bytes) -> str:
    """The text as decoded, as of a .txt file."""
    return text.original(name, data)


def headings(source: str) -> Iterator[Heading]:
    """The headings of a Markdown text. `[start, end)` are the words without `#`; the title has no `*` of emphasis."""
    height, start, words = 0, 0, ""  # of the paragraph above the line
    for position, line in _outside_code(source):
        atx, underline = _ATX.match(line), _UNDERLINE.match(line)
        if atx and (title := _without_closing(line[atx.end() :])):
            yield _heading(position + atx.end(), title, len(atx[1]))
        elif underline and height == 1:
            yield _heading(start, words, 1 if underline[1][0] == "=" else 2)
        if atx or underline or not line.strip():
            height = 0
        else:
            height += _TALL if _NO_PARAGRAPH.match(line) else 1
            start, words = position + len(line) - len(line.lstrip()), line.strip()


def _without_closing(words: str) -> str:
    """`Funn` for `Funn ##`; a `#` that touches a word belongs to it."""
    words = words.rstrip()
    bare = words.rstrip("#")
    return bare.rstrip() if not bare or bare[-1] in " \t" else words


def _heading(start: int, words: str, level: int) -> Heading:
    title = _EMPHASIS.sub(r"\2", words) if len(words) <= _LONG else words
    return Heading(start, start + len(words), level, " ".join(title.split()))


def _outside_code(source: str) -> Iterator[tuple[int, str]]:
    """Start and text of each line that is neither in a code fence nor in the front matter; fences count as blank."""
    front = _FRONT.match(source)
    fence, position = "", 0
    for line in source.split("\n"):
        mark = _FENCE.match(line)
        if front and position < front.end():
            pass
        elif fence:
            closes = mark and mark[1].startswith(fence) and not mark[2].strip()
            fence = "" if closes else fence
        elif mark and not (mark[1][0] == "`" and "`" in mark[2]):
            fence = mark[1]
            yield position, ""
        else:
            yield position, line
        position += len(line) + 1
