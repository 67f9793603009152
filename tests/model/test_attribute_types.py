"""What an attribute of a type takes, and how it is kept."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.attributes import NORWEGIAN, STANDARD, kept
from qualcode.model.values import AttributeType

NUMBER, DATE = AttributeType("alder", "number"), AttributeType("dato", "date")
CHOICE = AttributeType("rolle", "choice", ("Tidgiver", "Deltaker"))


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("12", "12"),
        (" 3,50 ", "3.5"),
        ("3.5", "3.5"),
        ("-0,0", "0"),
        ("+007", "7"),
        ("−4", "-4"),
        ("12 000", "12000"),
        ("1\u00a0234,50", "1234.5"),
        ("", ""),
        ("tolv", None),
        ("1.2.3", None),
        ("12 0", None),
        ("1e5", None),
        ("٣", None),
        ("3,", None),
    ],
)
def test_numbers_with_comma_or_point_are_kept_with_a_point(value: str, stored: str | None) -> None:
    assert kept(NUMBER, value) == stored


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20))
def test_equal_numbers_are_kept_as_equal_texts(number: Decimal) -> None:
    stored = kept(NUMBER, f"{number:f}".replace(".", ","))
    assert stored is not None and Decimal(stored) == number
    assert kept(NUMBER, f"{number:f}0") == stored == kept(NUMBER, stored)


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("2024-05-03", "2024-05-03"),
        ("3.5.2024", "2024-05-03"),
        ("03.05.2024", "2024-05-03"),
        ("3. 5. 2024", "2024-05-03"),
        ("2024-5-3", "2024-05-03"),
        ("29.2.2023", None),
        ("2024", None),
        ("5/3/2024", None),
        ("3.5.24", None),
        ("0000-01-01", None),
        ("", ""),
    ],
)
def test_dates_are_kept_as_iso(value: str, stored: str | None) -> None:
    assert kept(DATE, value) == stored


def test_a_choice_is_kept_as_it_is_spelled() -> None:
    assert [kept(CHOICE, value) for value in ("tidgiver", " DELTAKER ", "leder", "")] == [
        "Tidgiver",
        "Deltaker",
        None,
        "",
    ]


def test_the_standard_choices_are_known_in_norwegian_too() -> None:
    record, consent, approval = STANDARD
    assert (kept(record, "Notater"), kept(consent, "ikke nødvendig")) == ("notes", "not needed")
    assert (kept(consent, "Withdrawn"), kept(consent, "kanskje")) == ("withdrawn", None)
    assert kept(approval, "REK 2024/17") == "REK 2024/17"
    for of in (record, consent):
        assert sorted(NORWEGIAN[of.name].values()) == sorted(of.choices)
