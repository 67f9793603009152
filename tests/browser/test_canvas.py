"""Coding in the app itself, with keyboard and mouse, in a real browser."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import CANVAS, Server, browsing, choose, open_canvas, served, settled, stored, window
from playwright.sync_api import Browser, Dialog, Page, expect

from qualcode import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NAME = "Åse.txt"
TEXT = (
    "Intervju med Åse\n"
    "\n"
    "Intervjuer: Hvordan var det å komme hit 🙂 første gang?\n"
    "Åse: Det var rart. Å høre til er noe jeg måtte lære 👩‍👩‍👧 på nytt, liksom.\n"
    "\n"
    "Intervjuer: <img src=x onerror=alert(1)> & <b>hva</b> skjedde så?\n"
    "Åse: Så ble det håp. Håp på ordentlig.\n"
) + "".join(f"Åse: Og så kom dag nummer {day}, og den gikk også, på et vis.\n" for day in range(3, 80))
HOPE = "Recovery/Håp"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium."""
    with browsing() as opened:
        yield opened


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The app, with no project yet."""
    with served("", tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def address(tmp_path: Path) -> str:
    """A project with one interview and a small codebook."""
    with Project.create(tmp_path / "studie.qualcode", name="Studie", coder="Nina") as project:
        project.documents.add(NAME, TEXT.encode(), clean="off")
        for path in (HOPE, "Recovery/Å høre til", "Makt", "<script>alert(2)</script>"):
            project.codebook.create(path, definition="Når <i>noe</i> blir bedre.")
        return project.address


@pytest.fixture
def url(server: Server, address: str) -> str:
    """Where that project's coding page is."""
    return f"{server.url}/?{urlencode({'project': address, 'coder': 'Nina'})}"


