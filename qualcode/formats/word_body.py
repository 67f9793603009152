"""Listens to the body, footnotes or endnotes of a Word document and gathers its lines.

Word's elements nest freely (a table in a text box in a paragraph in a cell), so what is being gathered lies on
stacks, and each element does one small thing when it begins or ends.
"""

from dataclasses import dataclass, field

from qualcode.formats.canonical import Line
from qualcode.formats.flow import in_one_line
from qualcode.formats.marks import NOTE, Mark, further, in_ink
from qualcode.formats.word_styles import EMPHASIS, Styles, is_on, outline
from qualcode.formats.xml_parts import local

_SIGNS = {"w:tab": "\t", "w:ptab": "\t", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "\u00ad"}
_PAGE = "\f"
"""A page or column break inside a paragraph; XML cannot hold the sign itself."""
_LEFT_OUT = {"w:del", "w:moveFrom", "w:rt", "w:pPrChange", "w:rPrChange", "w:trPrChange", "w:instrText"}
_WORDS = {"w:t", "m:t"}
_PROPERTIES = {"w:pPr", "w:trPr", "w:rPr"}
_FLOWS = {"w:tc", "w:txbxContent", "w:footnote", "w:endnote"}
_COUNTED = {
    "w:commentReference": "comments",
    "pic:pic": "pictures",
    "v:imagedata": "pictures",
    "w:altChunk": "inserts",
}


@dataclass(slots=True)
class _Flow:
    """Lines under each other: the body, a cell, a text box, a note. `carry`, with `marks`, waits for the next paragraph."""

    lines: list[Line] = field(default_factory=list)
    carry: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class _Paragraph:
    pieces: list[str] = field(default_factory=list)
    style: str = ""
    level: int | None = None
    joins_next: bool = False
    boxes: list[Line] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    hidden: bool = False
    emphasis: set[str] = field(default_factory=set)


@dataclass(slots=True)
class _Row:
    cells: list[list[Line]] = field(default_factory=list)
    deleted: bool = False


