"""Survey answers, attributes of documents and cases are told apart by their columns."""

import pytest
from office_files import workbook

from qualcode.errors import BadFile
from qualcode.formats import table_kind

DOCUMENTS = ("Intervju 1.docx", "Rapport.txt")


@pytest.mark.parametrize(
    ("table", "kind"),
    [
        ("Respondent;Alder;Hva hjalp?\n1;34;At noen ringte.\n", "survey"),
        ("dokument;kjønn\nIntervju 1.docx;k\nUkjent;m\n", "attributes"),
        ("Dokument;kjønn\nintervju 1;k\n", "attributes"),
        ("sted;filnavn;informant\nOslo;rapport;i1\n", "attributes"),
        ("document,role\nElsewhere.pdf,guest\n", "attributes"),
        ("id;document;Hva hjalp?\n1;ja;Hagen.\n2;nei;Folk.\n", "survey"),
        ("id;fil;Hva hjalp?\n1;;Hagen.\n", "survey"),
        ("case,kind,age\nSara,person,34\n", "cases"),
        ("case;dokument;taler\nSara;Intervju 1;S\n", "cases"),
        ("navn;slag;dokument\nHuset;sted;Rapport\n", "cases"),
        ("case;Hva hjalp?\n1;Hagen.\n", "survey"),
        ("dokument;informant\nRapport;Sara\n", "attributes"),
        ("name,kind,What helped?\nr1,visit,The garden\n", "survey"),
        ("dokument\n", "survey"),
    ],
)
def test_a_table_is_what_its_columns_say(table: str, kind: str) -> None:
    assert table_kind("a.csv", table.encode(), DOCUMENTS) == kind


def test_a_workbook_is_judged_in_the_same_way() -> None:
    rows = ["Dokument", "kjønn"], ["Rapport", "k"]
    assert table_kind("a.xlsx", workbook(*rows), DOCUMENTS) == "attributes"
    assert table_kind("a.xlsx", workbook(*rows), ()) == "survey"


def test_what_is_no_table_is_refused() -> None:
    with pytest.raises(BadFile):
        table_kind("a.csv", b"", ())
    with pytest.raises(BadFile):
        table_kind("a.txt", b"dokument\n", ())
