"""What lies over a text without being part of its words: pages, emphasis, notes, parts that are no material."""

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