@pytest.fixture
def page(browser: Browser, url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The coding page, open."""
    with window(browser, request) as opened:
        open_canvas(opened, url)
        yield opened


def spot(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def marked(page: Page) -> str:
    return "".join(page.locator(".qc-m").all_text_contents())


def press_on(page: Page, words: str) -> Callable[[bool], tuple[int, int]]:
    """Where the beginning (False) and the end (True) of `words` stand in the window, in whole pixels."""
    start, end = spot(words)

    def at(ending: bool) -> tuple[int, int]:
        box = page.evaluate(
            f"([at, ending]) => {CANVAS}.page.rectangle(at, ending)", [end if ending else start, ending]
        )
        return round(box["left"]), round((box["top"] + box["bottom"]) / 2)

    return at


def drag(page: Page, words: str) -> None:
    at = press_on(page, words)
    page.mouse.move(*at(False))
    page.mouse.down()
    page.mouse.move(*at(True), steps=5)
    page.mouse.up()


def test_words_chosen_with_the_keyboard_are_coded_stored_and_still_there_after_reloading(
    page: Page, address: str
) -> None:
    words = "Intervju"
    page.locator(".qc-bar button").last.focus()
    page.keyboard.press("Tab")
    for key in ["ArrowDown", "Home", *["Shift+ArrowRight"] * len(words)]:
        page.keyboard.press(key)
    page.keyboard.press("Enter")
    page.keyboard.type("hap")
    page.keyboard.press("Enter")
    expect(page.locator(".qc-m")).to_have_text(words)
    settled(page)
    start = TEXT.index("Intervjuer")
    assert stored(address, NAME) == [(start, start + len(words), HOPE)]
    open_canvas(page, page.url)
    expect(page.locator(".qc-m")).to_have_text(words)
    page.locator(".qc-text").focus()
    page.keyboard.press("Control+z")
    expect(page.locator(".qc-m")).to_have_count(0)
    settled(page)
    assert stored(address, NAME) == []
    page.keyboard.press("Control+Shift+z")
    expect(page.locator(".qc-m")).to_have_text(words)


def test_positions_behind_an_emoji_count_characters_not_units(page: Page, address: str) -> None:
    for words in ("å komme hit 🙂 første", "lære 👩‍👩‍👧 på", "liksom"):
        choose(page, words)
        page.keyboard.press("2")
    settled(page)
    assert stored(address, NAME) == [
        (*spot(words), HOPE) for words in ("å komme hit 🙂 første", "lære 👩‍👩‍👧 på", "liksom")
    ]


def test_words_chosen_with_the_mouse_are_coded_from_the_tools_beside_them(page: Page, address: str) -> None:
    words = "Å høre til er noe jeg måtte lære 👩‍👩‍👧 på nytt"
    drag(page, words)
    page.locator(".qc-float").get_by_text("Kod", exact=False).first.click()
    page.keyboard.type("hore")
    page.keyboard.press("Enter")
    settled(page)
    assert stored(address, NAME) == [(*spot(words), "Recovery/Å høre til")]


def test_a_selection_that_takes_in_too_much_white_space_is_tidied(page: Page, address: str) -> None:
    at = press_on(page, "Åse: Det var rart")
    page.mouse.click(*at(False), click_count=3)  # the browser's own paragraph selection ends in the next line
    page.keyboard.press("1")
    settled(page)
    line = TEXT.split("\n")[3]
    assert stored(address, NAME)[0][:2] == spot(line)


def test_a_selection_over_paragraphs_keeps_the_line_breaks_between_them(page: Page, address: str) -> None:
    words = "på nytt, liksom.\n\nIntervjuer: <img"
    drag(page, words)
    page.keyboard.press("1")
    settled(page)
    assert stored(address, NAME)[0][:2] == spot(words)
    assert marked(page) == words.replace("\n", "")


def test_codes_overlap_nest_and_stack_on_the_same_words(page: Page, address: str) -> None:
    choose(page, "Så ble det håp. Håp på ordentlig.")
    page.keyboard.press("2")
    page.keyboard.press("3")
    choose(page, "det håp")
    page.keyboard.press(".")
    choose(page, "håp. Håp på ordentlig.\nÅse: Og")
    page.keyboard.press("2")
    settled(page)
    found = stored(address, NAME)
    assert [words for words, _ in sorted(((TEXT[s:e], code) for s, e, code in found), key=str)] == sorted(
        ["Så ble det håp. Håp på ordentlig."] * 2 + ["det håp", "håp. Håp på ordentlig.\nÅse: Og"]
    )


def test_several_codes_go_on_in_one_visit_to_the_palette_and_a_new_one_is_made_by_typing(
    page: Page, address: str
) -> None:
    choose(page, "rart")
    page.keyboard.press("k")
    for name in ("hap", "makt"):
        page.keyboard.type(name)
        page.keyboard.press("Shift+Enter")
    page.keyboard.type("Følelser/Undring")
    page.keyboard.press("Enter")
    settled(page)
    assert sorted(code for _, _, code in stored(address, NAME)) == ["Følelser/Undring", "Makt", HOPE]
    choose(page, "liksom")
    page.keyboard.press(".")
    settled(page)
    assert (*spot("liksom"), "Følelser/Undring") in stored(address, NAME)


def test_the_words_themselves_become_a_code(page: Page, address: str) -> None:
    choose(page, "Å høre til")
    page.keyboard.press("v")
    settled(page)
    assert stored(address, NAME) == [(*spot("Å høre til"), "Å høre til")]
    expect(page.locator(".qc-chip").filter(has_text="Å høre til").first).to_be_visible()


def test_a_coding_is_opened_by_a_click_noted_upon_moved_recoded_and_removed(page: Page, address: str) -> None:
    choose(page, "måtte lære")
    page.keyboard.press("2")
    settled(page)
    page.mouse.click(*press_on(page, "ære 👩")(False))
    box = page.locator(".qc-codings")
    expect(box).to_contain_text(HOPE)
    box.get_by_role("button", name="Notat").click()
    page.keyboard.type("Vendepunkt\nher")
    page.keyboard.press("Control+Enter")
    settled(page)
    page.keyboard.press("]")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+Control+ArrowLeft")
    page.keyboard.press("Enter")
    settled(page)
    with Project.open(address) as project:
        (coding,) = project.codings.of(project.documents.get(NAME).id)
        assert coding.memo == "Vendepunkt\nher"
        assert TEXT[coding.start : coding.end].startswith("jeg måtte lære")
    page.keyboard.press("o")
    box.get_by_role("button", name="Bytt kode").click()
    page.keyboard.type("makt")
    page.keyboard.press("Enter")
    settled(page)
    assert stored(address, NAME)[0][2] == "Makt"
    page.keyboard.press("Delete")
    settled(page)
    assert stored(address, NAME) == []


def test_boundaries_are_dragged(page: Page, address: str) -> None:
    choose(page, "måtte")
    page.keyboard.press("2")
    page.keyboard.press("o")
    page.locator(".qc-codings").get_by_role("button", name="Juster").click()
    at = press_on(page, "måtte lære")
    handle = page.locator(".qc-end.qc-handle").bounding_box()
    assert handle
    page.mouse.move(round(handle["x"] + 1), round(handle["y"] + 5))
    page.mouse.down()
    page.mouse.move(*at(True), steps=4)
    page.mouse.up()
    page.keyboard.press("Enter")
    settled(page)
    assert stored(address, NAME)[0][:2] == spot("måtte lære")


def test_what_is_refused_leaves_the_page_and_the_person_is_told(page: Page, address: str) -> None:
    choose(page, "rart")
    with Project.open(address) as project:
        project.codebook.delete(project.codebook.get(HOPE).id)
    page.keyboard.press("2")
    expect(page.locator(".qc-warned")).to_contain_text("Ikke lagret")
    expect(page.locator(".qc-m")).to_have_count(0)
    settled(page)


def test_a_full_disk_takes_the_highlight_away_and_says_so(page: Page, server: Server, address: str) -> None:
    resource = pytest.importorskip("resource")
    if not hasattr(resource, "prlimit"):
        pytest.skip("only Linux can make a disk full for one process")
    assert server.process
    choose(page, "rart")
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (4096, resource.RLIM_INFINITY))
    page.keyboard.press("2")
    expect(page.locator(".qc-warned")).to_contain_text("Ikke lagret")
    expect(page.locator(".qc-m")).to_have_count(0)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
    page.keyboard.press("2")
    settled(page)
    assert stored(address, NAME) == [(*spot("rart"), HOPE)]


def test_another_coders_codings_are_seen_but_not_changed(page: Page, address: str) -> None:
    with Project.open(address, coder="Kari") as project:
        document, code = project.documents.get(NAME), project.codebook.get("Makt")
        kept = project.codings.apply(document.id, code.id, *spot("rart"))
    expect(page.locator(".qc-m")).to_have_text("rart", timeout=9000)  # the page asks every few seconds
    choose(page, "rart")
    page.keyboard.press("Delete")
    expect(page.locator(".qc-told")).to_contain_text("koder")
    page.keyboard.press("o")
    expect(page.locator(".qc-codings")).to_contain_text("Kari")
    expect(page.locator(".qc-codings").get_by_role("button", name="Fjern")).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Bare mine").click()
    expect(page.locator(".qc-m")).to_have_count(0)
    assert len(stored(address, NAME)) == 1 and kept.end == spot("rart")[1]


def test_one_walks_from_coding_to_coding(page: Page) -> None:
    for words in ("rart", "dag nummer 70", "Så ble"):
        choose(page, words)
        page.keyboard.press("2")
    settled(page)
    page.keyboard.press("Control+Home")
    seen = []
    for key in "nnnnp":
        page.keyboard.press(key)
        seen.append(page.evaluate(f"{CANVAS}.text.slice({CANVAS}.choice.start, {CANVAS}.choice.end)"))
    assert seen == ["rart", "Så ble", "dag nummer 70", "rart", "dag nummer 70"]


def test_nothing_in_a_document_or_a_codebook_can_run(page: Page) -> None:
    opened: list[Dialog] = []
    page.on("dialog", lambda dialog: opened.append(dialog))
    choose(page, "rart")
    page.keyboard.press("Enter")
    page.keyboard.type("script")
    page.keyboard.press("Enter")
    page.keyboard.press("o")
    expect(page.locator(".qc-codings")).to_contain_text("<script>alert(2)</script>")
    expect(page.locator(".qc-text")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".qc img, .qc script").count() == 0
    assert opened == []


def test_no_request_leaves_this_machine(
    browser: Browser, server: Server, url: str, request: pytest.FixtureRequest
) -> None:
    with window(browser, request) as page:
        asked: list[str] = []
        page.on("request", lambda sent: asked.append(sent.url))
        page.on("websocket", lambda socket: asked.append(socket.url))
        open_canvas(page, url)
        choose(page, "rart")
        page.keyboard.press("2")
        settled(page)
    outside = [
        sent for sent in asked if not re.match(rf"(https?|wss?)://localhost:{server.port}/|data:|blob:", sent)
    ]
    assert outside == [] != asked


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_checker_of_accessibility_finds_nothing_serious(
    browser: Browser, url: str, request: pytest.FixtureRequest, scheme: str
) -> None:
    with window(browser, request, color_scheme=scheme) as page:
        open_canvas(page, url)
        choose(page, "Så ble det håp. Håp på ordentlig.")
        for key in "1234":
            page.keyboard.press(key)
        choose(page, "Hvordan var det å")
        page.keyboard.press("3")
        settled(page)
        page.keyboard.press("Enter")
        found = Axe().run(page, context=".qc").response["violations"]
        page.keyboard.press("Escape")
        page.keyboard.press("o")
        found += Axe().run(page, context=".qc").response["violations"]
    serious = [
        (each["id"], each["nodes"][0]["html"][:200])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]
    assert serious == []


def test_what_is_undone_beside_the_text_goes_from_the_text_at_once(page: Page, address: str) -> None:
    choose(page, "rart")
    page.keyboard.press("2")
    settled(page)
    undo = page.locator("[data-testid=stSidebar]").get_by_role("button", name="Angre")
    expect(undo).to_be_enabled()
    page.wait_for_timeout(1500)
    undo.click()
    expect(page.locator(".qc-m")).to_have_count(0, timeout=3000)  # not only when the page asks by itself
    assert stored(address, NAME) == []


def test_coming_back_to_the_page_finds_it_as_it_was_left(page: Page) -> None:
    choose(page, "dag nummer 70")
    before = page.evaluate(f"[{CANVAS}.frame.scroll.scrollTop, {CANVAS}.choice.start]")
    sidebar = page.locator("[data-testid=stSidebar]")
    sidebar.get_by_role("link", name="Dokumenter").click()
    expect(page.locator(".qc")).to_have_count(0)
    sidebar.get_by_role("link", name="Koding").click()
    expect(page.locator(".qc")).to_be_visible()
    page.wait_for_timeout(300)
    assert page.evaluate(f"[{CANVAS}.frame.scroll.scrollTop, {CANVAS}.choice.start]") == before
    page.locator(".qc-text").focus()
    page.keyboard.press("2")
    expect(page.locator(".qc-m")).to_have_text("dag nummer 70")


def test_the_page_could_not_speak_to_another_machine_if_it_wanted(page: Page) -> None:
    sent = page.evaluate("fetch('http://example.org/').then(() => 'sent', error => String(error))")
    assert "Failed" in sent
    assert page.evaluate("fetch('/_stcore/health').then(answer => answer.status)") == 200
