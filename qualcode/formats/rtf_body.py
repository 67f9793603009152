"""Listens to the words, signs and letters of a Rich Text file and gathers its lines.

Braces make groups; whatever a group sets is forgotten when it ends. A group can be a destination: text, a table of
fonts or styles that is learnt from, or something to skip.
"""

from dataclasses import dataclass, replace

from qualcode.errors import BadFile
from qualcode.formats.canonical import Line, paired
from qualcode.formats.flow import Flows
from qualcode.formats.flowing import Noted, text_of
from qualcode.formats.rtf_words import (
    BREAKS,
    CHARSETS,
    COUNTED,
    EMPHASIS,
    LETTERS,
    SIGNS,
    SKIPPED,
    STARRED,
    SYMBOL,
    codec_of,
)
from qualcode.formats.word_styles import level_of

_DEEPEST = 1_000
_PAGE = "\f"
_BODY = 9


@dataclass(slots=True)
class _Group:
    """What holds until the group ends. `role` is `text`, `skip`, `fonts` or `styles`; `closes` is done at its end."""

    role: str = "text"
    closes: str = ""
    fallback: int = 1
    codec: str = "cp1252"
    hidden: bool = False
    deleted: bool = False
    table: bool = False
    style: int = 0
    outline: int | None = None
    emphasis: frozenset[str] = frozenset()
    note: str = ""


