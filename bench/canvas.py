"""How long a coder waits: opening a 262 KB document, and a coding from key press to paint and to storage.

    python bench/canvas.py [--codings 0 500 5000 20000] [--presses 30] [--whole-app] [--clean auto]

By itself the canvas stands alone on a page that counts the script's runs; with --whole-app it is the app's own coding page,
codebook and quotations beside it.

Beside a bare page with the same text in one <div>, as the least that any page must do. Needs Chromium.
"""

import argparse
import http.server
import json
import random
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "browser")]

from browsing import CANVAS, ONE_DOCUMENT, READY, browsing, served, settled  # noqa: E402
from playwright.sync_api import Browser, Page  # noqa: E402

from bench.texts import text  # noqa: E402
from qualcode import Project  # noqa: E402

CODES = 500
TRACES = ROOT / "bench" / "output"
"""Where the trace of scrolling is kept."""
LISTEN = """() => {
    const times = window.__times = { painted: [], acked: [] }
    const canvas = window.__qualcode.canvas
    const answered = canvas.answered
    let pressed = 0
    canvas.answered = function (...all) {
        answered.apply(this, all)
        times.acked.push(performance.now() - pressed)
    }
    addEventListener("keydown", event => {
        pressed = event.timeStamp
        requestAnimationFrame(() => {
            const channel = new MessageChannel()
            channel.port1.onmessage = () => times.painted.push(performance.now() - event.timeStamp)
            channel.port2.postMessage(0)
        })
    }, true)
}"""
SCROLL = f"""async () => {{
    const {{ scroll }} = {CANVAS}.frame
    const tasks = []
    const watch = new PerformanceObserver(list => {{
        for (const entry of list.getEntries()) tasks.push({{ start: entry.startTime, duration: entry.duration }})
    }})
    watch.observe({{ entryTypes: ["longtask"] }})
    const frames = []
    scroll.scrollTop = 0
    for (let last = -1; scroll.scrollTop !== last; ) {{
        last = scroll.scrollTop
        scroll.scrollTop += 600
        const began = performance.now()
        await new Promise(done => requestAnimationFrame(() => setTimeout(done)))
        frames.push(performance.now() - began)
    }}
    await new Promise(done => setTimeout(done, 500))
    watch.disconnect()
    return {{ tasks, frames: frames.length, slowest: Math.max(...frames), height: scroll.scrollHeight }}
}}"""
SENT = """() => {
    const sent = performance.getEntriesByType("resource").filter(entry => entry.name.includes("/api/ops/"))
    return sent.reduce((sum, entry) => sum + entry.transferSize, 0) / Math.max(sent.length, 1)
}"""
OPENED = """() => {
    const asked = performance.getEntriesByType("resource").find(entry => entry.name.endsWith("/main.js")
        && entry.name.includes("/qualcode/static/"))
    const { shown } = window.__qualcode.marks
    return [shown - asked.startTime, shown]
}"""


def project(folder: Path, codings: int, clean: str) -> str:
    """A project with that document and so many codings, by 500 codes, all over it."""
    with Project.create(folder / f"{codings}.qualcode", coder="Nina") as made:
        imported = made.documents.add("rapport.txt", text().encode(), clean=clean)
        assert imported.document
        with made.together("Codebook"):
            codes = [made.codebook.create(f"Tema {number % 20} kode {number}") for number in range(CODES)]
        dice, length = random.Random(2), imported.document.characters
        rows = ["document,code,start,end"]
        words = made.documents.text(imported.document.id)
        while len(rows) <= codings:
            start = dice.randrange(length - 300)
            end = start + dice.randint(15, 280)
            if words[start:end].strip():
                rows.append(f"rapport.txt,{codes[len(rows) % CODES].path},{start},{end}")
        if codings:
            made.codings.import_file("codings.csv", "\n".join(rows).encode())
        return made.address


@contextmanager
def bare(folder: Path) -> Iterator[str]:
    """A static page with the same text in one element."""
    escaped = text().replace("&", "&amp;").replace("<", "&lt;")
    page = f'<!doctype html><meta charset="utf-8"><div style="white-space:pre-wrap">{escaped}</div>'
    (folder / "bare.html").write_text(page, "utf-8")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: object, **kwargs: object) -> None:
            super().__init__(*args, directory=str(folder), **kwargs)  # type: ignore[arg-type,misc]

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/bare.html"
        server.shutdown()


def open_bare(browser: Browser, url: str) -> float:
    """Milliseconds until the bare page is painted."""
    page = browser.new_page()
    page.goto(url)
    shown = page.evaluate(
        "new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))"
    )
    page.close()
    return float(shown)


