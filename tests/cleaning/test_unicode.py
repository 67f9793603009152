"""Signs without width go, letters encoded twice are put right; what a typesetter meant stays."""

import pytest

from qualcode.cleaning import propose
from qualcode.model.cleaning import cleaned


@pytest.mark.parametrize("sign", ["\u200b", "\ufeff", "\u2060", "\u200b\u200b"])
def test_a_sign_without_width_is_taken_out_of_a_word(sign: str) -> None:
    read = f"Hun var inn{sign}lagt."
    assert cleaned(read, propose(read, language="nb")).text == "Hun var innlagt."


@pytest.mark.parametrize(
    "read",
    [
        "5\u00a0000 kroner og 3\u202f000 til",
        "opp\u00adtrappings\u00adplan",
        "p\u00e5\u030a vei ut",
        "👩\u200d👧 sa hun",
        "\u200eDavid\u200f",
    ],
)
def test_hard_spaces_soft_hyphens_double_marks_and_joiners_stay(read: str) -> None:
    assert propose(read, language="nb").edits == ()


@pytest.mark.parametrize("wrong", ["cp1252", "latin-1"])
@pytest.mark.parametrize("words", ["blåbær på øya", "«Å nei» – Ødegård", "ÆRLIG …"])
def test_letters_that_were_encoded_twice_are_put_right(words: str, wrong: str) -> None:
    try:
        read = words.encode().decode(wrong)
    except UnicodeDecodeError:
        pytest.skip("this encoding cannot have spoilt these words")
    assert cleaned(read, propose(read, language="nb")).text == words


def test_one_letter_that_was_encoded_twice_can_be_taken_back() -> None:
    proposals = propose("Ã¥ og Ã¸", language="nb")
    first = min(proposals.edits)
    assert cleaned("Ã¥ og Ã¸", proposals.without({first.group})).text == "Ã¥ og ø"


@pytest.mark.parametrize("read", ["São Paulo", "CAFÉ", "Ångström på Ærø", "Málaga", "naïve"])
def test_letters_of_other_languages_stay(read: str) -> None:
    assert propose(read, language="nb").edits == ()
