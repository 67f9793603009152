"""What the project gives back: complete, frozen values. Ids are UUIDs as text; times are UTC."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from qualcode.errors import QualcodeError
from qualcode.model.structure import Place

Language = Literal["nb", "nn", "en"]
CaseKind = Literal["person", "group", "site"]
ValueType = Literal["text", "number", "date", "choice"]


@dataclass(frozen=True, slots=True)
class Document:
    """One source text. `sha` names its canonical text, `characters` counts code points."""

    id: str
    name: str
    format: str
    language: Language
    characters: int
    sha: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    codings: int = 0


@dataclass(frozen=True, slots=True)
class Case:
    """A person, group or site that documents are about. `documents` are the ids of those it is tied to."""

    id: str
    name: str
    kind: CaseKind = "person"
    values: Mapping[str, str] = field(default_factory=dict)
    documents: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tie:
    """A document, or one speaker in it, is about a case. `speaker` is empty where the whole document is."""

    case_id: str
    case: str
    document_id: str
    document: str
    speaker: str = ""


@dataclass(frozen=True, slots=True)
class AttributeType:
    """What an attribute can hold; `choices` are all its values when the type is `choice`."""

    name: str
    type: ValueType = "text"
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Code:
    """A named idea in the codebook. `path` is `Parent/Child`, with `/` in a name written `\\/`."""

    id: str
    name: str
    path: str
    parent_id: str | None = None
    position: int = 0
    definition: str = ""
    when: str = ""
    when_not: str = ""
    example: str = ""
    colour: str = "#4477aa"
    codings: int = 0


@dataclass(frozen=True, slots=True)
class Coder:
    """Somebody who codes."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Coding:
    """One coder applied one code to `[start, end)` of one document. `at` is when.

    `review` is `changed` when the words under it were corrected after it was made, until somebody has looked; else empty.
    """

    id: str
    document_id: str
    code_id: str
    coder_id: str
    start: int
    end: int
    memo: str = ""
    at: datetime | None = None
    review: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A coding with everything a reader needs to judge it: words, code, who spoke, where, under which attributes.

    `attributes` are the document's, and over them those of the case that the words are of, which `case` names.
    """

    id: str
    document_id: str
    document: str
    code_id: str
    code: str
    coder: str
    start: int
    end: int
    text: str
    place: Place
    attributes: Mapping[str, str] = field(default_factory=dict)
    memo: str = ""
    at: datetime | None = None
    case: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the journal: one verb, done by one coder, making one revision.

    `what` is an English sentence with `{named}` values from `details`; see `in_words`. `target` is the revision that
    an undo or redo was about.
    """

    revision: int
    verb: str
    coder: str
    at: datetime
    what: str
    kind: Literal["do", "undo", "redo"] = "do"
    target: int | None = None
    details: Mapping[str, Any] = field(default_factory=dict)

    def in_words(self, translate: Callable[[str], str] = str) -> str:
        """What was done, as a sentence in the reader's language."""
        told = translate(self.what) if self.what else ""
        return told.format(**self.details) if self.details else told


@dataclass(frozen=True, slots=True)
class ProjectInfo:
    """The project itself: its name and the number of its latest change."""

    id: str
    name: str
    revision: int
    language: Language
    created: datetime


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a document with its words and its place. `excluded` is the kind of the left-out part it lies in, if any."""

    document: str
    start: int
    end: int
    text: str
    speaker: str = ""
    section: tuple[str, ...] = ()
    page: str = ""
    language: str = ""
    excluded: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of one file of an import: a document, or an error; the others are not affected by it."""

    name: str
    document: Document | None = None
    format: str = ""
    segments: int = 0
    speakers: tuple[str, ...] = ()
    cleaning: Mapping[str, int] = field(default_factory=dict)
    warnings: tuple[tuple[str, Mapping[str, object]], ...] = ()
    error: QualcodeError | None = None


@dataclass(frozen=True, slots=True)
class CodingChange:
    """A coding as a later revision left it; `coding` is None when it was removed."""

    revision: int
    id: str
    coding: Coding | None


@dataclass(frozen=True, slots=True)
class Problem:
    """Something an integrity check found; `repaired` when it was put right. `what` is a template with `values`."""

    what: str
    values: Mapping[str, object] = field(default_factory=dict)
    repaired: bool = False