def open_app(browser: Browser, url: str) -> tuple[Page, float, float]:
    """The page, and milliseconds until its text is painted: after the app asked for the canvas, and in all."""
    page = browser.new_context(viewport={"width": 1400, "height": 900}).new_page()
    page.goto(url)
    page.wait_for_function(READY)
    page.wait_for_function("!!window.__qualcode.marks.shown")
    after_shell, in_all = page.evaluate(OPENED)
    return page, float(after_shell), float(in_all)


def press(page: Page, presses: int) -> tuple[list[float], list[float]]:
    """Key press to painted, and to acknowledged, in milliseconds."""
    page.evaluate(LISTEN)
    dice = random.Random(3)
    for number in range(presses + 3):
        page.evaluate(
            f"""([share, length]) => {{
                const {{ choice, text, frame }} = {CANVAS}
                const at = Math.floor(share * (text.length - 300))
                const words = text.tidy(at, at + length) ?? {{ start: 0, end: 9 }}
                choice.set(words.start, words.end)
                frame.focus()
            }}""",
            [dice.random(), dice.randint(10, 250)],
        )
        page.wait_for_timeout(250)
        page.keyboard.press(str(number % 9 + 1))
        settled(page)
    times = page.evaluate("window.__times")
    return times["painted"][3:], times["acked"][3:]


def scroll(page: Page, count: int) -> float:
    """Scroll through all of the text; the longest task in milliseconds. The trace stays in `bench/output`."""
    TRACES.mkdir(parents=True, exist_ok=True)
    page.context.tracing.start(screenshots=False, snapshots=False)
    longest = page.evaluate(SCROLL)
    page.context.tracing.stop(path=TRACES / f"scrolling-{count}.zip")
    (TRACES / f"scrolling-{count}.json").write_text(json.dumps(longest), "utf-8")
    return max([task["duration"] for task in longest["tasks"]], default=0.0)


def wire(page: Page) -> float:
    """Bytes of the answers to codings, per coding, on average."""
    return float(page.evaluate(SENT))


def middle_and_worst(times: list[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(times):.0f} / {sorted(times)[max(0, round(len(times) * 0.95) - 1)]:.0f}"


def main() -> None:
    """Measure, and print the table."""
    given = _arguments()
    with tempfile.TemporaryDirectory() as name, browsing() as browser, bare(Path(name)) as floor_url:
        floor = statistics.median(open_bare(browser, floor_url) for _ in range(given.opens))
        print(
            f"{len(text()):,} characters, {CODES} codes; times in ms; floor (bare page, painted): {floor:.0f}"
        )
        print(
            "codings | open after shell p50/p95 | x floor | x none | in all | painted p50/p95 | acked p50/p95 | "
            "bytes each | longest task scrolling | remounts | reruns"
        )
        first = 0.0
        for turn, count in enumerate(given.codings):
            folder = Path(name) / str(turn)
            folder.mkdir()
            first = measure(browser, folder, count, given, floor, first)


def measure(
    browser: Browser, folder: Path, count: int, given: argparse.Namespace, floor: float, first: float
) -> float:
    """Print one row of the table; the time that the first row took to open."""
    script = None if given.whole_app else ONE_DOCUMENT
    with served(project(folder, count, given.clean), folder / "home", script) as server:
        opened = [open_app(browser, server.url) for _ in range(given.opens)]
        page, shell = opened[-1][0], statistics.median(each[1] for each in opened)
        in_all = statistics.median(each[2] for each in opened)
        for other, *_ in opened[:-1]:
            other.context.close()
        painted, acked = press(page, given.presses)
        sent = wire(page)
        mounts, unmounts = page.evaluate("[window.__qualcode.mounts, window.__qualcode.unmounts]")
        page.wait_for_timeout(1500)
        runs = "-" if given.whole_app else int(page.get_by_text("runs ").inner_text().split()[1]) - 1
        longest = scroll(page, count)
        page.context.close()
    print(
        f"{count:7,} | {middle_and_worst([each[1] for each in opened]):>24} | {shell / floor:7.1f} | "
        f"{shell / (first or shell):6.1f} | {in_all:6.0f} | {middle_and_worst(painted):>15} | {middle_and_worst(acked):>13} | "
        f"{sent:10,.0f} | {longest:22.0f} | {mounts - 1 + unmounts:8} | {runs:>6}",
        flush=True,
    )
    return first or shell


def _arguments() -> argparse.Namespace:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--codings", type=int, nargs="+", default=[0, 500, 5000, 20_000])
    asked.add_argument("--presses", type=int, default=30)
    asked.add_argument("--opens", type=int, default=5)
    asked.add_argument("--whole-app", action="store_true")
    asked.add_argument(
        "--clean", choices=["off", "auto"], default="off", help="auto: with emphasis, notes and pages"
    )
    return asked.parse_args()


if __name__ == "__main__":
    main()
