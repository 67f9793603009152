"""Informants' words in reports: what is proposed, whose it is, and what only looks like them."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.cleaning import propose
from qualcode.model.cleaning import cleaned
from qualcode.model.layers import Emphasis, Quote, Region
from qualcode.model.structure import Structure
from qualcode.model.values import Language
from qualcode.segmenters import propose_quotes, structure_of

STORY = "Jeg satt hjemme hver dag, og det var jo ingen som ringte."
BEFORE = "Mange fortalte om ensomhet i tiden etterpå."
AFTER = "Dette gjelder særlig de yngste."


def found(text: str, language: Language = "nb") -> tuple[Quote, ...]:
    return propose_quotes(text, structure_of(text, language=language, format="docx"), language=language)


def told(text: str, language: Language = "nb") -> list[tuple[str, str]]:
    return [(quote.speaker, text[quote.start : quote.end]) for quote in found(text, language)]


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        (f"«{STORY}»", ""),
        (f"«{STORY}» - «Sara»", "Sara"),
        (f"«{STORY}» – Sara", "Sara"),
        (f"«{STORY}» «Sara»", "Sara"),
        (f"«{STORY}» - «Sara", "Sara"),
        (f"«{STORY}» - «Sara».", "Sara"),
        (f"«{STORY}»- «Sara»)", "Sara"),
        (f"«{STORY} - «Sara»", "Sara"),
        (f"{STORY}» - «Sara»", "Sara"),
        (f"«{STORY}» (Sara)", "Sara"),
        (f"«{STORY}» (Sara, 34 år)", "Sara"),
        (f"«{STORY}» (Informant 3)", "Informant 3"),
        (f"«{STORY}» (Informant 3, kvinne)", "Informant 3"),
        (f"«{STORY}» [IP4]", "IP4"),
        (f"«{STORY}» (kvinne, 45 år)", "kvinne, 45 år"),
        (f"”{STORY}” Lærer 2", "Lærer 2"),
        (f"“{STORY}” (P7)", "P7"),
        (f'"{STORY}" - Sara', "Sara"),
        (f"„{STORY}“ – Sara", "Sara"),
        (f"‘{STORY}’ (R2)", "R2"),
        (f"- «{STORY}» (R2)", "R2"),
        (f"> {STORY} (R2)", "R2"),
        (f"{STORY} (Informant 3)", "Informant 3"),
        (f"Informant 3: {STORY}", "Informant 3"),
        (f"**R2:** {STORY}", "R2"),
        (f"«{STORY}» (Hun ler) - «Sara»", "Sara"),
    ],
)
def test_a_paragraph_is_quoted_to_the_letter_and_without_its_attribution(written: str, speaker: str) -> None:
    assert told(f"{BEFORE}\n\n{written}\n\n{AFTER}") == [(speaker, STORY)]


@pytest.mark.parametrize(
    ("lead", "speaker"),
    [
        ("En av informantene sa det slik:", ""),
        ("En ansatt forteller;", ""),
        ("En av våre informanter sa det slik", ""),
        ("«Sara» forteller om kveldene:", "Sara"),
        ("Sitatet til «Sara» er et eksempel på det:", "Sara"),
        ("«Saras» sitat viser det samme. «Sara» var yngst. «Saras» sitat viser det:", "Sara"),
        ("Som Ola uttrykte det:", "Ola"),
        ("Slik beskriver Kari Nordli det:", "Kari Nordli"),
        ("Informant 4 sier:", "Informant 4"),
        ("«Sara» og «Edel» forteller om det:", ""),
        ("Ansatte forteller om dette:", ""),
        ("Ein av deltakarane seier:", ""),
    ],
)
@pytest.mark.parametrize("mark", ["«»", "  "])
def test_a_sentence_that_announces_words_is_enough(lead: str, speaker: str, mark: str) -> None:
    text = f"{BEFORE}\n\n{lead}\n\n{mark[0].strip()}{STORY}{mark[1].strip()}\n\n{AFTER}"
    assert told(text) == [(speaker, STORY)]
    assert "lead-in" in found(text)[0].evidence


@pytest.mark.parametrize(
    "text",
    [
        "Begrepet «sosial kapital» brukes om nettverk mellom mennesker.",
        "De skulle være «vanlige» mennesker, og ikke «behandlere».",
        "Rapporten «Et liv i bevegelse er et godt liv» er mye sitert.",
        "Prosjektet kalles «Vi går en tur sammen i skogen».",
        "Hansen (2018) skriver at «recovery er en dypt personlig prosess som endrer holdninger» (s. 23).",
        "«Recovery er en dypt personlig prosess som endrer holdninger og mål.» (Anthony, 1993, s. 527)",
        "Helsedirektoratet skriver i veilederen følgende om dette:\n\nVi må ta utgangspunkt i den enkelte. (2014:31)",
        "På nettsidene presenteres tilbudet slik:\n\nVi er en virksomhet med mål om at alle skal få et godt liv.",
        "Informantene nevner tre forhold:\n\nDet første er at vi må ha tid til den enkelte.",
        "Deltakerne sier at de har det bra.\n\nVi har også sett at mange kommer igjen.",
        "Vi fant følgende:\n\n- Flere har fått arbeid\n- Noen har flyttet",
        "Respondentene svarte på spørsmålet «I hvilken grad opplever du at du får den hjelpen du trenger?»",
        "En ansatt sier at de har «Tankevirus» som kurs.",
        "Oslo\tJa, sa han\t12\nBergen\tNei\t14",
        "",
    ],
)
def test_terms_titles_documents_and_literature_are_no_informants_words(text: str) -> None:
    assert told(f"{text}\n\n{AFTER}") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Som Ola sa: «Jeg hadde ikke noe å gå til.» Det er kjent (Hansen, 2018).",
            [("Ola", "Jeg hadde ikke noe å gå til.")],
        ),
        (
            "«Jeg hadde ikke noe å gå til», sier Kari. Hun bor alene.",
            [("Kari", "Jeg hadde ikke noe å gå til")],
        ),
        ("En sier, «jeg har lært at det går bra». Det er mye.", [("", "jeg har lært at det går bra")]),
        (
            "«Det var jo tungt for oss», sa Kari, «men jeg kom meg opp igjen.»",
            [("Kari", "Det var jo tungt for oss"), ("Kari", "men jeg kom meg opp igjen.")],
        ),
    ],
)
def test_words_inside_a_sentence_of_the_report(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(f"{text}\n\n{AFTER}") == expected


def test_two_quotations_in_one_paragraph_are_two() -> None:
    text = f"{BEFORE}\n\n«Vi har ikke tid nok.» - «Vi må jo prioritere hele tiden.» - «Sara»\n\n{AFTER}"
    assert told(text) == [("Sara", "Vi har ikke tid nok."), ("Sara", "Vi må jo prioritere hele tiden.")]


def test_each_may_have_its_own_speaker() -> None:
    text = (
        f"{BEFORE}\n\n«Vi har ikke tid nok.» - «Sara» - «Vi må jo prioritere hele tiden.» - «Edel»\n\n{AFTER}"
    )
    assert told(text) == [("Sara", "Vi har ikke tid nok."), ("Edel", "Vi må jo prioritere hele tiden.")]


def test_marks_inside_stay_inside_even_when_one_is_missing() -> None:
    whole = "Så sa han: «Jeg orker ikke mer av dette», og så gikk han."
    cut = "Så sa han: «Jeg orker ikke mer av dette, og så gikk han."
    for words in (whole, cut):
        assert told(f"{BEFORE}\n\n«{words}» - «Edel»\n\n{AFTER}") == [("Edel", words)]


def test_a_line_of_its_own_may_say_whose_it_is() -> None:
    assert told(f"{BEFORE}\n\n«{STORY}»\n\n«Andrine»\n\n{AFTER}") == [("Andrine", STORY)]


def test_a_quotation_of_several_paragraphs_is_one() -> None:
    text = "As Anna recalled:\n\n“I came here in the autumn.\n\n“Then I met Liv.”\n\nThe staff agreed."
    assert told(text, "en") == [("Anna", "I came here in the autumn.\n\n“Then I met Liv.")]
    text = f"En av dem sa:\n\n{STORY}\n\nSå kom jeg hit. (Informant 2)\n\n{AFTER}"
    assert told(text) == [("Informant 2", f"{STORY}\n\nSå kom jeg hit.")]


def test_an_answer_stands_after_its_question() -> None:
    text = f"{BEFORE}\n\nI: Hvorfor kom du hit?\nKari: Fordi de ser meg.\n\n{AFTER}\n\nMer tekst her, og enda mer."
    assert told(text) == [("Kari", "Fordi de ser meg.")]


def test_english_reports_are_read_too() -> None:
    text = (
        "As one participant put it:\n\n“I just sat there, you know.” (Participant 4, female)\n\n"
        "“We were all beginners,” said Tom. Putnam (2000) calls this “bridging social capital”.\n\n"
        "A manager stated:\n\nI think we forgot about the coffee.\n\nThe next section turns to the staff."
    )
    assert told(text, "en") == [
        ("Participant 4", "I just sat there, you know."),
        ("Tom", "We were all beginners,"),
        ("", "I think we forgot about the coffee."),
    ]


def test_a_paragraph_in_italics_is_quoted_when_somebody_speaks_in_it() -> None:
    text = f"{BEFORE}\n\n{STORY}\n\n{AFTER}"
    start = text.index(STORY)
    for words, expected in ((STORY, 1), (AFTER, 0), (STORY[:20], 0)):
        mark = Emphasis(text.index(words), text.index(words) + len(words), "italic")
        structure = replace(structure_of(text, language="nb", format="docx"), emphasis=(mark,))
        quotes = propose_quotes(text, structure, language="nb")
        assert [quote.start for quote in quotes] == [start] * expected
    assert told(text) == []


def test_more_evidence_is_surer_and_is_told() -> None:
    bare = found(f"{BEFORE}\n\n«{STORY}»\n\n{AFTER}")[0]
    full = found(f"En av dem sa:\n\n«{STORY}» - «Sara»\n\n{AFTER}")[0]
    assert bare.confidence < full.confidence <= 1
    assert bare.evidence[0] == "guillemets"
    assert {"attribution", "lead-in", "own paragraph", "first person", "oral form"} < set(full.evidence)


def test_a_chapter_on_theory_counts_against() -> None:
    parts = [found(f"1 {title}\n\n{BEFORE}\n\n«{STORY}»\n", "nb") for title in ("Funn", "Metode")]
    text = f"# Metode\n\n{BEFORE}\n\n«{STORY}»"
    inside = propose_quotes(text, structure_of(text, language="nb"), language="nb")
    assert "theory section" in inside[0].evidence
    assert inside[0].confidence < parts[0][0].confidence


def test_a_transcript_has_no_quotations() -> None:
    text = f"I: Hva sa hun?\nR: «{STORY}» (Informant 3)\nI: Og så?\nR: «{STORY}»\n"
    assert structure_of(text, language="nb").turns
    assert found(text) == ()


def test_what_is_no_material_is_not_quoted_from() -> None:
    text = f"{BEFORE}\n\n«{STORY}» - «Sara»\n"
    structure = Structure(
        paragraphs=structure_of(text, language="nb").paragraphs, excluded=(Region("form", 10, len(text)),)
    )
    assert propose_quotes(text, structure, language="nb") == ()


PIECES = [
    "«", "»", "“", "”", '"', "‘", "’", "- «Sara»", "(Informant 3)", "(Hansen, 2018)", "En ansatt sier:", "Jeg var der. ",
    "Kari: ", "I: Hva? ", "> ", "- ", "(..) ", "\n", "\n\n", " ", "# Metode\n", "sier Kari", "**", "\t", "…", ".", "slik",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join) | st.text(max_size=60)


@given(texts, st.sampled_from(["nb", "nn", "en"]))
def test_any_text_has_quotations_in_order_and_in_place(text: str, language: Language) -> None:
    quotes = propose_quotes(text, structure_of(text, language=language), language=language)
    assert all(0 <= quote.start < quote.end <= len(text) for quote in quotes)
    assert all(before.end <= after.start for before, after in pairwise(quotes))
    assert all(text[quote.start : quote.end].strip() == text[quote.start : quote.end] for quote in quotes)
    assert all(0.3 <= quote.confidence < 1 and quote.evidence for quote in quotes)


@pytest.mark.parametrize(
    "piece", ["«", "«a» ", "(", "«Jeg er her.» - «Sara»\n", "sier: ", "Kari sier:\n", "a" * 90 + "\n", "“a\n"]
)
def test_a_large_text_of_one_kind_is_done_in_reasonable_time(piece: str) -> None:
    text = piece * (260_000 // len(piece))
    assert found(text) is not None


def clean_quotes(seeds: Path, name: str) -> tuple[str, tuple[Quote, ...]]:
    read = next(seeds.glob(name)).read_text(encoding="utf-8")
    text = cleaned(read, propose(read, language="nb")).text
    return text, propose_quotes(text, structure_of(text, language="nb"), language="nb")


@pytest.mark.seeds
def test_a_thesis_with_a_hundred_quotations_gives_nearly_all(seeds: Path) -> None:
    text, quotes = clean_quotes(seeds, "002_*.txt")
    assert 122 <= len(quotes) <= 136
    assert {"Sara", "Edel", "Andrine"} < {quote.speaker for quote in quotes}
    assert len({quote.speaker for quote in quotes}) <= 7
    assert len(quotes) < text.count("«") / 2


@pytest.mark.seeds
def test_quotations_without_marks_are_found_by_what_announces_them(seeds: Path) -> None:
    text, quotes = clean_quotes(seeds, "001_*.txt")
    assert 14 <= len(quotes) <= 18
    unmarked = [quote for quote in quotes if text[quote.start - 1] != "«"]
    assert len(unmarked) == 14
    assert any("kjører bussen" in text[quote.start : quote.end] for quote in quotes)
