"""From the project's codings to a table of frequencies."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from qualcode.analysis import frequencies as analysis
from qualcode.analysis.frequencies import Use
from qualcode.analysis.where import folded
from qualcode.errors import NotFound, Refused
from qualcode.language.words import count_words
from qualcode.model.spans import Span
from qualcode.model.tables import COUNTED, Counted, FrequencyTable
from qualcode.model.values import Document
from qualcode.project.excerpting import FROM_ROWS, Filter, Scene
from qualcode.store import codings as coding_rows
from qualcode.store.codings import Light

if TYPE_CHECKING:
    from qualcode.project.project import Project

CASE_NAMES = ("case", "informant")
"""Attributes that say who a document is about; without one, each document is a case of its own."""


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
    uses = _uses(scene, group, outside, rows=count == "words" or bool(scene.where.fields & FROM_ROWS))
    base = Counter(group(document.id, "") for document in _asked(scene)) if _has_base(by) else {}
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


def _asked(scene: Scene) -> Iterable[Document]:
    """The documents that a filter speaks of, as far as it looks at documents alone; else all."""
    if scene.where.fields & {"code", "coder", *FROM_ROWS}:
        return scene.documents.values()
    return [
        document for document in scene.documents.values() if scene.where.matches(scene.described(document))
    ]


def _has_base(by: str | None) -> bool:
    return by is not None and by != "coder"


def _grouping(project: "Project", scene: Scene, by: str | None) -> Callable[[str, str], str]:
    """From document and coder to the column it counts in."""
    if by is None:
        return lambda _document, _coder: ""
    if by == "document":
        return lambda document, _coder: scene.documents[document].name
    if by == "coder":
        return lambda _document, coder: scene.coders[coder]
    known = {folded(name): name for name in project.documents.attribute_names()}
    if folded(by) not in known:
        raise NotFound(
            "No document has the attribute “{name}”. There are: {known}.",
            name=by,
            known=", ".join([*sorted(known.values()), "document", "coder"]),
        )
    name = known[folded(by)]
    return lambda document, _coder: scene.documents[document].attributes.get(name, "")


def _uses(
    scene: Scene, group: Callable[[str, str], str], outside: Sequence[Light], *, rows: bool
) -> Iterable[Use]:
    if rows:
        gathered: dict[tuple[str, str, str], list[Span]] = defaultdict(list)
        ignored = {each.id for each in outside}
        for each in scene.light():
            if each.id in ignored:
                continue
            gathered[each.code_id, each.document_id, each.coder_id].append(Span(each.start, each.end))
        for (code, document, coder), spans in gathered.items():
            case = case_of(scene.documents[document])
            yield Use(code, document, case, group(document, coder), len(spans), tuple(spans))
        return
    with scene.project.store.reading() as connection:
        groups = coding_rows.grouped(connection)
    fewer = Counter((each.code_id, each.document_id, each.coder_id) for each in outside)
    for code, document, coder, all_ in groups:
        number = all_ - fewer[code, document, coder]
        if number and scene.where.matches(scene.fields(code, document, coder)):
            yield Use(code, document, case_of(scene.documents[document]), group(document, coder), number)


def case_of(document: Document) -> str:
    """Who the document is about, as far as its attributes tell; else the document itself."""
    for name, value in document.attributes.items():
        if folded(name) in CASE_NAMES and value.strip():
            return folded(value)
    return document.id
