"""Reads that pages share, for `state.kept`: each takes the project and gives plain values."""

from typing import Any

from qualcode import Project
from qualcode.i18n import translator
from qualcode.model.bundle import SurveyColumn, TableKind
from qualcode.model.spans import Span
from qualcode.model.structure import UNITS, Unit
from qualcode.model.tables import Counted, FrequencyTable
from qualcode.model.values import AttributeType, Case, Code, Coding, Document, Entry, Excerpt, Tie


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


def attribute_types(project: Project) -> tuple[AttributeType, ...]:
    """What attributes can hold, as far as it is said."""
    return project.cases.types()


def attribute_values(project: Project) -> dict[str, tuple[str, ...]]:
    """The values that documents and cases have, by attribute."""
    found: dict[str, set[str]] = {}
    for described in (
        *(d.attributes for d in project.documents.all()),
        *(c.values for c in project.cases.all()),
    ):
        for name, value in described.items():
            found.setdefault(name, set()).add(value)
    return {name: tuple(sorted(values)) for name, values in found.items()}


def document_attributes(project: Project) -> tuple[str, ...]:
    """Names of the attributes that documents themselves have."""
    used = {name for document in project.documents.all() for name in document.attributes}
    return tuple(name for name in attribute_names(project) if name in used)


def case_attributes(project: Project) -> tuple[str, ...]:
    """Names of the attributes that cases have."""
    used = {name for case in project.cases.all() for name in case.values}
    return tuple(name for name in attribute_names(project) if name in used)


def cases(project: Project) -> tuple[Case, ...]:
    """Every case."""
    return project.cases.all()


def alone(project: Project) -> tuple[tuple[Case, tuple[tuple[tuple[str, str], ...], ...]], ...]:
    """The persons who can be told from all others, and by which values."""
    return project.cases.alone()


def ties(project: Project) -> tuple[Tie, ...]:
    """Who the documents and the speakers in them are."""
    return project.cases.ties()


def voices(project: Project, document_id: str) -> dict[str, bool]:
    """Everybody who speaks in a document, and whether they ask the questions."""
    return {turn.speaker: turn.interviewer for turn in project.documents.structure(document_id).turns}


def case_file(project: Project, ending: str) -> bytes:
    """All cases as a table."""
    return project.cases.export(ending)


def survey_columns(project: Project, name: str, data: bytes) -> tuple[SurveyColumn, ...]:
    """What the columns of a survey hold, and which look like open questions."""
    return project.documents.survey_columns(name, data)


def table_kind(project: Project, name: str, data: bytes, beside: tuple[str, ...]) -> TableKind:
    """What a table that was dropped looks like."""
    return project.documents.table_kind(name, data, beside=beside)


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


def withheld(project: Project, filters: tuple[tuple[str, Any], ...], notes: bool, language: str) -> str:
    """How many quotations a report under these filters leaves out, and why; nothing when it leaves none out."""
    left_out = project.reports.withheld(**dict(filters), notes=notes)
    return project.reports.withheld_in_words(left_out, translator(language))


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
