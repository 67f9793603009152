"""A hyphen at a break is dropped, kept, or no business of ours; inside a line it takes proof."""

import pytest

from qualcode.cleaning import Draft
from qualcode.cleaning.hyphens import Hyphens, keeps_hyphen
from qualcode.cleaning.vocabulary import Vocabulary
from qualcode.model.cleaning import cleaned


def clean(read: str) -> str:
    draft = Draft(read, "nb", "txt")
    draft.pass_through(Hyphens())
    return cleaned(read, draft.cleaning).text


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("personer til-\nknyttet huset", "personer tilknyttet huset"),
        ("personer til-\n\nknyttet huset", "personer tilknyttet huset"),
        ("sjelden en-\n\n\n\ntil-en samvær", "sjelden en-til-en samvær"),
        ("leder, HR-\nansvarlig og", "leder, HR-ansvarlig og"),
        ("covid-19-\npandemien", "covid-19-pandemien"),
        ("Steg-konferansen. Steg-\nkonferansen", "Steg-konferansen. Steg-konferansen"),
        ("se https://a.no/bedre-\n\nliv-for-alle nå", "se https://a.no/bedre-liv-for-alle nå"),
        ("opp\u00ad\ntrapping", "opptrapping"),
    ],
)
def test_a_word_broken_at_the_end_of_a_line_is_whole_again(read: str, text: str) -> None:
    assert clean(read) == text


@pytest.mark.parametrize(
    "read",
    [
        "innen rus-\nog psykisk helse",
        "behandlings-\neller rusfeltet",
        "jeg ville ha-\n\nMen så gikk det",
        "jeg skulle akkurat til å -\nnei, vent",
        "Sør-\nVaranger",
        "en\ttabell-\nrad",
        "vi var på glurkjops-\n\nblimfest da",
        "(2013-\n2017)",
    ],
)
def test_other_hyphens_at_breaks_stay(read: str) -> None:
    assert clean(read) == read


def test_what_the_text_writes_elsewhere_decides() -> None:
    assert keeps_hyphen("små", "jobb", Vocabulary("små-jobb og små-jobb")) == (True, 0.95)
    assert keeps_hyphen("blim", "flurk", Vocabulary("en blimflurk")) == (False, 0.95)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        ("Tidgivere og tidgivere er tidgi-vere.", "Tidgivere og tidgivere er tidgivere."),
        ("avdelinger, avdelinger, avde-linger", "avdelinger, avdelinger, avdelinger"),
    ],
)
def test_a_word_broken_inside_a_line_is_mended_when_the_text_has_it_whole(read: str, text: str) -> None:
    assert clean(read) == text


@pytest.mark.parametrize(
    "read",
    [
        "Tidgi-vere en gang.",
        "recovery-orientert og recoveryorientert og recoveryorientert",
        "et A4-liv og A4-liv, A4liv A4liv",
        "glipp-soner, glippsoner, glippsoner, glippsoner",
        "rus- og avhengighet, rusog rusog",
        "www.tid-givere.no tidgivere tidgivere tidgivere",
        "Nord-Norge, nordnorge, nordnorge, nordnorge",
    ],
)
def test_hyphens_between_two_words_and_those_without_proof_stay(read: str) -> None:
    assert clean(read) == read


def test_in_a_text_full_of_remains_one_more_between_two_words_is_mended() -> None:
    proof = "avde-linger tidgi-vere støt-teperson " + "avdelinger tidgivere støtteperson " * 3
    assert clean(f"{proof}vektlagt vektlagt vekt-lagt").endswith("vektlagt")
    assert clean("vektlagt vektlagt vekt-lagt").endswith("vekt-lagt")
