"""From a file to a text that somebody has looked through: what is decided on the Review page, the text and codings follow."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import READY, Server, browsing, choose, served, settled, window
from playwright.sync_api import Browser, Page, expect

from qualcode import Project
from qualcode.model.values import Coding

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

REPORT = """# Om huset

Huset har **mange** rom, og *alle* rommene er åpne for dem som vil komme inn.

## Om å bli

Sara forteller hvordan det var å komme dit den første gangen:

«Jeg tenkte at jeg skulle snu i døra, men så ble jeg stående, og da kom det en og sa hei til meg.»

Det sier noe om hva et møte kan bety for den som kommer alene til et nytt sted.
"""
FOCUS = """Intervjuer: Velkommen alle sammen, hvordan kom dere hit?
Veronica: Jeg kom hit for to år siden, og ble værende.
Veronika: Det var tilfeldig for min del, egentlig.
Ola: Jeg så en plakat på butikken.
Veronica: Så ble jeg kjent med de andre.
"""
BOLD = "row-markup-bold-22"
QUOTE = "row-quotation-168"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as found:
        yield found


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Project.create(tmp_path / "studie.qualcode", name="Studie", coder="Nina") as project:
        project.codebook.create("Rom")
    with served(str(tmp_path / "studie.qualcode"), tmp_path / "home") as running:
        yield running


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with window(browser, request, locale="en-GB") as found:
        found.set_default_timeout(20_000)
        expect.set_options(timeout=20_000)
        yield found


def text(server: Server, name: str) -> str:
    with Project.open(server.address) as project:
        return project.documents.text(name)


def codings(server: Server, name: str) -> tuple[Coding, ...]:
    with Project.open(server.address) as project:
        return project.codings.of(project.documents.get(name).id)


def bring_in(page: Page, server: Server, folder: Path) -> None:
    (folder / "Rapport.md").write_text(REPORT, "utf-8")
    (folder / "Fokus.txt").write_text(FOCUS, "utf-8")
    page.goto(f"{server.url}/documents?coder=Nina")
    page.get_by_role("tab", name="Import").click()
    files = [folder / "Rapport.md", folder / "Fokus.txt"]
    page.locator(".st-key-uploads-0 input[type=file]").set_input_files(files)
    page.locator(".st-key-uploads-go button").click()
    expect(page.locator(".qp-results .qp-good")).to_have_count(2)


def turn(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    expect(page.locator(".qp-title").filter(has_text=name)).to_be_visible()


def view(page: Page, name: str) -> None:
    page.locator(".st-key-review-view").get_by_role("radio", name=re.compile(name)).click()


def press(page: Page, row: str, name: str) -> None:
    page.locator(f".st-key-{row}").get_by_role("radio", name=name).click()


def code(page: Page, words: str) -> None:
    turn(page, "Coding")
    page.wait_for_function(READY)
    choose(page, words)
    page.keyboard.press("Enter")
    page.keyboard.type("Rom")
    page.keyboard.press("Enter")
    settled(page)


def test_from_import_to_a_text_that_somebody_has_looked_through(
    page: Page, server: Server, tmp_path: Path
) -> None:
    bring_in(page, server, tmp_path)
    page.locator(".st-key-review-0 button").click()
    expect(page.locator(".st-key-page-review .qp-title")).to_be_visible()
    code(page, "rommene er åpne")
    [before] = codings(server, "Rapport.md")

    turn(page, "Review")
    expect(page.locator(f".st-key-{BOLD} del").first).to_have_text("**")
    press(page, BOLD, "Take back")
    expect(page.locator(f".st-key-{BOLD} .qp-label")).not_to_contain_text("not looked at")
    assert "**mange**" in text(server, "Rapport.md")
    [after] = codings(server, "Rapport.md")
    assert (after.id, after.start) == (before.id, before.start + 4)
    assert text(server, "Rapport.md")[after.start : after.end] == "rommene er åpne"

    view(page, "Quotations")
    press(page, QUOTE, "Confirm")
    expect(page.locator(".st-key-review-quotes-shown")).to_contain_text("Confirmed 1")
    with Project.open(server.address) as project:
        structure = project.documents.structure("Rapport.md")
        assert [quote.speaker for quote in structure.quotes] == ["Sara"]

    view(page, "Text")
    page.locator(".st-key-leave-out summary").click()
    expect(page.locator(".st-key-leave-out-go")).to_be_visible()
    page.locator(".st-key-leave-out-go button").click()
    view(page, "Left out")
    row = page.locator("[class*='st-key-row-by-hand']")
    expect(row).to_contain_text("Om huset")
    row.get_by_role("radio", name="Bring back").click()
    expect(page.locator(".st-key-page-review")).to_contain_text("Left out now: 0 characters")
    with Project.open(server.address) as project:
        assert project.cleaning.regions("Rapport.md") == ()
    [still] = codings(server, "Rapport.md")
    assert (still.id, still.start, still.end) == (after.id, after.start, after.end)


def test_who_is_who_is_said_once_and_can_be_undone(page: Page, server: Server, tmp_path: Path) -> None:
    bring_in(page, server, tmp_path)
    page.locator(".st-key-review-1 button").click()
    page.locator(".st-key-same-Veronika button").click()
    expect(page.locator(".st-key-same-Veronika")).to_have_count(0)
    page.get_by_label("Name").last.fill("Ola Fjordvik")
    page.keyboard.press("Tab")
    page.keyboard.type("Fjordvik senter")
    page.keyboard.press("Enter")
    page.get_by_label("Kind of the new case").last.click()
    page.get_by_role("option", name="Site").click()
    expect(page.locator(".st-key-speakers-save")).to_contain_text("Save 1 change")
    page.locator(".st-key-speakers-save button").click()
    expect(page.locator(".st-key-speakers-save")).to_contain_text("Saved")
    with Project.open(server.address, coder="Nina") as project:
        speakers = project.documents.structure("Fokus.txt").speakers
        assert speakers == ("Intervjuer", "Veronica", "Ola Fjordvik")
        assert [(case.name, case.kind) for case in project.cases.all()] == [("Fjordvik senter", "site")]
    page.locator(".st-key-undo-notice-page button").click()
    expect(page.get_by_label("Name").last).to_have_value("Ola")
    with Project.open(server.address) as project:
        assert project.cases.all() == ()


def test_a_proposal_is_decided_on_with_the_keyboard_alone(page: Page, server: Server, tmp_path: Path) -> None:
    bring_in(page, server, tmp_path)
    page.locator(".st-key-review-0 button").click()
    chosen = page.locator(f".st-key-{BOLD}").get_by_role("radio", name="Carry out")
    chosen.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(page.locator(f".st-key-{BOLD} .qp-label")).not_to_contain_text("not looked at")
    assert "**mange**" in text(server, "Rapport.md")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_has_serious_faults_of_accessibility_or_is_wider_than_the_window(
    browser: Browser, request: pytest.FixtureRequest, server: Server, tmp_path: Path, scheme: str
) -> None:
    with Project.open(server.address, coder="Nina") as project:
        for name, words in (("Rapport.md", REPORT), ("Fokus.txt", FOCUS)):
            project.documents.add(name, words.encode(), clean="auto")
        project.cleaning.leave_out("Rapport.md", 0, 8)
    views = ["Cleaning", "Left out", "Sections", "Quotations", "Text"]
    with window(browser, request, color_scheme=scheme, locale="en-GB") as page:
        page.goto(f"{server.url}/review")
        found = [fault for name in views for fault in faults(page, name)]
        page.locator(".st-key-document-next button").click()
        found += faults(page, "Speakers")
        assert found == []


def faults(page: Page, name: str) -> list[tuple[str, str, str, str]]:
    view(page, name)
    page.wait_for_timeout(700)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name
    page.set_viewport_size({"width": 420, "height": 900})
    wide = "[...document.querySelectorAll('.stMain')].every(m => m.scrollWidth <= m.clientWidth)"
    assert page.evaluate(wide), name
    page.set_viewport_size({"width": 1280, "height": 860})
    return [
        (name, fault["id"], str(node["target"]), node["html"][:120])
        for fault in Axe().run(page).response["violations"]
        if fault["impact"] in {"serious", "critical"}
        for node in fault["nodes"]
    ]
