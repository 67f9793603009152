"""Journal rows as sentences, in the reader's language."""

from datetime import UTC, datetime

import pytest

from qualcode.errors import NotFound, Refused
from qualcode.model.values import Entry

NORWEGIAN = {
    "Made it": "Laget den",
    "Coded {document}": "Kodet {document}",
    "": "Language: nb\nContent-Type: text/plain",
}


def norwegian(text: str) -> str:
    """A catalogue, whose empty key holds its own head, as gettext has it."""
    return NORWEGIAN.get(text, text)


@pytest.mark.parametrize(
    ("what", "details", "told"),
    [
        ("Made it", {}, "Laget den"),
        ("Coded {document}", {"document": "{a}.txt"}, "Kodet {a}.txt"),
        ("My {own} words", {}, "My {own} words"),
        ("", {}, ""),
    ],
)
def test_an_entry_is_told_in_the_readers_language(what: str, details: dict[str, str], told: str) -> None:
    entry = Entry(1, "verb", "Nina", datetime.now(UTC), what, details=details)
    assert entry.in_words(norwegian) == told


def test_an_error_is_translated_with_the_errors_it_holds() -> None:
    inner = NotFound("No {what}", what="{x}")
    outer = Refused("Row {row}: {error}", row=3, error=inner)
    assert str(outer) == "Row 3: No {x}"
    words = {"Row {row}: {error}": "Rad {row}: {error}", "No {what}": "Ingen {what}"}
    assert outer.in_words(lambda text: words[text]) == "Rad 3: Ingen {x}"
