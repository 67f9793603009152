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
Weight = Literal["", "promotes", "inhibits"]
MemoAbout = Literal["project", "document", "segment", "code", "case", "coding"]
MemoType = Literal["", "analytic", "method", "reflexive", "theoretical", "codebook"]


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
    `weight` says whether what is told `promotes` or `inhibits` what the code is about; `starred` codings are candidates for
    the report; `condensation` says the words briefly, beside them and never instead. `comments` and `links` are counted.
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
    weight: Weight = ""
    starred: bool = False
    condensation: str = ""
    comments: int = 0
    links: int = 0


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
    weight: Weight = ""
    starred: bool = False
    condensation: str = ""
    comments: int = 0
    links: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """Somebody says that one coding has to do with another; `kind` says how (`explains`, `contradicts`), if they do."""

    id: str
    from_id: str
    to_id: str
    kind: str
    coder_id: str
    coder: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Comment:
    """What a coder says about a coding, their own or somebody else's."""

    id: str
    coding_id: str
    coder_id: str
    coder: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Memo:
    """What somebody has thought about the project, a document, a segment, a code, a case or a coding.

    A memo about a coding without a `type` is its plain note. `about_id` is the id of the thing; of a segment, that of its
    document. `name` is what the thing is called: a document's name, a code's path. `document_id`, `document`, `start`, `end`
    and `words` say where a segment or a coding stands.
    """

    id: str
    about: MemoAbout
    about_id: str
    name: str
    coder_id: str
    coder: str
    text: str
    at: datetime
    type: MemoType = ""
    title: str = ""
    document_id: str = ""
    document: str = ""
    start: int | None = None
    end: int | None = None
    words: str = ""


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
