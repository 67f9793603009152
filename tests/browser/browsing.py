"""A real server in its own process, and a real Chromium in front of it."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright

from qualcode import Project

ROOT = Path(__file__).resolve().parents[2]
ARTIFACTS = ROOT / "tests" / "artifacts"
ONE_DOCUMENT = Path(__file__).with_name("one_document.py")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
START = "import sys; from qualcode.ui.server import serve; serve(sys.argv[1], port=int(sys.argv[2]), open_browser=False"
READY = "!!(window.__qualcode && window.__qualcode.marks.ready)"
CANVAS = "window.__qualcode.canvas"
SETTLED = f"{CANVAS}.outbox.queue.length === 0 && {CANVAS}.codings.pending.length === 0"


class Server:
    """The app in a process of its own, on a port of its own; may be killed and started again there."""

    def __init__(
        self, address: str, home: Path, script: Path | None = None, before: Path | None = None
    ) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.address, self.home, self.script = address, home, script
        self.paths = os.pathsep.join(map(str, filter(None, (before, ROOT))))
        self.url = f"http://localhost:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> "Server":
        """Start, and wait until it answers."""
        paths = {
            "PYTHONPATH": self.paths,
            "QUALCODE_HOME": str(self.home),
            "QUALCODE_DEBUG": "1",
            "QUALCODE_PROJECT": "",
        }
        command = START + (
            f", script=__import__('pathlib').Path({str(self.script)!r}))" if self.script else ")"
        )
        self.home.mkdir(exist_ok=True)
        with (self.home / "log").open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", command, self.address, str(self.port)],
                env=os.environ | paths,
                cwd=self.home,
                stdout=log,
                stderr=log,
            )
        for _ in range(300):
            if self._answers():
                return self
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        raise AssertionError((self.home / "log").read_text())

    def run(self, code: str) -> int:
        """Runs some Python under the same conditions; its exit status."""
        line = [sys.executable, "-c", code]
        return subprocess.run(
            line, env=os.environ | {"PYTHONPATH": self.paths}, capture_output=True
        ).returncode

    def _answers(self) -> bool:
        try:
            return httpx.get(f"{self.url}/_stcore/health", timeout=5).status_code == 200
        except httpx.HTTPError:
            return False

    def kill(self) -> None:
        """End at once, as a power cut would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()


@contextmanager
def served(address: str, home: Path, script: Path | None = None) -> Iterator[Server]:
    """The app at work on the project at `address`."""
    server = Server(address, home, script).start()
    try:
        yield server
    finally:
        server.kill()


def chromium(playwright: Playwright) -> Browser:
    """The system's Chromium; without one the test skips, and fails in CI."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None and os.environ.get("CI"):
        pytest.fail("no Chromium on this machine, and CI needs one")
    if path is None:
        pytest.skip("no Chromium on this machine")
    return playwright.chromium.launch(executable_path=path, args=ARGUMENTS)


@contextmanager
def browsing() -> Iterator[Browser]:
    """One browser for a module's tests."""
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@contextmanager
def window(browser: Browser, request: pytest.FixtureRequest, **options: Any) -> Iterator[Page]:
    """A fresh window; when the test fails, its trace and a picture stay in `tests/artifacts`."""
    size = {"width": 1280, "height": 860}
    context = browser.new_context(**{"viewport": size, "locale": "nb-NO", **options})
    context.tracing.start(screenshots=True, snapshots=True)
    page = context.new_page()
    failed_before = request.session.testsfailed
    yield page
    _keep(context, page, request) if request.session.testsfailed > failed_before else context.tracing.stop()
    context.close()


def _keep(context: BrowserContext, page: Page, request: pytest.FixtureRequest) -> None:
    folder = ARTIFACTS / "".join(c if c.isalnum() else "-" for c in request.node.name)[:80]
    folder.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=folder / "page.png")
    context.tracing.stop(path=folder / "trace.zip")


def open_canvas(page: Page, url: str) -> None:
    """Go there, and wait until the text can be coded."""
    page.goto(url)
    page.wait_for_function(READY)


def settled(page: Page) -> None:
    """Wait until everything the person did is acknowledged."""
    page.wait_for_function(SETTLED)


def choose(page: Page, words: str) -> None:
    """Put the caret before `words`, and select them with the keyboard."""
    begin, length = page.evaluate(
        f"""words => {{
            const {{ text, choice }} = {CANVAS}
            const all = text.slice(0, text.length)
            const start = [...all.slice(0, all.indexOf(words))].length
            document.querySelector(".qc-text").focus()
            choice.go(start, false)
            return [start, [...words].length]
        }}""",
        words,
    )
    at = begin
    while at < begin + length:
        page.keyboard.press("Shift+ArrowRight")
        at = page.evaluate(f"{CANVAS}.choice.focus")


def stored(address: str, document: str) -> list[tuple[int, int, str]]:
    """Start, end and code path of every coding, read from the file itself."""
    with Project.open(address) as project:
        paths = {code.id: code.path for code in project.codebook.all()}
        found = project.codings.of(project.documents.get(document).id)
        return [(coding.start, coding.end, paths[coding.code_id]) for coding in found]
