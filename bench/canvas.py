"""How long a coder waits: opening a 262 KB document, and a coding from key press to paint and to storage.

    python bench/canvas.py [--codings 0 500 5000] [--presses 30] [--whole-app] [--clean auto]

By itself the canvas stands alone on a page that counts the script's runs; with --whole-app it is the app's own coding page,
codebook and quotations beside it.

Beside a bare page with the same text in one <div>, as the least that any page must do. Needs Chromium.
"""

import argparse
import http.server
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

from qualcode import Project  # noqa: E402

SEED = ROOT.parent / "shared" / "seeds" / "001_72efd5567385284d.txt"
LENGTH = 262_000
WORDS = tuple("og så kom det en dag da alt ble annerledes fordi noen spurte hva jeg ville og ventet".split())  # noqa: SIM905
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
OPENED = """() => {
    const asked = performance.getEntriesByType("resource").find(entry => entry.name.endsWith("/main.js")
        && entry.name.includes("/qualcode/static/"))
    const { shown } = window.__qualcode.marks
    return [shown - asked.startTime, shown]
}"""


def text() -> str:
    """The real document beside the checkout, or one of ours of the same length."""
    if SEED.exists():
        return SEED.read_text("utf-8")
    dice = random.Random(1)
    lines = (" ".join(dice.choices(WORDS, k=dice.randint(4, 90))) for _ in range(10_000))
    return "\n\n".join(lines)[:LENGTH]


def project(folder: Path, codings: int, clean: str) -> str:
    """A project with that document and so many codings, by forty codes, all over it."""
    with Project.create(folder / f"{codings}.qualcode", coder="Nina") as made:
        imported = made.documents.add("rapport.txt", text().encode(), clean=clean)
        assert imported.document
        codes = [made.codebook.create(f"Tema {number % 8}/Kode {number}") for number in range(40)]
        dice, length = random.Random(2), imported.document.characters
        rows = ["document,code,start,end"]
        words = made.documents.text(imported.document.id)
        while len(rows) <= codings:
            start = dice.randrange(length - 300)
            end = start + dice.randint(15, 280)
            if words[start:end].strip():
                rows.append(f"rapport.txt,{codes[len(rows) % 40].path},{start},{end}")
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


def middle_and_worst(times: list[float]) -> str:
    """Median and 95th percentile."""
    return f"{statistics.median(times):.0f} / {sorted(times)[max(0, round(len(times) * 0.95) - 1)]:.0f}"


def main() -> None:
    """Measure, and print the table."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--codings", type=int, nargs="+", default=[0, 500, 5000])
    asked.add_argument("--presses", type=int, default=30)
    asked.add_argument("--opens", type=int, default=3)
    asked.add_argument("--whole-app", action="store_true")
    asked.add_argument(
        "--clean", choices=["off", "auto"], default="off", help="auto: with emphasis, notes and pages"
    )
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name, browsing() as browser, bare(Path(name)) as floor_url:
        floor = statistics.median(open_bare(browser, floor_url) for _ in range(given.opens))
        print(f"{len(text()):,} characters; times in ms; floor (bare page, painted): {floor:.0f}")
        print(
            "codings | open after shell | x floor | open in all | painted p50/p95 | acked p50/p95 | remounts | reruns"
        )
        script = None if given.whole_app else ONE_DOCUMENT
        for turn, count in enumerate(given.codings):
            folder = Path(name) / str(turn)
            folder.mkdir()
            with served(project(folder, count, given.clean), folder / "home", script) as server:
                opened = [open_app(browser, server.url) for _ in range(given.opens)]
                page, shell = opened[-1][0], statistics.median(each[1] for each in opened)
                painted, acked = press(page, given.presses)
                mounts, unmounts = page.evaluate("[window.__qualcode.mounts, window.__qualcode.unmounts]")
                page.wait_for_timeout(1500)
                runs = "-" if given.whole_app else int(page.get_by_text("runs ").inner_text().split()[1]) - 1
                in_all = statistics.median(each[2] for each in opened)
                print(
                    f"{count:7,} | {shell:16.0f} | {shell / floor:7.1f} | {in_all:11.0f} | "
                    f"{middle_and_worst(painted):>15} | {middle_and_worst(acked):>13} | {mounts - 1 + unmounts:8} | {runs:>6}",
                    flush=True,
                )
                for other, *_ in opened:
                    other.context.close()


if __name__ == "__main__":
    main()
