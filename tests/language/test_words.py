"""What counts as a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language import count_words, word_spans


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Jeg var der.", ["Jeg", "var", "der"]),
        ("recovery-orientert rus- og bolig", ["recovery-orientert", "rus", "og", "bolig"]),
        ("don't – it’s", ["don't", "it’s"]),
        ("«Hans' bil»", ["Hans", "bil"]),
        ("pa\u030a ma\u030aten", ["pa\u030a", "ma\u030aten"]),
        ("rus\u00admiddel", ["rus\u00admiddel"]),
        ("R1 og en 100-åring i 2019", ["R1", "og", "en", "100-åring", "i"]),
        ("(..) … 12.30 --- 😀", []),
        ("SPEAKER_00", ["SPEAKER"]),
        ("नमस्ते दुनिया", ["नमस्ते", "दुनिया"]),
        ("", []),
    ],
)
def test_a_word_is_letters_with_what_joins_them(text: str, words: list[str]) -> None:
    assert [span.of(text) for span in word_spans(text)] == words
    assert count_words(text) == len(words)


@given(st.text())
def test_words_are_in_order_and_hold_every_letter_once(text: str) -> None:
    spans = word_spans(text)
    held = [position for span in spans for position in range(span.start, span.end)]
    assert held == sorted(set(held))
    assert {i for i, character in enumerate(text) if character.isalpha()} <= set(held)
    assert count_words(text) == len(spans)