class Body:
    """What has been heard so far: `lines`, `notes` by id, `referred` notes in order, and `counts` of what was left out."""

    def __init__(self, styles: Styles) -> None:
        self.root = ""
        self.notes: dict[str, list[Line]] = {}
        self.referred: dict[tuple[str, str], None] = {}
        self.counts: dict[str, int] = {}
        self._styles = styles
        self._flows = [_Flow()]
        self._paragraphs: list[_Paragraph] = []
        self._rows: list[_Row] = []
        self._runs: list[_Run] = []
        self._chosen: list[bool] = []
        self._note_ids: list[str] = []
        self._properties: list[str] = []
        self._skip = self._deleting = 0
        self._listening = self._lost = self._unseen = False

    @property
    def lines(self) -> list[Line]:
        """The lines of the body itself."""
        return _closed(self._flows[0])

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        self.root = self.root or tag
        if self._is_skipped(tag):
            self._skip += 1
            self._deleting += tag == "w:del"
            self._mark_deleted(tag)
        elif tag in _WORDS or tag == "w:delText":
            self._listening = True
        elif self._properties or tag in _PROPERTIES:
            self._property(tag, attrs)
        elif not self._skip and tag in _COUNTED:
            self._count(_COUNTED[tag])
        else:
            self._open(tag, attrs)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._is_skipped(tag):
            self._skip -= 1
            self._deleting -= tag == "w:del"
            if tag == "w:del" and not self._deleting and self._lost:
                self._count("deleted")
                self._lost = False
        elif tag in _WORDS or tag == "w:delText":
            self._listening = False
        elif tag in _PROPERTIES:
            self._properties.pop()
        elif not self._properties:
            self._close(tag)

    def text(self, data: str) -> None:
        """Characters between tags; line ends in them are only how the XML was laid out."""
        if self._listening:
            self._write(data.replace("\n", " ").replace("\r", " "))

    def _is_skipped(self, tag: str) -> bool:
        return tag in _LEFT_OUT or (tag == "mc:Fallback" and bool(self._chosen) and self._chosen[-1])

    def _write(self, data: str) -> None:
        if self._skip:
            self._lost = self._lost or self._deleting > 0
        elif self._runs and self._runs[-1].hidden:
            self._unseen = True
        elif self._paragraphs:
            paragraph = self._paragraphs[-1]
            number = len(paragraph.pieces)
            if self._runs and self._runs[-1].emphasis:
                paragraph.marks.extend(Mark(number, number + 1, kind) for kind in self._runs[-1].emphasis)
            paragraph.pieces.append(data)

    def _mark_deleted(self, tag: str) -> None:
        """A deleted paragraph mark joins two paragraphs; a deleted row mark takes the row away."""
        if self._skip != 1 or tag not in ("w:del", "w:moveFrom"):
            return
        if self._properties == ["w:pPr", "w:rPr"] and self._paragraphs:
            self._paragraphs[-1].joins_next = True
        elif self._properties == ["w:trPr"] and self._rows:
            self._rows[-1].deleted = True

    def _property(self, tag: str, attrs: dict[str, str]) -> None:
        if tag in _PROPERTIES:
            self._properties.append(tag)
        elif self._skip:
            return
        elif self._runs and self._properties == ["w:rPr"]:
            self._run_property(tag, attrs)
        elif self._paragraphs and tag == "w:pStyle":
            self._paragraphs[-1].style = local(attrs, "val")
        elif self._paragraphs and tag == "w:outlineLvl":
            self._paragraphs[-1].level = outline(attrs)

    def _run_property(self, tag: str, attrs: dict[str, str]) -> None:
        run = self._runs[-1]
        if tag == "w:vanish":
            run.hidden = is_on(attrs)
        elif tag in EMPHASIS:
            (run.emphasis.add if is_on(attrs) else run.emphasis.discard)(EMPHASIS[tag])
        elif tag == "w:rStyle":
            run.emphasis |= self._styles.emphasis(local(attrs, "val"))

    def _open(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "w:p":
            self._paragraphs.append(_Paragraph())
        elif tag == "w:r":
            self._runs.append(_Run())
        elif tag in _SIGNS:
            self._write(_SIGNS[tag])
        elif tag == "w:br":
            self._write(_PAGE if local(attrs, "type") in ("page", "column") else "\n")
        elif tag == "w:sym":
            self._write(_symbol(local(attrs, "char")))
            self._count("symbols")
        elif tag == "w:tr":
            self._rows.append(_Row())
        elif tag in _FLOWS:
            self._flows.append(_Flow())
            self._note_ids.append(local(attrs, "id"))
        elif tag in ("w:footnoteReference", "w:endnoteReference") and not self._skip:
            self._refer(tag[2:-9], local(attrs, "id"))
        elif tag == "mc:AlternateContent":
            self._chosen.append(False)
        elif tag == "mc:Choice" and self._chosen:
            self._chosen[-1] = True

    def _refer(self, kind: str, note_id: str) -> None:
        self.referred[kind, note_id] = None
        if self._paragraphs:
            paragraph = self._paragraphs[-1]
            number = len(paragraph.pieces)
            paragraph.marks.append(Mark(number, number, NOTE, f"{kind} {note_id}"))

    def _close(self, tag: str) -> None:
        if tag == "w:p":
            self._close_paragraph()
        elif tag == "w:r":
            self._runs.pop()
            if self._unseen:
                self._count("hidden")
                self._unseen = False
        elif tag == "w:tr":
            self._close_row()
        elif tag in _FLOWS:
            self._close_flow(tag)
        elif tag == "mc:AlternateContent":
            self._chosen.pop()

    def _close_paragraph(self) -> None:
        paragraph, flow = self._paragraphs.pop(), self._flows[-1]
        if self._skip and not paragraph.pieces:
            return
        flow.marks.extend(further(paragraph.marks, len(flow.carry)))
        flow.carry.extend(paragraph.pieces)
        if not paragraph.joins_next:
            words, marks = "".join(flow.carry), in_ink(flow.marks, flow.carry)
            flow.carry, flow.marks = [], []
            level = self._styles.level(paragraph.style) if paragraph.level is None else paragraph.level % 10
            flow.lines.append(Line(words.strip(_PAGE).replace(_PAGE, "\n"), level, marks))
        flow.lines.extend(paragraph.boxes)

    def _close_row(self) -> None:
        row, flow = self._rows.pop(), self._flows[-1]
        if row.deleted:
            self._count("deleted")
        elif len(row.cells) == 1:
            flow.lines.extend(row.cells[0])
        elif row.cells:
            flow.lines.append(in_one_line(row.cells))

    def _close_flow(self, tag: str) -> None:
        lines, note_id = _closed(self._flows.pop()), self._note_ids.pop()
        if self._skip:
            return
        if tag in ("w:footnote", "w:endnote"):
            self.notes[note_id] = lines
        elif tag == "w:tc" and self._rows:
            self._rows[-1].cells.append(lines)
        elif tag == "w:txbxContent" and self._paragraphs:
            self._paragraphs[-1].boxes.extend(line for line in lines if line.text.strip())
        else:
            self._flows[-1].lines.extend(lines)

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1


def _closed(flow: _Flow) -> list[Line]:
    """The lines of a flow, with what still waited for a next paragraph."""
    return (
        [*flow.lines, Line("".join(flow.carry), 0, in_ink(flow.marks, flow.carry))]
        if flow.carry
        else flow.lines
    )


def _symbol(code: str) -> str:
    """The character of a `w:sym`; symbol fonts use U+F000-F0FF, which has no meaning outside them."""
    return (
        chr(int(code, 16))
        if len(code) == 4 and set(code) <= set("0123456789abcdefABCDEF") and code[0] not in "dD"
        else "\ufffd"
    )
