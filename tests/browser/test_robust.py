"""The canvas when things go wrong around it: killed servers, many coders, reruns, odd texts."""

import random
import re
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from browsing import CANVAS, ONE_DOCUMENT, Server, browsing, choose, open_canvas, served, settled, window
from playwright.sync_api import Browser, Page, Route, expect

from qualcode import Project
from qualcode.ui import access
from qualcode.ui.canvas import assets

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LINE = "Åse: På dag nummer {day} gikk vi ned til kaia 🙂 og så på båtene som lå der."
TEXT = "\n\n".join(LINE.format(day=day) for day in range(1, 400))
ODD = (
    "Familie 👩‍👩‍👧‍👦 og flagg 🇳🇴🇸🇯, e\u0301 og å, \u05e9\u05dc\u05d5\u05dd, hardt\u00a0mellomrom,\ttab, \u2028 skille, "
    "\ufeff midt i, 👍🏽 tommel, ﷽, Ça, <b>fet</b> &amp; 𝒜𝒷𝒸.\n\n" + "ord 🙂 " * 1800 + "\n\n\nSlutt."
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with browsing() as opened:
        yield opened


def project_of(folder: Path, *texts: str) -> str:
    with Project.create(folder / "studie.qualcode", coder="Nina") as project:
        for number, text in enumerate(texts):
            project.documents.add(f"{number}.txt", text.encode(), clean="off")
        for name in ("Håp", "Makt", "Rom", "Tid"):
            project.codebook.create(name)
        return project.address


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """The small page with the canvas, on a long interview."""
    with served(project_of(tmp_path, TEXT), tmp_path / "home", ONE_DOCUMENT) as running:
        yield running


@pytest.fixture
def page(browser: Browser, server: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """That page, open."""
    with window(browser, request) as opened:
        open_canvas(opened, server.url)
        yield opened


@pytest.fixture
def talk(server: Server, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Callable[[list[Any]], list[Any]]]:
    """Makes coders who speak to the server's routes without a browser."""
    monkeypatch.setenv("QUALCODE_HOME", str(server.home))
    with Project.open(server.address) as project:
        document, code = project.documents.all()[0], project.codebook.get("Håp")

    def coder(name: str) -> Callable[[list[Any]], list[Any]]:
        headers = {"X-Qualcode-Token": access.issue(access.Permit(server.address, name))}

        def send(starts: list[Any]) -> list[Any]:
            at = {"op": "add", "code": code.id}
            ops = [at | {"uid": f"{name} {s}", "id": str(uuid4()), "start": s, "end": s + 3} for s in starts]
            body = {"have": 0, "sha": document.sha, "ops": ops}
            path = f"{server.url}/qualcode/api/ops/{document.id}"
            return list(httpx.post(path, json=body, headers=headers, timeout=60).json()["answers"])

        return send

    return coder


def starts(address: str) -> list[int]:
    with Project.open(address) as project:
        return sorted(coding.start for coding in project.codings.of(project.documents.all()[0].id))


def spread(count: int) -> list[int]:
    """Where “dag” stands, in the first lines."""
    return [found.start() for found in re.finditer("dag", TEXT)][:count]


def test_ten_coders_at_once_over_the_network_lose_nothing(server: Server, talk: Any) -> None:
    def work(number: int) -> bool:
        send = talk(f"Koder {number}")
        return all(send([at + number * 4])[0]["ok"] for at in spread(20))

    with ThreadPoolExecutor(10) as pool:
        assert all(pool.map(work, range(10)))
    assert starts(server.address) == sorted(at + number * 4 for at in spread(20) for number in range(10))


def test_a_server_killed_at_work_keeps_every_acknowledged_coding_once(server: Server, talk: Any) -> None:
    send, acknowledged, waiting = talk("Nina"), [], spread(200)
    while waiting:
        if len(acknowledged) == 60:
            server.kill()
            assert set(acknowledged) <= set(starts(server.address))
            server.start()
            waiting = [acknowledged[-1], *waiting]  # an answer that got lost: the same op goes out again
        answers = send(waiting[:1])
        assert answers[0]["ok"]
        acknowledged += waiting[:1]
        waiting = waiting[1:]
    assert starts(server.address) == spread(200)


def test_codings_wait_in_the_page_while_the_server_is_gone_and_are_stored_once_it_is_back(
    page: Page, server: Server
) -> None:
    code = "window.__code = (at, code) => { const { choice, actions } = %s; choice.set(at, at + 3); actions.applySlot(code) }"
    page.evaluate(code % CANVAS)
    for number, at in enumerate(spread(200)):
        if number == 80:
            server.kill()
        page.evaluate("([at]) => window.__code(at, 0)", [at])
    expect(page.locator(".qc-status")).to_contain_text("Ikke lagret")
    assert page.locator(".qc-unsaved").count() > 0
    acknowledged = page.evaluate(f"[...{CANVAS}.codings.stored.values()].map(coding => coding.start)")
    assert set(acknowledged) <= set(starts(server.address))
    server.start()
    settled(page)
    assert starts(server.address) == spread(200)
    expect(page.locator(".qc-status")).to_contain_text("Lagret")
    expect(page.locator(".qc-unsaved")).to_have_count(0)


def test_what_a_closed_page_could_not_deliver_is_delivered_by_the_next(page: Page, server: Server) -> None:
    choose(page, "kaia")
    server.kill()
    page.keyboard.press("1")
    expect(page.locator(".qc-status")).to_contain_text("Ikke lagret")
    server.start()
    fresh = page.context.new_page()
    page.close(run_before_unload=False)
    open_canvas(fresh, server.url)
    settled(fresh)
    assert starts(server.address) == [TEXT.index("kaia")]


def test_reruns_and_themes_leave_the_canvas_alone(page: Page) -> None:
    choose(page, "dag nummer 40")
    page.keyboard.press("1")
    settled(page)
    expect(page.get_by_text("codings 1")).to_be_visible()
    before = page.evaluate(f"[{CANVAS}.frame.scroll.scrollTop, {CANVAS}.choice.start, {CANVAS}.choice.end]")
    assert before[0] > 0
    page.get_by_role("button", name="again").click()
    expect(page.get_by_text("runs 2 ")).to_be_visible()
    page.emulate_media(color_scheme="dark")
    expect(page.locator(".qc")).to_have_attribute("data-theme", "dark")
    after = page.evaluate(f"[{CANVAS}.frame.scroll.scrollTop, {CANVAS}.choice.start, {CANVAS}.choice.end]")
    assert after == before
    assert page.evaluate("[window.__qualcode.mounts, window.__qualcode.unmounts]") == [1, 0]


def test_coding_runs_no_script_and_streamlits_own_keys_stay_out(page: Page) -> None:
    choose(page, "kaia")
    for key in ["1", "2", "3", "r", "Escape", "c", "Escape"]:
        page.keyboard.press(key)
    settled(page)
    expect(page.get_by_text("codings 3")).to_be_visible()
    expect(page.get_by_text("runs 1 ")).to_be_visible()
    assert page.evaluate("[window.__qualcode.mounts, window.__qualcode.unmounts]") == [1, 0]


def test_the_page_can_send_the_canvas_to_a_place_again_and_again(page: Page) -> None:
    for _ in range(2):
        page.evaluate(f"{CANVAS}.choice.go(0)")
        page.get_by_role("button", name="jump").click()
        page.wait_for_function(f"{CANVAS}.choice.start === 20005")
        page.wait_for_timeout(200)
        box = page.evaluate(f"{CANVAS}.page.rectangle(20005)")
        assert 100 < box["top"] < 800


def test_a_burst_of_keys_is_stored_whole(page: Page, server: Server) -> None:
    choose(page, "kaia")
    for key in "1234" * 3:
        page.keyboard.press(key)
        page.keyboard.press("Shift+ArrowRight")
    settled(page)
    assert len(starts(server.address)) == 12


@pytest.mark.parametrize("text", [TEXT, ODD, "\n\n🙂\n", "a"], ids=["long", "odd", "emoji", "one letter"])
def test_positions_in_the_page_are_those_of_the_text(
    browser: Browser, tmp_path: Path, request: pytest.FixtureRequest, text: str
) -> None:
    with (
        served(project_of(tmp_path, text), tmp_path / "home", ONE_DOCUMENT) as server,
        window(browser, request) as page,
    ):
        open_canvas(page, server.url)
        with Project.open(server.address) as project:
            text = project.documents.text(project.documents.all()[0].id)
        dice = random.Random(7)
        ranges = [sorted(dice.randint(0, len(text)) for _ in range(2)) for _ in range(800)]
        found = page.evaluate(
            f"""ranges => ranges.map(([start, end]) => {{
                const {{ text, page }} = {CANVAS}
                const range = page.range(start, end)
                const there = page.position(range.startContainer, range.startOffset)
                const back = page.position(range.endContainer, range.endOffset)
                const broken = end > start && text.slice(end - 1, end) === "\\n"
                return [text.slice(start, end), there, broken ? back + 1 : end > start ? back : end]
            }})""",
            ranges,
        )
        assert [(words, s, e) for words, s, e in found] == [(text[s:e], s, e) for s, e in ranges]
        tidy = page.evaluate(
            f"ranges => ranges.map(([start, end]) => {CANVAS}.text.tidy(start, end))", ranges
        )
        for (start, end), span in zip(ranges, tidy, strict=True):
            check_tidy(text, start, end, span)


def check_tidy(text: str, start: int, end: int, span: dict[str, int] | None) -> None:
    """A tidied stretch holds the same words, cuts no character in two, and has no white space at its ends."""
    if span is None:
        assert not text[start:end].strip(" \n\t\r\ufeff\u00a0\u2028")
        return
    words = text[span["start"] : span["end"]]
    assert words == words.strip() != ""
    assert text[start:end].strip(" \n\t\u00a0\u2028\ufeff") in words


def test_a_script_that_cannot_be_loaded_says_so(
    browser: Browser, server: Server, request: pytest.FixtureRequest
) -> None:
    with window(browser, request) as page:
        page.route(f"**/static/{assets.version()}/main.js", lambda route: route.abort())
        page.goto(server.url)
        expect(page.get_by_role("alert").first).to_contain_text("kunne ikke åpnes")


def test_thirty_quick_keys_are_all_stored(page: Page, server: Server) -> None:
    choose(page, "kaia")
    page.evaluate(
        f"""() => new Promise(done => {{
            let number = 0
            const press = () => {{
                const {{ choice, body = document.querySelector(".qc-text") }} = {CANVAS}
                choice.set(20 + number * 40, 30 + number * 40)
                body.dispatchEvent(new KeyboardEvent("keydown", {{ key: "1", code: "Digit1", bubbles: true }}))
                if (++number < 30) setTimeout(press, 5)
                else done()
            }}
            press()
        }})"""
    )
    settled(page)
    assert len(starts(server.address)) == 30


def test_what_others_code_is_here_within_two_seconds(page: Page, talk: Any) -> None:
    page.wait_for_timeout(1500)  # a request is waiting at the server by now
    talk("Kari")([TEXT.index("kaia")])
    expect(page.locator(".qc-m")).to_have_count(1, timeout=2000)
    talk("Ola")([TEXT.index("båtene")])
    expect(page.locator(".qc-m")).to_have_count(2, timeout=2000)


def test_a_page_that_nobody_sees_asks_for_nothing_and_catches_up_when_it_is_seen(
    page: Page, talk: Any
) -> None:
    hide = """hidden => {
        Object.defineProperty(document, "hidden", { value: hidden, configurable: true })
        document.dispatchEvent(new Event("visibilitychange"))
    }"""
    page.evaluate(hide, True)
    asked: list[str] = []
    page.on("request", lambda sent: asked.append(sent.url))
    talk("Kari")([TEXT.index("kaia")])
    page.wait_for_timeout(2500)
    assert not [url for url in asked if "/api/codings/" in url]
    page.evaluate(hide, False)
    expect(page.locator(".qc-m")).to_have_count(1, timeout=2000)


def test_a_cut_connection_loses_and_doubles_nothing(page: Page, server: Server) -> None:
    cut = "**/qualcode/api/**"
    page.route(cut, lambda route: route.abort())
    began = time.monotonic()
    for number, at in enumerate(spread(40)):
        page.evaluate(f"at => {{ {CANVAS}.choice.set(at, at + 3); {CANVAS}.actions.applySlot(0) }}", at)
        page.wait_for_timeout(150 if number < 39 else 0)
    expect(page.locator(".qc-status")).to_contain_text("Ikke lagret: 40")
    assert page.evaluate(f"{CANVAS}.outbox.wait") > 1000  # it tries less and less often
    page.wait_for_timeout(max(0, 8_000 - 1000 * (time.monotonic() - began)))
    page.unroute(cut)
    settled(page)
    assert starts(server.address) == spread(40)
    expect(page.locator(".qc-status")).to_contain_text("Lagret")


def test_an_answer_that_never_arrives_does_not_code_twice(page: Page, server: Server) -> None:
    lost: list[str] = []

    def lose(route: Route) -> None:
        if len(lost) < 2:
            lost.append(route.request.url)
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/qualcode/api/ops/**", lose)
    choose(page, "kaia")
    page.keyboard.press("1")
    settled(page)
    assert len(lost) == 2
    assert starts(server.address) == [TEXT.index("kaia")]


def test_a_document_that_somebody_removes_keeps_what_waits_and_says_so_once(
    page: Page, server: Server
) -> None:
    asked: list[str] = []
    with Project.open(server.address, coder="Kari") as project:
        choose(page, "kaia")
        project.documents.remove(project.documents.all()[0].id)
        page.keyboard.press("1")
        expect(page.locator(".qc-status")).to_have_attribute("data-state", "gone")
        expect(page.locator(".qc-warned")).to_have_count(1)
        page.on("request", lambda sent: asked.append(sent.url))
        choose(page, "båtene")
        page.keyboard.press("2")
        page.wait_for_timeout(2500)
        assert not [url for url in asked if "/qualcode/api/" in url]
        expect(page.locator(".qc-warned")).to_have_count(1)
        expect(page.locator(".qc-unsaved")).to_have_count(2)
        assert project.undo()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # somebody comes back to the page
    settled(page)
    assert starts(server.address) == sorted([TEXT.index("kaia"), TEXT.index("båtene")])


def test_two_tabs_of_one_coder_agree(page: Page, server: Server) -> None:
    other = page.context.new_page()
    open_canvas(other, server.url)
    for tab, words, key in [
        (page, "kaia", "1"),
        (other, "båtene", "2"),
        (page, "gikk", "3"),
        (other, "kaia", "1"),
    ]:
        choose(tab, words)
        tab.keyboard.press(key)
    settled(page)
    settled(other)
    for tab in (page, other):
        expect(tab.locator(".qc-m")).to_have_count(3, timeout=3000)
    assert starts(server.address) == sorted(TEXT.index(words) for words in ("kaia", "båtene", "gikk"))


def test_two_thousand_codes_are_found_by_typing(
    browser: Browser, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    address = project_of(tmp_path, TEXT)
    table = "path\n" + "".join(f"Sak {number:04}\n" for number in range(2000))
    with Project.open(address) as project:
        project.codebook.import_file("koder.csv", table.encode())
    with served(address, tmp_path / "home", ONE_DOCUMENT) as server, window(browser, request) as page:
        open_canvas(page, server.url)
        choose(page, "kaia")
        page.keyboard.press("Enter")
        page.keyboard.type("sak 1873")
        page.keyboard.press("Enter")
        settled(page)
        with Project.open(address) as project:
            (coding,) = project.codings.of(project.documents.all()[0].id)
            assert project.codebook.get(coding.code_id).path == "Sak 1873"
