"""Codings gathered for counting: by the database as far as it can tell, one by one only where more must be known."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from qualcode.model.spans import Span
from qualcode.project.excerpting import FROM_ROWS, Filter, Scene
from qualcode.store import codings as coding_rows
from qualcode.store.codings import Light

if TYPE_CHECKING:
    from qualcode.project.project import Project


class Tally(NamedTuple):
    """So many codings of one code by one coder in one document; by one speaker, where it matters who speaks."""

    code_id: str
    document_id: str
    coder_id: str
    speaker: str
    number: int
    spans: tuple[Span, ...] = ()


def tallies(
    scene: Scene, by_speaker: frozenset[str], *, spans: bool = False, outside: Sequence[Light] = ()
) -> Iterator[Tally]:
    """The codings that pass the filter, but those `outside`; with their positions when `spans` are wanted.

    In the documents `by_speaker`, those of each speaker come apart.
    """
    one_by_one = spans or bool(scene.where.fields & FROM_ROWS)
    if one_by_one or by_speaker:
        yield from _looked_at(scene, by_speaker, outside, everywhere=one_by_one)
    if not one_by_one:
        yield from _counted(scene, by_speaker, outside)


def _looked_at(
    scene: Scene, by_speaker: frozenset[str], outside: Iterable[Light], *, everywhere: bool
) -> Iterator[Tally]:
    gathered: dict[tuple[str, str, str, str], list[Span]] = defaultdict(list)
    ignored = {each.id for each in outside}
    for each in scene.light(None if everywhere else by_speaker):
        if each.id not in ignored:
            speaker = scene.speaker(each) if each.document_id in by_speaker else ""
            key = (each.code_id, each.document_id, each.coder_id, speaker)
            gathered[key].append(Span(each.start, each.end))
    for (code, document, coder, speaker), found in gathered.items():
        yield Tally(code, document, coder, speaker, len(found), tuple(found))


def _counted(scene: Scene, but: frozenset[str], outside: Iterable[Light]) -> Iterator[Tally]:
    with scene.project.store.reading() as connection:
        groups = coding_rows.grouped(
            connection,
            codes=scene.code_ids,
            document_id=scene.document_id,
            coder_id=scene.coder_id,
            but=but,
        )
    fewer = Counter((each.code_id, each.document_id, each.coder_id) for each in outside)
    for code, document, coder, all_ in groups:
        number = all_ - fewer[code, document, coder]
        if number and scene.where.matches(scene.fields(code, document, coder)):
            yield Tally(code, document, coder, "", number)


def count(project: "Project", chosen: Filter) -> int:
    """How many codings pass; counted by the database where the filter allows."""
    with project.store.reading():
        scene = Scene(project, chosen)
        return sum(each.number for each in tallies(scene, scene.by_speaker))
