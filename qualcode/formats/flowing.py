"""The document that lines, with their marks and notes, make: what word processors, pages and books have in common."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualcode.formats.canonical import Line, assemble, canonical
from qualcode.formats.warn import Warned
from qualcode.model.bundle import ReadDocument
from qualcode.model.layers import Note


@dataclass(frozen=True, slots=True)
class Noted:
    """A footnote or endnote: the sign that stands for it in the text, and what it says."""

    number: str
    text: str


def document(
    name: str,
    format: str,
    data: bytes,
    lines: Iterable[Line],
    notes: Mapping[str, Noted],
    warnings: Iterable[Warned],
    encoding: str = "",
) -> ReadDocument:
    """A document with its headings, emphasis, and `notes` (by name) where the lines say that they belong."""
    whole = assemble(lines)
    return ReadDocument(
        name=name,
        format=format,
        source=data,
        text=whole.text,
        headings=whole.headings,
        repairs=whole.repairs,
        encoding=encoding,
        warnings=tuple(warnings),
        notes=_in_place(whole.notes, notes, len(whole.text)),
        emphasis=whole.emphasis,
    )


def _in_place(places: Iterable[tuple[int, str]], notes: Mapping[str, Noted], end: int) -> tuple[Note, ...]:
    """Each note once, where it is first referred to, or at the end where that place is not in the text."""
    first: dict[str, int] = {}
    for at, name in places:
        first.setdefault(name, at)
    told = [
        Note(first.get(name, end), canonical(noted.number).text.strip(), words)
        for name, noted in notes.items()
        if (words := canonical(noted.text).text.strip())
    ]
    return tuple(sorted(told, key=lambda note: note.start))


def text_of(lines: Iterable[Line]) -> str:
    """What a note says."""
    return "\n".join(words for line in lines if (words := line.text.strip()))
