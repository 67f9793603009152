"""Documents: what came in is kept to the byte; what can be read goes in, what cannot is told."""

from io import BytesIO

import pytest
from openpyxl import Workbook

from qualcode import Project
from qualcode.errors import BadFile, Duplicate, NotFound, QualcodeError, Refused


def names(project: Project) -> list[str]:
    return [document.name for document in project.documents.all()]


def test_good_files_go_in_beside_bad_ones_as_one_act(project: Project) -> None:
    files = [
        ("Åse.txt", "Hei på deg.".encode()),
        ("tom.txt", b" \n "),
        ("bilde.pdf", b"%PDF-1.7"),
        ("ÅSE.txt", b"Noe annet."),
        ("rot.docx", b"not a zip at all"),
        ("B\udcff\x1b[31m.txt", b"Navnet er rart."),
        ("C.md", b"# Tema\n\nTekst."),
    ]
    told: list[tuple[int, int, str]] = []
    done = project.documents.add_all(files, progress=lambda *now: told.append(now))
    assert [each.name for each in done] == [name for name, _ in files]
    assert names(project) == ["Åse.txt", "B[31m.txt", "C.md"]
    kinds = [type(each.error) for each in done]
    assert kinds == [type(None), BadFile, BadFile, Duplicate, BadFile, type(None), type(None)]
    assert [each.error is None for each in done] == [each.document is not None for each in done]
    assert told == [(n, 7, name) for n, (name, _) in enumerate(files)] + [(7, 7, "")]
    (entry,) = project.journal.all()
    assert entry.in_words() == "Imported 3 files"
    project.undo()
    assert names(project) == []


def test_when_no_file_can_be_read_nothing_is_recorded(project: Project) -> None:
    done = project.documents.add_all([("a.pdf", b"%PDF"), ("b.txt", b"")])
    assert all(each.error for each in done)
    assert (project.revision, project.documents.add_all([])) == (0, ())


def test_one_file_that_cannot_be_read_is_an_error(project: Project) -> None:
    with pytest.raises(BadFile, match=r"tom\.txt holds no text"):
        project.documents.add("tom.txt", b"")
    project.documents.add("a.txt", b"Tekst.")
    with pytest.raises(Duplicate, match="already"):
        project.documents.add("A.TXT", b"Annen tekst.")
    with pytest.raises(BadFile, match="“sv” is not a language"):
        project.documents.add("b.txt", b"Tekst.", language="sv")
    assert names(project) == ["a.txt"]


def test_an_å_in_two_parts_becomes_one_letter_and_the_bytes_stay(project: Project) -> None:
    data = "\ufeffA\u030ase sa: ha\u030ap\r\nLinje to\rLinje tre".encode()
    done = project.documents.add("a.txt", data)
    assert project.documents.text("a.txt") == "Åse sa: håp\nLinje to\nLinje tre"
    assert project.documents.original("a.txt") == "A\u030ase sa: ha\u030ap\r\nLinje to\rLinje tre"
    assert project.documents.source("a.txt") == data
    assert done.cleaning == {"line-ends": 2, "nfc": 2, "bom": 1} or done.cleaning == {
        "line-ends": 2,
        "nfc": 2,
    }
    assert done.document and done.document.characters == len(project.documents.text("a.txt"))
    start = project.documents.text("a.txt").index("håp")
    code = project.codebook.create("Håp").id
    project.codings.apply("a.txt", code, start, start + 3)
    assert project.codings.excerpts()[0].text == "håp"


def test_cleaning_is_done_and_told_unless_it_is_switched_off(project: Project) -> None:
    plain = project.documents.add("a.txt", b"a **b**\r\nc **d** e", clean="off")
    assert plain.cleaning == {"line-ends": 1}
    assert project.documents.text("a.txt") == "a **b**\nc **d** e"
    assert project.documents.add("b.txt", b"a **b**\r\nc **d** e").cleaning["markup"] == 2
    assert project.documents.text("b.txt") == "a b\nc d e"
    project.cleaning.choose_rule("b.txt", "markup", accepted=False)
    assert project.documents.text("b.txt") == project.documents.text("a.txt")


