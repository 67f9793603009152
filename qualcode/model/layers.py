"""What lies over a text without being part of its words: pages, emphasis, notes, parts that are no material, and what
is proposed about its parts: headings, words that somebody said, stretches in another language.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Region:
    """A part that is no material: contents list, reference list, form, web furniture. Left out, never deleted."""

    kind: str
    start: int
    end: int
    confidence: float = 1.0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A printed page begins at `start`; `number` is what is printed on it."""

    start: int
    number: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """The author's own emphasis on `[start, end)`: `bold`, `italic` or `underline`. A layer, not part of the words."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote lifted out of the text; `start` is where its mark stood."""

    start: int
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Title:
    """A heading, proposed or certain. `why` says how it was found: by the file's `format`, by its `number`, in the
    `contents` list, by its `form`, or by a `person`. `group` is the proposal's name.
    """

    start: int
    end: int
    level: int
    title: str
    confidence: float = 1.0
    why: str = "format"
    group: str = ""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an informant that a report quotes. `evidence` are short names of what speaks for it, strongest first.

    `speaker` is empty where the report does not say who it is. It is a proposal until a person confirms it.
    """

    start: int
    end: int
    speaker: str = ""
    confidence: float = 0.0
    evidence: tuple[str, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part in another language than the document's: `nb`, `nn` or `en`."""

    start: int
    end: int
    language: str
    confidence: float = 1.0
    group: str = ""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a speaker's label means, as a person has said: several labels with one `name` are one speaker.

    `interviewer` is None where nobody has said so and the program's own finding stands.
    """

    label: str
    name: str
    interviewer: bool | None = None
