"""Parts in another language than the document's, and sentences by their rules."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.layers import Stretch
from qualcode.model.structure import Heading
from qualcode.model.values import Language
from qualcode.segmenters import propose_stretches, structure_of

NB = "Jeg har ikke vært her før, og hun sa at noen skulle hjelpe meg hver dag etter det som hadde hendt med dem. "
NN = "Eg har ikkje vore her før, og ho sa at nokon skulle hjelpe meg kvar dag etter det som hadde hendt med dei. "
EN = (
    "The people who came here said that they were not sure what this was about, and why it had been so long. "
)


def found(text: str, language: Language = "nb", headings: tuple[Heading, ...] = ()) -> list[tuple[str, str]]:
    stretches = propose_stretches(text, headings=headings, language=language)
    return [(stretch.language, text[stretch.start : stretch.end]) for stretch in stretches]


@pytest.mark.parametrize(
    ("own", "other"), [("nb", "en"), ("nb", "nn"), ("nn", "nb"), ("nn", "en"), ("en", "nb"), ("en", "nn")]
)
def test_a_long_part_in_another_language_is_found_whole(own: Language, other: Language) -> None:
    words = {"nb": NB * 4, "nn": NN * 4, "en": EN * 4}
    text = f"{words[own]}\n\n{words[other]}\n\n{words[other]}\n\n{words[own]}"
    assert found(text, own) == [(other, f"{words[other]}\n\n{words[other]}".strip())]


def test_three_short_paragraphs_are_enough_and_two_are_not() -> None:
    assert [language for language, _ in found(f"{NB}\n" + f"{EN}\n" * 3)] == ["en"]
    assert found(f"{NB}\n" + f"{EN}\n" * 2 + NB) == []


def test_the_heading_above_and_the_last_words_of_the_section_go_with_it() -> None:
    text = f"{NB}\n\nSummary\n\n{EN * 4}\n\nKeywords: gardens, rain\n\n1 Start\n\n{NB}"
    headings = tuple(
        Heading(text.index(words), text.index(words) + len(words), 1, words)
        for words in ("Summary", "1 Start")
    )
    ((_, words),) = found(text, headings=headings)
    assert words.startswith("Summary")
    assert words.endswith("rain")


def test_english_titles_in_a_list_of_literature_are_no_stretch() -> None:
    rows = "Berg, A. (2019). The use of gardens in towns. Journal of Rain and Weather, 12(3), 45-67. https://doi.org/10.1\n"
    assert found(f"{NB}\n{rows * 12}{NB}") == []


def test_a_text_in_its_own_language_has_none() -> None:
    assert found((NB * 3 + "\n\n") * 5) == []


def test_sentences_in_a_stretch_end_by_its_own_rules() -> None:
    norwegian, english = "Vi kom kl. Ni dro. Vi ble.", "He saw Mr. Smith there. We stayed."
    text = f"{norwegian}\n\n{english}"
    stretch = Stretch(len(norwegian) + 2, len(text), "en")
    parts = structure_of(text, language="nb", languages=[stretch])
    alone = structure_of(english, language="en")
    assert [span.of(text) for span in parts.sentences][-2:] == [span.of(english) for span in alone.sentences]
    assert structure_of(text, language="nb", languages=[Stretch(0, 5, "xx")]) == structure_of(
        text, language="nb"
    )


def test_headings_are_looked_for_only_where_nobody_knows_of_any() -> None:
    text = "1 Start\nTekst.\n1.1 Mål\nTekst."
    assert len(structure_of(text, language="nb").headings) == 2
    assert structure_of(text, language="nb", headings=[]).headings == ()


@given(
    st.lists(
        st.sampled_from([NB, NN, EN, "\n", "\n\n", "Summary\n", "12\t3\n", "the ", "ikkje ", "😀"]),
        max_size=30,
    ).map("".join)
    | st.text(max_size=60),
    st.sampled_from(["nb", "nn", "en"]),
    st.lists(st.tuples(st.integers(0, 300), st.integers(1, 20)), max_size=3),
)
def test_stretches_are_whole_paragraphs_in_order(
    text: str, language: Language, places: list[tuple[int, int]]
) -> None:
    headings = [Heading(start, start + length, 1, "T") for start, length in places]
    stretches = propose_stretches(text, headings=headings, language=language)
    assert all(before.end <= after.start for before, after in pairwise(stretches))
    for stretch in stretches:
        assert 0 <= stretch.start < stretch.end <= len(text)
        assert stretch.language != language
        assert (
            text[: stretch.start].rpartition("\n")[2].strip()
            == text[stretch.end :].partition("\n")[0].strip()
            == ""
        )


@pytest.mark.parametrize("piece", [EN + "\n", "ord \n", NB + "\n" + EN + "\n", "the "])
def test_a_large_text_is_looked_through_in_reasonable_time(piece: str) -> None:
    assert propose_stretches(piece * (260_000 // len(piece)), language="nb") is not None


@pytest.mark.seeds
@pytest.mark.parametrize(
    ("name", "count"), [("000_*", 0), ("001_*", 0), ("002_*", 1), ("003_*", 0), ("004_*", 0)]
)
def test_only_the_real_thesis_has_an_english_summary(seeds: Path, name: str, count: int) -> None:
    text = next(seeds.glob(name)).read_text(encoding="utf-8")
    stretches = found(text)
    assert [language for language, _ in stretches] == ["en"] * count
    assert all(words.startswith("Summary") and 2_000 < len(words) < 3_000 for _, words in stretches)
