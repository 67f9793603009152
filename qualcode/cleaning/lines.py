"""The lines of a text as the layout rules look at them, and how wide their words are in print."""

import re
from collections import defaultdict
from dataclasses import dataclass

_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_RULE = re.compile(r"(?:-{3,}|_{3,}|\*{3,}|={3,}|(?:[-*_] ){2,}[-*_])")
_SPEAKER = re.compile(
    r"[A-ZÆØÅ][^\s:]{0,30}(?: [^\s:]{1,30}){0,2}:(?=\s|$)|[a-zæøå]\d{0,2}:(?=\s)|\[?\d{1,2}:\d{2}(?::\d{2})?"
)
_ITEM = re.compile(r"(?:[-–—*•·▪◦‣o○☐\uf0b7]|[eo](?= [A-ZÆØÅ])|\(?(?:\d{1,3}|[a-zA-Z])[.)])(?=\s)")
_NUMBERED = re.compile(r"(?:Kap(?:ittel|\.)? ?)?\d{1,2}(?:\.\d{1,2}){0,4}\.? {1,3}[«\"“]?[A-ZÆØÅ]")
_LONGEST_HEADING = 120
_LEADERS = ("....", "……", ". . .")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it. `[start, end)` are its words without the white space at its ends.

    `indent` and `trail` count the spaces before and after the words; `gap` the lines without words above it, and
    `spaced` says whether one of those holds spaces: an empty paragraph, not the distance between two lines.
    """

    words: str
    start: int
    end: int
    indent: int
    trail: int
    gap: int
    spaced: bool

    @property
    def tabbed(self) -> bool:
        """A row of a table or of a contents list with tabs."""
        return "\t" in self.words

    @property
    def item(self) -> bool:
        """An item of a list."""
        return bool(_ITEM.match(self.words))

    @property
    def numbered(self) -> bool:
        """A heading with a number, as far as its first words tell."""
        return len(self.words) <= _LONGEST_HEADING and bool(_NUMBERED.match(self.words))

    @property
    def contents(self) -> bool:
        """A line of a contents list, with dot leaders."""
        return self.words.rstrip("0123456789 \t").endswith(_LEADERS)

    @property
    def speaker(self) -> str:
        """What may be the name of a speaker, or a time, before a turn; empty where there is nothing like it."""
        found = _SPEAKER.match(self.words)
        return found[0] if found else ""

    @property
    def rule(self) -> bool:
        """A drawn line: `---`."""
        return bool(_RULE.fullmatch(self.words))

    @property
    def url(self) -> bool:
        """A link's address and nothing else."""
        return bool(_URL.fullmatch(self.words))


def lines(text: str) -> tuple[Line, ...]:
    """All lines that hold words, in order."""
    found: list[Line] = []
    position = gap = 0
    spaced = False
    for whole in text.split("\n"):
        words = whole.strip()
        if words:
            indent = len(whole) - len(whole.lstrip())
            start = position + indent
            trail = len(whole) - indent - len(words)
            found.append(Line(words, start, start + len(words), indent, trail, gap, spaced))
            gap, spaced = 0, False
        else:
            gap += 1
            spaced = spaced or bool(whole)
        position += len(whole) + 1
    return tuple(found)


def _usual() -> float:
    return 1.0


_WIDE = {
    2.0: "MWmw@æÆ—…%",
    1.2: "ABCDEFGHKLNOPQRSTUVXYZØÅÄÖ",
    0.95: "sczvxyk",
    0.7: 'rft-()"/«»“”*',
    0.5: "ijlI.,;:'!|’[] ",
}
_WIDTHS = defaultdict(_usual, {letter: width for width, letters in _WIDE.items() for letter in letters})
_WIDTHS |= {"m": 1.6, "w": 1.4}


def print_width(words: str) -> float:
    """How wide `words` are in print, in widths of an `n`: an `i` takes half of it, an `m` half as much again.

    The proportions are about the same in the fonts that reports are set in. Counting characters instead, full lines of
    one page differ by a quarter; so measured, by a fiftieth.
    """
    return sum(map(_WIDTHS.__getitem__, words))
