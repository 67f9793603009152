"""Rich Text Format: .rtf, as Word, LibreOffice and TextEdit write it; a paragraph on a line.

- Headings by outline level or by a style called Heading/Overskrift/Title/Tittel; table rows are lines, their cells
  apart by tabs; text boxes follow their paragraph.
- Footnotes and endnotes stand beside the text (`notes`), numbered in order; bold, italic and underlined words are a
  layer (`emphasis`).
- Letters as `\\'e6` in the code page of their font, and as `\\u230?`; what stands for older programs is skipped.
- Left out, with a count: text deleted with tracked changes, hidden text, comments, pictures. Left out without: page
  heads and feet, field codes, numbers and bullets that the word processor makes.

Read by a small reader of our own: it keeps positions of headings and notes apart, and its work grows only with the
length of the file.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from qualcode.errors import TooLarge
from qualcode.formats.canonical import Line, paired
from qualcode.formats.decode import suspicions
from qualcode.formats.flowing import document
from qualcode.formats.limits import MAX_RTF_WORDS
from qualcode.formats.rtf_body import Body
from qualcode.formats.sniff import check_office
from qualcode.formats.warn import Warned, counted, warning
from qualcode.model.bundle import ReadDocument

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?[0-9]{1,9})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>.)"
    r"|(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\",
    re.DOTALL,
)


def read(name: str, data: bytes) -> ReadDocument:
    """The document of an .rtf file."""
    body = _heard(name, data)
    made = document(name, "rtf", data, _lines(body), body.notes, _warnings(body), body.codec)
    return replace(made, warnings=(*made.warnings, *suspicions(made.text)))


def original(name: str, data: bytes) -> str:
    """The text as the word processor holds it, before letters are composed; without its notes."""
    return "\n".join(line.text for line in _lines(_heard(name, data)))


def _heard(name: str, data: bytes) -> Body:
    check_office(name, data, "rtf")
    body = Body(name)
    text, at, tokens = data.decode("latin-1"), 0, 0
    while at < len(text) and not body.ended and (token := _TOKEN.match(text, at)):
        at, tokens = token.end(), tokens + 1
        if tokens > MAX_RTF_WORDS:
            raise TooLarge(
                "{file} holds more than {limit} words of Rich Text, more than any document needs. "
                "Save it as .docx, or divide it.",
                file=name,
                limit=MAX_RTF_WORDS,
            )
        if word := token["word"]:
            number = int(token["number"]) if token["number"] else None
            if word == "bin":
                at += max(0, number or 0)
            else:
                body.word(word, number)
        elif token["hex"]:
            body.byte(int(token["hex"], 16))
        elif token["text"]:
            body.text(token["text"].encode("latin-1"))
        elif token["brace"]:
            body.brace(token["brace"])
        elif token["sign"]:
            body.sign(token["sign"])
    body.end()
    return body


def _lines(body: Body) -> list[Line]:
    lines = list(body.lines)
    while lines and not lines[-1].text.strip():
        lines.pop()  # the end of the last paragraph
    return [replace(line, text=paired(line.text)) for line in lines]


def _warnings(body: Body) -> Iterator[Warned]:
    counts = body.counts
    if not body.ended:
        yield warning("The file breaks off before its end; some of the text may be missing.")
    yield from counted(
        "Text deleted with tracked changes was left out ({count} places).", counts.get("deleted", 0)
    )
    yield from counted("Comments were left out ({count}).", counts.get("comments", 0))
    yield from counted("Hidden text was left out ({count} places).", counts.get("hidden", 0))
    yield from counted("Pictures were left out ({count}).", counts.get("pictures", 0))
    yield from counted("Signs from symbol fonts may show as boxes ({count}).", counts.get("symbols", 0))
