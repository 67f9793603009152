"""Languages are told apart by small words; spaCy is not loaded for it."""

import subprocess
import sys

import pytest

from qualcode.language import guess_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Jeg vet ikke hva hun mener med det.", "nb"),
        ("Eg veit ikkje kva ho meiner med det.", "nn"),
        ("I do not know what she means by that.", "en"),
        ("Ja, det kan ein seie, men dei fleire var frå byen.", "nn"),
        ("Hei.", "nb"),
        ("", "nb"),
        ("123 !!", "nb"),
        ("Hun sa «I don't know», men jeg forsto ikke hvorfor hun ikke ble med.", "nb"),
        ("ikke ikkje", "nb"),
        ("JEG VET IKKE HVORDAN", "nb"),
        ("Dei som bur her har ikkje mykje, men dei har kvarandre.", "nn"),
        ("We met at the house and they were kind to us.", "en"),
    ],
)
def test_small_words_tell_the_language(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_the_language_room_can_be_used_without_waiting_for_spacy() -> None:
    code = "import sys, qualcode.language; sys.exit('spacy' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
