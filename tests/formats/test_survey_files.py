"""Survey answers as documents: one respondent a row, open answers as text, closed ones as attributes."""

import pytest
from fuzzing import spoilt
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import workbook

from qualcode.errors import BadFile, QualcodeError
from qualcode.formats import read_survey, survey_columns
from qualcode.model.bundle import SurveyCase

OPEN = ("Hva betyr håp?", "Noe mer?")
TABLE = (
    "Løpenummer;By;Hva betyr håp?;Noe mer?\r\n"
    "7;Oslo;At noen tror på meg 🙂;\r\n"
    '9;;"To\r\nlinjer";Nei\r\n'
    "12;Tromsø;;\r\n"
).encode()


def survey(data: bytes | str, *questions: str, name: str = "a.csv") -> tuple[SurveyCase, ...]:
    return read_survey(name, data.encode() if isinstance(data, str) else data, questions)


def test_a_row_is_a_case_with_answers_under_their_questions() -> None:
    first, second, third = survey(TABLE, *OPEN)
    assert (first.name, first.attributes, first.row) == ("7", {"By": "Oslo"}, 2)
    assert first.text == "Hva betyr håp?\nAt noen tror på meg 🙂"
    assert second.text == "Hva betyr håp?\nTo\nlinjer\n\nNoe mer?\nNei"
    assert [second.text[h.start : h.end] for h in second.headings] == list(OPEN)
    assert (second.attributes, {h.level for h in second.headings}) == ({}, {1})
    assert (third.name, third.text, third.headings) == ("12", "", ())


def test_the_caller_decides_the_order_of_questions() -> None:
    assert survey(TABLE, *reversed(OPEN))[1].text.startswith("Noe mer?\nNei")


def test_a_workbook_gives_the_same() -> None:
    rows = [line.split(";") for line in ["ID;By;Håp", "A1;Oslo;ja", "A2;Bø;nei"]]
    cases = survey(workbook(*rows), "håp", name="a.xlsx")
    assert [(case.name, case.text, dict(case.attributes)) for case in cases] == [
        ("A1", "Håp\nja", {"By": "Oslo"}),
        ("A2", "Håp\nnei", {"By": "Bø"}),
    ]


def test_letters_in_two_parts_are_composed_everywhere() -> None:
    [case] = survey("id,A\u030ar,Ha\u030ap\nA\u030ase,sa\u030a,sta\u030ar\n", "Håp")
    assert (case.name, dict(case.attributes), case.text) == ("Åse", {"År": "så"}, "Håp\nstår")


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("By,Svar\nOslo,a\nOslo,b\n", ["2", "3"]),
        ("id,Svar\n1,a\n1,b\n", ["2", "3"]),
        ("id,Svar\n1,a\n,b\n", ["2", "3"]),
        ("nr,respondent_id,Svar\n1,x,a\n1,y,b\n", ["x", "y"]),
        ("\nSvar,By\na,\n\nb,\n", ["3", "5"]),
    ],
)
def test_without_ids_that_tell_all_apart_the_row_names_the_case(table: str, names: list[str]) -> None:
    assert [case.name for case in survey(table, "Svar")] == names


def test_an_id_that_does_not_tell_apart_stays_an_attribute() -> None:
    assert survey("id,Svar\n1,a\n1,b\n", "Svar")[0].attributes == {"id": "1"}


def test_a_question_that_no_column_is_called_is_named_with_the_columns() -> None:
    with pytest.raises(BadFile, match=r"“Hvorfor\?”.*Løpenummer, By"):
        survey(TABLE, "Hvorfor?")


@pytest.mark.parametrize("table", ["", "id,id\n1,2\n", "id,Svar\n1\n", "id,Svar\n1,2,3\n", 'id,Svar\n1,"x\n'])
def test_a_table_that_slipped_is_refused(table: str) -> None:
    with pytest.raises(BadFile):
        survey(table, *(["Svar"] if "Svar" in table else []))


def test_other_endings_are_refused() -> None:
    with pytest.raises(BadFile, match=r"\.csv"):
        survey(TABLE, name="a.txt")


@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_tables_do_no_harm(seed: int) -> None:
    try:
        cases = survey(spoilt(TABLE, seed, (b";", b'"', b"\n", b"\x00", b"\xff", b"=", b"id")), "By")
    except QualcodeError as error:
        assert str(error)
    else:
        assert all(case.name for case in cases)


FORMS = (
    "Starttid;ID;Alder;Hvor fornøyd er du?;Hva hjalp deg?;Tilbud du har brukt;Andre kommentarer\r\n"
    '2024-05-03 10:22;1;34;Helt enig;At noen ringte da jeg ikke orket mer;"Kurs; Turgruppe";nei\r\n'
    '2024-05-03 10:40;2;51;Helt enig;Vet ikke;"Kurs";nei\r\n'
    "2024-05-04 09:10;3;29;Litt uenig;Turgruppa på tirsdager og kaffen etterpå;Turgruppe;\r\n"
    '2024-05-04 11:00;4;40;Helt enig;Å få være med og bestemme selv;"Kurs; Turgruppe";Fint at dere spør oss om dette nå\r\n'
)


def proposed(data: str) -> list[str]:
    return [column.question for column in survey_columns("a.csv", data.encode()) if column.open]


def test_questions_with_answers_in_sentences_are_proposed_as_open() -> None:
    assert proposed(FORMS) == ["Hva hjalp deg?", "Andre kommentarer"]


def test_columns_say_what_they_hold() -> None:
    columns = {column.question: column for column in survey_columns("a.csv", FORMS.encode())}
    helped = columns["Hva hjalp deg?"]
    assert (helped.filled, helped.distinct) == (4, 4)
    assert helped.example == "At noen ringte da jeg ikke orket mer"
    assert (columns["Andre kommentarer"].filled, columns["Andre kommentarer"].distinct) == (3, 2)
    assert columns["Alder"].mean == 2
    assert [name for name, column in columns.items() if column.id] == ["ID"]


@pytest.mark.parametrize(
    "answers",
    [
        ["34", "51", "29"],
        ["2024-05-03 10:22", "2024-05-03 10:40"],
        ["Helt enig i dette utsagnet"] * 9 + ["Helt uenig i dette utsagnet"],
        ["Kari Nordmann", "Ola Hansen", "Per Ås"],
        ["", "", ""],
        ["kurs i matlaging; tur; sang i kor"] * 3 + ["tur; kurs i matlaging", "sang i kor; tur", "tur"],
    ],
)
def test_numbers_times_names_and_ticked_boxes_are_not_proposed(answers: list[str]) -> None:
    assert proposed("Svar,x\n" + "".join(f'"{answer}",\n' for answer in answers)) == []


def test_long_answers_are_open_even_where_many_say_the_same() -> None:
    long = "Jeg vil helst ikke svare på dette spørsmålet fordi det er for nært."
    assert proposed("Svar,x\n" + f"{long},\n" * 9 + f"{long} Nei.,\nKort.,\n") == ["Svar"]


def test_an_example_is_cut_where_it_is_long() -> None:
    [column] = survey_columns("a.csv", ("Svar\n" + "ord " * 100).encode())
    assert len(column.example) <= 122
    assert column.example.endswith(" …")


def test_a_workbook_without_rows_has_columns_without_answers() -> None:
    columns = survey_columns("a.xlsx", workbook(["ID", "Svar"]))
    assert [(column.filled, column.open) for column in columns] == [(0, False), (0, False)]
