"""Values as short lists for the canvas; every position in code points."""

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from qualcode import Project
from qualcode.model.structure import Structure
from qualcode.model.values import Code, Coding, CodingChange


def coding_row(coding: Coding) -> list[Any]:
    """`[id, code, coder, start, end, memo]`."""
    return [coding.id, coding.code_id, coding.coder_id, coding.start, coding.end, coding.memo]


def change_row(change: CodingChange) -> list[Any]:
    """`[revision, id, coding or null]`; null when it was removed."""
    return [change.revision, change.id, coding_row(change.coding) if change.coding else None]


def code_row(code: Code) -> list[Any]:
    """`[id, path, name, colour, definition]`."""
    return [code.id, code.path, code.name, code.colour, code.definition]


def codebook(project: Project) -> dict[str, Any]:
    """All codes in tree order, and a short name for this very content."""
    rows = [code_row(code) for code in project.codebook.all()]
    digest = hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16]
    return {"codes": rows, "codes_version": digest}


def coders(project: Project) -> dict[str, str]:
    """Names of the coders by id."""
    return {coder.id: coder.name for coder in project.coders.all()}


def structure_rows(structure: Structure) -> dict[str, Any]:
    """What the gutter and the selection of sentences need, and what lies over the text; `shape` names this very content."""
    rows = _parts(structure) | _layers(structure)
    return rows | {"shape": hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:16]}


def _parts(structure: Structure) -> dict[str, Any]:
    return {
        "paragraphs": _numbers((span.start, span.end) for span in structure.paragraphs),
        "sentences": _numbers((span.start, span.end) for span in structure.sentences),
        "turns": [[t.label_start, t.start, t.end, t.speaker, t.interviewer] for t in structure.turns],
        "headings": [[h.start, h.end, h.level] for h in structure.headings],
    }


def _layers(structure: Structure) -> dict[str, Any]:
    return {
        "excluded": [[r.start, r.end, r.kind, r.group] for r in structure.excluded],
        "emphasis": [[e.start, e.end, e.kind] for e in structure.emphasis],
        "pages": [[p.start, p.number] for p in structure.pages],
        "notes": [[n.start, n.number, n.text] for n in structure.notes],
        "quotes": [[q.start, q.end, q.speaker] for q in structure.quotes],
        "languages": [[s.start, s.end, s.language] for s in structure.languages],
    }


def _numbers(pairs: Iterable[tuple[int, int]]) -> list[int]:
    return [number for pair in pairs for number in pair]
