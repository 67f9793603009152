"""Sentence ends: the gold list, blocks, speed on odd texts, and spaCy's abbreviations."""

import pytest
import spacy
from gold_sentences import EN, NB, NN
from hypothesis import given
from hypothesis import strategies as st

from qualcode.language import sentence_spans
from qualcode.language.abbreviations import abbreviations
from qualcode.model.spans import Span
from qualcode.model.values import Language

GOLD: list[tuple[Language, str]] = [
    (language, line)
    for language, block in (("nb", NB), ("nn", NN), ("en", EN))
    for line in block.strip().splitlines()
]
"""(language, text with `|` where a sentence ends and the next begins)"""


def sentences(text: str, language: Language = "nb") -> list[str]:
    return [span.of(text) for span in sentence_spans(text, [Span(0, len(text))], language)]


@pytest.mark.parametrize(("language", "marked"), GOLD)
def test_a_sentence_ends_where_a_reader_ends_it(language: Language, marked: str) -> None:
    assert sentences(marked.replace("|", " "), language) == marked.split("|")


def test_the_gold_list_is_large_enough_to_mean_something() -> None:
    assert len(GOLD) >= 120


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Det er ferdig.Nå går vi.", ["Det er ferdig.", "Nå går vi."]),
        ("Se www.eksempel.Norge for mer.", ["Se www.eksempel.Norge for mer."]),
        ("Ja.  \n\t Nei.", ["Ja.", "Nei."]),
        ("  Bare dette  ", ["Bare dette"]),
        ("Ja. (..)", ["Ja. (..)"]),
        ("...", ["..."]),
        ("Ja.\u00a0Nei.", ["Ja.", "Nei."]),
        (" \n ", []),
    ],
)
def test_white_space_and_signs_belong_to_no_sentence_of_their_own(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_no_sentence_crosses_a_block() -> None:
    text = "uten stopp\nog videre. Slutt"
    blocks = [Span(0, 10), Span(11, len(text))]
    assert [span.of(text) for span in sentence_spans(text, blocks, "nb")] == [
        "uten stopp",
        "og videre.",
        "Slutt",
    ]


def test_a_text_of_nothing_but_pauses_is_split_in_reasonable_time() -> None:
    for piece in ("! ", "… ", ". . ", "a.", "(..) ", '." ', "a… ", ".A ", ".)"):
        text = f"a {piece * 60_000} b"
        assert sentence_spans(text, [Span(0, len(text))], "nb")


speech = st.text(alphabet=" \n\t.!?…()«»\"'-–*[]<>/supb0123aåBÆ\u0301\u00a0\u2028😀", max_size=60) | st.text(
    max_size=60
)


@given(speech, st.sampled_from(["nb", "nn", "en"]), st.lists(st.integers(0, 60), max_size=6, unique=True))
def test_every_character_of_a_block_is_in_exactly_one_sentence(
    text: str, language: Language, marks: list[int]
) -> None:
    ends = sorted(mark for mark in marks if mark <= len(text))
    blocks = [Span(start, end) for start, end in zip(ends[::2], ends[1::2], strict=False)]
    spans = sentence_spans(text, blocks, language)
    held = [position for span in spans for position in range(span.start, span.end)]
    assert held == sorted(set(held))
    inside = {position for block in blocks for position in range(block.start, block.end)}
    assert set(held) <= inside
    assert all(text[position].isspace() for position in inside - set(held))
    assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert all(any(span.within(block) for block in blocks) for span in spans)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_abbreviation_that_spacy_knows_is_sorted_here(language: Language) -> None:
    rules = spacy.blank(language).tokenizer.rules
    words = {rule[:-1] for rule in rules if rule.endswith(".") and rule[0].isalpha() and len(rule) > 2}
    known = abbreviations(language)
    assert {word for word in words if not known.known(word)} == set()


def test_no_abbreviation_is_in_two_classes() -> None:
    for language in ("nb", "en"):
        known = abbreviations(language)
        assert not known.leads & known.may_end
        assert not known.by_figures & (known.leads | known.may_end)