class Body:
    """What has been heard so far: `lines`, `notes`, and `counts` of what was left out."""

    def __init__(self, file: str) -> None:
        self.codec = "cp1252"
        self.ended = False
        self.notes: dict[str, Noted] = {}
        self.counts: dict[str, int] = {}
        self._file = file
        self._flows = Flows()
        self._groups = [_Group()]
        self._bytes = bytearray()
        self._ignoring = 0
        self._starred = False
        self._fonts: dict[int, str] = {}
        self._font: int | None = None
        self._levels: dict[int, int] = {}
        self._naming: tuple[int | None, int | None, list[str]] = (None, None, [])
        self._cell: list[Line] = []
        self._cells: list[list[Line]] = []

    @property
    def lines(self) -> list[Line]:
        """The lines of the body itself."""
        return self._flows.lines

    def brace(self, brace: str) -> None:
        """A group begins or ends."""
        self._flush()
        self._ignoring, self._starred = 0, False
        if brace == "{":
            if len(self._groups) > _DEEPEST:
                raise BadFile(
                    "{file} is damaged: its parts lie more than {limit} deep in each other. "
                    "Save its text as .txt or .docx.",
                    file=self._file,
                    limit=_DEEPEST,
                )
            self._groups.append(replace(self._groups[-1], closes=""))
            self._naming = (None, None, [])
        elif len(self._groups) > 1:
            self._close(self._groups.pop())
            self.ended = len(self._groups) == 1

    def byte(self, byte: int) -> None:
        """A letter in the code page of its font."""
        self.text(bytes([byte]))

    def text(self, letters: bytes) -> None:
        """Letters as they stand in the file."""
        ignored = min(self._ignoring, len(letters))
        self._ignoring -= ignored
        if self._groups[-1].role != "skip":
            self._bytes += letters[ignored:]

    def sign(self, sign: str) -> None:
        """A backslash with a sign after it."""
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self.word("par", None)
        elif sign in "\\{}":
            self.text(sign.encode())
        elif sign in SIGNS and not self._ignored():
            self._flush()
            self._write(SIGNS[sign])

    def word(self, word: str, number: int | None) -> None:
        """A control word with its number."""
        self._flush()
        group, starred = self._groups[-1], self._starred
        self._starred = False
        if word == "u":
            self._unicode(number or 0)
        elif self._ignored() or group.role == "skip":
            return
        elif starred and word not in STARRED:
            self._skip(word)
        elif group.role in ("fonts", "styles"):
            self._learn(word, number)
        elif word in SKIPPED:
            self._skip(word)
        elif word in LETTERS:
            self._write(LETTERS[word])
        elif word in BREAKS:
            self._break(word)
        elif not self._destination(word):
            self._set(word, number)

    def end(self) -> None:
        """The file ends, whatever was still open."""
        self._flush()
        while len(self._groups) > 1:
            self._close(self._groups.pop())
        if taken := self._flows.taken():
            self._put([line for line in taken if line.text.strip()])
        self._end_row()

    def _ignored(self) -> bool:
        """Whether this is one of the signs that stand for a letter in programs without Unicode."""
        self._ignoring -= (ignored := self._ignoring > 0)
        return ignored

    def _unicode(self, number: int) -> None:
        code = number + 0x10000 if number < 0 else number
        self._ignoring = self._groups[-1].fallback
        if 0 <= code <= 0x10FFFF:
            self._write(chr(code))

    def _flush(self) -> None:
        letters, self._bytes = bytes(self._bytes), bytearray()
        if not letters:
            return
        codec = self._groups[-1].codec
        if codec == SYMBOL:
            self._count("symbols")
            self._write("".join(chr(0xF000 + letter) for letter in letters))
        else:
            self._write(letters.decode(codec, "replace"))

    def _write(self, words: str) -> None:
        group = self._groups[-1]
        if group.role == "styles":
            self._naming[2].append(words)
        elif group.role == "text" and group.deleted:
            self._count("deleted")
        elif group.role == "text" and group.hidden:
            self._count("hidden")
        elif group.role == "text":
            self._flows.style = tuple(sorted(group.emphasis))
            self._flows.write(words)

    def _skip(self, word: str) -> None:
        self._groups[-1].role = "skip"
        if word in COUNTED:
            self._count(COUNTED[word])

    def _destination(self, word: str) -> bool:
        group = self._groups[-1]
        if word in ("fonttbl", "stylesheet"):
            group.role = "fonts" if word == "fonttbl" else "styles"
        elif word in ("footnote", "shptxt"):
            if word == "footnote":
                self._refer()
            self._flows.open()
            group.closes, group.table = ("note" if word == "footnote" else "box"), False
        else:
            return False
        return True

    def _refer(self) -> None:
        name = str(len(self.notes) + 1)
        self.notes[name] = Noted(name, "")
        self._groups[-1].note = name
        self._flows.note(name)

    def _learn(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number
        elif word == "fcharset" and self._font is not None and number in CHARSETS:
            self._fonts[self._font] = CHARSETS[number]
        elif word == "s":
            self._naming = (number, *self._naming[1:])
        elif word == "outlinelevel":
            self._naming = (self._naming[0], number, self._naming[2])

    def _set(self, word: str, number: int | None) -> None:
        group = self._groups[-1]
        if word in ("ansicpg", "mac", "pc", "pca"):
            self.codec = group.codec = codec_of(word, number)
        elif word == "uc":
            group.fallback = min(max(number or 0, 0), 100)
        elif word == "f":
            group.codec = self._fonts.get(number or 0, self.codec)
        elif word == "plain":
            group.codec, group.hidden, group.deleted, group.emphasis = self.codec, False, False, frozenset()
        elif word == "pard":
            group.style, group.outline, group.table = 0, None, False
        elif word in ("v", "deleted"):
            setattr(group, "hidden" if word == "v" else word, number != 0)
        elif word in EMPHASIS:
            kind = EMPHASIS[word]
            group.emphasis = group.emphasis | {kind} if number != 0 else group.emphasis - {kind}
        elif word == "ulnone":
            group.emphasis -= {"underline"}
        elif word == "intbl":
            group.table = True
        elif word == "s":
            group.style = number or 0
        elif word == "outlinelevel":
            group.outline = number

    def _break(self, word: str) -> None:
        if word in ("cell", "nestcell"):
            self._cell.extend(self._flows.taken())
            if word == "cell":
                self._cells.append(self._cell)
                self._cell = []
        elif word == "row":
            self._end_row()
        elif word == "page":
            self._flows.write(_PAGE)
        else:
            self._put(self._flows.taken(self._level()))

    def _level(self) -> int:
        group = self._groups[-1]
        if group.outline is not None:
            return group.outline + 1 if 0 <= group.outline < _BODY else 0
        return self._levels.get(group.style, 0)

    def _put(self, lines: list[Line]) -> None:
        lines = [replace(line, text=line.text.strip(_PAGE).replace(_PAGE, "\n")) for line in lines]
        if self._groups[-1].table:
            self._cell.extend(lines)
        else:
            if self._flows.depth == 1:
                self._end_row()
            self._flows.add(lines)

    def _end_row(self) -> None:
        cells = [*self._cells, self._cell] if self._cell else self._cells
        self._cells, self._cell = [], []
        self._flows.row()
        for cell in cells:
            self._flows.cell(cell)
        self._flows.end_row()

    def _close(self, group: _Group) -> None:
        if group.role == "styles":
            self._name_style()
        elif group.closes == "note":
            number, text = self.notes[group.note].number, paired(text_of(self._flows.close()))
            self.notes[group.note] = Noted(number, text)
        elif group.closes == "box":
            self._flows.box(self._flows.close())

    def _name_style(self) -> None:
        number, outline, name = self._naming
        if number is not None:
            named = level_of("".join(name).strip().rstrip(";"))
            self._levels[number] = outline + 1 if outline is not None and 0 <= outline < _BODY else named
        self._naming = (None, None, [])

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1
