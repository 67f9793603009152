"""Files made to do harm, and a process with little memory and time in which they are read.

As a program it reads each, and prints a line of JSON: name, what came of it, and the most memory so far, in megabytes.
"""

import json
import resource
import struct
import sys
import zlib
from collections.abc import Callable, Mapping

from office_files import p, unzipped, word_of, workbook, zipped
from pdf_files import FONT, pages, pdf, shown, stream
from sample_files import BOOK, ODT, SHEET, answers, unpacked

from qualcode.errors import QualcodeError
from qualcode.formats import (
    original_text,
    read_attributes,
    read_cases,
    read_codebook,
    read_codings,
    read_document,
)
from qualcode.model.bundle import ReadDocument

MB = 1 << 20
MEMORY = 1_200 * MB
"""What the process may have in all, Python and its libraries included."""
SECONDS = 240
"""Of the processor. Only a net: the work is counted where it is done."""
Reader = Callable[[str, bytes], object]
Case = tuple[str, Callable[[], bytes], Reader]

LAUGHS = (
    "<!DOCTYPE l ["
    + '<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    + "]>"
)
OUTSIDE = '<!DOCTYPE l [<!ENTITY a9 SYSTEM "file:///etc/passwd">]>'


def with_part(data: bytes, part: str, before: str = "", after: str = "") -> bytes:
    """A package with something put before and after the contents of a part."""
    parts: dict[str, bytes | str] = dict(unzipped(data))
    parts[part] = before.encode() + bytes(unzipped(data)[part]) + after.encode()
    return zipped(parts)


def overlapping() -> bytes:
    """A bomb without nesting: four thousand names for the same packed data."""
    packed = zlib.compress(bytes(10 * MB), 9)[2:-4]
    crc, size = zlib.crc32(bytes(10 * MB)), 10 * MB
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, 8, 0, 0, crc, len(packed), size, 5, 0) + b"a.txt"
    entries = b"".join(
        struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, 8, 0, 0, crc, len(packed), size, 9, 0, 0, 0, 0, 0, 0)
        + b"%05d.txt" % number
        for number in range(4_000)
    )
    at = len(local) + len(packed)
    return (
        local + packed + entries + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 4_000, 4_000, len(entries), at, 0)
    )


def nested(levels: int) -> bytes:
    data = zipped({"a.txt": b"inn"})
    for _ in range(levels):
        data = zipped({"a.zip": data, "b.txt": data})
    return data


def many_pages(number: int) -> bytes:
    return pages(*[shown("Side med noen ord på.".encode("cp1252").decode("latin-1"))] * number)


def looping_outlines() -> bytes:
    objects = {4: "<< /First 5 0 R /Last 6 0 R /Count 9 >>", 5: "<< /Title (a) /Next 6 0 R /First 4 0 R >>"}
    objects[6] = "<< /Title (b) /Next 5 0 R /Parent 6 0 R >>"
    return pages(shown("hei"), catalogue="/Outlines 4 0 R", objects=objects)


def object_stream(within: int, extends: int) -> bytes:
    """Object streams that lie in each other, or go on in each other, without end."""
    content = b"20 0 << /A 20 0 R >>"
    body = {4: stream(content, f"/Type /ObjStm /N 1 /First 5 /Extends {extends} 0 R")}
    body[5] = stream(content, "/Type /ObjStm /N 1 /First 5 /Extends 4 0 R")
    whole = pages(shown("hei"), objects=body)
    rows = b"".join(struct.pack(">BIB", 2, within, 0) for _ in range(30))
    table = stream(rows, "/Type /XRef /Size 30 /W [1 4 1] /Root 1 0 R /Index [0 30]")
    start = len(whole)
    return whole + b"99 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % start


def looping_tables() -> bytes:
    """A table of objects whose predecessor is itself."""
    whole = pages(shown("hei"))
    at = whole.rindex(b"xref\n0 1")
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R /Prev %d" % at)


def deep_values() -> bytes:
    return pdf({1: "<< /Type /Catalog /Pages 2 0 R >>", 2: "[" * 50_000 + "]" * 50_000, 3: FONT})


def bomb_in_page() -> bytes:
    data = zlib.compress(zlib.compress(b"(a) Tj " * 8 * MB, 9), 9)
    return pages(stream(data, "/Filter [/FlateDecode /FlateDecode]"))


def deep_json(levels: int) -> bytes:
    return b'{"segments": [{"start": 0, "text": "hei", "words": ' + b"[" * levels + b"]" * levels + b"}]}"


def wide_rows() -> bytes:
    return ("dokument" + "".join(f",s{n}" for n in range(499)) + "\n" + ("A" + ",x" * 499 + "\n")).encode()


def missing_notes() -> bytes:
    """A hundred thousand notes referred to, none of them there."""
    return word_of(
        "<w:p>" + "".join(f'<w:r><w:endnoteReference w:id="{n}"/></w:r>' for n in range(100_000)) + "</w:p>"
    )


def runs() -> bytes:
    return word_of("<w:p>" + "<w:r><w:b/><w:t>a</w:t></w:r>" * 100_000 + "</w:p>")


def long_number() -> bytes:
    return b'{"segments": [{"start": ' + b"9" * 1_000_000 + b', "text": "a"}]}'


def far_out() -> bytes:
    return workbook(["dokument"], also=lambda book: book.active.cell(1_048_576, 16_384, "x"))  # type: ignore[attr-defined]


def tables_in_tables(levels: int) -> str:
    begin, end = "<w:tbl><w:tr><w:tc>", "</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"
    return begin * levels + p("dypt") + end * levels