def test_the_same_bytes_are_kept_once(project: Project) -> None:
    data = b"Akkurat det samme."
    one, two = project.documents.add("a.txt", data), project.documents.add("b.txt", data)
    assert one.document and two.document and one.document.sha == two.document.sha
    project.documents.remove("a.txt")
    assert project.documents.source("b.txt") == data
    assert project.check(repair=True) == ()


def test_removing_a_document_takes_what_hangs_on_it_and_undo_brings_it_back(coded: Project) -> None:
    hope = coded.codebook.get("Recovery/Håp").id
    coded.documents.set_attributes("Åse.txt", {"rolle": "tidgiver"})
    coded.codings.apply("Åse.txt", hope, 19, 30, memo="et notat")
    coded.as_coder("Kari").codings.apply("Åse.txt", hope, 19, 30)
    before = (coded.documents.all(), coded.codings.excerpts(), coded.documents.structure("Åse.txt"))
    coded.documents.remove("åse.TXT")
    assert (coded.documents.all(), coded.codings.excerpts()) == ((), ())
    assert coded.documents.attribute_names() == ()
    for read in (coded.documents.text, coded.documents.source, coded.documents.structure):
        with pytest.raises(NotFound):
            read("Åse.txt")
    coded.undo()
    assert (coded.documents.all(), coded.codings.excerpts(), coded.documents.structure("Åse.txt")) == before
    assert coded.check() == ()


def test_a_new_name_must_be_a_free_one(project: Project) -> None:
    project.documents.add("a.txt", b"Tekst.")
    project.documents.add("b.txt", b"Tekst to.")
    for name, error in (("B.txt", Duplicate), (" \t", Refused)):
        with pytest.raises(error):
            project.documents.rename("a.txt", name)
    assert project.documents.rename("a.txt", "A.txt").name == "A.txt", "its own name in other letters is free"
    assert names(project) == ["A.txt", "b.txt"]


def test_the_language_can_be_set_and_sentences_are_found_anew(project: Project) -> None:
    text = "Vi var ca. ti stykker. Dr. Berg kom. Så gikk vi."
    project.documents.add("a.txt", text.encode(), language="en")
    english = project.documents.segments("sentence", "a.txt")
    assert project.documents.set_language("a.txt", "nb").language == "nb"
    norwegian = project.documents.segments("sentence", "a.txt")
    assert [each.text for each in norwegian] == ["Vi var ca. ti stykker.", "Dr. Berg kom.", "Så gikk vi."]
    project.undo()
    assert project.documents.segments("sentence", "a.txt") == english
    with pytest.raises(QualcodeError, match="not a language"):
        project.documents.set_language("a.txt", "sv")  # type: ignore[arg-type]


def test_segments_are_words_of_the_text_at_their_positions(coded: Project) -> None:
    coded.documents.add("B.txt", b"En linje.\n\nEn til.")
    for unit in ("section", "turn", "paragraph", "sentence"):
        for segment in coded.documents.segments(unit):  # type: ignore[arg-type]
            text = coded.documents.text(segment.document)
            assert text[segment.start : segment.end] == segment.text
    paragraphs = coded.documents.segments("paragraph")
    assert {segment.document for segment in paragraphs} == {"Åse.txt", "B.txt"}
    assert coded.documents.segments("paragraph", "b.TXT") == paragraphs[-2:]


def table(*rows: tuple[object, ...]) -> bytes:
    return "\n".join(";".join(map(str, row)) for row in rows).encode()


