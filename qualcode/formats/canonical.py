"""Text -> canonical text, and a count of every kind of change.

| rule | what it does |
|---|---|
| `line-ends` | CRLF, lone CR, the vertical tab of old Word texts, U+2028 and U+2029 become a line feed |
| `page-breaks` | a form feed becomes a line feed: the break stays a break |
| `control-characters` | other control characters (not tab), U+FFFE and U+FFFF go: no XML file takes them |
| `bom` | byte order marks go, also those that joining files left in the middle |
| `nfc` | letters in two parts (a + U+030A) become one (å); counted by letters made |

What comes out can stand in XML, JSON, SQLite and PostgreSQL as it is. Doing it twice changes nothing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualcode.formats.marks import NOTE, Mark, further, placed
from qualcode.model.layers import Emphasis
from qualcode.model.structure import Heading

_RULES = (
    ("line-ends", re.compile("\r\n?|[\v\u2028\u2029]"), "\n"),
    ("page-breaks", re.compile("\f"), "\n"),
    ("control-characters", re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]"), ""),
    ("bom", re.compile("\ufeff"), ""),
)
_CHANGED = re.compile("[\x00-\x08\x0b-\x1f\x7f\u2028\u2029\ufeff\ufffe\uffff]")
_NO_TABLE_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Canonical:
    """Text that is NFC with line feeds only, and what was changed, by rule."""

    text: str
    repairs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as a format read it; `level` above 0 makes it a heading."""

    text: str
    level: int = 0
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Assembled:
    """Lines put under each other. `notes` are names of notes with their places in the text, in order."""

    text: str
    repairs: Mapping[str, int]
    headings: tuple[Heading, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()


def canonical(text: str) -> Canonical:
    """`text` in canonical form; rules that changed nothing are not named."""
    repairs: dict[str, int] = {}
    if _CHANGED.search(text):
        for rule, pattern, by in _RULES:
            text, changes = pattern.subn(by, text)
            if changes:
                repairs[rule] = changes
    if not unicodedata.is_normalized("NFC", text):
        composed = unicodedata.normalize("NFC", text)
        repairs["nfc"] = max(1, sum((Counter(composed) - Counter(text)).values()))
        text = composed
    return Canonical(text, repairs)


def assemble(lines: Iterable[Line]) -> Assembled:
    """Lines put under each other, with headings, emphasis and notes at their positions in the canonical text."""
    texts: list[str] = []
    headings: list[Heading] = []
    marks: list[Mark] = []
    repairs: Counter[str] = Counter()
    position = 0
    for line in lines:
        clean = canonical(line.text)
        repairs.update(clean.repairs)
        words = clean.text.strip()
        if line.level and words:
            start = position + clean.text.index(words)
            headings.append(Heading(start, start + len(words), line.level, " ".join(words.split())))
        if line.marks:
            marks.extend(further(placed(line.marks, line.text, clean.text), position))
        texts.append(clean.text)
        position += len(clean.text) + 1
    emphasis = (Emphasis(mark.start, mark.end, mark.kind) for mark in marks if mark.kind != NOTE)
    return Assembled(
        "\n".join(texts),
        dict(repairs),
        tuple(headings),
        tuple(sorted(emphasis, key=lambda mark: (mark.start, mark.end, mark.kind))),
        tuple((mark.start, mark.note) for mark in marks if mark.kind == NOTE),
    )


def plain(text: str) -> str:
    """`text` without what no table can hold: control characters but tab and line ends, and lone surrogates.

    Done to every cell on its way in and on its way out, so that what was written is what is read.
    """
    return _NO_TABLE_HOLDS.sub("", text)


def paired(text: str) -> str:
    """`text` with the halves of characters put together where they fit, and `\ufffd` for those left alone."""
    if text.isascii():
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
