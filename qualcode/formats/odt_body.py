"""Listens to `styles.xml` and `content.xml` of an OpenDocument text and gathers its lines."""

import re

from qualcode.formats.canonical import Line
from qualcode.formats.flow import Flows
from qualcode.formats.flowing import Noted, text_of
from qualcode.formats.xml_parts import local

_PARAGRAPHS = ("text:p", "text:h")
_FLOWS = ("table:table-cell", "table:covered-table-cell", "draw:text-box", "text:note-body")
_LEFT_OUT = {
    *("office:forms", "office:event-listeners", "office:scripts", "svg:title", "svg:desc", "draw:object"),
    *(
        "text:note-citation",
        "text:number",
        "text:ruby-text",
        "text:hidden-text",
        "text:tracked-changes",
        "text:script",
    ),
    *("text:table-of-content-source", "text:illustration-index-source", "text:table-index-source"),
    *("text:object-index-source", "text:user-index-source", "text:alphabetical-index-source"),
    *("text:bibliography-source", "office:annotation"),
}
_COUNTED = {
    "text:deletion": "deleted",
    "office:annotation": "comments",
    "draw:image": "pictures",
    "text:hidden-text": "hidden",
}
_MOST_SPACES = 1_000
_DEEPEST = 9
_TITLE = "Title"
_EMPHASIS = {
    "font-weight": ("bold", re.compile("bold|[6-9]00")),
    "font-style": ("italic", re.compile("italic|oblique")),
    "text-underline-style": ("underline", re.compile("(?!none$).+")),
}
"""Which emphasis a property of text makes, and for which values."""


class Body:
    """What has been heard so far: `lines`, `notes` by name, and `counts` of what was left out."""

    def __init__(self) -> None:
        self.is_text = False
        self.notes: dict[str, Noted] = {}
        self.counts: dict[str, int] = {}
        self._flows = Flows()
        self._style = ""
        self._hidden: set[str] = set()
        self._titles = {_TITLE}
        self._depth = self._within = 0
        self._skipping: int | None = None
        self._number: list[str] = []
        self._citing = False
        self._emphasis: dict[str, dict[str, bool]] = {}
        self._spans: list[tuple[str, ...]] = [()]
        self._levels: list[int] = []
        self._inner: list[bool] = []
        self._writing: list[int] = [0]

    @property
    def lines(self) -> list[Line]:
        """The lines of the body itself."""
        return self._flows.lines

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        self._depth += 1
        if tag in _COUNTED and (self._skipping is None or tag == "text:deletion"):
            self._count(_COUNTED[tag])
        if self._skipping is not None:
            return
        if tag.startswith("style:"):
            self._learn(tag, attrs)
        elif tag == "office:text":
            self.is_text, self._within = True, self._within + 1
        elif self._within and (tag in _LEFT_OUT or self._is_hidden(tag, attrs)):
            self._skipping = self._depth
            self._citing = tag == "text:note-citation"
        elif self._within:
            self._open(tag, attrs)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._skipping == self._depth:
            self._skipping, self._citing = None, False
        elif self._skipping is None and self._within:
            self._close(tag)
        self._depth -= 1

    def text(self, words: str) -> None:
        """Characters between tags; outside paragraphs they are only how the XML was laid out."""
        if self._skipping is None and self._writing[-1]:
            self._flows.run_on(words)
        elif self._citing:
            self._number.append(words)

    def _learn(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "style:style":
            self._style = local(attrs, "name")
            if local(attrs, "parent-style-name") == _TITLE:
                self._titles.add(self._style)
            if local(attrs, "family") == "text":
                self._emphasis[self._style] = dict(self._emphasis.get(local(attrs, "parent-style-name"), {}))
        elif tag == "style:text-properties":
            if local(attrs, "display") == "none":
                self._hidden.add(self._style)
            told = self._emphasis.get(self._style, {})
            for name, (kind, values) in _EMPHASIS.items():
                if value := local(attrs, name):
                    told[kind] = bool(values.fullmatch(value))

    def _is_hidden(self, tag: str, attrs: dict[str, str]) -> bool:
        styled = tag in ("text:span", *_PARAGRAPHS) and local(attrs, "style-name") in self._hidden
        section = tag == "text:section" and local(attrs, "display") == "none"
        if styled or section:
            self._count("hidden")
        return styled or section

    def _open(self, tag: str, attrs: dict[str, str]) -> None:
        if tag in _PARAGRAPHS:
            self._open_paragraph(_level(attrs) if tag == "text:h" else self._title(attrs))
        elif tag in _FLOWS:
            self._flows.open()
            self._writing.append(0)
        elif tag == "text:note":
            self._number = []
            self._flows.note(str(len(self.notes)))
        elif tag == "text:span":
            told = self._emphasis.get(local(attrs, "style-name"), {})
            self._set_style(tuple(kind for kind, on in told.items() if on))
        elif tag == "table:table-row":
            self._flows.row()
        elif self._writing[-1]:
            self._sign(tag, attrs)

    def _set_style(self, kinds: tuple[str, ...]) -> None:
        self._spans.append(tuple(dict.fromkeys((*self._spans[-1], *kinds))))
        self._flows.style = self._spans[-1]

    def _sign(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "text:s":
            count = local(attrs, "c")
            known = count.isascii() and count.isdigit() and len(count) < 10
            self._flows.write(" " * (min(int(count), _MOST_SPACES) if known else 1))
        elif tag == "text:tab":
            self._flows.write("\t")
        elif tag == "text:line-break":
            self._flows.write("\n")

    def _open_paragraph(self, level: int) -> None:
        """Shapes hold paragraphs of their own right inside a paragraph; those are boxes too."""
        inner = bool(self._writing[-1])
        if inner:
            self._flows.open()
            self._writing.append(0)
        self._inner.append(inner)
        self._levels.append(level)
        self._writing[-1] += 1

    def _close(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._flows.line(self._levels.pop())
            self._writing[-1] -= 1
            if self._inner.pop():
                self._close_flow("draw:text-box")
        elif tag in _FLOWS:
            self._close_flow(tag)
        elif tag == "table:table-row":
            self._flows.end_row()
        elif tag == "text:span" and len(self._spans) > 1:
            self._spans.pop()
            self._flows.style = self._spans[-1]
        elif tag == "office:text":
            self._within -= 1

    def _close_flow(self, tag: str) -> None:
        lines = self._flows.close()
        self._writing.pop()
        if tag == "text:note-body":
            self.notes[str(len(self.notes))] = Noted("".join(self._number), text_of(lines))
        elif tag == "draw:text-box" and self._writing[-1]:
            self._flows.box(lines)
        elif tag == "draw:text-box":
            self._flows.add(lines)
        else:
            self._flows.cell(lines)

    def _title(self, attrs: dict[str, str]) -> int:
        return int(local(attrs, "style-name") in self._titles)

    def _count(self, what: str) -> None:
        self.counts[what] = self.counts.get(what, 0) + 1


def _level(attrs: dict[str, str]) -> int:
    level = local(attrs, "outline-level")
    return min(max(int(level), 1), _DEEPEST) if level.isascii() and level.isdigit() and len(level) < 5 else 1
