"""How long an import takes, with all cleaning, beside the least it could take and beside Taguette; and how much memory.

    python -m bench.importing [--taguette FOLDER]

The text of 262 KB is made of the sample interviews, spoilt as PDF programs and typists spoil texts: page numbers and
running heads, lines broken in words and sentences, marks of Markdown. The floor decodes, composes letters and splits
lines, and nothing else. FOLDER holds an installed Taguette (1.5.2).
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
import tracemalloc
import unicodedata
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import docx

from qualcode import Project

ROOT = Path(__file__).resolve().parents[1]
SIZE, SMALL, MANY, RESPONDENTS = 262_000, 40_000, 100, 5_000
BUDGETS = {"txt": 0.5, "docx": 0.5, "many": 10.0, "survey": 15.0, "memory": 10.0}
LINES_ON_A_PAGE = 40
WIDTH = 90


def corpus(size: int, seed: int = 1) -> str:
    """So many bytes of the sample interviews, one after the other in another order each time."""
    chance = random.Random(seed)
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpora").rglob("*.txt"))]
    pieces: list[str] = []
    while sum(map(len, pieces)) < size:
        pieces.append(chance.choice(texts))
    return "\n\n".join(pieces).encode("utf-8")[:size].decode("utf-8", "ignore")


def printed(text: str, seed: int = 1) -> str:
    """The text as it comes out of a PDF: lines of a width, words broken, a number and a head on each page."""
    chance = random.Random(seed)
    pages: list[list[str]] = [[]]
    for line in _broken(text, chance):
        if len(pages[-1]) == LINES_ON_A_PAGE:
            pages[-1] += ["", str(len(pages)), "Et liv i bevegelse – rapport 2024:7", ""]
            pages.append([])
        pages[-1].append(line)
    return "\n".join(line for page in pages for line in page)


def _broken(text: str, chance: random.Random) -> Iterator[str]:
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            if len(line) + len(word) > WIDTH:
                cut = len(word) // 2
                if cut > 3 and word.isalpha() and chance.random() < 0.3:
                    yield f"{line} {word[:cut]}-".strip()
                    line = word[cut:]
                    continue
                yield line
                line = word
            else:
                line = f"{line} {word}".strip() if line else word
        yield f"**{line}**" if chance.random() < 0.01 and line.strip() else line


def word(text: str) -> bytes:
    """The text as a Word document, a paragraph for each line, every tenth with emphasis."""
    document = docx.Document()
    for number, line in enumerate(text.split("\n")):
        run = document.add_paragraph().add_run(line)
        run.bold = number % 10 == 0 or None
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def floor(data: bytes) -> list[str]:
    """The least an import must do."""
    return unicodedata.normalize("NFC", data.decode("utf-8")).splitlines()


def timed(work: Callable[[], object], times: int = 7) -> float:
    """The least of several runs, in seconds: what it takes when no other program is in the way."""
    found = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        found.append(time.perf_counter() - start)
    return min(found)


def imported(name: str, data: bytes, clean: str = "auto") -> float:
    """The least time of importing one file into a new project; the first, which loads libraries, is not counted."""
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "a.qualcode") as project:
        numbers = iter(range(1_000))
        suffix = name.rpartition(".")[2]

        def one() -> None:
            project.documents.add(f"{next(numbers)}.{suffix}", data, clean=clean)

        one()
        return timed(one)


def many() -> float:
    """Importing a hundred transcripts as one act, with progress."""
    files = [(f"intervju {n}.txt", corpus(SMALL, n).encode()) for n in range(MANY)]
    seen: list[int] = []
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "a.qualcode") as project:
        start = time.perf_counter()
        project.documents.add_all(files, progress=lambda done, _total, _name: seen.append(done))
        assert len(seen) == MANY + 1
        return time.perf_counter() - start


def survey() -> float:
    """Importing a survey with two open questions, a case and a document for each respondent."""
    chance = random.Random(3)
    words = corpus(50_000).replace(";", ",").replace('"', "").split()
    rows = (
        f"{n};Oslo;{chance.randint(18, 80)};{' '.join(chance.choices(words, k=20))};{' '.join(chance.choices(words, k=35))}"
        for n in range(RESPONDENTS)
    )
    data = ("id;By;Alder;Hva betyr håp?;Noe mer?\n" + "\n".join(rows)).encode()
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "a.qualcode") as project:
        start = time.perf_counter()
        project.documents.add_survey("a.csv", data)
        return time.perf_counter() - start


def memory(data: bytes) -> float:
    """The most that one import holds in Python's memory, times the text; libraries are loaded by another before."""
    with tempfile.TemporaryDirectory() as folder, Project.create(Path(folder) / "a.qualcode") as project:
        project.documents.add("a.txt", printed(corpus(SIZE, 2)).encode())
        tracemalloc.start()
        project.documents.add("b.txt", data)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    return peak / len(data)