CASES: Mapping[str, Case] = {
    "zip slip": ("a.zip", lambda: zipped({"../../../etc/passwd.txt": b"x", "C:\\x.txt": b"x"}), unpacked),
    "zips in zips": ("a.zip", lambda: nested(12), unpacked),
    "zip with four thousand names for one bomb": ("a.zip", overlapping, unpacked),
    "docx with entities from outside": (
        "a.docx",
        lambda: with_part(word_of(p("&a9;")), "word/document.xml", OUTSIDE),
        read_document,
    ),
    "docx with a billion laughs": ("a.docx", lambda: with_part(word_of(p("&a9;")), "word/document.xml", LAUGHS), read_document),
    "odt with a billion laughs": ("a.odt", lambda: with_part(ODT, "content.xml", LAUGHS), read_document),
    "epub with a billion laughs": ("a.epub", lambda: with_part(BOOK, "a.opf", LAUGHS), read_document),
    "chapter with a billion laughs": ("a.epub", lambda: with_part(BOOK, "a.xhtml", LAUGHS, "&a9;"), read_document),
    "xlsx with a billion laughs": ("a.xlsx", lambda: with_part(SHEET, "xl/workbook.xml", LAUGHS), read_attributes),
    "html with a billion laughs": ("a.html", lambda: (LAUGHS + "<p>&a9;</p>").encode(), read_document),
    "html with entities from outside": ("a.html", lambda: (OUTSIDE + "<p>&a9;</p>").encode(), read_document),
    "html with 100,000 nested tags": ("a.html", lambda: b"<div>" * 100_000 + b"dypt", read_document),
    "html with 100,000 nested lists and cells": ("a.html", lambda: b"<table><tr><td><ul><li>" * 25_000 + b"dypt", read_document),
    "html of nothing but attributes": ("a.html", lambda: b"<p " + b'a="b" ' * 500_000 + b">hei", read_document),
    "pdf with 10,000 pages": ("a.pdf", lambda: many_pages(10_000), read_document),
    "pdf with looping outlines": ("a.pdf", looping_outlines, read_document),
    "pdf with an object stream within itself": ("a.pdf", lambda: object_stream(4, 5), read_document),
    "pdf with an object stream that goes on in itself": ("a.pdf", lambda: object_stream(5, 4), read_document),
    "pdf with a table of objects before itself": ("a.pdf", looping_tables, read_document),
    "pdf with values in values": ("a.pdf", deep_values, read_document),
    "pdf with a page packed twice": ("a.pdf", bomb_in_page, read_document),
    "rtf with deep groups": ("a.rtf", lambda: b"{\\rtf1 " + b"{" * 2_000_000, read_document),
    "rtf with footnotes in footnotes": ("a.rtf", lambda: b"{\\rtf1 " + b"{\\footnote x" * 900 + b"}" * 901, read_document),
    "rtf that skips billions": ("a.rtf", lambda: b"{\\rtf1 a\\bin999999999 b}", read_document),
    "docx with deep tables": ("a.docx", lambda: word_of(tables_in_tables(20_000)), read_document),
    "docx with 100,000 notes": ("a.docx", missing_notes, read_document),
    "docx of nothing but runs": ("a.docx", runs, read_document),
    "json with huge nesting": ("a.json", lambda: deep_json(1_000_000), read_document),
    "json with a number of a million digits": ("a.json", long_number, read_document),
    "codings with huge nesting": ("a.jsonl", lambda: deep_json(1_000_000), read_codings),
    "vtt of arrows": ("a.vtt", lambda: b"WEBVTT\n\n" + b"00:01.000 --> 00:02.000\n" * 200_000 + b"a", read_document),
    "vtt of voices": ("a.vtt", lambda: b"WEBVTT\n\n00:01.000 --> 00:02.000\n" + b"<v A>a" * 200_000, read_document),
    "txt of combining marks": ("a.txt", lambda: ("a" + "\u0301" * 1_000_000).encode(), read_document),
    "txt of one line in two encodings": ("a.txt", lambda: "å".encode() * 500_000 + b"\xe5" * 500_000, read_document),
    "md of fences": ("a.md", lambda: b"```\n" * 300_000 + b"a", read_document),
    "csv with 500 columns": ("a.csv", wide_rows, read_attributes),
    "csv of quotation marks": ("a.csv", lambda: b'dokument,a\n"' + b'""' * 2_000_000, read_cases),
    "csv of line ends": ("a.csv", lambda: b"ID,Svar\n" + b"\n" * 1_000_000 + b"1,ja\n", answers),
    "xlsx with a cell far out": ("a.xlsx", far_out, read_attributes),
    "yaml of aliases": ("a.yaml", lambda: b"- &a [x, x]\n" + b"- &b [*a, *a]\n" * 1_000, read_codebook),
}  # fmt: skip


def outcome(name: str, data: bytes, read: Reader) -> dict[str, object]:
    """What comes of reading."""
    try:
        found = read(name, data)
        if isinstance(found, ReadDocument):
            if len(data) < MB:
                original_text(name, data)
            return {"came": "read", "text": found.text[:100], "characters": len(found.text)}
        return {"came": "read", "text": str(found)[:200]}
    except QualcodeError as error:
        return {"came": type(error).__name__, "text": str(error)}


def main() -> None:
    """Every case, one after the other."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for title, (name, make, read) in CASES.items():
        sys.stderr.write(f"{title} ...\n")
        found = outcome(name, make(), read)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        sys.stdout.write(json.dumps({"case": title, **found, "peak": peak}) + "\n")


if __name__ == "__main__":
    main()
