"""What lies over the text in the canvas: it is seen and heard, and never in the way of the words."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import CANVAS, Server, browsing, choose, open_canvas, served, settled, stored, window
from layered import NAME, NOTES, TEXT, layered, spot
from playwright.sync_api import Browser, Page, expect

from qualcode import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

BESIDE_LAYERS = (
    "Det var 🙂 rart å høre til, sa",  # into bold and italic, over a note
    "til, sa de",
    "sa de fleste",  # begins behind a note
    "m̄inner 👩‍👩‍👧 som",
    "tunge å bære.",  # ends before a note
    "dagen da alt ble nytt, og den første",  # over the beginning of a page
    "håpe på nytt.\nDet tok",
    "Håp 🙂 og tid",  # in a part that is left out
    "47\n\nDet var",  # out of one
)
THERE_AND_BACK = f"""() => {{
    const {{ page, text }} = {CANVAS}
    const wrong = []
    for (let at = 0; at <= text.length; at++) {{
        for (const ending of [false, true]) {{
            if (ending && text.blocks[text.blockAt(at)].start === at) continue
            if (page.position(...page.point(at, ending)) !== at) wrong.push([at, ending])
        }}
    }}
    page.blocks.forEach((block, number) => {{
        if (block.textContent !== text.blocks[number].text) wrong.push(block.textContent)
    }})
    return wrong
}}"""
CONTRAST = """selector => {
    const channels = colour => colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(
        value => colour.startsWith("color") ? value : value / 255)
    const light = colour => {
        const [r, g, b] = channels(colour).map(c => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        return 0.2126 * r + 0.7152 * g + 0.0722 * b
    }
    const paper = light(getComputedStyle(document.querySelector(".qc")).backgroundColor)
    return [...document.querySelectorAll(selector)].map(element => {
        const ink = light(getComputedStyle(element).color)
        return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05)
    })
}"""


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
    """A project with one report, its layers laid by hand."""
    return layered(str(tmp_path / "studie.qualcode"))


@pytest.fixture
def url(server: Server, address: str) -> str:
    """Where that project's coding page is, in English."""
    return f"{server.url}/?{urlencode({'project': address, 'coder': 'Nina', 'lang': 'en'})}"


