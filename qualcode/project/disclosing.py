"""Who could be recognised by what reports tell: persons with the values that stand beside their words."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from qualcode.model.attributes import STANDARD
from qualcode.model.tree import same_name
from qualcode.model.values import Case
from qualcode.project.subjects import Subjects

if TYPE_CHECKING:
    from qualcode.project.project import Project

_INNER = frozenset(each.name for each in STANDARD)
"""Consent and the like: nobody outside the study knows them."""
Singled = tuple[Case, tuple[tuple[tuple[str, str], ...], ...]]


def alone(project: "Project") -> tuple[Singled, ...]:
    """See `Cases.alone`."""
    from qualcode import privacy

    people = {case.id: case for case in project.cases.all() if case.kind == "person"}
    return tuple((people[id_], found) for id_, found in privacy.alone(_told(project, people)).items())


def _told(project: "Project", people: Mapping[str, Case]) -> dict[str, list[dict[str, str]]]:
    """What is told of each person beside their words: once for each document they are in, else their own values."""
    ties, documents = project.cases.ties(), {document.id: document for document in project.documents.all()}
    subjects = Subjects(ties, project.cases.all())
    told: dict[str, list[dict[str, str]]] = {id_: [] for id_ in people}
    for tie in ties:
        if tie.case_id in people:
            beside = subjects.attributes(documents[tie.document_id], tie.speaker)
            told[tie.case_id].append(_outer({**beside, **people[tie.case_id].values}))
    return {id_: each or [_outer(people[id_].values)] for id_, each in told.items()}


def _outer(values: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if same_name(name) not in _INNER}
