"""How frequent Norwegian words are."""

import subprocess
import sys
from importlib.resources import files

import pytest

from qualcode.language.frequency import word_frequencies


def test_frequent_words_stand_above_rare_ones() -> None:
    known = word_frequencies()
    assert known["og"] > known["være"] > known["oppfølging"] > known["seniorrådgiver"] >= 1.5
    assert 7.0 <= known["og"] <= 8.0
    assert len(known) > 150_000


@pytest.mark.parametrize("word", ["", "og ", "Og", "2013", "oppfglging"])
def test_only_words_in_lower_case_are_known(word: str) -> None:
    assert word not in word_frequencies()


def test_the_list_is_read_when_asked_for_and_not_before() -> None:
    code = (
        "import qualcode.cleaning, qualcode.language.frequency as f; "
        "assert f.word_frequencies.cache_info().currsize == 0"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_whose_numbers_they_are_is_said_beside_them() -> None:
    notice = files("qualcode.language").joinpath("data", "NOTICE.md").read_text(encoding="utf-8")
    assert all(
        name in notice for name in ("words.nb.txt.gz", "wordfreq", "CC BY-SA 4.0", "SUBTLEX", "OpenSubtitles")
    )
