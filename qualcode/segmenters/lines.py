"""The lines of a text, as positions; only a line feed ends a line."""

import re
from dataclasses import dataclass

_RULE = re.compile(r"(?:[-–—_*=~]\s*){3,}")
_ENTRY = re.compile(r"(?:[-*•–—▪·]|\d{1,2}[.)]|[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space at its ends: `words` stand at `[start, end)`."""

    start: int
    end: int
    words: str

    @property
    def blank(self) -> bool:
        """Nothing to read: white space, or a rule such as `---`."""
        return not self.words or (not self.words[0].isalnum() and bool(_RULE.fullmatch(self.words)))

    @property
    def stands_alone(self) -> bool:
        """A list entry or a table row, which continues no line before it."""
        return bool(_ENTRY.match(self.words)) or "\t" in self.words


def lines_of(text: str) -> tuple[Line, ...]:
    """All lines of `text`, in order, empty ones too."""
    found = []
    position = 0
    for line in text.split("\n"):
        words = line.strip()
        start = position + (line.find(words[0]) if words else 0)
        found.append(Line(start, start + len(words), words))
        position += len(line) + 1
    return tuple(found)
