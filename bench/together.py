"""Twenty people coding in the same document at once: what the server stores, how long each waits, what the others see.

    python bench/together.py [--people 20] [--passages 50] [--codes 500]

The people are HTTP clients that speak as the page does, each with a session of the app open. Afterwards every coding is
looked for in the project: none may be lost, none doubled.
"""

import argparse
import os
import random
import statistics
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

from browsing import Server, served  # noqa: E402

from bench.people import Person  # noqa: E402
from bench.texts import text  # noqa: E402
from qualcode import Project  # noqa: E402

SOON = 2.0
"""Seconds within which every other session must have seen a coding."""


def project(folder: Path, codes: int) -> str:
    """A project with the document and so many codes."""
    with Project.create(folder / "sammen.qualcode", coder="Nina") as made:
        made.documents.add("rapport.txt", text().encode(), clean="off")
        with made.together("Codebook"):
            for number in range(codes):
                made.codebook.create(
                    f"Tema {number % 20} {number}", definition="Når noen forteller om dette."
                )
        return made.address


def memory(server: Server) -> float:
    """The server's resident memory in MB."""
    assert server.process
    return psutil.Process(server.process.pid).memory_info().rss / 1e6


def worked(server: Server) -> float:
    """Seconds of processor time that the server has used."""
    assert server.process
    used = psutil.Process(server.process.pid).cpu_times()
    return used.user + used.system


def passages(number: int, count: int, length: int) -> list[tuple[int, int]]:
    """Where one person codes; nobody else codes the same words."""
    dice = random.Random(number)
    starts = dice.sample(range(length - 300), count)
    return [(start, start + dice.randint(15, 250)) for start in starts]


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of all lie."""
    return sorted(values)[max(0, round(len(values) * share) - 1)]


def settle(people: list[Person], everything: set[str]) -> None:
    """Wait until everybody has seen everything, or long enough."""
    until = time.perf_counter() + 3 * SOON
    while time.perf_counter() < until and any(everything - person.seen.keys() for person in people):
        time.sleep(0.05)


def seen(people: list[Person]) -> list[float]:
    """For each coding and each other person, how long after its acknowledgement it was there; infinite when never."""
    delays = []
    for owner in people:
        for id_, at in owner.acked.items():
            delays += [other.seen.get(id_, float("inf")) - at for other in people if other is not owner]
    return delays


def run(count: int, passages_each: int, codes: int) -> None:
    """Let them code, and print what came of it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        os.environ["QUALCODE_HOME"] = str(folder / "home")
        address = project(folder, codes)
        with Project.open(address) as there:
            document, codebook = there.documents.all()[0], [code.id for code in there.codebook.all()]
        with served(address, folder / "home") as server:
            alone = Person(server.url, address, "Nina", document.id, document.sha)
            alone.come()
            before = memory(server)
            people = [
                Person(server.url, address, f"Koder {n}", document.id, document.sha) for n in range(count)
            ]
            for person in people:
                person.come()
            each = (memory(server) - before) / count
            together, cpu = _code(people, passages_each, document.characters, codebook, server)
            everything = {id_ for person in people for id_ in person.acked}
            settle(people, everything)
            _report(people, together, each, cpu)
            for person in [alone, *people]:
                person.go()
        with Project.open(address) as there:
            stored = [coding.id for coding in there.codings.of(document.id)]
    lost, doubled = len(everything - set(stored)), len(stored) - len(set(stored))
    print(
        f"stored {len(stored):,} of {len(everything):,}; lost {lost}; doubled {doubled + len(set(stored) - everything)}"
    )


def _code(
    people: list[Person], count: int, length: int, codes: list[str], server: Server
) -> tuple[float, float]:
    """All begin at once; the seconds until the last is done, and the processor time that it took the server."""
    ready = threading.Barrier(len(people) + 1)

    def work(number: int) -> None:
        ready.wait()
        for at, (start, end) in enumerate(passages(number, count, length)):
            people[number].code(codes[(number + at) % len(codes)], start, end)

    with ThreadPoolExecutor(len(people)) as pool:
        done = [pool.submit(work, number) for number in range(len(people))]
        cpu = worked(server)
        ready.wait()
        began = time.perf_counter()
        for each in done:
            each.result()
        return time.perf_counter() - began, worked(server) - cpu


def _report(people: list[Person], seconds: float, each: float, cpu: float) -> None:
    waits = [1000 * wait for person in people for wait in person.waits]
    delays = seen(people)
    soon = sum(delay <= SOON for delay in delays) / len(delays)
    print(
        f"{len(people)} people: {len(waits) / seconds:.0f} codings/s in all; acknowledged p50 {statistics.median(waits):.0f}, "
        f"p95 {percentile(waits, 0.95):.0f}, most {max(waits):.0f} ms; processor {1000 * cpu / len(waits):.1f} ms each"
    )
    print(
        f"seen by the others within {SOON:.0f} s: {soon:.1%}; p50 {percentile(delays, 0.5):.2f}, most {max(delays):.2f} s"
    )
    print(f"memory per session {each:.1f} MB")


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--people", type=int, default=20)
    asked.add_argument("--passages", type=int, default=50)
    asked.add_argument("--codes", type=int, default=500)
    asked.add_argument("--runs", type=int, default=3)
    given = asked.parse_args()
    for _ in range(given.runs):
        run(given.people, given.passages, given.codes)


if __name__ == "__main__":
    main()
