"""Lines as they are gathered from documents whose parts nest: cells in tables, boxes in paragraphs, notes.

What is being gathered lies on a stack of flows. A row of a table becomes one line, its cells apart by tabs; a row with
a single cell is layout, and its lines stay lines.
"""

import re
from dataclasses import dataclass, field

from qualcode.formats.canonical import Line
from qualcode.formats.marks import NOTE, Mark, further, in_ink, ink

_SPACE = re.compile("[ \t\n\r\f]+")
_BEFORE_END = re.compile(" +(?=\n)")


@dataclass(slots=True)
class _Flow:
    """Lines under each other: the body, a cell, a box, a note. `boxes` follow the line that is being written."""

    lines: list[Line] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    boxes: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


class Flows:
    """Where a listener writes; `lines` are those of the body. `style` is the emphasis on what is written next."""

    def __init__(self) -> None:
        self.style: tuple[str, ...] = ()
        self._flows = [_Flow()]
        self._rows: list[list[list[Line]]] = []

    @property
    def lines(self) -> list[Line]:
        """The lines of the body that are finished."""
        return self._flows[0].lines

    @property
    def depth(self) -> int:
        """How many flows are open, the body included."""
        return len(self._flows)

    def write(self, words: str) -> None:
        """Puts `words` into the line being written, as they are."""
        if words:
            flow = self._flows[-1]
            number = len(flow.pieces)
            flow.marks.extend(Mark(number, number + 1, kind) for kind in self.style)
            flow.pieces.append(words)

    def note(self, name: str) -> None:
        """Says that a note belongs here."""
        number = len(self._flows[-1].pieces)
        self._flows[-1].marks.append(Mark(number, number, NOTE, name))

    def run_on(self, words: str) -> None:
        """Puts `words` into the line with white space as HTML and OpenDocument see it: any amount is one space."""
        words = _SPACE.sub(" ", words)
        pieces = self._flows[-1].pieces
        if words.startswith(" ") and (not pieces or pieces[-1][-1] in " \n\t"):
            words = words[1:]
        self.write(words)

    def line(self, level: int = 0, *, blank: bool = True) -> None:
        """Ends the line being written; `level` above 0 makes it a heading. A blank line stays only with `blank`."""
        self._flows[-1].lines.extend(self.taken(level, blank=blank))

    def taken(self, level: int = 0, *, blank: bool = True) -> list[Line]:
        """Ends the line being written and gives it, with the boxes that follow it, instead of adding it."""
        flow = self._flows[-1]
        words = _BEFORE_END.sub("", "".join(flow.pieces).rstrip(" "))
        stays = blank or bool(words.strip())
        marks = in_ink(flow.marks, flow.pieces)
        lines = [*([Line(words, level, marks)] if stays else []), *flow.boxes]
        # A note on a line that is none belongs to the next.
        flow.marks = [] if stays else [Mark(0, 0, NOTE, mark.note) for mark in marks if mark.kind == NOTE]
        flow.pieces.clear()
        flow.boxes.clear()
        return lines

    def open(self) -> None:
        """Begins a cell, box or note inside the line being written."""
        self._flows.append(_Flow())

    def close(self) -> list[Line]:
        """Ends it and gives its lines; the body itself never ends."""
        if len(self._flows) == 1:
            return []
        flow = self._flows[-1]
        if flow.pieces or flow.boxes:
            self.line(blank=False)
        return self._flows.pop().lines

    def box(self, lines: list[Line]) -> None:
        """Puts lines under the line being written."""
        self._flows[-1].boxes.extend(line for line in lines if line.text.strip())

    def add(self, lines: list[Line]) -> None:
        """Puts finished lines under those that are finished."""
        self._flows[-1].lines.extend(lines)

    def row(self) -> None:
        """Begins a row of a table."""
        self._rows.append([])

    def cell(self, lines: list[Line]) -> None:
        """Adds a cell to the row; outside any row its lines stand alone."""
        if self._rows:
            self._rows[-1].append(lines)
        else:
            self.add(lines)

    def end_row(self) -> None:
        """Ends the row."""
        cells = self._rows.pop() if self._rows else []
        if len(cells) == 1:
            self.add(cells[0])
        elif any(line.text.strip() for lines in cells for line in lines):
            self._flows[-1].lines.append(in_one_line(cells))


def in_one_line(cells: list[list[Line]]) -> Line:
    """A row of a table: cells apart by tabs, the lines of each apart by spaces."""
    marks: list[Mark] = []
    at = 0
    for lines in cells:
        for line in lines:
            if line.marks:
                marks.extend(further(line.marks, at))
            at += ink(line.text)
    folded = [[words for line in lines if (words := " ".join(line.text.split()))] for lines in cells]
    return Line("\t".join(map(" ".join, folded)), 0, tuple(marks))
