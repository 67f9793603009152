"""From the project's codings to a table of frequencies."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode.analysis import frequencies as analysis
from qualcode.analysis.frequencies import Use
from qualcode.analysis.where import folded
from qualcode.errors import NotFound, Refused
from qualcode.language.words import count_words
from qualcode.model.tables import COUNTED, Counted, FrequencyTable
from qualcode.model.values import Document
from qualcode.project.excerpting import FROM_ROWS, Filter, Scene
from qualcode.project.tallying import tallies
from qualcode.store import codings as coding_rows

if TYPE_CHECKING:
    from qualcode.project.project import Project

Group = Callable[[str, str, str], str]
"""From document, coder and speaker to the column it counts in."""

CASE_NAMES = ("case", "informant")
"""Attributes that say who a document is about where no case is tied to it; without one, it is a case of its own."""


def frequencies(project: "Project", *, by: str | None, count: Counted, where: str) -> FrequencyTable:
    """See `Project.frequencies`. Raises `NotFound` for an attribute nobody has."""
    if count not in COUNTED:
        raise Refused(
            "“{count}” cannot be counted; choose one of {known}.", count=count, known=", ".join(COUNTED)
        )
    with project.store.reading():
        return _counted(project, by, count, where)


def _counted(project: "Project", by: str | None, count: Counted, where: str) -> FrequencyTable:
    scene = Scene(project, Filter(where=where))
    group = _grouping(project, scene, by)
    with project.store.reading() as connection:
        outside = coding_rows.left_out(connection)
    asked = {*scene.where.fields, *({"case"} if count == "cases" else ()), *([folded(by)] if by else ())}
    by_speaker = scene.subjects.spoken(asked)
    found = tallies(scene, by_speaker, spans=count == "words", outside=outside)
    uses = (
        Use(
            each.code_id,
            each.document_id,
            _case(scene, each.document_id, each.speaker),
            group(each.document_id, each.coder_id, each.speaker),
            each.number,
            each.spans,
        )
        for each in found
    )
    base = _base(scene, group, by_speaker) if _has_base(by) else {}
    table = analysis.table(
        tuple(scene.codes.values()),
        uses,
        counted=count,
        by=by,
        base=base,
        words_in=lambda document_id, span: count_words(
            span.of(project.store.text(scene.documents[document_id].sha))
        ),
    )
    return replace(table, left_out=sum(1 for each in outside if scene.passes(each)))


def _base(scene: Scene, group: Group, by_speaker: frozenset[str]) -> dict[str, int]:
    """In how many documents each column has its words, of those that the filter speaks of.

    A document counts in the column of each of its speakers who is a case; in that of the others when it has no such.
    """
    base: Counter[str] = Counter()
    for id_ in scene.documents:
        columns = {group(id_, "", speaker) for speaker in _asked(scene, id_, by_speaker)}
        base.update(columns if len(columns) == 1 else columns - {""})
    return dict(base)


def _asked(scene: Scene, document_id: str, by_speaker: frozenset[str]) -> Iterable[str]:
    """The speakers, nobody in particular first, whom a filter speaks of, as far as it looks at documents alone; else all."""
    speakers = ("", *(scene.subjects.speakers(document_id) if document_id in by_speaker else ()))
    if scene.where.fields & {"code", "coder", *FROM_ROWS}:
        return speakers
    return [one for one in speakers if scene.where.matches(scene.described(document_id, one))]


def _has_base(by: str | None) -> bool:
    return by is not None and by != "coder"


def _grouping(project: "Project", scene: Scene, by: str | None) -> Group:
    if by is None:
        return lambda _document, _coder, _speaker: ""
    if by == "document":
        return lambda document, _coder, _speaker: scene.documents[document].name
    if by == "coder":
        return lambda _document, coder, _speaker: scene.coders[coder]
    names = [*project.documents.attribute_names(), *(["case"] if scene.subjects.any else ())]
    known = {folded(name): name for name in names}
    if folded(by) not in known:
        raise NotFound(
            "No document has the attribute “{name}”. There are: {known}.",
            name=by,
            known=", ".join([*sorted(known.values()), "document", "coder"]),
        )
    name = folded(by)
    return lambda document, _coder, speaker: scene.described(document, speaker).get(name, "")


def _case(scene: Scene, document_id: str, speaker: str) -> str:
    """Who the words are of: the case that is tied to them, else what the document's attributes tell."""
    return folded(scene.subjects.name(document_id, speaker)) or case_of(scene.documents[document_id])


def case_of(document: Document) -> str:
    """Who the document is about, as far as its attributes tell; else the document itself."""
    for name, value in document.attributes.items():
        if folded(name) in CASE_NAMES and value.strip():
            return folded(value)
    return document.id
