"""The exchange hub: what every format reads into and writes from.

Formats know nothing of the store; the store knows nothing of formats. Both speak `Bundle`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from qualcode.model.layers import Emphasis, Note, Page
from qualcode.model.structure import Heading

TableKind = Literal["survey", "attributes", "cases"]
"""What a table holds: answers of respondents, attributes of documents, or cases."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document as a format read it.

    `source` are the file's bytes, unchanged. `text` is canonical: NFC, LF, no byte order mark, no NUL, no lone
    surrogate. `headings` are those the format itself knows of (Word styles, Markdown `#`). `repairs` counts what
    making the text canonical changed, by rule (`line-ends`, `nfc`, `bom`). `warnings` are templates with values,
    for people: `(template, values)`. `pages` say where each printed page begins, in order of start. `times` are
    `(position in the text, seconds from the start)` of a transcript, in order of position; the seconds may go back.
    `notes` are footnotes and endnotes, taken out of the text; `emphasis` are the author's bold, italic and underlined
    words; both in order of start.
    """

    name: str
    format: str
    source: bytes
    text: str
    headings: tuple[Heading, ...] = ()
    repairs: Mapping[str, int] = field(default_factory=dict)
    encoding: str = ""
    warnings: tuple[tuple[str, Mapping[str, object]], ...] = ()
    pages: tuple[Page, ...] = ()
    times: tuple[tuple[int, float], ...] = ()
    notes: tuple[Note, ...] = ()
    emphasis: tuple[Emphasis, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeRow:
    """A code on its way in or out: named by its path."""

    path: tuple[str, ...]
    definition: str = ""
    when: str = ""
    when_not: str = ""
    example: str = ""
    colour: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class CodingRow:
    """A coding on its way in or out: document by name or id, code by path or id, positions in code points."""

    document: str
    code: str
    start: int
    end: int
    coder: str = ""
    memo: str = ""
    row: int | None = None
    weight: str = ""
    starred: bool = False
    condensation: str = ""


@dataclass(frozen=True, slots=True)
class AttributeRow:
    """One line of an attribute table: the document it belongs to, and its values by attribute name."""

    document: str
    values: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line of a table of cases: the case, one document (and speaker) that is about it, and values it gives."""

    case: str
    kind: str = ""
    document: str = ""
    speaker: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    row: int | None = None


@dataclass(frozen=True, slots=True)
class SurveyCase:
    """One respondent: `text` holds the open answers, each under its question, which is a heading of level 1.

    `name` is the id that the table gives, or else the number of the row: then `numbered` is True. `attributes` are the
    closed answers that are not empty. `text` is empty when no open question was answered.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    headings: tuple[Heading, ...] = ()
    row: int | None = None
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class SurveyColumn:
    """A column of survey answers, and whether it looks like an `open` question, whose answers are text to be coded.

    `filled` answers, `distinct` ones among them, of `mean` characters; `example` is the first of them, cut short. `id` is
    True for the column that names the respondents.
    """

    question: str
    filled: int
    distinct: int
    mean: float
    open: bool
    example: str = ""
    id: bool = False
