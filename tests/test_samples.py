"""What the sample interviews, codebooks and codings promise. They are ours and fictional."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from qualcode.cleaning import propose
from qualcode.formats import READABLE, read_attributes, read_codebook, read_codings, read_document
from qualcode.model.bundle import CodingRow
from qualcode.model.cleaning import cleaned
from qualcode.model.tree import join_path

ROOT = Path(__file__).resolve().parents[1]
CORPORA = ROOT / "corpora"
CODEBOOKS = ROOT / "codebooks"
NORWEGIAN, ENGLISH = CORPORA / "stien-videre", CORPORA / "second-path"
CODEBOOK = {NORWEGIAN: "recovery.yaml", ENGLISH: "recovery-en.yaml"}
ATTRIBUTES = {NORWEGIAN: "egenskaper.csv", ENGLISH: "attributes.csv"}
CODINGS = {NORWEGIAN: "kodinger-*.csv", ENGLISH: "codings*.csv"}
SHARED_WORDS = 8


def interviews(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.suffix in READABLE)


def text_of(path: Path) -> str:
    document = read_document(path.name, path.read_bytes())
    return cleaned(document.text, propose(document.text, language="nb", format=document.format)).text


def codings_in(folder: Path) -> list[CodingRow]:
    files = sorted(folder.glob(CODINGS[folder]))
    return [row for path in files for row in read_codings(path.name, path.read_bytes())]


def short(path: Path) -> str:
    return path.name[:30]


INTERVIEWS = [path for folder in CODEBOOK for path in interviews(folder)]
both_corpora = pytest.mark.parametrize("folder", list(CODEBOOK), ids=lambda folder: folder.name)


def test_there_are_ten_norwegian_interviews_and_two_english_ones() -> None:
    assert (len(interviews(NORWEGIAN)), len(interviews(ENGLISH))) == (10, 2)


@pytest.mark.parametrize("path", INTERVIEWS, ids=short)
def test_an_interview_has_between_1500_and_3000_words(path: Path) -> None:
    assert 1500 <= len(text_of(path).split()) <= 3000


@pytest.mark.parametrize("path", INTERVIEWS, ids=short)
def test_an_interview_is_read_without_repair_or_warning(path: Path) -> None:
    document = read_document(path.name, path.read_bytes())
    assert not document.warnings
    assert not any(document.repairs.values())


@both_corpora
def test_every_coding_names_a_document_of_its_corpus(folder: Path) -> None:
    assert {row.document for row in codings_in(folder)} <= {path.name for path in interviews(folder)}


@both_corpora
def test_every_coding_uses_a_code_of_the_codebook(folder: Path) -> None:
    book = CODEBOOKS / CODEBOOK[folder]
    codes = {join_path(row.path) for row in read_codebook(book.name, book.read_bytes())}
    assert {row.code for row in codings_in(folder)} <= codes


@both_corpora
def test_every_coding_lies_within_its_text_and_has_no_white_space_at_its_ends(folder: Path) -> None:
    texts = {path.name: text_of(path) for path in interviews(folder)}
    misfits = []
    for row in codings_in(folder):
        words = texts[row.document][row.start : row.end]
        inside = 0 <= row.start < row.end <= len(texts[row.document])
        if not inside or words != words.strip() or "\n" in words:
            misfits.append((row.document, row.start, row.end, words))
    assert not misfits


@pytest.mark.parametrize("path", INTERVIEWS, ids=short)
def test_no_coding_begins_or_ends_inside_a_word(path: Path) -> None:
    text = text_of(path)
    borders = {
        edge for row in codings_in(path.parent) if row.document == path.name for edge in (row.start, row.end)
    }
    cut = [
        text[edge - 10 : edge + 10] for edge in borders if re.fullmatch(r"\w\w", text[edge - 1 : edge + 1])
    ]
    assert not cut


@both_corpora
def test_no_coding_is_given_twice(folder: Path) -> None:
    keys = [(row.document, row.code, row.start, row.end, row.coder) for row in codings_in(folder)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("path", interviews(NORWEGIAN), ids=short)
def test_both_coders_coded_every_norwegian_interview(path: Path) -> None:
    assert {row.coder for row in codings_in(NORWEGIAN) if row.document == path.name} == {"Nina", "Kristian"}


@pytest.mark.parametrize("path", interviews(ENGLISH), ids=short)
def test_one_coder_coded_every_english_interview(path: Path) -> None:
    assert {row.coder for row in codings_in(ENGLISH) if row.document == path.name} == {"Nina"}


@both_corpora
def test_every_code_but_the_collecting_ones_is_in_use(folder: Path) -> None:
    book = CODEBOOKS / CODEBOOK[folder]
    leaves = {join_path(row.path) for row in read_codebook(book.name, book.read_bytes()) if len(row.path) > 1}
    assert leaves <= {row.code for row in codings_in(folder)}


@both_corpora
def test_the_attribute_table_has_one_row_for_every_interview_and_no_other(folder: Path) -> None:
    table = folder / ATTRIBUTES[folder]
    rows = [row.document for row in read_attributes(table.name, table.read_bytes())]
    assert sorted(rows) == sorted(path.name for path in interviews(folder))


def runs_of_words(text: str) -> Iterable[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    return zip(*(words[start:] for start in range(SHARED_WORDS)), strict=False)


def sample_texts() -> dict[str, str]:
    files = sorted(path for folder in (CORPORA, CODEBOOKS) for path in folder.rglob("*") if path.is_file())
    return {
        path.name: text_of(path) if path.suffix in READABLE else path.read_text("utf-8") for path in files
    }


@pytest.mark.seeds
def test_no_eight_words_in_a_row_come_from_the_real_documents(seeds: Path) -> None:
    real = {
        run
        for path in seeds.glob("*.txt")
        for run in runs_of_words(path.read_text("utf-8", errors="replace"))
    }
    assert real
    shared = {
        (name, " ".join(run))
        for name, text in sample_texts().items()
        for run in runs_of_words(text)
        if run in real
    }
    assert not shared
