"""Coding without a mouse: where the keys lead, what the palette finds, and a whole session by keyboard."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import CANVAS, Server, browsing, choose, open_canvas, served, settled, stored, window
from playwright.sync_api import Browser, Page, expect

from qualcode import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

NAME, OTHER = "Åse.md", "Berit.txt"
BELONG = "Å høre til 👩‍👩‍👧 er noe jeg måtte lære på nytt."
MEMORIES = "Så kom m̄inner."
HOPED = "Så ble det håp 🙂. Håp på ordentlig."
TEXT = (
    "Intervju med Åse\n"
    "\n"
    "Intervjuer: Hvordan var det å komme hit 🙂 første gang?\n"
    f"Åse: Det var rart. {BELONG} {MEMORIES}\n"
    "\n"
    "# Om håp\n"
    "\n"
    "Intervjuer: Og så?\n"
    f"Åse: {HOPED}\n"
    "Åse: Jeg fikk æren av å være med.\n"
    "Åse: Ja. Øl ble det òg.\n"
    "\n"
    "# Siden\n"
    "\n"
    "Åse: Nå går det bra.\n"
)
HOPE, BELONGING = "Recovery/Håp", "Recovery/Å høre til"
CODES = (HOPE, BELONGING, "Makt", "Økonomi/Bolig og råd", "Økonomi/Lån")


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
    """A project with two interviews and a small codebook."""
    with Project.create(tmp_path / "studie.qualcode", name="Studie", coder="Nina") as project:
        made = project.documents.add(NAME, TEXT.encode(), clean="off").document
        assert made and project.documents.text(made.id) == TEXT
        project.documents.add(OTHER, b"Berit: Det ble bra til slutt.\n", clean="off")
        for path in CODES:
            project.codebook.create(path, definition="Når <i>noe</i> blir bedre, " * 9)
        return project.address


@pytest.fixture
def url(server: Server, address: str) -> str:
    """Where that project's coding page is."""
    return f"{server.url}/?{urlencode({'project': address, 'coder': 'Nina'})}"


