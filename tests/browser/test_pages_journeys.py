"""Whole ways through the app, as somebody walks them in a browser."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import READY, Server, browsing, served, settled, stored, window
from docx import Document as Word
from playwright.sync_api import Browser, Page, expect

from qualcode import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TALK = (
    "Intervjuer: Hvordan gikk det?\nÅse: Jeg fikk håpet tilbake. Det tok tid.\n"
    "Intervjuer: Hvem hjalp?\nÅse: Søsteren min.\nIntervjuer: Takk.\n"
)
NASTY = "**fet** <script>alert(1)</script> :red[x] $y$ -> :smile:"
PAGES = ("project", "documents", "cases", "", "codebook", "excerpts", "frequencies", "export", "journal")
LOADED = {
    "documents": "documents-table",
    "cases": "case-acts",
    "": "code-panel",
    "frequencies": "frequencies-download",
    "codebook": "code-move",
    "export": "export-make",
}
"""What is drawn last on a page, where the header is not enough."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as found:
        yield found


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("pages")
    with Project.create(folder / "studie.qualcode", name="Studie", coder="Nina") as project:
        code = project.codebook.create("Recovery/Håp", definition="Tro på at noe kan bli bedre.")
        document = project.documents.add("Berit.txt", TALK.encode()).document
        assert document
        project.documents.set_attributes(document.id, {"site": "Oslo"})
        project.codings.apply(document.id, code.id, TALK.index("håpet"), TALK.index("håpet") + 13)
    with served(str(folder / "studie.qualcode"), folder / "home") as running:
        yield running


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with window(browser, request) as found:
        found.set_default_timeout(20_000)
        expect.set_options(timeout=20_000)
        yield found


def turn(page: Page, name: str) -> None:
    """Go to a page by the sidebar, as people do."""
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    expect(page.locator(".qp-title").filter(has_text=name)).to_be_visible()


def visit(page: Page, server: Server, path: str, query: str = "") -> None:
    page.goto(f"{server.url}/{path}{query}")
    expect(page.locator(".qp-title")).to_be_visible()
    if path in LOADED:
        expect(page.locator(f".st-key-{LOADED[path]}")).to_be_visible()


def test_from_a_file_to_a_report(page: Page, server: Server, tmp_path: Path) -> None:
    (tmp_path / "Åse.txt").write_text(TALK, "utf-8")
    visit(page, server, "documents")
    page.get_by_role("tab", name="Import").click()
    page.locator(".st-key-uploads-0 input[type=file]").set_input_files(tmp_path / "Åse.txt")
    page.locator(".st-key-uploads-go button").click()
    expect(page.locator(".qp-results .qp-good")).to_contain_text("Åse.txt")

    turn(page, "Koding")
    page.locator(".st-key-document-next button").click()
    page.wait_for_function(f"{READY} && window.__qualcode.canvas.data.document.name === 'Åse.txt'")
    page.locator(".qc-text").focus()
    page.keyboard.press("Control+Home")
    page.keyboard.press("Control+Shift+ArrowRight")
    page.keyboard.press("Enter")
    page.keyboard.type("Håp")
    page.keyboard.press("Enter")
    settled(page)
    expect(page.locator(".st-key-code-panel")).to_contain_text("Kodet her: 1")
    expect(page.locator(".qp-status")).to_contain_text(re.compile("revisjon [3-9]"))
    assert [code for _start, _end, code in stored(server.address, "Åse.txt")] == ["Recovery/Håp"]

    turn(page, "Frekvenser")
    expect(page.locator(".st-key-frequencies-download")).to_be_visible()
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible()

    turn(page, "Eksport")
    page.locator(".st-key-export-where input").fill('document = "Åse.txt"')
    page.keyboard.press("Enter")
    expect(page.locator(".qp-count")).to_have_text("1 av 2 kodinger")
    page.locator(".st-key-export-make button").click()
    with page.expect_download() as waiting:
        page.locator(".st-key-export-download button").click()
    waiting.value.save_as(tmp_path / "sitater.docx")
    words = "\n".join(
        c.text for t in Word(str(tmp_path / "sitater.docx")).tables for r in t.rows for c in r.cells
    )
    assert "Intervjuer" in words


