"""Nothing leaves the machine: neither the browser's requests nor the server's, on any page."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browsing import Server, browsing, choose, open_canvas, settled, stored, window
from playwright.sync_api import Browser, Request

from qualcode import Project

GUARD = """
import ipaddress, os, sys

def local(host):
    try:
        return ipaddress.ip_address(host).is_loopback or ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return host in ("localhost", "", None)

def watch(event, arguments):
    if event == "socket.connect" and isinstance(arguments[1], tuple) and not local(arguments[1][0]):
        refuse(event, arguments[1])
    if event in ("socket.getaddrinfo", "socket.gethostbyname") and not local(arguments[0]):
        refuse(event, arguments[0])

def refuse(event, where):
    with open(os.environ["REFUSED"], "a") as file:
        print(event, where, file=file)
    raise OSError("refused: nothing may leave this machine")

sys.addaudithook(watch)
"""
PAGES = ("project", "documents", "code", "codebook", "excerpts", "frequencies", "export", "journal")
pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as opened:
        yield opened


@pytest.fixture
def guarded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """The app on a small project, in a process that may call nobody but this machine."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD, "utf-8")
    monkeypatch.setenv("REFUSED", str(tmp_path / "refused"))
    with Project.create(tmp_path / "studie.qualcode", coder="Nina") as project:
        project.documents.add("Åse.txt", "Åse: Jeg bestemte selv.\n".encode())
        project.codebook.create("Makt")
    server = Server(str(tmp_path / "studie.qualcode"), tmp_path / "home", before=tmp_path / "guard")
    server.start()
    yield server
    server.kill()


def test_the_guard_really_refuses(tmp_path: Path, guarded: Server) -> None:
    assert guarded.run("import socket; socket.create_connection(('192.0.2.1', 9), 1)") != 0
    assert "192.0.2.1" in (tmp_path / "refused").read_text()


def test_coding_and_every_page_work_without_a_call_to_any_other_machine(
    browser: Browser, guarded: Server, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    called: set[str] = set()

    def note(sent: Request) -> None:
        parts = urlsplit(sent.url)
        if parts.scheme not in ("blob", "data"):
            called.add(parts.hostname or "")

    with window(browser, request) as page:
        page.on("request", note)
        page.on("websocket", lambda socket: called.add(urlsplit(socket.url).hostname or ""))
        open_canvas(page, guarded.url)
        choose(page, "bestemte selv")
        page.keyboard.press("1")
        settled(page)
        for name in PAGES:
            page.goto(f"{guarded.url}/{name}")
            page.locator(f".st-key-page-{name}").wait_for()
            page.wait_for_timeout(700)
    assert stored(guarded.address, "Åse.txt") == [(9, 22, "Makt")]
    assert called == {"localhost"}
    assert not (tmp_path / "refused").exists(), (tmp_path / "refused").read_text()
