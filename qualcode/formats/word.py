"""Word documents: .docx. Text in reading order, one paragraph on one line.

- Line breaks and page breaks inside a paragraph are line ends, tabs are tabs. An empty paragraph is an empty line.
- A table row is one line, its cells apart by tabs; the paragraphs of one cell are joined by spaces. A row with a single
  cell is layout: its paragraphs stay paragraphs.
- Tracked insertions and moved text stand where they are now; deletions are left out and counted.
- Text of links, fields (their last result), content controls and smart tags is kept; field codes are not text.
- Footnotes and endnotes stand beside the text (`notes`), numbered in the order of their references as Word does when it
  is told nothing else: 1, 2 and i, ii. No sign in the text marks the reference.
- Bold, italic and underlined words, by hand or by a character style, are a layer (`emphasis`).
- Text boxes follow the paragraph they are anchored in.
- Left out, with a count: comments, hidden text, pictures, inserted files. Left out without: page heads and feet, and
  the numbers and bullets that Word makes itself, which are not in the text.
- Headings: outline level of the paragraph or of its style (or the style it is based on), or a style called
  Heading/Overskrift 1-9 or Title/Tittel, in the body or in layout rows.
- Nothing that the file refers to is fetched.

Read with Python's own zipfile and expat rather than python-docx, which builds the whole tree before anything can be
checked, does not see tracked changes, and raises what it likes on damaged files.
"""

from collections.abc import Iterator

from qualcode.errors import BadFile
from qualcode.formats.canonical import Line
from qualcode.formats.flowing import Noted, document, text_of
from qualcode.formats.package import Package
from qualcode.formats.sniff import check_office
from qualcode.formats.warn import Warned, counted
from qualcode.formats.word_body import Body
from qualcode.formats.word_styles import Styles
from qualcode.formats.xml_parts import steps
from qualcode.model.bundle import ReadDocument

_MOST_ROMAN = 3_999
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")),
    *((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a .docx file."""
    lines, notes, warnings = _extract(name, data)
    return document(name, "docx", data, lines, notes, warnings)


def original(name: str, data: bytes) -> str:
    """The text as Word holds it, before letters are composed; without its notes."""
    return "\n".join(line.text for line in _extract(name, data)[0])


def _extract(name: str, data: bytes) -> tuple[list[Line], dict[str, Noted], tuple[Warned, ...]]:
    check_office(name, data, "docx")
    package = Package(name, data)
    main = package.main_part("word/document.xml")
    related = {kind: part for kind, part in package.relations(main).values() if part in package.parts}
    styles = Styles()
    if "styles" in related:
        styles.read(name, related["styles"], package.chunks(related["styles"]))
    body = _listened(package, main, styles)
    if body.root != "w:document":
        raise BadFile(
            "{file} is not a Word document. Open it in its own program and save it as .docx.", file=name
        )
    notes = dict(_notes(package, related, styles, body))
    return body.lines, notes, tuple(_warnings(body.counts, package.external()))


def _listened(package: Package, part: str, styles: Styles) -> Body:
    body = Body(styles)
    for _ in steps(package.file, part, package.chunks(part), start=body.start, end=body.end, text=body.text):
        pass
    return body


def _notes(
    package: Package, related: dict[str, str], styles: Styles, body: Body
) -> Iterator[tuple[str, Noted]]:
    """The notes that the body refers to, each once, by kind and id."""
    for kind, shown in (("footnote", str), ("endnote", _roman)):
        wanted = [note_id for of, note_id in body.referred if of == kind]
        if wanted and f"{kind}s" in related:
            notes = _listened(package, related[f"{kind}s"], styles).notes
            for number, note_id in enumerate(wanted, 1):
                yield f"{kind} {note_id}", Noted(shown(number), text_of(notes.get(note_id, ())))


def _roman(number: int) -> str:
    """`iv` for 4; plain digits where nobody would count on in Roman ones."""
    if number > _MOST_ROMAN:
        return str(number)
    written = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        written += sign * times
    return written


def _warnings(counts: dict[str, int], external: int) -> Iterator[Warned]:
    found = {**counts, "external": external}.get
    yield from counted(
        "Text deleted with tracked changes was left out ({count} places).", found("deleted", 0)
    )
    yield from counted("Comments were left out ({count}).", found("comments", 0))
    yield from counted("Hidden text was left out ({count} places).", found("hidden", 0))
    yield from counted("Pictures were left out ({count}).", found("pictures", 0))
    yield from counted("Files inserted into the document were left out ({count}).", found("inserts", 0))
    yield from counted("Signs from symbol fonts may show as boxes ({count}).", found("symbols", 0))
    yield from counted(
        "The document refers to files outside itself ({count}); they were not fetched.", found("external", 0)
    )