def workbook(*rows: tuple[object, ...]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


ROWS = (
    ("Dokument", "Rolle", "Alder"),
    ("Åse.txt", "Tidgiver", 52),
    ("Bo", "Deltaker", 31),
    ("Ukjent.txt", "x", 1),
)


@pytest.mark.parametrize(("name", "make"), [("t.csv", table), ("t.xlsx", workbook)])
def test_attributes_come_from_a_table_and_unknown_documents_are_told(
    project: Project, name: str, make: object
) -> None:
    project.documents.add("Åse.txt", b"Hei.")
    project.documents.add("Bo.txt", b"Hei igjen.")
    told = project.documents.import_attributes(name, make(*ROWS))  # type: ignore[operator]
    assert [each.attributes for each in project.documents.all()] == [
        {"Alder": "52", "Rolle": "Tidgiver"},
        {"Alder": "31", "Rolle": "Deltaker"},
    ]
    ((template, values),) = told
    assert template.format(**values) == "Row 4: the project has no document called “Ukjent.txt”."
    assert len(project.journal.all()) == 3
    project.undo()
    assert project.documents.attribute_names() == ()


def test_a_table_that_names_no_document_is_an_error_and_changes_nothing(project: Project) -> None:
    project.documents.add("Åse.txt", b"Hei.")
    with pytest.raises(NotFound, match=r"for instance “Åse\.txt”"):
        project.documents.import_attributes("t.csv", table(("document", "rolle"), ("Kari.txt", "x")))
    assert project.revision == 1


def test_a_short_name_that_fits_two_documents_fits_none(project: Project) -> None:
    for name in ("Åse.txt", "Åse.md", "Bo.txt"):
        project.documents.add(name, f"# {name}".encode())
    told = project.documents.import_attributes(
        "t.csv", table(("document", "rolle"), ("Åse", "x"), ("Åse.md", "y"), ("Bo", "z"))
    )
    assert [values["name"] for _, values in told] == ["Åse"]
    assert project.documents.get("Åse.md").attributes == {"rolle": "y"}


@pytest.mark.parametrize("name", ["code", "Coder", "DOCUMENT", "speaker", "memo", " ", ""])
def test_names_that_filters_use_are_no_attributes(project: Project, name: str) -> None:
    project.documents.add("a.txt", b"Hei.")
    with pytest.raises(Refused, match="cannot be called"):
        project.documents.set_attributes("a.txt", {"rolle": "x", name: "y"})
    assert project.documents.get("a.txt").attributes == {}


def test_an_attribute_has_one_spelling_and_an_empty_value_takes_it_away(project: Project) -> None:
    for name in ("a.txt", "b.txt"):
        project.documents.add(name, b"Hei.")
    project.documents.set_attributes("a.txt", {"Rolle": "x", "rolle": "y"})
    assert project.documents.get("a.txt").attributes == {"Rolle": "y"}
    project.documents.set_attributes("b.txt", {"ROLLE": " z ", "Alder": "5"})
    assert project.documents.get("b.txt").attributes == {"Alder": "5", "Rolle": "z"}
    project.documents.set_attributes("b.txt", {"rolle": " "})
    assert project.documents.get("b.txt").attributes == {"Alder": "5"}
    revision = project.revision
    project.documents.set_attributes("b.txt", {"alder": "5", "rolle": ""})
    assert project.revision == revision


def test_attributes_and_coders_are_listed_in_norwegian_order(project: Project) -> None:
    ordered = ("alder", "Bosted", "zone", "ærend", "Øre", "århundre")
    project.documents.add("a.txt", b"Hei.")
    project.documents.set_attributes("a.txt", dict.fromkeys(reversed(ordered), "x"))
    assert project.documents.attribute_names() == ordered
    assert tuple(project.documents.get("a.txt").attributes) == ordered
    for name in ("Åse", "Øystein", "Ærlend"):
        assert project.as_coder(name).coder.name == name
    assert [coder.name for coder in project.coders.all()] == ["Nina", "Ærlend", "Øystein", "Åse"]
