"""Whatever the bytes are, a reader gives a value or a `QualcodeError`."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from office_files import p, unzipped, word_by, word_of, workbook, zipped

from qualcode.errors import QualcodeError
from qualcode.formats import (
    original_text,
    read_attributes,
    read_codebook,
    read_codings,
    read_document,
    write_codebook,
)
from qualcode.model.bundle import CodeRow

READERS: dict[str, Callable[[str, bytes], object]] = {
    "a.txt": read_document,
    "a.md": read_document,
    "a.docx": read_document,
    "b.docx": original_text,
    "bok.csv": read_codebook,
    "bok.xlsx": read_codebook,
    "bok.yaml": read_codebook,
    "k.csv": read_codings,
    "k.jsonl": read_codings,
    "e.csv": read_attributes,
    "e.xlsx": read_attributes,
}


def _write(document: Any) -> None:
    document.add_heading("Funn", 1)
    document.add_paragraph("R: Ha\u030ap og tro")
    document.add_table(2, 2).cell(1, 1).text = "celle"


WORD = word_by(_write)
NOTED = word_of(
    p("en", "<w:rPr><w:del/></w:rPr>") + '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
    footnotes=f'<w:footnote w:id="1">{p("note")}</w:footnote>',
    external=("image",),
)
CODES = [CodeRow(("Recovery", "Håp"), "en\nto", "=1", "", "x", "#4477aa"), CodeRow(("Tid",))]
WORKBOOK = workbook(["fil", "kode", "a"], ["A", "Håp", 1.5], ["B", "Tro", True])
SAMPLES = {
    "a.txt": ["Å, så\r\n".encode(), "Å, så".encode("utf-16"), "Å, så".encode("windows-1252")],
    "a.md": [b"# En\n\nTo\n===\n```\nx\n```\n"],
    "a.docx": [WORD, NOTED],
    "b.docx": [WORD, NOTED],
    "bok.csv": [write_codebook(CODES, ".csv"), b"navn;forelder\na;b\nb;\n"],
    "bok.xlsx": [write_codebook(CODES, ".xlsx"), WORKBOOK],
    "bok.yaml": [write_codebook(CODES, ".yaml"), b"- name: a\n  children:\n  - {name: b, colour: '#fff'}\n"],
    "k.csv": [b"document,code,start,end\nA,b,0,12\n"],
    "k.jsonl": [b'{"document": "A", "code": "b", "start": 0, "end": 12}\n'],
    "e.csv": [b"fil;by\nA;Oslo\n"],
    "e.xlsx": [WORKBOOK],
}
CASES = [(name, sample) for name, samples in SAMPLES.items() for sample in samples]
NAMES = [f"{name}-{number}" for name, samples in SAMPLES.items() for number in range(len(samples))]
"""Not named by length: a file made by a writer is a byte longer at some seconds than at others."""
PIECES = [
    b"\x00", b"\xff", b"\xed\xa0\x80", b"<", b">", b"/", b'"', b"&#0;", b"&x;", b"<!DOCTYPE a>", b"<w:p>", b"</w:p>", b"<w:tc>",
    b"<w:del>", b"<w:r/>", b"-1", b"999999999999", b"w:", b"\n", b"\r", b";", b",", b"'", b"[", b"{", b"- ", b"*a", b"&a ",
    b"1e999", b"nan", b"ZZZ9999999", b"_xD800_", b"?", b"%", b"@", b"\t", "å".encode(), "😀".encode(),
]  # fmt: skip


def reads_or_refuses(name: str, data: bytes) -> None:
    try:
        READERS[name](name, data)
    except QualcodeError as error:
        assert str(error)


def spoilt(data: bytes, seed: int) -> bytes:
    """`data` with a few random changes: pieces put in, cut out, doubled, bytes changed."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 5)):
        at, length = chance.randrange(len(data) + 1), chance.choice([0, 1, 1, 2, 8, 40])
        new = chance.choice([chance.choice(PIECES), bytes([chance.randrange(256)]), data[at : at + 60], b""])
        data = data[:at] + new + data[at + length :]
    return data


@pytest.mark.parametrize("name", READERS)
@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_random_bytes_do_no_harm(name: str, data: bytes) -> None:
    reads_or_refuses(name, data)


@pytest.mark.parametrize("name", READERS)
@settings(deadline=None)
@given(text=st.text(max_size=100))
def test_random_text_does_no_harm(name: str, text: str) -> None:
    reads_or_refuses(name, text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize(("name", "sample"), CASES, ids=NAMES)
@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_damaged_files_do_no_harm(name: str, sample: bytes, seed: int) -> None:
    reads_or_refuses(name, spoilt(sample, seed))


@pytest.mark.parametrize(
    ("name", "sample"),
    [case for case in CASES if case[1].startswith(b"PK")],
    ids=[name for name, (_, sample) in zip(NAMES, CASES, strict=True) if sample.startswith(b"PK")],
)
@settings(deadline=None)
@given(seed=st.integers(0, 2**32))
def test_whole_packages_with_damaged_parts_do_no_harm(name: str, sample: bytes, seed: int) -> None:
    parts = unzipped(sample)
    part = random.Random(seed).choice([part for part in sorted(parts) if part.endswith((".xml", ".rels"))])
    reads_or_refuses(name, zipped({**parts, part: spoilt(parts[part], seed)}))


@pytest.mark.parametrize("name", READERS)
def test_undamaged_samples_are_read(name: str) -> None:
    for sample in SAMPLES[name]:
        assert READERS[name](name, sample)
