"""How long a Word report of quotations takes, beside the least it could take and beside plain python-docx.

    python -m bench.reports

The floor compresses the same parts and nothing else. python-docx fills the same table by `add_row`, 1,000 rows only.
"""

import random
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import docx

from qualcode import reports
from qualcode.model.structure import Place
from qualcode.model.tables import Provenance
from qualcode.model.values import Code, Excerpt

CODES = tuple(Code(f"k{number}", f"Kode {number}", f"Kode {number}", codings=1) for number in range(40))
FROM = Provenance("Fartsprøve", 1, datetime(2025, 1, 1, tzinfo=UTC), "", 0, 0, "Ingrid")
WORDS = ("jeg", "gikk", "der", "og", "tenkte", "at", "det", "kunne", "bli", "bedre", "om", "noen", "spurte")


def excerpts(number: int) -> list[Excerpt]:
    """So many quotations of 5 to 80 words, the same each time."""
    chance = random.Random(number)
    return [_excerpt(place, chance) for place in range(number)]


def _excerpt(place: int, chance: random.Random) -> Excerpt:
    text, document = " ".join(chance.choices(WORDS, k=chance.randint(5, 80))), chance.randrange(20)
    code = chance.choice(CODES)
    attributes = {
        "informant": f"Deltaker {document}",
        "rolle": "deltaker",
        "sted": chance.choice(("Oslo", "Bergen")),
    }
    return Excerpt(
        str(place), f"d{document}", f"Intervju {document:02}", code.id, code.path, "Ingrid", place * 500,
        place * 500 + len(text), text, Place(place % 300 + 1, "R"), attributes, "Se feltnotat." if place % 5 == 0 else "",
    )  # fmt: skip


def timed(work: Callable[[], object], times: int = 5) -> float:
    """The median of several runs, in seconds."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return sorted(found)[times // 2]


def floor(data: bytes) -> Callable[[], object]:
    """Compressing the parts of a finished report, and nothing else."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}

    def work() -> None:
        with zipfile.ZipFile(BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in parts.items():
                archive.writestr(name, content)

    return work


def naive(found: list[Excerpt]) -> bytes:
    """The same table as a first try with python-docx makes it."""
    document = docx.Document()
    table = document.add_table(rows=1, cols=8)
    for number, one in enumerate(found, 1):
        who = one.attributes
        values = (
            str(number), one.code, one.text, who["informant"], who["rolle"], who["sted"],
            f"{one.document}, avsn. {one.place.paragraph}", one.memo,
        )  # fmt: skip
        for cell, value in zip(table.add_row().cells, values, strict=True):
            cell.text = value
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def main() -> None:
    """Prints one line per size and format."""
    print(f"{'':24}{'seconds':>10}{'floor':>10}{'ratio':>8}")
    for number in (1_000, 10_000):
        found = excerpts(number)
        for ending in (".docx", ".xlsx", ".csv"):

            def write(ending: str = ending, found: list[Excerpt] = found) -> bytes:
                return reports.quotations(found, CODES, FROM, ending)

            taken = timed(write)
            if ending == ".csv":
                print(f"{number:>7,} as {ending:12}{taken:>12.3f}")
                continue
            least = timed(floor(write()))
            print(f"{number:>7,} as {ending:12}{taken:>12.3f}{least:>10.3f}{taken / least:>8.1f}")
    plain, ours = (timed(work, 1) for work in (lambda: naive(excerpts(1_000)), lambda: _ours(1_000)))
    print(f"\n  1,000 by python-docx {plain:>11.3f}   {plain / ours:.0f} times ours")


def _ours(number: int) -> bytes:
    return reports.quotations(excerpts(number), CODES, FROM, ".docx")


if __name__ == "__main__":
    main()
