"""From a text as read, and what was decided about it, to the text that is coded and its parts."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qualcode.model import cleaning as cleanings
from qualcode.model import structure as structures
from qualcode.model.bundle import ReadDocument
from qualcode.model.cleaning import Cleaning, CleanText, cleaned
from qualcode.model.layers import Title, Voice
from qualcode.model.spans import Span, index_of, union
from qualcode.model.structure import Heading, Structure, Turn
from qualcode.model.values import Language
from qualcode.project import proposing
from qualcode.store.store import Store
from qualcode.store.transaction import Row, Transaction


@dataclass(frozen=True, slots=True)
class Shape:
    """A text in every form that the store keeps of it."""

    read: str
    cleaning: Cleaning
    clean: CleanText
    parts: Structure

    @property
    def text(self) -> str:
        """The text that is coded."""
        return self.clean.text

    @property
    def contents(self) -> Mapping[str, Callable[[], bytes]]:
        """All of it, by the column of the document's row that names it; made one at a time, for each takes room."""
        return {
            "read_sha": self.read.encode,
            "cleaning_sha": lambda: packed(cleanings.to_plain(self.cleaning)),
            "text_sha": self.text.encode,
            "structure_sha": lambda: packed(structures.to_plain(self.parts)),
        }

    def keep(self, store: Store, act: Transaction) -> Row:
        """Keeps all of it; gives the columns of the document's row that name it."""
        row: Row = {name: store.keep(act.connection, made()) for name, made in self.contents.items()}
        return row | self.facts

    @property
    def facts(self) -> Row:
        """The columns of the document's row that say something of the text."""
        left_out = union(Span(region.start, region.end) for region in self.parts.excluded)
        spans = json.dumps([[span.start, span.end] for span in left_out])
        return {"characters": len(self.text), "excluded": spans}


def first_shape(document: ReadDocument, *, language: Language, clean: str) -> Shape:
    """A document as it comes in: what the rules propose and are sure of is carried out; what only a person can say waits.

    No rule looks at the text when `clean` is `off`; its parts are found all the same.
    """
    cleaning = proposing.edits(document, language=language, clean=clean)
    facts: dict[str, Any] = {"language": language, "format": document.format}
    cleaning = proposing.speech(document.text, cleaning, **facts)
    cleaning = proposing.parts(document.text, cleaning, **facts)
    shape = shaped(document.text, cleaning, **facts)
    return replace(shape, cleaning=proposing.quotes(shape.clean, shape.parts, cleaning, language=language))


def shaped(read: str, cleaning: Cleaning, *, language: Language, format: str) -> Shape:
    """The text that the accepted proposals make, taken apart."""
    from qualcode.segmenters import structure_of

    clean = cleaned(read, cleaning)
    parts = structure_of(
        clean.text,
        headings=_headings(read, cleaning, clean),
        language=language,
        format=format,
        languages=clean.stretches,
    )
    turns = _named(_timed(parts.turns, clean.times), cleaning.voices)
    parts = replace(parts, turns=turns, pages=clean.pages, excluded=clean.excluded, quotes=clean.quotes)
    layers: dict[str, Any] = {"emphasis": clean.emphasis, "notes": clean.notes, "languages": clean.stretches}
    return Shape(read, cleaning, clean, replace(parts, **layers))


def _headings(read: str, cleaning: Cleaning, clean: CleanText) -> Sequence[Heading] | None:
    """The headings that stand; None where nobody has looked for any yet, as in documents of earlier versions."""
    if not cleaning.titles:
        return clean.headings or None
    as_read = {title.group: read[title.start : title.end] for title in cleaning.titles}
    return [_heading(title, as_read[title.group], clean.text) for title in clean.titles]


def _heading(title: Title, as_read: str, text: str) -> Heading:
    """A heading with the words that stand in the clean text, where cleaning has changed them."""
    words = text[title.start : title.end]
    named = title.title if words == as_read else " ".join(words.split()).strip("*_# ")
    return Heading(title.start, title.end, title.level, named)


def _timed(turns: tuple[Turn, ...], times: Sequence[tuple[int, float]]) -> tuple[Turn, ...]:
    """The turns with the time at which they begin, where their label does not say so itself.

    It is the latest time told before them: in the text beside it, or by the label of the turn before.
    """
    starts = [at for at, _ in times]
    timed: list[Turn] = []
    for turn in turns:
        index = index_of(starts, turn.start)
        before = timed[-1] if timed else None
        if turn.time is None and index >= 0:
            stale = before is not None and starts[index] < before.start
            turn = replace(turn, time=before.time if before and stale else times[index][1])
        timed.append(turn)
    return tuple(timed)


def _named(turns: tuple[Turn, ...], voices: Sequence[Voice]) -> tuple[Turn, ...]:
    """The turns under the names that people have given the speakers; who asks is the same for all labels of a name."""
    if not voices:
        return turns
    by_label = {voice.label: voice for voice in voices}
    said = {voice.name: voice.interviewer for voice in voices if voice.interviewer is not None}
    names = [by_label[turn.speaker].name if turn.speaker in by_label else turn.speaker for turn in turns]
    found = {name for name, turn in zip(names, turns, strict=True) if turn.interviewer}
    return tuple(
        replace(
            turn,
            speaker=name,
            label=turn.speaker if turn.speaker != name else "",
            interviewer=said.get(name, name in found),
        )
        for name, turn in zip(names, turns, strict=True)
    )


def stored_cleaning(store: Store, sha: str) -> Cleaning:
    """The proposals and decisions kept under `sha`."""
    return cleanings.from_plain(json.loads(store.fetch(sha)))


def stored_parts(store: Store, sha: str) -> Structure:
    """The parts kept under `sha`."""
    return structures.from_plain(json.loads(store.fetch(sha)))


_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_AT_ONCE = 200


def packed(plain: dict[str, Any]) -> bytes:
    """A value as compact JSON."""
    parts = (_ENCODE(name).encode() + b":" + _json(value) for name, value in plain.items())
    return b"{" + b",".join(parts) + b"}"


def _json(value: Any) -> bytes:
    """Long lists piece by piece: the encoder keeps all small pieces of what it is given until the end."""
    if not isinstance(value, list) or len(value) <= _AT_ONCE:
        return _ENCODE(value).encode()
    pieces = (_ENCODE(value[at : at + _AT_ONCE])[1:-1].encode() for at in range(0, len(value), _AT_ONCE))
    return b"[" + b",".join(pieces) + b"]"