def test_the_language_is_the_browsers_until_one_is_chosen_and_is_kept(page: Page, server: Server) -> None:
    visit(page, server, "project")
    expect(page.locator(".qp-title")).to_have_text("Prosjekt")
    assert page.evaluate("document.documentElement.lang") == "nb"
    page.get_by_role("radio", name="English").or_(page.get_by_role("button", name="English")).first.click()
    expect(page.locator(".qp-title")).to_have_text("Project")
    page.wait_for_url("**lang=en**")
    page.reload()
    expect(page.locator(".qp-title")).to_have_text("Project")
    page.wait_for_function("document.documentElement.lang === 'en'")


def test_what_cannot_be_done_is_told_in_the_readers_words(page: Page, server: Server) -> None:
    visit(page, server, "project")
    page.locator(".st-key-open-typed input").fill("/finnes/ikke.qualcode")
    page.locator(".st-key-open button").click()
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text("/finnes/ikke.qualcode")
    expect(page.locator(".qp-status")).to_contain_text("Studie")


def test_names_are_shown_as_they_were_written(page: Page, server: Server) -> None:
    with Project.open(server.address, coder="Nina") as project:
        made = project.codebook.create("x", definition=NASTY)
        project.codebook.change(made.id, name=NASTY)
        renamed = project.rename(NASTY)
    assert renamed.name == NASTY
    page.on("dialog", lambda _dialog: pytest.fail("a script from a name was run"))
    visit(page, server, "codebook")
    expect(page.locator(".qp-status strong")).to_have_text(NASTY)
    row = page.locator(".qct-name", has_text="alert(1)")
    expect(row).to_have_text(NASTY)
    row.click()
    expect(page.locator(".qp-code-path")).to_contain_text("alert(1)")
    page.locator(".st-key-code-merge summary").click()
    page.locator(".st-key-codebook-left .qct-name", has_text="Håp").click()
    expect(page.locator(".st-key-code-save")).to_be_visible()
    with Project.open(server.address, coder="Nina") as project:
        project.rename("Studie")


def test_undo_in_the_sidebar_takes_back_and_says_what(page: Page, server: Server) -> None:
    visit(page, server, "codebook", "?coder=Ola")
    page.locator(".st-key-code-new button").first.click()
    page.locator(".st-key-code-new-name input").fill("Til angring")
    page.locator(".st-key-code-new-make button").click()
    expect(page.locator(".qct-name", has_text="Til angring")).to_be_visible()
    expect(page.locator(".st-key-history")).to_contain_text("Til angring")
    page.locator(".st-key-undo button").click()
    expect(page.locator(".qct-name", has_text="Til angring")).to_have_count(0)
    expect(page.get_by_test_id("stMarkdown").filter(has_text="Til angring").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_serious_faults_of_accessibility(
    browser: Browser, request: pytest.FixtureRequest, server: Server, scheme: str
) -> None:
    with window(browser, request, color_scheme=scheme) as page:
        found = []
        for path in PAGES:
            visit(page, server, path)
            page.wait_for_timeout(500)
            for fault in Axe().run(page).response["violations"]:
                if fault["impact"] in {"serious", "critical"}:
                    found += [
                        (path, fault["id"], str(node["target"]), node["html"][:120])
                        for node in fault["nodes"]
                    ]
        assert found == []


@pytest.mark.parametrize("width", [1440, 1024, 420])
def test_every_page_fits_the_window_and_asks_nobody_outside(
    browser: Browser, request: pytest.FixtureRequest, server: Server, width: int
) -> None:
    with window(browser, request, viewport={"width": width, "height": 900}) as page:
        asked: list[str] = []
        page.on("request", lambda asks: asked.append(asks.url))
        for path in PAGES:
            visit(page, server, path)
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
            wide = "[...document.querySelectorAll('.stMain')].every(m => m.scrollWidth <= m.clientWidth)"
            assert page.evaluate(wide), path
        assert [
            url for url in asked if not url.startswith((server.url, "data:", "blob:", "ws://localhost"))
        ] == []