TAGUETTE = """
import asyncio, sys, time
sys.path.insert(0, sys.argv[1])
from taguette.convert import to_html
data = open(sys.argv[2], "rb").read()
found = []
for _ in range(5):
    start = time.perf_counter()
    asyncio.run(to_html(data, "text/html", "a.html", {}))
    found.append(time.perf_counter() - start)
print(min(found))
"""


def page(text: str) -> bytes:
    """The text as a web page, a paragraph for each line: the only kind that Taguette reads without other programs."""
    return (
        "<html><body>" + "".join(f"<p>{line}</p>" for line in text.split("\n")) + "</body></html>"
    ).encode()


def taguette(folder: str, data: bytes) -> str:
    """What Taguette takes to make a page ready, without storing it, or why that cannot be said."""
    if not folder:
        return "not asked for (--taguette FOLDER)"
    with tempfile.NamedTemporaryFile(suffix=".html") as file:
        Path(file.name).write_bytes(data)
        ran = [sys.executable, "-c", TAGUETTE, folder, file.name]
        done = subprocess.run(ran, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"not to be had: {done.stderr.strip().splitlines()[-1]}"
    return f"{float(done.stdout):8.3f} s"


def row(what: str, seconds: float, budget: float, least: float) -> None:
    """A line of the table."""
    kept = "kept" if seconds <= budget else "OVER"
    print(f"{what:48} {seconds:8.3f} s   budget {budget:5.1f} s {kept:5} {seconds / least:8.0f} x floor")


def table(peer: str) -> None:
    """One run, printed."""
    text = printed(corpus(SIZE))
    data = text.encode()
    least = timed(lambda: floor(data))
    print(f"{'floor: decode, compose, split lines':48} {least:8.4f} s")
    row(
        f"txt, {len(data) // 1000} KB, without cleaning",
        imported("a.txt", data, "off"),
        BUDGETS["txt"],
        least,
    )
    row(f"txt, {len(data) // 1000} KB, all cleaning", imported("a.txt", data), BUDGETS["txt"], least)
    row(f"docx, {SIZE // 1000} KB of text", imported("a.docx", word(corpus(SIZE))), BUDGETS["docx"], least)
    row(f"{MANY} transcripts of {SMALL // 1000} KB, with progress", many(), BUDGETS["many"], least)
    row(f"survey of {RESPONDENTS} rows, 2 open questions", survey(), BUDGETS["survey"], least)
    share = memory(data)
    kept = "kept" if share <= BUDGETS["memory"] else "OVER"
    print(f"{'memory, times the text':48} {share:8.1f} x   budget {BUDGETS['memory']:5.1f} x {kept}")
    web = page(text)
    print(f"{'html, the same text, without cleaning':48} {imported('a.html', web, 'off'):8.3f} s")
    print(f"{'html, the same text, Taguette 1.5.2 (no store)':48} {taguette(peer, web)}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--taguette", default="", metavar="FOLDER")
    table(parser.parse_args().taguette)
