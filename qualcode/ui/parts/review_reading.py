"""What is proposed for one document, as plain values for `state.kept`."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from qualcode import Project
from qualcode.model.layers import Quote, Region, Stretch, Title
from qualcode.model.structure import Place

T = TypeVar("T")
CORRECTION = "correction"
"""The name under which people's own corrections stand among the rules."""


@dataclass(frozen=True, slots=True)
class Change:
    """One edit where it stands now: `[start, end)` of the text that is coded holds `after`, or `before` if it is taken back."""

    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repair:
    """The edits that stand or fall together, the rule that proposed them, and the proposals they need."""

    rule: str
    changes: tuple[Change, ...]
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """Something to decide on: whether it counts now, and whether somebody has said so. Positions are of the coded text."""

    part: T
    group: str
    start: int
    end: int
    accepted: bool
    seen: bool
    confidence: float

    @property
    def waiting(self) -> bool:
        """Whether it does not count only because nobody has decided yet."""
        return not (self.accepted or self.seen)


def repairs(project: Project, document_id: str) -> tuple[Choice[Repair], ...]:
    """Every proposal to clean the text, edits of one group together, in order of the text."""
    together: dict[str, list[Any]] = {}
    for each in project.cleaning.listed(document_id):
        together.setdefault(each.edit.group, []).append(each)
    return tuple(_repair(group, edits) for group, edits in together.items())


def _repair(group: str, edits: Sequence[Any]) -> Choice[Repair]:
    changes = tuple(Change(each.start, each.end, each.edit.before, each.edit.after) for each in edits)
    needs = tuple(dict.fromkeys(name for each in edits for name in each.edit.needs))
    return Choice(
        Repair(edits[0].edit.rule, changes, needs),
        group,
        changes[0].start,
        changes[-1].end,
        all(each.accepted for each in edits),
        edits[0].edit.rule == CORRECTION or any(each.seen for each in edits),
        min(each.edit.confidence for each in edits),
    )


def _choices(proposals: Iterable[Any]) -> tuple[Choice[Any], ...]:
    return tuple(
        Choice(
            each.part, each.part.group, each.start, each.end, each.accepted, each.seen, each.part.confidence
        )
        for each in proposals
    )


def regions(project: Project, document_id: str) -> tuple[Choice[Region], ...]:
    """The parts that are, or could be, left out."""
    return _choices(project.cleaning.left_out(document_id))


def titles(project: Project, document_id: str) -> tuple[Choice[Title], ...]:
    """The headings, certain or proposed."""
    return _choices(project.parts.titles(document_id))


def quotes(project: Project, document_id: str) -> tuple[Choice[Quote], ...]:
    """The quotations in a report, confirmed or proposed."""
    return _choices(project.parts.quotes(document_id))


def stretches(project: Project, document_id: str) -> tuple[Choice[Stretch], ...]:
    """The parts in another language than the document's."""
    return _choices(project.parts.stretches(document_id))


def counts(project: Project, document_id: str) -> dict[str, int]:
    """How much there is to look at in each view."""
    cleaning = project.cleaning.of(document_id)
    return {
        "cleaning": len({edit.group for edit in cleaning.edits}),
        "left-out": len(cleaning.regions),
        "sections": len(cleaning.titles) + len(cleaning.stretches),
        "speakers": len(labels(project, document_id)),
        "quotations": len(cleaning.quotes),
        "text": len(project.documents.structure(document_id).paragraphs),
    }


def labels(project: Project, document_id: str) -> tuple[str, ...]:
    """How the speakers are called in the text, in the order in which they first speak."""
    turns = project.documents.structure(document_id).turns
    return tuple(dict.fromkeys(turn.label or turn.speaker for turn in turns))


def speakers(project: Project, document_id: str) -> tuple[Any, ...]:
    """Who speaks: the project's `Speaker` values."""
    return project.parts.speakers(document_id)


def cases(project: Project) -> tuple[str, ...]:
    """The names of all cases."""
    return tuple(case.name for case in project.cases.all())


def comparison(project: Project, document_id: str, file_name: str, data: bytes) -> Any:
    """What a corrected file would do: the project's `Replaced` value."""
    return project.documents.compare(document_id, file_name, data)


def text(project: Project, document_id: str, _sha: str) -> str:
    """The text that is coded."""
    return project.documents.text(document_id)


def paragraphs(project: Project, document_id: str) -> tuple[tuple[int, int], ...]:
    """Where each paragraph begins and ends."""
    return tuple((span.start, span.end) for span in project.documents.structure(document_id).paragraphs)


def places(project: Project, document_id: str, positions: tuple[int, ...]) -> tuple[Place, ...]:
    """Page, paragraph, section and speaker of each position."""
    structure = project.documents.structure(document_id)
    return tuple(structure.place(position) for position in positions)


def top_sections(project: Project, document_id: str) -> tuple[tuple[int, int, str, str], ...]:
    """The outermost sections: start, end, heading, and the language that was found or said, if it is another."""
    structure = project.documents.structure(document_id)
    outer = min((len(section.path) for section in structure.sections), default=0)
    return tuple(
        (each.start, each.end, each.path[-1], structure.language_at(each.start))
        for each in structure.sections
        if len(each.path) == outer and each.path
    )
