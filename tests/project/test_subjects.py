"""Whose words are counted and quoted: attributes of a coding follow from its document, its speaker and their cases."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import event

from qualcode import Project
from qualcode.errors import NotFound
from qualcode.model.tables import FrequencyTable

GROUP = "Kari: Vi gikk hjem.\nBo: Det gjorde vi.\nKari: Ja.\nBo: Nei.\nModerator: Takk.\nKari: Selv takk.\nModerator: Ha det.\n"
"""A group interview with three voices."""


def at(words: str) -> tuple[int, int]:
    """Where words stand in the group interview."""
    return GROUP.index(words), GROUP.index(words) + len(words)


@pytest.fixture
def study(project: Project) -> Project:
    """A group interview with two cases among its speakers, and two interviews with Åse, a year apart."""
    project.documents.add("gruppe.txt", GROUP.encode())
    assert set(project.documents.structure("gruppe.txt").speakers) >= {"Kari", "Bo"}
    for name in ("Åse 1.txt", "Åse 2.txt"):
        project.documents.add(name, b"Jeg sa ja til det hele.")
    project.documents.set_attributes("gruppe.txt", {"runde": "1", "alder": "ukjent"})
    project.cases.create("Kari", values={"alder": "31", "rolle": "tidgiver"})
    project.cases.create("Bo", values={"alder": "52", "rolle": "deltaker"})
    project.cases.create("Åse", values={"alder": "64", "rolle": "tidgiver"})
    for name in ("Kari", "Bo"):
        project.cases.tie(name, "gruppe.txt", speaker=name)
    for name in ("Åse 1.txt", "Åse 2.txt"):
        project.cases.tie("Åse", name)
    code = project.codebook.create("Hjem").id
    for words in ("Vi gikk hjem.", "Det gjorde vi.", "Nei.", "Takk."):
        project.codings.apply("gruppe.txt", code, *at(words))
    for name in ("Åse 1.txt", "Åse 2.txt"):
        project.codings.apply(name, code, 0, 9)
    return project


def by(table: FrequencyTable) -> dict[str, int]:
    return dict(table.rows[0].by)


def test_a_coding_has_the_attributes_of_who_speaks_over_those_of_the_document(study: Project) -> None:
    found = {each.text: each for each in study.codings.excerpts(document="gruppe.txt")}
    assert {text: (each.case, each.attributes.get("alder")) for text, each in found.items()} == {
        "Vi gikk hjem.": ("Kari", "31"),
        "Det gjorde vi.": ("Bo", "52"),
        "Nei.": ("Bo", "52"),
        "Takk.": ("", "ukjent"),
    }
    assert all(each.attributes["runde"] == "1" for each in found.values())
    assert {each.case for each in study.codings.excerpts(document="Åse 2.txt")} == {"Åse"}


@pytest.mark.parametrize(
    ("where", "number"),
    [
        ("rolle = deltaker", 2),
        ("rolle = tidgiver", 3),
        ('rolle = ""', 1),
        ("alder > 40 and not alder = ukjent", 4),
        ("case = åse", 2),
        ('case = ""', 1),
        ("case = Bo and runde = 1", 2),
        ("speaker = Kari and rolle = tidgiver", 1),
        ("not rolle = tidgiver", 3),
    ],
)
def test_filters_ask_about_the_case(study: Project, where: str, number: int) -> None:
    assert study.codings.count(where=where) == len(study.codings.excerpts(where=where)) == number
    assert study.frequencies(where=where).rows[0].total == number


def test_columns_divide_by_values_of_cases(study: Project) -> None:
    table = study.frequencies(by="ROLLE")
    assert by(table) == {"deltaker": 2, "tidgiver": 3, "": 1}
    assert table.base == {"deltaker": 1, "tidgiver": 3}
    assert by(study.frequencies(by="case")) == {"Bo": 2, "Kari": 1, "Åse": 2, "": 1}
    assert by(study.frequencies(by="runde")) == {"1": 4, "": 2}
    assert study.frequencies(by="rolle", where="rolle = tidgiver").base == {"tidgiver": 3}
    assert by(study.frequencies(by="rolle", count="words")) == {"deltaker": 4, "tidgiver": 9, "": 1}


def test_cases_are_counted_by_their_ties_and_else_as_before(study: Project) -> None:
    assert study.frequencies(count="cases").rows[0].total == 4, (
        "Kari, Bo, Åse twice, and the moderator's document"
    )
    study.documents.add("Berit.txt", b"Jeg sa nei.")
    study.documents.add("åse 3.txt", b"Jeg sa nei.")
    study.documents.set_attributes("åse 3.txt", {"informant": "ÅSE"})
    for name in ("Berit.txt", "åse 3.txt"):
        study.codings.apply(name, study.codebook.get("Hjem").id, 0, 3)
    assert study.frequencies(count="cases").rows[0].total == 5, "Berit is new, Åse is who she was"
    assert study.frequencies(count="documents").rows[0].total == 5


def test_person_lies_over_group_over_site_and_the_speaker_over_the_whole(study: Project) -> None:
    study.cases.create("Oslo", kind="site", values={"alder": "1000", "sted": "Oslo", "rolle": "sted"})
    study.cases.create("Laget", kind="group", values={"alder": "7", "lag": "A"})
    study.cases.create("Hele gruppa", values={"alder": "40"})
    for name in ("Oslo", "Laget", "Hele gruppa"):
        study.cases.tie(name, "gruppe.txt")
    found = {each.text: each for each in study.codings.excerpts(document="gruppe.txt")}
    kari, moderator = found["Vi gikk hjem."], found["Takk."]
    assert (kari.case, kari.attributes["alder"], kari.attributes["sted"]) == ("Kari", "31", "Oslo")
    assert kari.attributes["lag"] == "A" and kari.attributes["rolle"] == "tidgiver"
    assert (moderator.case, moderator.attributes["alder"]) == ("Hele gruppa", "40")
    study.cases.untie("Hele gruppa", "gruppe.txt")
    assert study.codings.count(where="case = Laget and alder = 7") == 1
    study.cases.tie("Åse", "gruppe.txt")
    study.cases.tie("Hele gruppa", "gruppe.txt")
    moderator = next(each for each in study.codings.excerpts() if each.text == "Takk.")
    assert (moderator.case, moderator.attributes["alder"]) == ("Laget", "7"), "of two persons it is nobody's"


def test_a_site_alone_is_no_case_that_is_counted(study: Project) -> None:
    before = study.frequencies(count="cases").rows[0].total
    study.cases.create("Oslo", kind="site", values={"sted": "Oslo"})
    study.documents.add("Berit.txt", b"Jeg sa nei.")
    study.cases.tie("Oslo", "Berit.txt")
    study.codings.apply("Berit.txt", study.codebook.get("Hjem").id, 0, 3)
    assert study.frequencies(count="cases").rows[0].total == before + 1
    assert by(study.frequencies(by="sted"))["Oslo"] == 1


def test_without_ties_there_is_no_column_of_cases(project: Project) -> None:
    with pytest.raises(NotFound):
        project.frequencies(by="case")


def test_what_follows_from_cases_is_read_as_of_then(study: Project) -> None:
    before, revision = (study.codings.excerpts(), study.frequencies(by="rolle")), study.revision
    study.cases.set_values("Bo", {"rolle": "leder"})
    study.cases.remove("Åse")
    study.documents.remove("gruppe.txt")
    with study.at(revision) as then:
        assert (then.codings.excerpts(), then.frequencies(by="rolle")) == before
    for _ in range(3):
        study.undo()
    assert (study.codings.excerpts(), study.frequencies(by="rolle")) == before


@contextmanager
def positions_fetched(project: Project) -> Iterator[list[str]]:
    """The statements that fetch single codings, sent inside the block."""
    said: list[str] = []

    def note(*told: object) -> None:
        statement = str(told[2])
        if "coding.start" in statement.replace('"', ""):
            said.append(statement)

    event.listen(project.store.engine, "before_cursor_execute", note)
    try:
        yield said
    finally:
        event.remove(project.store.engine, "before_cursor_execute", note)


def test_single_codings_are_fetched_only_where_it_matters_who_speaks(study: Project) -> None:
    with positions_fetched(study) as said:
        study.frequencies()
        study.frequencies(by="runde")
        study.frequencies(by="coder", where="runde = 1", count="documents")
        study.codings.count(where="runde = 1")
    assert said == []
    with positions_fetched(study) as said:
        study.frequencies(by="rolle")
    assert len(said) == 1 and "document_id IN" in said[0], "those of the group interview, and no others"
    for name in ("Kari", "Bo"):
        study.cases.untie(name, "gruppe.txt", speaker=name)
    with positions_fetched(study) as said:
        study.frequencies(by="rolle", count="cases")
        study.frequencies(by="case")
        study.codings.count(where="rolle = tidgiver and case = Åse")
    assert said == []


def test_a_report_names_the_case_as_informant(study: Project) -> None:
    text = study.reports.export("quotations", ".csv").decode("utf-8-sig")
    assert "Åse" in text.split("Jeg sa ja")[1].splitlines()[0]
