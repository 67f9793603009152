"""What holds for the parts of any text; the real reports and the sample interviews."""

import json
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcode.model.structure import Heading, Structure, from_plain, to_plain
from qualcode.model.values import Language
from qualcode.segmenters import structure_of

REPORTS = ("000_*.txt", "001_*.txt", "002_*.txt", "003_*.txt", "004_*.txt")
SAMPLES = sorted((Path(__file__).parents[2] / "corpora").glob("*/*.[tm][xd]*"))

pieces = st.sampled_from(
    [
        "I: ",
        "R1:",
        "Kari: ",
        "**Ola:** ",
        "[00:12:41] ",
        "00:10\n",
        "<v Kari>",
        "\n",
        "\n\n",
        "---",
        "# ",
        "1.1 ",
        "Kap 1. ",
        "1 Start",
        "ord ",
        "Og så. ",
        "hva? ",
        "\t",
        "\u2028",
        "\u00a0",
        "(..) ",
        "a" * 60,
        "😀",
        "- ",
        "2.1 Mål",
        ":",
        "*",
    ]
)
texts = st.lists(pieces, max_size=40).map("".join) | st.text(max_size=80)


def held_once(structure: Structure, text: str) -> None:
    """Everything that holds for the parts of any text."""
    for spans in (structure.paragraphs, structure.sentences, structure.spans("turn")):
        assert all(before.end <= after.start for before, after in pairwise(spans))
        assert all(span.of(text) == span.of(text).strip() for span in spans)
    assert all(any(s.within(p) for p in structure.paragraphs) for s in structure.sentences)
    assert sum(len(s.of(text).split()) for s in structure.sentences) >= len(structure.paragraphs)
    assert all(0 <= turn.label_start <= turn.start <= turn.end <= len(text) for turn in structure.turns)
    assert all(before.end <= after.label_start for before, after in pairwise(structure.turns))
    assert all(0 <= section.start < section.end <= len(text) for section in structure.sections)
    assert len(structure.sections) == len(structure.headings)
    in_paragraphs = {i for span in structure.paragraphs for i in range(span.start, span.end)}
    in_sentences = {i for span in structure.sentences for i in range(span.start, span.end)}
    assert in_sentences <= in_paragraphs
    assert all(text[i].isspace() for i in in_paragraphs - in_sentences)


@given(texts, st.sampled_from(["nb", "nn", "en"]), st.sampled_from(["txt", "md", "docx", "vtt"]))
def test_any_text_has_parts_in_order_and_in_place(text: str, language: Language, format: str) -> None:
    structure = structure_of(text, language=language, format=format)
    held_once(structure, text)
    assert structure == structure_of(text, language=language, format=format)
    assert from_plain(json.loads(json.dumps(to_plain(structure)))) == structure


@given(texts, st.lists(st.tuples(st.integers(0, 90), st.integers(1, 9), st.integers(1, 6)), max_size=5))
def test_any_headings_are_accepted(text: str, rows: list[tuple[int, int, int]]) -> None:
    headings = [Heading(start, start + length, level, "T") for start, length, level in rows]
    structure = structure_of(text, headings=headings, language="nb", format="docx")
    assert all(heading.end <= len(text) for heading in structure.headings)
    assert all(span.of(text).strip() for span in structure.paragraphs)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "---", "\u2028", ":", "I:"])
def test_a_text_without_words_has_few_parts(text: str) -> None:
    structure = structure_of(text, language="nb")
    held_once(structure, text)
    assert structure.turns == structure.sections == ()


@pytest.mark.parametrize(
    "piece",
    ["I: \n", "1 A\n\n", "# 1 A\n", "Kari: a\nOla: b\n", "a\n", "00:10\n", "1.1 Ab\n", "*", "[", "A "],
)
def test_a_large_text_of_one_kind_is_done_in_reasonable_time(piece: str) -> None:
    text = piece * (260_000 // len(piece))
    assert structure_of(text, language="nb").paragraphs is not None


@pytest.mark.seeds
@pytest.mark.parametrize("name", REPORTS)
def test_a_real_report_has_no_speakers(seeds: Path, name: str) -> None:
    text = next(seeds.glob(name)).read_text(encoding="utf-8")
    structure = structure_of(text, language="nb")
    held_once(structure, text)
    assert structure.turns == ()


@pytest.mark.seeds
@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("001_*.txt", ("4 Steg for Steg", "4.10 Pandemien gir begrensninger")),
        ("002_*.txt", ("3 Bakgrunn for studien", "3.2 Ettervern og meningsfulle aktiviteter")),
        ("004_*.txt", ("Kap 5. Oppsummering/Konklusjon/Videre planer", "5.1 Veien videre")),
    ],
)
def test_a_numbered_report_has_its_chapters(seeds: Path, name: str, path: tuple[str, ...]) -> None:
    text = next(seeds.glob(name)).read_text(encoding="utf-8")
    assert [section.path for section in structure_of(text, language="nb").sections].count(path) == 1


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_every_sample_interview_is_a_transcript(sample: Path) -> None:
    text = sample.read_text(encoding="utf-8")
    structure = structure_of(text, language="nb", format=sample.suffix[1:])
    held_once(structure, text)
    asking = {turn.speaker for turn in structure.turns if turn.interviewer}
    assert len(asking) == 1
    assert asking <= {"I", "Intervjuer", "Intervjuar", "Interviewer", "Moderator"}
    assert 2 <= len(structure.speakers) <= 6
