"""PDF files for the tests, written by hand: objects, a table of where they are, a trailer."""

from collections.abc import Mapping


def pdf(objects: Mapping[int, str | bytes], trailer: str = "") -> bytes:
    """A file with exactly these objects; number 1 is the catalogue."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places: dict[int, int] = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (
            number,
            body if isinstance(body, bytes) else body.encode("latin-1"),
        )
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    size = max(objects) + 1
    out += f"trailer\n<< /Size {size} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def stream(content: str | bytes, entries: str = "") -> bytes:
    data = content if isinstance(content, bytes) else content.encode("latin-1")
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), entries.encode(), data)


def shown(*lines: str) -> str:
    """A page's content: lines of text under each other. Letters are those of Windows-1252."""
    escaped = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    moves = "\n".join(f"({line}) Tj 0 -20 Td" for line in escaped)
    return f"BT /F1 12 Tf 50 700 Td {moves} ET"


FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
SPARE = 10
"""The first number that a page takes; lower ones are free for a test's own objects from 4."""


def pages(
    *contents: str | bytes, catalogue: str = "", objects: Mapping[int, str | bytes] | None = None, **more: str
) -> bytes:
    """A file with a page for each content, font `/F1`, and `more` entries of their `/Resources`."""
    entries = " ".join(f"/{key} {value}" for key, value in more.items())
    made: dict[int, str | bytes] = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        3: FONT,
        **(objects or {}),
    }
    kids: list[str] = []
    for index, content in enumerate(contents):
        number = SPARE + 2 * index
        kids.append(f"{number} 0 R")
        made[number] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> {entries} >> >>"
        )
        made[number + 1] = content if isinstance(content, bytes) else stream(content)
    made[2] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return pdf(made)
