"""Frequencies of a whole project, from the codings to the table."""

import pytest

from qualcode import Project
from qualcode.errors import NotFound, Refused
from qualcode.model.tables import FrequencyTable

TEXTS = {
    "Åse 1.txt": "en to tre fire fem",
    "Åse 2.txt": "seks sju åtte ni ti",
    "Bo.txt": "elleve tolv tretten",
}


@pytest.fixture
def counted(project: Project) -> Project:
    for (name, text), role in zip(TEXTS.items(), ("tidgiver", "tidgiver", "deltaker"), strict=True):
        project.documents.add(name, text.encode())
        project.documents.set_attributes(
            name, {"Informant": name.split(" ")[0].removesuffix(".txt"), "rolle": role}
        )
    hope = project.codebook.create("Recovery/Håp").id
    above = project.codebook.get("Recovery").id
    project.codings.apply("Åse 1.txt", hope, 0, 5)
    project.codings.apply("Åse 1.txt", above, 3, 9)
    project.codings.apply("Åse 2.txt", hope, 0, 8)
    kari = project.as_coder("Kari")
    kari.codings.apply("Åse 1.txt", hope, 0, 5)
    kari.codings.apply("Bo.txt", hope, 0, 11)
    return project


def numbers(table: FrequencyTable) -> dict[str, tuple[int, int, dict[str, int]]]:
    return {row.path: (row.own, row.total, dict(row.by)) for row in table.rows}


@pytest.mark.parametrize(
    ("count", "above", "hope"),
    [
        ("codings", (1, 5), (4, 4)),
        ("documents", (1, 3), (3, 3)),
        ("cases", (1, 2), (2, 2)),
        ("words", (2, 7), (6, 6)),
    ],
)
def test_what_is_counted_is_counted_once(
    counted: Project, count: str, above: tuple[int, int], hope: tuple[int, int]
) -> None:
    found = numbers(counted.frequencies(count=count))  # type: ignore[arg-type]
    assert (found["Recovery"][:2], found["Recovery/Håp"][:2]) == (above, hope)


def test_columns_by_attribute_document_and_coder(counted: Project) -> None:
    by_role = counted.frequencies(by="ROLLE")
    assert (by_role.values, by_role.base) == (("deltaker", "tidgiver"), {"deltaker": 1, "tidgiver": 2})
    assert numbers(by_role)["Recovery"][2] == {"deltaker": 1, "tidgiver": 4}
    by_document = counted.frequencies(by="document")
    assert by_document.values == ("Bo.txt", "Åse 1.txt", "Åse 2.txt")
    by_coder = counted.frequencies(by="coder", count="documents")
    assert numbers(by_coder)["Recovery"] == (1, 3, {"Kari": 2, "Nina": 2})


@pytest.mark.parametrize(
    ("where", "total"),
    [
        ("coder = kari", 2),
        ("rolle = tidgiver", 4),
        ("code = Recovery/Håp", 4),
        ('memo = ""', 5),
        ('speaker = ""', 5),
    ],
)
def test_counts_obey_the_filter_as_excerpts_do(counted: Project, where: str, total: int) -> None:
    assert numbers(counted.frequencies(where=where))["Recovery"][1] == total
    assert len(counted.codings.excerpts(where=where)) == total


def test_what_cannot_be_counted_is_refused(counted: Project) -> None:
    with pytest.raises(Refused, match="choose one of codings, documents, cases, words"):
        counted.frequencies(count="pages")  # type: ignore[arg-type]
    with pytest.raises(NotFound, match="There are: Informant, rolle, document, coder"):
        counted.frequencies(by="alder")


@pytest.mark.parametrize(
    ("where", "base"),
    [
        ("", {"deltaker": 1, "tidgiver": 2}),
        ('document = "Åse 1.txt"', {"tidgiver": 1}),
        ('code = "Recovery/Håp"', {"deltaker": 1, "tidgiver": 2}),
    ],
)
def test_the_n_of_a_column_counts_the_documents_that_the_filter_speaks_of(
    counted: Project, where: str, base: dict[str, int]
) -> None:
    assert counted.frequencies(by="rolle", where=where).base == base
