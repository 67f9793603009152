"""One small whole file of every kind that is read, made by writers, with the functions that read it; and ways to spoil it."""

import json
import random
from collections.abc import Callable

from office_files import p, unzipped, word_by, word_of, workbook, zipped
from pdf_files import pages, shown

from qualcode.formats import (
    expand,
    original_text,
    read_attributes,
    read_cases,
    read_codebook,
    read_codings,
    read_document,
    read_survey,
    survey_columns,
)

Reader = Callable[[str, bytes], object]


def unpacked(name: str, data: bytes) -> object:
    return [(inner, len(content)) for inner, content in expand(name, data)]


def answers(name: str, data: bytes) -> object:
    return read_survey(name, data, ["Svar"])


def _write(document: object) -> None:
    document.add_heading("Funn", 1)  # type: ignore[attr-defined]
    document.add_paragraph("R: Ha\u030ap og ").add_run("tro").bold = True  # type: ignore[attr-defined]
    document.add_table(2, 2).cell(1, 1).text = "celle"  # type: ignore[attr-defined]


NOTED = word_of(
    p("en", "<w:rPr><w:del/></w:rPr>") + '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
    footnotes=f'<w:footnote w:id="1">{p("note")}</w:footnote>',
)
TABLE = "ID;dokument;case;navn;Svar\r\n1;A;Åse;a;Å få være med å bestemme selv\r\n2;B;Nils;b;Vet ikke\r\n"
CODINGS = "document,code,start,end\nA,b,0,12\n"
SHEET = workbook(*[line.split(";") for line in TABLE.strip().split("\r\n")])
_NS = "urn:oasis:names:tc:opendocument:xmlns:"
ODT = zipped(
    {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": f'<o:c xmlns:o="{_NS}office:1.0" xmlns:t="{_NS}text:1.0" xmlns:b="{_NS}table:1.0"><o:body><o:text>'
        '<t:h t:outline-level="1">Håp</t:h><t:p>så <t:span>ja</t:span><t:note><t:note-citation>1</t:note-citation>'
        "<t:note-body><t:p>fot</t:p></t:note-body></t:note></t:p><b:table><b:table-row><b:table-cell><t:p>a</t:p>"
        "</b:table-cell><b:table-cell><t:p>b</t:p></b:table-cell></b:table-row></b:table></o:text></o:body></o:c>",
    }
)
CHAPTER = (
    '<html><body><h1>Håp</h1><p>Hun sa<a role="doc-noteref" href="#fn1">1</a> <b>ja</b></p>'
    '<p id="fn1">fot</p></body></html>'
)
BOOK = zipped(
    {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container><rootfile full-path="a.opf"/></container>',
        "a.opf": '<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
        '<spine><itemref idref="a"/></spine></package>',
        "a.xhtml": CHAPTER,
    }
)
RICH = (
    rb"{\rtf1\ansi{\fonttbl{\f0\fcharset0 T;}}{\stylesheet{\s1 heading 1;}}\s1 Funn\par\pard h\'e5p{\footnote fot} {\b ja}\par"
    rb"\trowd\intbl a\cell b\cell\row\pard \u229?\par}"
)
CUES = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Åse>Jeg sa nei\n\n00:03.000 --> 00:04.000\n<v Nina>Å?\n"
SPOKEN = json.dumps({"segments": [{"start": 0.5, "end": 2, "text": " Jeg sa nei", "speaker": "A"}]})

SAMPLES: tuple[tuple[str, bytes, tuple[Reader, ...]], ...] = (
    ("a.txt", "Å, så\r\nja".encode("windows-1252"), (read_document, original_text)),
    ("a.md", "# Håp\n\nJa\n===\n".encode(), (read_document, original_text)),
    ("a.docx", word_by(_write), (read_document, original_text)),
    ("b.docx", NOTED, (read_document, original_text)),
    ("a.odt", ODT, (read_document, original_text)),
    ("a.rtf", RICH, (read_document, original_text)),
    ("a.pdf", pages(shown("Håp".encode("cp1252").decode("latin-1")), shown("to")), (read_document, original_text)),
    ("a.html", CHAPTER.encode(), (read_document, original_text)),
    ("a.epub", BOOK, (read_document, original_text)),
    ("a.vtt", CUES.encode(), (read_document, original_text)),
    ("a.srt", b"1\n00:00:01,000 --> 00:00:02,000\nhei\n", (read_document, original_text)),
    ("a.json", SPOKEN.encode(), (read_document, original_text)),
    ("a.zip", zipped({"m/a.txt": "Å", "b.docx": NOTED}), (unpacked,)),
    ("a.csv", TABLE.encode(), (read_attributes, read_cases, read_codebook, survey_columns, answers)),
    ("b.csv", CODINGS.encode(), (read_codings,)),
    ("a.xlsx", SHEET, (read_attributes, read_cases, read_codebook, survey_columns, answers)),
    ("a.jsonl", b'{"document": "A", "code": "b", "start": 0, "end": 12}\n', (read_codings,)),
    ("a.yaml", b"- name: a\n  children:\n  - {name: b, colour: '#fff'}\n", (read_codebook,)),
)  # fmt: skip


def flipped(data: bytes, chance: random.Random) -> bytes:
    """A few bits the other way round."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def cut(data: bytes, chance: random.Random) -> bytes:
    """The file as far as it came."""
    return data[: chance.randrange(len(data))]


def spliced(data: bytes, chance: random.Random) -> bytes:
    """The beginning of this file, and the end of another."""
    other = chance.choice(SAMPLES)[1]
    return data[: chance.randrange(len(data) + 1)] + other[chance.randrange(len(other)) :]


def doubled(data: bytes, chance: random.Random) -> bytes:
    """A part of the file again, somewhere else."""
    start, at = chance.randrange(len(data)), chance.randrange(len(data) + 1)
    return (
        data[:at] + data[start : start + chance.choice((3, 30, 300))] * chance.choice((1, 2, 50)) + data[at:]
    )


def swapped(data: bytes, chance: random.Random) -> bytes:
    """A package whose parts have each other's contents, another package's, or are gone."""
    if not data.startswith(b"PK"):
        return doubled(data, chance)
    parts: dict[str, bytes | str] = dict(unzipped(data))
    other = unzipped(chance.choice([sample for _, sample, _ in SAMPLES if sample.startswith(b"PK")]))
    name = chance.choice(sorted(parts))
    if chance.random() < 0.3:
        del parts[name]
    else:
        parts[name] = chance.choice([*unzipped(data).values(), *other.values()])
    if chance.random() < 0.3:
        parts |= other
    return zipped(parts)


def inside(data: bytes, chance: random.Random) -> bytes:
    """A package that is whole, with one damaged part."""
    if not data.startswith(b"PK"):
        return flipped(data, chance)
    parts: dict[str, bytes | str] = dict(unzipped(data))
    name = chance.choice([name for name, content in parts.items() if content])
    spoil = chance.choice((flipped, cut, spliced, doubled))
    return zipped({**parts, name: spoil(unzipped(data)[name], chance)})


WAYS = (flipped, cut, spliced, doubled, swapped, inside)