@pytest.fixture
def page(browser: Browser, url: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The coding page, open."""
    with window(browser, request) as opened:
        open_canvas(opened, url)
        yield opened


def rectangle(page: Page, at: int, ending: bool = False) -> dict[str, float]:
    return dict(page.evaluate(f"([at, ending]) => {CANVAS}.page.rectangle(at, ending)", [at, ending]))


def drag(page: Page, words: str) -> None:
    start, end = spot(words)
    page.evaluate(f"at => {CANVAS}.choice.go(at, false)", start)
    page.mouse.move(
        2, 2
    )  # off the sign of a note: what it shows would lie over the words, and stay while one is on it
    expect(page.locator(".qc-footnote")).to_be_hidden()
    for at, ending in ((start, False), (end, True)):
        box = rectangle(page, at, ending)
        page.mouse.move(round(box["left"]), round((box["top"] + box["bottom"]) / 2), steps=5)
        page.mouse.up() if ending else page.mouse.down()


CHOSEN = f"{CANVAS}.text.slice({CANVAS}.choice.start, {CANVAS}.choice.end)"


def chosen(page: Page) -> str:
    return str(page.evaluate(CHOSEN))


def test_every_position_leads_into_the_page_and_back_whatever_lies_there(page: Page) -> None:
    assert page.evaluate(THERE_AND_BACK) == []
    for words in BESIDE_LAYERS:
        choose(page, words)
        page.keyboard.press("1")
        page.keyboard.press("2")
    assert page.locator(".qc-m strong, .qc-m em, .qc-m u").count() > 3
    assert page.locator(".qc-sign").count() == 3
    assert page.evaluate(THERE_AND_BACK) == []


@pytest.mark.parametrize("hand", [choose, drag], ids=["keyboard", "mouse"])
def test_words_beside_layers_are_stored_as_exactly_those_words(
    page: Page, address: str, hand: type[None]
) -> None:
    for words in BESIDE_LAYERS:
        hand(page, words)
        page.wait_for_function("words => " + CHOSEN + " === words", arg=words)
        page.keyboard.press("1")
    settled(page)
    assert [(start, end) for start, end, _ in stored(address, NAME)] == sorted(map(spot, BESIDE_LAYERS))


def test_the_authors_emphasis_is_seen(page: Page) -> None:
    style = f"""([at, name]) => {{
        const [node] = {CANVAS}.page.point(at)
        for (let each = node.parentElement; !each.matches(".qc-text"); each = each.parentElement)
            if (getComputedStyle(each)[name].match(/^(700|italic|underline)/)) return true
        return false
    }}"""
    for words, name in (("rart", "fontWeight"), ("til, sa", "fontStyle"), ("m̄inner", "textDecorationLine")):
        assert page.evaluate(style, [spot(words)[0], name])
        assert not page.evaluate(style, [spot("Noen bar")[0], name])
    assert page.locator("em", has_text="høre til, sa").count() == 0  # bold and italic overlap
    assert page.locator("strong em, em strong").all_text_contents() == ["høre"]


@pytest.mark.parametrize("words", BESIDE_LAYERS[:6])
def test_what_is_copied_are_the_plain_words(page: Page, words: str) -> None:
    page.evaluate(
        """addEventListener("copy", event => {
            window.copied = [...event.clipboardData.types].map(kind => [kind, event.clipboardData.getData(kind)])
        })"""
    )
    choose(page, words)
    page.keyboard.press("Control+c")
    assert page.evaluate("window.copied") == [["text/plain", words]]


def test_the_browsers_own_search_finds_words_across_layers(page: Page) -> None:
    for words in ("var 🙂 rart å høre til, sa de", "å bære.", "nytt, og den første", "Dag 110 gikk"):
        assert page.evaluate("words => window.find(words)", words)
        page.wait_for_timeout(50)
        assert chosen(page) == words


def test_a_note_is_read_with_the_keyboard_and_one_is_back_in_the_text_at_its_place(page: Page) -> None:
    note = page.get_by_role("tooltip")
    page.locator(".qc-text").focus()
    expect(note).to_have_count(0)
    page.get_by_role("button", name="Note 1").focus()
    expect(note).to_have_text(f"1 {NOTES['1']}")
    expect(page.get_by_role("button", name="Note 1")).to_have_accessible_description(f"1 {NOTES['1']}")
    page.keyboard.press("Enter")
    expect(note).to_have_count(0)
    page.keyboard.press("Enter")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note).to_have_text(f"2 {NOTES['2']}")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)
    assert page.evaluate(f"[{CANVAS}.choice.focus, {CANVAS}.frame.textHasFocus()]") == [
        spot("tunge å bære.")[1],
        True,
    ]


def test_a_note_is_read_with_the_mouse_and_stays_when_clicked(page: Page) -> None:
    note = page.get_by_role("tooltip")
    sign = page.get_by_role("button", name="Note 2")
    sign.hover()
    expect(note).to_have_text(f"2 {NOTES['2']}")
    page.mouse.move(5, 5)
    expect(note).to_have_count(0)
    sign.click()
    page.mouse.move(5, 5)
    page.wait_for_timeout(500)
    expect(note).to_be_visible()
    at = rectangle(page, spot("Det tok")[1])  # the note lies over the line below its sign
    page.mouse.click(round(at["left"]), round(at["top"] + 8))
    expect(note).to_have_count(0)


def test_pages_and_speakers_stand_by_the_line_where_they_begin(page: Page) -> None:
    for selector, says, words in (
        (".qc-page-mark", "p. 1", "Rapport"),
        (".qc-page-mark", "p. 47", "og den første"),
        (".qc-voice", "Anne", "Jeg måtte"),
    ):
        mark = page.locator(f"{selector}[data-says='{says}']").bounding_box()
        line = rectangle(page, spot(words)[0])
        assert mark
        assert abs(mark["y"] + mark["height"] / 2 - (line["top"] + line["bottom"]) / 2) < 2
        assert mark["x"] + mark["width"] < rectangle(page, spot("Jeg måtte")[0])["left"]
    rule = page.locator(".qc-rule.qc-quoted").first.bounding_box()
    assert rule and rule["y"] + rule["height"] >= rectangle(page, spot("men det kom")[1])["bottom"] - 2
    page.evaluate(f"at => {CANVAS}.choice.go(at, false)", spot("Dag 90")[0])
    expect(page.locator(".qc-page-mark[data-says='p. 48']")).to_be_visible()


def test_another_language_and_who_is_quoted_are_told_to_those_who_listen(page: Page) -> None:
    assert page.locator(".qc-text").get_attribute("lang") == "nb"
    assert page.locator("[lang=en].qc-p").all_text_contents() == [TEXT.split("\n")[12]]
    choose(page, "måtte")
    expect(page.locator(".qc-heard[role=status]")).to_contain_text("Words of Anne")


def test_a_left_out_part_says_what_it_is_and_can_be_coded(page: Page, address: str) -> None:
    labels = page.locator(".qc-aside .qc-what")
    expect(labels).to_have_text(["Left out: contents list", "Left out: reference list", "Left out"])
    first = page.locator(".qc-p.qc-out").first
    assert first.text_content() == "Innhold"
    assert "Innhold" not in page.locator(".qc-aside").all_text_contents()
    choose(page, "Forlaget")
    expect(page.locator(".qc-heard[role=status]")).to_contain_text("reference list")
    page.keyboard.press("2")
    expect(page.locator(".qc-told")).to_contain_text("left out of counts")
    settled(page)
    assert stored(address, NAME) == [(*spot("Forlaget"), "Makt")]


def test_a_part_that_was_left_out_is_brought_back_and_left_out_again_by_undo(
    page: Page, address: str, url: str
) -> None:
    with Project.open(address, coder="Nina") as project:
        document = project.documents.get(NAME)
        project.cleaning.leave_out(document.id, *spot("Dag 3 gikk også, på et vis, med håp og kaffe."))
    open_canvas(page, url)
    expect(page.locator(".qc-what")).to_have_text("Left out by hand")
    page.get_by_role("button", name="Bring back: Left out by hand").press("Enter")
    expect(page.locator(".qc-what")).to_have_count(0)
    expect(page.locator(".qc-out")).to_have_count(0)
    assert chosen(page) == "" and page.evaluate(f"{CANVAS}.choice.focus") == spot("Dag 3 ")[0]
    settled(page)
    with Project.open(address) as project:
        assert project.cleaning.regions(NAME) == ()
    page.keyboard.press("Control+z")
    expect(page.locator(".qc-what")).to_have_text("Left out by hand")
    assert page.evaluate(THERE_AND_BACK) == []


def test_what_somebody_else_leaves_out_shows_by_itself(page: Page, address: str) -> None:
    with Project.open(address, coder="Kari") as project:
        project.cleaning.leave_out(project.documents.get(NAME).id, *spot("Dag 3 gikk"))
    expect(page.locator(".qc-what", has_text="by hand")).to_be_visible(timeout=9000)
    assert page.locator("span.qc-out").all_text_contents() == ["Dag 3 gikk"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 420])
def test_a_checker_of_accessibility_finds_nothing_serious_in_the_layers(
    browser: Browser, url: str, request: pytest.FixtureRequest, scheme: str, width: int
) -> None:
    with window(browser, request, color_scheme=scheme, viewport={"width": width, "height": 860}) as page:
        open_canvas(page, url)
        for words in BESIDE_LAYERS:
            choose(page, words)
            page.keyboard.press("1")
        settled(page)
        page.get_by_role("button", name="Note 1").focus()
        found = Axe().run(page, context=".qc").response["violations"]
        quiet = page.evaluate(CONTRAST, ".qc-out, .qc-aside, .qc-why, .qc-page-mark")
    serious = [
        (each["id"], each["nodes"][0]["html"][:200])
        for each in found
        if each["impact"] in {"serious", "critical"}
    ]
    assert serious == []
    assert quiet and min(quiet) >= 4.5


def test_a_selection_under_way_survives_what_is_painted_meanwhile(page: Page) -> None:
    """Somebody else's coding comes in, or one's own is acknowledged, while the mouse button is down."""
    words = BESIDE_LAYERS[2]
    start, end = spot(words)
    page.evaluate(f"at => {CANVAS}.choice.go(at, false)", start)
    box = rectangle(page, start, False)
    page.mouse.move(round(box["left"]), round((box["top"] + box["bottom"]) / 2))
    page.mouse.down()
    box = rectangle(page, end, True)
    page.mouse.move(round(box["left"]), round((box["top"] + box["bottom"]) / 2), steps=4)
    page.evaluate(
        f"""at => {{
        {CANVAS}.choice.anchor = {CANVAS}.choice.focus = 0  // not told of the selection yet
        {CANVAS}.paint(new Set([{CANVAS}.text.blockAt(at)]))
    }}""",
        start,
    )
    page.mouse.up()
    page.wait_for_function(f"{CANVAS}.choice.stretch !== null")
    assert chosen(page) == words
