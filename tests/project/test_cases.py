"""Cases: who documents are about, what is known of them, and what attributes can hold."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from qualcode import Project
from qualcode.errors import BadFile, Conflict, Duplicate, NotFound, QualcodeError, Refused
from qualcode.model.values import Tie


def seen(project: Project) -> dict[str, Any]:
    """Everything that a person can see of cases."""
    return {
        "cases": project.cases.all(),
        "ties": project.cases.ties(),
        "types": project.cases.types(),
        "documents": project.documents.all(),
        "excerpts": project.codings.excerpts(),
    }


@pytest.fixture
def about(coded: Project) -> Project:
    """An interview with Åse, who has a case, and a group and a site."""
    coded.cases.create("Åse", values={"alder": "52", "rolle": "tidgiver"})
    coded.cases.create("Mandagsgruppa", kind="group")
    coded.cases.create("Oslo", kind="site", values={"innbyggere": "700000"})
    coded.cases.tie("Åse", "Åse.txt", speaker="åse")
    coded.cases.tie("Oslo", "Åse.txt")
    return coded


def test_a_case_has_a_name_a_kind_values_and_documents(about: Project) -> None:
    document = about.documents.get("Åse.txt").id
    woman, group, site = about.cases.all()
    assert (woman.name, woman.kind, dict(woman.values)) == (
        "Åse",
        "person",
        {"alder": "52", "rolle": "tidgiver"},
    )
    assert (woman.documents, group.documents, site.documents) == ((document,), (), (document,))
    assert about.cases.get("åSE") == about.cases.get(woman.id) == woman
    assert about.cases.ties("Åse.txt") == (
        Tie(site.id, "Oslo", document, "Åse.txt"),
        Tie(woman.id, "Åse", document, "Åse.txt", "Åse"),
    )


def test_names_are_taken_once_in_any_case(about: Project) -> None:
    with pytest.raises(Duplicate, match="“Åse”"):
        about.cases.create("ÅSE")
    with pytest.raises(Duplicate):
        about.cases.change("Oslo", name="åse")
    assert about.cases.change("Åse", name="ÅSE", kind="group").name == "ÅSE"
    with pytest.raises(Refused, match="needs a name"):
        about.cases.create("  ")
    with pytest.raises(Refused, match="person, group, site"):
        about.cases.create("Bo", kind="dog")


@pytest.mark.parametrize("name", ["code", "Document", "speaker", "memo", "case", "Kind", "kind_", "", " "])
def test_names_of_columns_and_filters_are_no_values(about: Project, name: str) -> None:
    before = about.revision
    with pytest.raises(Refused, match="cannot be called"):
        about.cases.set_values("Åse", {"by": "Oslo", name: "x"})
    assert about.revision == before


def test_values_have_the_spelling_of_the_project(about: Project) -> None:
    about.documents.set_attributes("Åse.txt", {"ROLLE": "x", "Sted": "y"})
    about.cases.set_values("Oslo", {"STED": "z", "Rolle": "w", "innbyggere": ""})
    assert dict(about.cases.get("Oslo").values) == {"rolle": "w", "Sted": "z"}
    assert about.documents.attribute_names() == ("alder", "rolle", "Sted")
    assert about.documents.attribute_names(of_cases=False) == ("rolle", "Sted")


def test_a_tie_said_again_changes_nothing_and_an_unknown_speaker_is_told(about: Project) -> None:
    before = about.revision
    about.cases.tie("Åse", "Åse.txt", speaker="ÅSE")
    assert about.revision == before
    with pytest.raises(NotFound, match=r"Nobody called “Bo” speaks in Åse\.txt\. There are: .*Åse"):
        about.cases.tie("Åse", "Åse.txt", speaker="Bo")
    with pytest.raises(NotFound, match="no case called “Bo”"):
        about.cases.tie("Bo", "Åse.txt")
    about.cases.untie("Åse", "Åse.txt", speaker="åse")
    with pytest.raises(NotFound, match="is not tied"):
        about.cases.untie("Åse", "Åse.txt", speaker="Åse")
    assert [tie.case for tie in about.cases.ties("Åse.txt")] == ["Oslo"]


def test_merging_keeps_the_values_of_the_case_that_stays_and_tells_what_differed(about: Project) -> None:
    about.documents.add("Åse 2.txt", b"Hei igjen.")
    about.cases.create("Informant 1", values={"alder": "53", "Rolle": "tidgiver", "fylke": "Troms"})
    for name in ("Åse", "Informant 1"):
        about.cases.tie(name, "Åse 2.txt")
    before = seen(about)
    told = about.cases.merge(about.cases.get("Informant 1").id, about.cases.get("Åse").id)
    assert [template.format(**values) for template, values in told] == ["“alder”: kept “52”, gave up “53”."]
    stays = about.cases.get("Åse")
    assert dict(stays.values) == {"alder": "52", "fylke": "Troms", "rolle": "tidgiver"}
    assert len(stays.documents) == 2 and len(about.cases.ties("Åse 2.txt")) == 1
    about.undo()
    assert seen(about) == before
    with pytest.raises(Refused, match="with itself"):
        about.cases.merge("Åse", "åse")


def test_removing_a_document_or_a_case_takes_its_ties_and_undo_brings_them_back(about: Project) -> None:
    before = seen(about)
    about.documents.remove("Åse.txt")
    assert about.cases.ties() == () and about.check() == ()
    about.undo()
    assert seen(about) == before
    about.cases.remove("Åse")
    assert [case.name for case in about.cases.all()] == ["Mandagsgruppa", "Oslo"]
    assert about.check() == ()
    about.undo()
    assert seen(about) == before


def test_every_verb_is_undone_redone_and_read_as_of_then(about: Project) -> None:
    acts: list[Callable[[], object]] = [
        lambda: about.cases.create("Bo", kind="person", values={"alder": "31"}),
        lambda: about.cases.change("Bo", name="Bjørn"),
        lambda: about.cases.set_type("alder", "number"),
        lambda: about.cases.set_values("Bjørn", {"alder": "31,50", "rolle": ""}),
        lambda: about.cases.tie("Mandagsgruppa", "Åse.txt"),
        lambda: about.cases.untie("Oslo", "Åse.txt"),
        lambda: about.cases.merge("Bjørn", "Åse"),
        lambda: about.cases.import_file("a.csv", b"case,document\nOslo,\xc3\x85se.txt\nNy,\n"),
        lambda: about.cases.remove("Ny"),
        lambda: about.documents.remove("Åse.txt"),
    ]
    states, first = [seen(about)], about.revision
    for act in acts:
        act()
        states.append(seen(about))
    for number, then in enumerate(states):
        with about.at(first + number) as earlier:
            assert seen(earlier) == then
    for then in reversed(states[:-1]):
        about.undo()
        assert seen(about) == then
    for then in states[1:]:
        about.redo()
        assert seen(about) == then
    assert about.check() == ()


def test_a_new_case_that_somebody_has_used_is_not_undone(about: Project) -> None:
    about.cases.create("Bo")
    about.as_coder("Kari").cases.tie("Bo", "Åse.txt")
    with pytest.raises(Conflict):
        about.undo()
    assert about.cases.get("Bo").documents


def test_a_typed_attribute_takes_only_what_fits_of_cases_and_documents_alike(about: Project) -> None:
    about.documents.set_attributes("Åse.txt", {"alder": "52,0"})
    about.cases.set_type("Alder", "number")
    about.cases.set_type("møtt", "date")
    about.cases.set_type("rolle", "choice", ["Tidgiver", "Deltaker", "tidgiver"])
    assert [(t.name, t.type, t.choices) for t in about.cases.types()][3:] == [
        ("alder", "number", ()),
        ("møtt", "date", ()),
        ("rolle", "choice", ("Tidgiver", "Deltaker")),
    ]
    assert about.documents.get("Åse.txt").attributes == {"alder": "52"}
    assert about.cases.get("Åse").values["rolle"] == "Tidgiver"
    about.documents.set_attributes("Åse.txt", {"MØTT": "3.5.2024", "rolle": "deltaker"})
    assert about.documents.get("Åse.txt").attributes == {
        "alder": "52",
        "møtt": "2024-05-03",
        "rolle": "Deltaker",
    }
    for act in (
        lambda: about.cases.set_values("Oslo", {"alder": "gammel"}),
        lambda: about.cases.set_values("Oslo", {"møtt": "i fjor"}),
        lambda: about.documents.set_attributes("Åse.txt", {"rolle": "leder"}),
    ):
        revision = about.revision
        with pytest.raises(Refused, match="does not fit the attribute"):
            act()
        assert about.revision == revision


def test_the_error_says_what_where_and_what_is_allowed(about: Project) -> None:
    about.cases.set_type("rolle", "choice", ["tidgiver", "deltaker"])
    with pytest.raises(Refused) as caught:
        about.cases.set_values("Oslo", {"ROLLE": "leder"})
    assert str(caught.value) == (
        "Oslo: “leder” does not fit the attribute “rolle”, which takes one of these: tidgiver, deltaker."
    )
    with pytest.raises(BadFile, match=r"a\.csv, row 3: Åse\.txt: “x” does not fit.*Nothing was imported"):
        about.documents.import_attributes("a.csv", "document,rolle\nB,x\nÅse.txt,x\n".encode())


def test_a_type_that_values_do_not_fit_is_refused_with_the_first_of_them(about: Project) -> None:
    about.documents.set_attributes("Åse.txt", {"innbyggere": "mange"})
    about.cases.set_values("Åse", {"innbyggere": "en del"})
    revision = about.revision
    with pytest.raises(
        Refused, match=r"2 values do not fit\. The first are Åse\.txt: “mange”; Åse: “en del”"
    ):
        about.cases.set_type("innbyggere", "number")
    assert about.revision == revision and len(about.cases.types()) == 3


@pytest.mark.parametrize(
    ("name", "type_", "choices", "told"),
    [
        ("alder", "colour", (), "choose one of text, number, date, choice"),
        ("alder", "choice", (), "needs at least one"),
        ("alder", "number", ("1",), "belong to the type"),
        ("Consent", "text", (), "its type stays"),
        ("code", "text", (), "cannot be called"),
    ],
)
def test_a_type_that_makes_no_sense_is_refused(
    about: Project, name: str, type_: str, choices: tuple[str, ...], told: str
) -> None:
    with pytest.raises(Refused, match=told):
        about.cases.set_type(name, type_, choices)


def test_record_and_consent_are_typed_from_the_start(about: Project) -> None:
    about.documents.set_attributes("Åse.txt", {"record": "Transkripsjon", "Consent": "gitt", "approval": "x"})
    assert about.documents.get("Åse.txt").attributes == {
        "approval": "x",
        "consent": "given",
        "record": "transcript",
    }
    with pytest.raises(Refused, match="given, withdrawn, pending, not needed"):
        about.documents.set_attributes("Åse.txt", {"consent": "ja"})


def test_a_table_makes_describes_and_ties_cases_and_tells_what_it_does_not_know(about: Project) -> None:
    about.cases.set_type("alder", "number")
    rows = "Navn;slag;dokument;taler;Alder\nÅSE;;;;53\nBo;;Åse;Bo;31,5\nLaget;gruppe;Ukjent.txt;;\nBo;;;;\n"
    told = about.cases.import_file("a.csv", rows.encode())
    assert [template.format(**values) for template, values in told] == [
        "Row 3: nobody called “Bo” speaks in “Åse” so far.",
        "Row 4: the project has no document called “Ukjent.txt”.",
    ]
    assert about.cases.get("Åse").values == {"alder": "53", "rolle": "tidgiver"}
    assert about.cases.get("Bo").values == {"alder": "31.5"} and len(about.cases.get("Bo").documents) == 1
    assert about.cases.get("Laget").kind == "group"
    revision = about.revision
    with pytest.raises(BadFile, match=r"a\.csv, row 3: Bo: “x” does not fit.*Nothing was imported"):
        about.cases.import_file("a.csv", b"case,alder\nNy,1\nBo,x\n")
    assert about.revision == revision
    about.undo()
    assert [case.name for case in about.cases.all()] == ["Åse", "Mandagsgruppa", "Oslo"]


names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=8)


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.tuples(
            names,
            st.sampled_from(["person", "group", "site"]),
            st.dictionaries(names | st.sampled_from(["navn", "name", "=a"]), names, max_size=3),
            st.lists(st.sampled_from([("Åse.txt", ""), ("Åse.txt", "Åse")]), max_size=2),
        ),
        max_size=4,
    )
)
def test_an_exported_table_makes_the_same_cases_again(
    ending: str, tmp_path_factory: pytest.TempPathFactory, wanted: list[Any]
) -> None:
    from conftest import INTERVIEW

    folder = tmp_path_factory.mktemp("cases")
    with Project.create(folder / "a.qualcode") as one, Project.create(folder / "b.qualcode") as other:
        for project in (one, other):
            project.documents.add("Åse.txt", INTERVIEW.encode())
        for name, kind, values, ties in wanted:
            try:
                made = one.cases.create(name, kind=kind, values=values)
            except QualcodeError:
                continue
            for document, speaker in ties:
                one.cases.tie(made.id, document, speaker)
        assert other.cases.import_file(f"a{ending}", one.cases.export(ending)) == ()
        assert plain(other) == plain(one)


def plain(project: Project) -> list[Any]:
    ties = [(tie.case, tie.document, tie.speaker) for tie in project.cases.ties()]
    return [[(case.name, case.kind, dict(case.values)) for case in project.cases.all()], sorted(ties)]
