"""Who could be recognised: what stands beside somebody's words counts, wherever it is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcode import Project


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Project]:
    project = Project.create(tmp_path / "study.qualcode", coder="Nina")
    for name, site in (("a", "Oslo"), ("b", "Oslo"), ("c", "Bergen"), ("d", "Bergen")):
        document = project.documents.add(f"{name}.txt", f"Words of {name}.".encode()).document
        assert document
        project.documents.set_attributes(document.id, {"site": site, "consent": "given", "wave": "1"})
        case = project.cases.create(name, values={"role": "peer"})
        project.cases.tie(case.id, document.id)
    yield project
    project.close()


def singled(project: Project) -> dict[str, tuple[tuple[tuple[str, str], ...], ...]]:
    return {case.name: found for case, found in project.cases.alone()}


def test_people_who_are_alike_in_pairs_are_safe(study: Project) -> None:
    assert singled(study) == {}


def test_a_value_of_a_person_counts_together_with_one_of_the_document(study: Project) -> None:
    for name in "ac":
        study.cases.set_values(study.cases.get(name).id, {"role": "nurse"})
    found = singled(study)
    assert set(found) == set("abcd")
    assert set(found["a"][0]) == {("site", "Oslo"), ("role", "nurse")}


def test_values_of_a_site_count_as_well(study: Project) -> None:
    house = study.cases.create("House", kind="site", values={"size": "small"})
    study.cases.tie(house.id, study.documents.get("a.txt").id)
    other = study.cases.create("Other", kind="site", values={"size": "large"})
    for name in "bcd":
        study.cases.tie(other.id, study.documents.get(f"{name}.txt").id)
    assert singled(study)["a"] == ((("size", "small"),),)


def test_each_document_of_somebody_counts(study: Project) -> None:
    more = study.documents.add("a2.txt", b"More words.").document
    assert more
    study.documents.set_attributes(more.id, {"site": "Oslo", "wave": "2"})
    study.cases.tie(study.cases.get("a").id, more.id)
    assert singled(study) == {"a": ((("wave", "2"),),)}


def test_consent_tells_nobody_apart(study: Project) -> None:
    study.cases.set_values(study.cases.get("a").id, {"consent": "withdrawn"})
    assert singled(study) == {}
