"""From a text as read, and what was decided about it, to the text that is coded and its parts."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from qualcode.model import cleaning as cleanings
from qualcode.model import structure as structures
from qualcode.model.bundle import ReadDocument
from qualcode.model.cleaning import Cleaning, CleanText, cleaned
from qualcode.model.spans import index_of
from qualcode.model.structure import Structure, Turn
from qualcode.model.values import Language
from qualcode.store.store import Store
from qualcode.store.transaction import Row, Transaction

DOUBTFUL = 0.5
"""Proposals that are less sure than this begin as rejected."""


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

    def keep(self, store: Store, act: Transaction) -> Row:
        """Keeps all of it; gives the columns of the document's row that name it."""
        kept = {
            "read_sha": self.read.encode("utf-8"),
            "cleaning_sha": packed(cleanings.to_plain(self.cleaning)),
            "text_sha": self.text.encode("utf-8"),
            "structure_sha": packed(structures.to_plain(self.parts)),
        }
        row: Row = {name: store.keep(act.connection, data) for name, data in kept.items()}
        return row | {"characters": len(self.text)}


def proposed(document: ReadDocument, *, language: Language, clean: str) -> Cleaning:
    """What the file's format knows, and what the rules propose, the doubtful rejected; no rules when `clean` is `off`."""
    found = Cleaning()
    if clean != "off":
        from qualcode.cleaning import propose

        found = propose(document.text, language=language, format=document.format)
    doubtful = {edit.group for edit in found.edits if edit.confidence < DOUBTFUL}
    doubtful |= {region.group for region in found.regions if region.confidence < DOUBTFUL}
    pages = tuple(sorted((*document.pages, *found.pages), key=lambda page: page.start))
    known = replace(found, headings=document.headings, times=document.times, pages=pages)
    return replace(known, rejected=frozenset(doubtful))


def shaped(read: str, cleaning: Cleaning, *, language: Language, format: str) -> Shape:
    """The text that the accepted proposals make, taken apart."""
    from qualcode.segmenters import structure_of

    clean = cleaned(read, cleaning)
    parts = structure_of(clean.text, headings=clean.headings, language=language, format=format)
    parts = replace(parts, pages=clean.pages, excluded=clean.excluded, turns=_timed(parts.turns, clean.times))
    return Shape(read, cleaning, clean, replace(parts, emphasis=clean.emphasis, notes=clean.notes))


def _timed(turns: tuple[Turn, ...], times: Sequence[tuple[int, float]]) -> tuple[Turn, ...]:
    """The turns with the time at which the format says they begin, where their label does not say so itself."""
    starts = [at for at, _ in times]
    timed = []
    for turn in turns:
        index = index_of(starts, turn.start)
        known = turn.time is not None or index < 0
        timed.append(turn if known else replace(turn, time=times[index][1]))
    return tuple(timed)


def stored_cleaning(store: Store, sha: str) -> Cleaning:
    """The proposals and decisions kept under `sha`."""
    return cleanings.from_plain(json.loads(store.fetch(sha)))


def stored_parts(store: Store, sha: str) -> Structure:
    """The parts kept under `sha`."""
    return structures.from_plain(json.loads(store.fetch(sha)))


def packed(plain: dict[str, Any]) -> bytes:
    """A value as compact JSON."""
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
