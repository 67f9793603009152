"""OCR repair: Norwegian text that lost its æ, ø and å gets them back, and nothing else is touched."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ocr_passages import PASSAGES, damaged
from ocr_truth import NUMBERS, SCAN, SIGNS, WORDS

from qualcode.cleaning import Change, Draft
from qualcode.cleaning.ocr import WEAK, OcrRepair
from qualcode.language.frequency import word_frequencies
from qualcode.model.cleaning import cleaned

AROUND = "Vi var pa vei na, og det var ogsa fint a vaere der nar alle ma bidra. De stgtter oss. "
"""Enough damage for the rule to wake up."""


def look(text: str) -> tuple[Change, ...]:
    return OcrRepair().look(text, language="nb", format="txt").changes


def accepted(text: str) -> dict[int, tuple[str, str]]:
    """Where each change that is accepted by default begins: what it replaces, and by what."""
    changes = (change for change in look(text) if change.confidence >= 0.5)
    return {change.start: (text[change.start : change.end], change.after) for change in changes}


def repaired(sentence: str) -> str:
    """What becomes of a sentence in damaged surroundings."""
    read = f"{AROUND}{AROUND}\n\n{sentence}\n\n{AROUND}"
    draft = Draft(read, "nb", "txt")
    draft.pass_through(OcrRepair())
    rejected = {edit.group for edit in draft.cleaning.edits if edit.confidence < 0.5}
    return cleaned(read, draft.cleaning.without(rejected)).text.split("\n\n")[1]


@pytest.mark.parametrize("name", PASSAGES)
@pytest.mark.parametrize("seed", range(6))
def test_damaged_passages_get_their_letters_back(name: str, seed: int) -> None:
    text, damage = damaged(PASSAGES[name], seed)
    done = accepted(text)
    right = [at for at in damage if done.get(at) == damage[at]]
    marks = [at for at in damage if damage[at][1] in "åÅ"]
    assert len(right) >= 0.92 * len(damage)
    assert len(set(marks) - set(right)) <= 1
    assert len(set(done) - set(damage)) <= 1


def test_a_text_that_kept_some_of_its_letters_gets_the_others_back() -> None:
    whole = "\n\n".join(PASSAGES.values())
    for seed in range(5):
        text, damage = damaged(whole, seed, share=0.6)
        done = accepted(text)
        assert sum(done.get(at) == damage[at] for at in damage) >= 0.85 * len(damage)
        assert len(set(done) - set(damage)) <= 2


def test_only_the_damaged_pages_of_a_document_are_repaired() -> None:
    sound = (PASSAGES["report"] + PASSAGES["letter"]) * 2
    text, damage = damaged(PASSAGES["interview"], 1)
    whole = f"{sound}\n\n{text * 2}\n\n{sound}"
    start = len(sound) + 2
    changes = look(whole)
    assert len(changes) > len(damage)
    assert all(start <= change.start < change.end <= start + 2 * len(text) for change in changes)


@pytest.mark.parametrize("name", PASSAGES)
def test_sound_text_is_left_alone_and_the_word_list_is_not_even_read(name: str) -> None:
    word_frequencies.cache_clear()
    assert look(PASSAGES[name] * 3) == ()
    assert word_frequencies.cache_info().currsize == 0


@pytest.mark.parametrize("language", ["nn", "en"])
def test_only_bokmal_is_repaired(language: str) -> None:
    text, _ = damaged(PASSAGES["report"], 1)
    assert OcrRepair().look(text, language=language, format="txt").changes == ()  # type: ignore[arg-type]


def test_a_text_typed_without_norwegian_letters_is_no_damaged_scan() -> None:
    typed = PASSAGES["interview"].replace("å", "aa").replace("ø", "oe").replace("æ", "ae").replace("Å", "Aa")
    assert look(typed.replace("vaer", "vær")) == ()


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Hensikten er 3 styrke laget.", "Hensikten er å styrke laget."),
        ("De klarte G finne veien.", "De klarte å finne veien."),
        ("Det er mulig & ikke delta.", "Det er mulig å ikke delta."),
        ("Hun kom for 8 ha noen timer alene.", "Hun kom for å ha noen timer alene."),
        ("A bygge tillit tar tid.", "Å bygge tillit tar tid."),
        ("EN MATE A LEVE PA", "EN MATE Å LEVE PA"),
        ("De ble bedt om a\ngjgre det selv.", "De ble bedt om å\ngjøre det selv."),
        ("| dag er det mandag.", "I dag er det mandag."),
        ("|vareta balansen i gruppa.", "Ivareta balansen i gruppa."),
    ],
)
def test_lone_signs_are_words_where_words_are_missing(seen: str, printed: str) -> None:
    assert repaired(seen) == printed


@pytest.mark.parametrize(
    "sentence",
    [
        "Kapittel 3 handler om dette.",
        "Det kostet kr 3 i alt.",
        "Se side 8 finne og lese.",
        "Gruppe a kunne velge.",
        "| a | b |",
        "Johnson & Johnson selger plaster.",
        "Avdeling G. Deretter H.",
        "Skriv til ba.ra@gar.no eller se www.pasta.no/pa/na i dag.",
        "MAL og FAR er forkortelser.",
        "P3 og S3 og 3D og 0g.",
        "The case of a large house and the far side of that land.",
        "Dr. Hansen kommer.",
    ],
)
def test_numbers_addresses_acronyms_and_english_stay(sentence: str) -> None:
    assert repaired(sentence) == sentence


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("Det gikk ikke sa langt.", "Det gikk ikke så langt."),
        ("Hun sa at det gikk.", "Hun sa at det gikk."),
        ("Ja, sa hun.", "Ja, sa hun."),
        ("Brukerne far hjelp.", "Brukerne får hjelp."),
        ("Min far hadde en hund.", "Min far hadde en hund."),
        ("Av var erfaring er det nok.", "Av vår erfaring er det nok."),
        ("Det var nok.", "Det var nok."),
        ("De kan ga hjem.", "De kan gå hjem."),
        ("Han ga meg en bok.", "Han ga meg en bok."),
        ("Tre ganger per dr.", "Tre ganger per år."),
        ("Dagen for konferansen kom hun.", "Dagen før konferansen kom hun."),
        ("Dette er for deg.", "Dette er for deg."),
        ("Bla Kors gjelder mange.", "Blå Kors gjelder mange."),
        ("Der var blant annet bla. to.", "Der var blant annet bla. to."),
    ],
)
def test_the_neighbours_decide_between_two_real_words(seen: str, printed: str) -> None:
    assert repaired(seen) == printed


@pytest.mark.parametrize(
    ("seen", "printed"),
    [
        ("oppfelgingssamtale", "oppfølgingssamtale"),
        ("stgtteprogrammer", "støtteprogrammer"),
        ("giennomfgring", "gjennomføring"),
        ("forskningsspgrsmal", "forskningsspørsmål"),
        ("aktgrmodellen", "aktørmodellen"),
        ("jubileumsar", "jubileumsår"),
        ("oppf@lgingen", "oppfølgingen"),
        ("gjerne", "gjerne"),
        ("konferansedeltakelse", "konferansedeltakelse"),
    ],
)
def test_compounds_are_read_part_by_part(seen: str, printed: str) -> None:
    assert repaired(f"Dette er en {seen} til.") == f"Dette er en {printed} til."


@pytest.mark.parametrize("sentence", ["Afinne en mening i livet", "Kommunen og @st AS er med."])
def test_glued_words_and_names_wait_for_a_person(sentence: str) -> None:
    assert repaired(sentence) == sentence
    weak = [change for change in look(f"{AROUND}{AROUND}\n\n{sentence}") if change.confidence < 0.5]
    assert [change.confidence for change in weak] == [WEAK]


@pytest.mark.parametrize("name", ["Klingemann", "Abdikarim", "Gdansk", "Larsen"])
def test_names_nobody_knows_stay(name: str) -> None:
    assert repaired(f"Vi traff {name} i gar.") == f"Vi traff {name} i går."


noise = st.lists(
    st.sampled_from(["pa", "vaere", "nar", "|", "a", "3", "@g", "æ", "A", "G", "\n\n", "ag" * 40, "å", "."])
)


@given(st.lists(st.one_of(st.text(max_size=20), noise.map(" ".join)), max_size=12).map(" ".join))
def test_whatever_a_text_holds_each_proposal_can_be_taken_back(text: str) -> None:
    read = f"{AROUND}{text} {AROUND}"
    draft = Draft(read, "nb", "txt")
    draft.pass_through(OcrRepair())
    groups = {edit.group for edit in draft.cleaning.edits}
    assert len(groups) == len(draft.cleaning.edits)
    assert cleaned(read, draft.cleaning.without(groups)).text == read
    assert cleaned(read, draft.cleaning).text == draft.text


@pytest.mark.seeds
@pytest.mark.parametrize("number", ["001", "002", "003", "004"])
def test_nothing_is_proposed_for_real_sound_documents(seeds: Path, number: str) -> None:
    (path,) = seeds.glob(f"{number}_*.txt")
    assert look(path.read_text(encoding="utf-8")) == ()


@pytest.mark.seeds
def test_a_real_scan_gets_its_letters_back(seeds: Path) -> None:
    text = (seeds / SCAN).read_text(encoding="utf-8")
    marks, words = _truth(text)
    done = accepted(text)
    found = [at for at in words if done.get(at) == words[at]]
    assert len(words) == 235
    assert len(marks) == 47
    assert len(found) >= 0.97 * len(words)
    assert sum(done.get(at) == marks[at] for at in marks) >= 46
    spurious = [at for at in done if at not in words and at not in marks and "|" not in done[at][0]]
    assert len(spurious) <= 2


@pytest.mark.seeds
@pytest.mark.parametrize(("number", "share"), [("001", 0.95), ("002", 0.94), ("003", 0.89), ("004", 0.94)])
def test_real_sound_documents_come_back_after_damage(seeds: Path, number: str, share: float) -> None:
    (path,) = seeds.glob(f"{number}_*.txt")
    text, damage = damaged(path.read_text(encoding="utf-8"), 7)
    done = accepted(text)
    assert sum(done.get(at) == damage[at] for at in damage) >= share * len(damage)
    assert sum(at not in damage for at in done) <= len(text.split()) / 2000


def _truth(text: str) -> tuple[dict[int, tuple[str, str]], dict[int, tuple[str, str]]]:
    """Where the words «å» and the damaged words of the scan stand: as seen and as printed."""
    marks, words = {}, {}
    previous = ""
    for match in re.finditer(r"[\w@&|]+", text):
        seen = match.group()
        if seen in WORDS:
            words[match.start()] = seen, WORDS[seen]
        elif seen in SIGNS and (seen, previous) not in NUMBERS:
            marks[match.start()] = seen, "Å" if seen == "A" else "å"
        previous = seen
    return marks, words