@pytest.fixture
def page(browser: Browser, url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The coding page, open, the caret at the beginning of the text."""
    with window(browser, request) as opened:
        open_canvas(opened, url)
        opened.locator(".qc-text").focus()
        opened.keyboard.press("Control+Home")
        yield opened


def spot(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def chosen(page: Page) -> str:
    return str(page.evaluate(f"{CANVAS}.text.slice({CANVAS}.choice.start, {CANVAS}.choice.end)"))


def caret(page: Page) -> int:
    return int(page.evaluate(f"{CANVAS}.choice.focus"))


def said(page: Page) -> str:
    return page.locator(".qc-heard[role=status]").last.inner_text()


def test_a_whole_session_without_a_mouse(page: Page, address: str) -> None:
    press(page, "Alt+ArrowDown", "Alt+ArrowDown", "Alt+ArrowDown", "s", "s", "Enter")
    page.keyboard.type("til hore")
    press(page, "Enter", "Alt+Shift+ArrowDown", "Enter")
    page.keyboard.type("Følelser/Undring")
    press(page, "Enter", "ArrowRight", "l")
    page.keyboard.type("haap")
    press(page, "Enter")
    expect(page.locator(".qc-locked")).to_contain_text("Håp")
    press(page, "u", "Enter", "u", "Enter", "u", "Enter", "Escape")
    expect(page.locator(".qc-locked")).to_be_hidden()
    press(page, "m")
    page.keyboard.type("Øl & æøå 🙂")
    press(page, "Control+Enter", "p", "r")
    page.keyboard.type("makt")
    press(page, "Enter", "Alt+Shift+ArrowLeft", "Enter")
    settled(page)
    now = [
        (spot(BELONG)[0], spot(MEMORIES)[1], "Følelser/Undring"),
        (*spot(BELONG), BELONGING),
        (*spot(HOPED), HOPE),
        (*spot("Jeg fikk æren av å være"), "Makt"),
        (*spot("Ja. Øl ble det òg."), HOPE),
    ]
    assert stored(address, NAME) == now
    press(page, "Control+Home", "n", "n", "Delete")
    settled(page)
    assert stored(address, NAME) == [now[0], *now[2:]]
    press(page, "Control+z")
    settled(page)
    assert stored(address, NAME) == now
    press(page, "Control+Shift+z")
    settled(page)
    press(page, "n", "j")
    assert chosen(page) == "Ja. Øl ble det òg."
    assert "Recovery/Håp: 2 av 2" in said(page)
    assert stored(address, NAME) == [now[0], *now[2:]]
    with Project.open(address) as project:
        memos = [coding.memo for coding in project.codings.of(project.documents.get(NAME).id)]
    assert memos == ["", "", "", "Øl & æøå 🙂"]


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        (["Alt+Shift+ArrowDown"], "Intervju med Åse"),
        (["Alt+ArrowDown", "Alt+ArrowDown", "Alt+Shift+ArrowDown"], "Det var rart."),
        ([*["Alt+ArrowDown"] * 3, "Alt+Shift+ArrowUp"], "Det var rart. "),
        ([*["Alt+ArrowDown"] * 4, "Alt+ArrowUp", "Alt+Shift+ArrowDown"], BELONG),
        ([*["Alt+ArrowDown"] * 2, *["Alt+Shift+ArrowDown"] * 2, "Alt+Shift+ArrowUp"], "Det var rart."),
        ([*["Control+ArrowDown"] * 2, "Control+Shift+ArrowDown"], f"Det var rart. {BELONG} {MEMORIES}"),
        (
            ["Alt+PageDown", "Alt+PageDown", "Alt+PageUp", "Alt+Shift+PageDown"],
            TEXT[slice(TEXT.index("Om håp"), TEXT.index("\n\n# Siden"))],
        ),
    ],
)
def test_keys_go_and_select_by_sentence_paragraph_and_section(
    page: Page, keys: list[str], words: str
) -> None:
    press(page, *keys)
    assert chosen(page) == words


def test_a_selection_widens_to_the_section_and_narrows_the_same_way_back(page: Page) -> None:
    at = spot("håp 🙂")[0]
    page.evaluate(f"at => {CANVAS}.choice.go(at, false)", at)
    steps = []
    for _ in range(5):
        press(page, "s")
        steps.append(chosen(page))
    assert steps[:3] == ["håp", "Så ble det håp 🙂.", HOPED]
    assert steps[3].startswith("Om håp") and steps[3].endswith("òg.")
    back = []
    for _ in range(4):
        press(page, "Shift+S")
        back.append(chosen(page))
    assert back[:3] == steps[2::-1]
    press(page, "Shift+S")
    assert (caret(page), chosen(page)) == (at, "")


def test_what_is_not_coded_is_found_without_questions_headings_and_what_is_left_out(
    page: Page, address: str, url: str
) -> None:
    with Project.open(address, coder="Nina") as project:
        project.cleaning.leave_out(project.documents.get(NAME).id, *spot("Ja. Øl ble det òg."))
    open_canvas(page, url)
    page.locator(".qc-text").focus()
    press(page, "Control+Home")
    seen = []
    for key in ("u", "u", "1", "u", "u", "u", "u", "Shift+U"):
        press(page, key)
        seen.append(chosen(page))
    told = f"Det var rart. {BELONG} {MEMORIES}"
    later = [HOPED, "Jeg fikk æren av å være med.", "Nå går det bra."]
    assert seen == ["Intervju med Åse", told, told, *later, "Intervju med Åse", "Nå går det bra."]
    assert "Åse" in said(page) and ": 4" in said(page)


def test_the_palette_finds_by_any_parts_in_any_order_and_takes_what_was_used_last_first(
    page: Page, address: str
) -> None:
    listed = page.locator(".qc-item")
    choose(page, "rart")
    for typed, found in (
        ("rad bolig", "Økonomi/Bolig og råd"),
        ("laan oek", "Økonomi/Lån"),
        ("TIL å rec", BELONGING),
    ):
        press(page, "Enter")
        page.keyboard.type(typed)
        expect(listed.first).to_contain_text(found)
        press(page, "Control+Enter")
        expect(page.locator(".qc-palette")).to_be_visible()
        press(page, "Escape")
    press(page, "Enter")
    expect(page.get_by_role("group", name="Brukt sist").locator(".qc-item")).to_have_count(3)
    expect(listed.first).to_contain_text("Å høre til")
    expect(listed.first.locator(".qc-count")).to_contain_text("1")
    page.keyboard.type("øko")
    expect(listed.nth(1)).to_contain_text("Lån")  # used later than the other
    settled(page)
    assert len(stored(address, NAME)) == 3


def test_tab_writes_the_path_out_and_a_code_is_named_below_it(page: Page, address: str) -> None:
    choose(page, "rart")
    press(page, "Enter")
    page.keyboard.type("haap")
    field = page.locator(".qc-find")
    press(page, "Tab")
    expect(field).to_have_value(HOPE)
    press(page, "Tab")
    expect(field).to_have_value(f"{HOPE}/")
    page.keyboard.type("Lite")
    press(page, "Enter")
    settled(page)
    assert stored(address, NAME) == [(*spot("rart"), f"{HOPE}/Lite")]
    press(page, "Enter", "Shift+Tab")
    expect(page.locator(".qc-palette")).to_be_hidden()
    assert page.evaluate(f"{CANVAS}.frame.textHasFocus()")


def test_an_undo_in_another_document_says_so_and_leads_there(page: Page, address: str) -> None:
    choose(page, "rart")
    press(page, "1")
    settled(page)
    page.get_by_role("button", name="Neste dokument").click()
    expect(page.locator(".qc-text")).to_contain_text("Det ble bra")
    page.locator(".qc-text").focus()
    press(page, "Control+z")
    told = page.locator(".qc-told")
    expect(told).to_contain_text(f"Det var i {NAME}")
    settled(page)
    assert stored(address, NAME) == []
    told.get_by_role("button", name="Gå dit").press("Enter")
    expect(page.locator(".qc-text")).to_contain_text("Det var rart")
    page.wait_for_function(f"{CANVAS}.ready && {CANVAS}.choice.placed")
    assert chosen(page) == "rart"


def test_the_sheet_of_keys_is_searched_and_gives_the_focus_back(page: Page) -> None:
    sheet = page.get_by_role("dialog", name="Taster")
    press(page, "?")
    page.keyboard.type("las kode")
    expect(sheet.locator(".qc-row:visible")).to_have_count(1)
    page.keyboard.type(" xyz")
    expect(sheet.get_by_role("status")).to_have_text("Ingen tast gjør det.")
    press(page, "Escape")
    expect(sheet).to_have_count(0)
    assert page.evaluate(f"{CANVAS}.frame.textHasFocus()")
    button = page.locator(".qc-bar").get_by_role("button", name="Taster")
    button.press("Enter")
    press(page, "Escape")
    expect(button).to_be_focused()


def test_every_key_of_the_sheet_does_something(page: Page) -> None:
    """A key that the sheet names and the canvas does not know would do nothing at all."""
    known = page.evaluate(
        """async () => {
            const { meaning } = await import(new URL("keys.js", performance.getEntriesByType("resource")
                .find(entry => entry.name.endsWith("/keys.js")).name))
            const event = key => new KeyboardEvent("keydown", { key })
            return [..."ckl.vmor[]?snpjufw123456789", "Enter", "Escape", "Delete", "Home", "PageDown", "ArrowUp"]
                .filter(key => !meaning(event(key), false))
        }"""
    )
    assert known == []


def test_what_is_chosen_stays_chosen_when_its_part_of_the_text_is_drawn_only_then(page: Page) -> None:
    choose(page, "rart")
    press(page, "1")
    settled(page)
    page.evaluate(
        f"""() => {{
            const {{ choice, page }} = {CANVAS}
            const {{ start, end }} = choice
            getSelection().removeAllRanges()
            choice.set(start, end)  // the browser tells of it later than what comes next
            page.forget()
            page.paintSection(0)
        }}"""
    )
    page.wait_for_timeout(200)
    assert chosen(page) == "rart"


def test_one_hears_where_one_is(page: Page) -> None:
    choose(page, "håp 🙂")
    press(page, "1", "w")
    for words in ("Avsnitt 6", "Åse", "Kodet med Recovery"):
        assert words in said(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_checker_of_accessibility_finds_nothing_in_palette_sheet_and_popover(
    browser: Browser, url: str, request: pytest.FixtureRequest, scheme: str
) -> None:
    with window(browser, request, color_scheme=scheme) as page:
        open_canvas(page, url)
        choose(page, "rart")
        press(page, "1", "2")
        settled(page)
        found = []
        for keys in (["k"], ["Escape", "l"], ["Enter"], ["Escape", "o"], ["Escape", "?"]):
            press(page, *keys)
            found += Axe().run(page, context=".qc").response["violations"]
    serious = [(each["id"], each["nodes"][0]["html"][:200]) for each in found]
    assert serious == []
