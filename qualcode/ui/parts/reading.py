"""Reads that pages share, for `state.kept`: each takes the project and gives plain values."""

from typing import Any

from qualcode import Project
from qualcode.model.spans import Span
from qualcode.model.structure import UNITS, Unit
from qualcode.model.tables import Counted, FrequencyTable
from qualcode.model.values import Code, Coding, Document, Entry, Excerpt


def documents(project: Project) -> tuple[Document, ...]:
    """Every document."""
    return project.documents.all()


def codes(project: Project) -> tuple[Code, ...]:
    """The codebook in tree order."""
    return project.codebook.all()


def coders(project: Project) -> tuple[str, ...]:
    """Names of everybody who has coded."""
    return tuple(coder.name for coder in project.coders.all())


def attribute_names(project: Project) -> tuple[str, ...]:
    """Names of the attributes in use."""
    return project.documents.attribute_names()


def parts(project: Project, document_id: str, _sha: str, _language: str) -> tuple[int, dict[Unit, int]]:
    """How many speakers and how many parts of each kind a document has."""
    structure = project.documents.structure(document_id)
    return len(structure.speakers), {unit: len(structure.spans(unit)) for unit in UNITS}


def segments(
    project: Project, document_id: str, unit: Unit
) -> tuple[tuple[int, int, str, str, tuple[str, ...]], ...]:
    """The parts of a document: start, end, words, speaker, section."""
    found = project.documents.segments(unit, document_id)
    return tuple((part.start, part.end, part.text, part.speaker, part.section) for part in found)


def excerpts(
    project: Project, filters: tuple[tuple[str, Any], ...], after: str | None, limit: int
) -> tuple[Excerpt, ...]:
    """One page of excerpts; `filters` are the keyword arguments of `codings.excerpts`."""
    return project.codings.excerpts(**dict(filters), after=after, limit=limit)


def count(project: Project, filters: tuple[tuple[str, Any], ...]) -> int:
    """How many excerpts there are under these filters."""
    return project.codings.count(**dict(filters))


def codings(project: Project, document_id: str) -> tuple[Coding, ...]:
    """A document's codings in the order of the text."""
    return project.codings.of(document_id)


def coders_by_id(project: Project) -> tuple[tuple[str, str], ...]:
    """Id and name of everybody who has coded."""
    return tuple((coder.id, coder.name) for coder in project.coders.all())


def words_of(
    project: Project, document_id: str, _sha: str, places: tuple[tuple[int, int], ...]
) -> tuple[str, ...]:
    """The words at these places of one document."""
    text = project.documents.text(document_id)
    return tuple(Span(start, end).of(text) for start, end in places)


def frequencies(project: Project, by: str | None, counted: Counted, where: str) -> FrequencyTable:
    """The frequency table."""
    return project.frequencies(by=by, count=counted, where=where)


def journal(project: Project, limit: int, before: int | None) -> tuple[Entry, ...]:
    """One page of the journal, newest first."""
    return project.journal.all(limit=limit, before=before)


def facts(project: Project, revision: int | None = None) -> dict[str, int]:
    """How much there is of everything; as of an earlier revision when one is given."""
    if revision is not None:
        with project.at(revision) as then:
            return facts(then)
    return {
        "documents": len(project.documents.all()),
        "codes": len(project.codebook.all()),
        "codings": project.codings.count(),
        "coders": len(project.coders.all()),
    }


def frequency_file(project: Project, by: str | None, counted: Counted, where: str, language: str) -> bytes:
    """The frequency table as csv."""
    return project.reports.export("frequencies", ".csv", by=by, where=where, count=counted, language=language)
