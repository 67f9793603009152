"""Five files and a table, from the upload to codings that stand whatever is decided about the text afterwards."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from browsing import READY, Server, browsing, choose, served, settled, window
from import_files import study
from playwright.sync_api import Browser, Page, expect

from qualcode import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

REPORT, TALK = "Rapport.txt", "Intervju Torhild.docx"
BEFORE, AFTER = "også penger til strøm og", "kaffe. I dag er huset drevet"
"""The words to both sides of a page's end: the text has a page number between them, and cleaning takes it out."""
BREAK = "broken-sentences-1023"
CODES = {BEFORE: "Nærhet/Støtte på øya", AFTER: "Nærhet"}


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as found:
        yield found


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Project.create(tmp_path / "naustet.qualcode", name="Naustet", coder="Nina") as project:
        project.codebook.create("Nærhet")
        project.codebook.create("Nærhet/Støtte på øya")
    with served(str(tmp_path / "naustet.qualcode"), tmp_path / "home") as running:
        yield running


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with window(browser, request) as found:
        found.set_default_timeout(20_000)
        expect.set_options(timeout=20_000)
        yield found


def test_from_five_files_and_a_table_to_codings_that_stand(
    page: Page, server: Server, tmp_path: Path
) -> None:
    bring_in(page, server, tmp_path)
    undo_and_redo_the_import(page, server)
    who_is_who(page, server)
    take_one_repair_back(page, server)
    for words, path in CODES.items():
        code(page, words, path)
    assert coded(server) == CODES
    change_whole_rules(page, server)
    page.reload()
    expect(page.locator(".qp-title")).to_have_text("Gjennomgang")
    expect(page.locator(".st-key-document").get_by_role("combobox")).to_have_value(REPORT)
    assert coded(server) == CODES
    undo(page)
    assert "og kaffe" not in text(server)
    assert coded(server) == CODES
    turn(page, "Koding")
    page.wait_for_function(READY)
    expect(page.locator(".qc-text")).to_contain_text(AFTER)


def bring_in(page: Page, server: Server, folder: Path) -> None:
    """Drops everything at once: the table is told from the texts, and each file has its line."""
    files = study()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    page.goto(f"{server.url}/documents?coder=Nina")
    page.get_by_role("tab", name="Import").click()
    page.locator(".st-key-uploads-0 input[type=file]").set_input_files([folder / name for name in files])
    expect(page.get_by_label("Hva tabellen inneholder")).to_have_value("Egenskaper ved dokumenter")
    page.locator(".st-key-uploads-go button").click()
    results = page.locator(".qp-results .qp-good")
    expect(results).to_have_count(6)
    expect(results.filter(has_text=TALK)).to_contain_text("talere: Mona, Torhild, Thorhild")
    expect(results.filter(has_text="Egenskaper.csv")).to_contain_text("egenskaper ved 4 dokumenter")
    expect(results.filter(has_text="Egenskaper.csv")).to_contain_text("«Intervju Bjarne»")
    assert brought(server) == BROUGHT


BROUGHT = {
    TALK: ("docx", {"innhentet": "2024-11-05", "sted": "Naustet", "ansvarlig": "MK"}),
    REPORT: ("txt", {"innhentet": "2023-06-30", "sted": "Naustet", "ansvarlig": "Foreningen"}),
    "Kapittel 5.md": ("md", {"innhentet": "2025-02-11", "sted": "Naustet", "ansvarlig": "MK"}),
    "Gruppe.vtt": ("vtt", {"innhentet": "2024-11-12", "sted": "Kaia", "ansvarlig": "MK"}),
    "Notater.pdf": ("pdf", {}),
}


def brought(server: Server) -> dict[str, tuple[str, dict[str, str]]]:
    with Project.open(server.address) as project:
        return {each.name: (each.format, dict(each.attributes)) for each in project.documents.all()}


def undo_and_redo_the_import(page: Page, server: Server) -> None:
    """Texts and table are one act."""
    page.locator(".st-key-undo-notice-page button").click()
    expect(page.get_by_test_id("stMarkdown").filter(has_text="Angret").first).to_be_visible()
    assert brought(server) == {}
    page.locator(".st-key-redo button").click()
    expect(page.get_by_test_id("stMarkdown").filter(has_text="Gjort om igjen").first).to_be_visible()
    assert brought(server) == BROUGHT


def who_is_who(page: Page, server: Server) -> None:
    """Two spellings of one name become one speaker, and whoever asks is said to."""
    review(page, TALK)
    page.locator(".st-key-same-Thorhild button").click()
    expect(page.locator(".st-key-same-Thorhild")).to_have_count(0)
    row = page.locator("[class*='st-key-row-speaker-']").filter(has_text="Mona")
    expect(row.get_by_role("checkbox")).not_to_be_checked()
    row.get_by_text("Stiller spørsmålene").click()
    page.locator(".st-key-speakers-save button").filter(has_text="Lagre 1 endring").click()
    expect(page.locator(".st-key-speakers-save")).to_contain_text("Lagret")
    with Project.open(server.address) as project:
        turns = project.documents.structure(TALK).turns
    assert {(turn.speaker, turn.interviewer) for turn in turns} == {("Mona", True), ("Torhild", False)}


def take_one_repair_back(page: Page, server: Server) -> None:
    """The rules with their counts; one repair goes back and forth, and the text in the store with it."""
    review(page, REPORT)
    rules = page.locator(".st-key-review-rules")
    expect(rules).to_contain_text("Brutte linjer og setninger 34")
    expect(rules).to_contain_text("Sidetall og topptekster 3")
    assert f"{BEFORE} {AFTER}" in text(server)
    expect(page.locator(f".st-key-row-{BREAK} .qp-label")).to_contain_text("side 1 · Brutte linjer")
    rule(page, "Brutte linjer og setninger")
    answer(page, BREAK, "Ta tilbake")
    assert f"{BEFORE}\n\n\n{AFTER}" in text(server)
    answer(page, BREAK, "Utfør")
    assert f"{BEFORE} {AFTER}" in text(server)


def change_whole_rules(page: Page, server: Server) -> None:
    """Whole rules are taken back and carried out again; the codings stand on their words each time."""
    review(page, REPORT)
    cleaned = text(server)
    for name, gone in (("Brutte linjer og setninger", f"{BEFORE}\n"), ("Sidetall og topptekster", "\n1\n")):
        rule(page, name)
        everything(page, "reject")
        assert gone in text(server)
        assert coded(server) == CODES
    for name in ("Sidetall og topptekster", "Brutte linjer og setninger"):
        rule(page, name)
        everything(page, "accept")
        assert coded(server) == CODES
    assert text(server) == cleaned


def review(page: Page, name: str) -> None:
    turn(page, "Gjennomgang")
    chosen = page.locator(".st-key-document").get_by_role("combobox")
    if chosen.input_value() != name:
        chosen.click()
        page.get_by_role("option", name=name).click()
    expect(chosen).to_have_value(name)


def rule(page: Page, name: str) -> None:
    page.locator(".st-key-review-rules label").filter(has_text=name).first.click()
    expect(page.locator(".st-key-review-repairs h2")).to_have_text(name)


def answer(page: Page, row: str, said: str) -> None:
    page.locator(f".st-key-row-{row}").get_by_role("radio", name=said).click()
    expect(page.locator(f".st-key-row-{row}").get_by_role("radio", name=said)).to_be_checked()
    expect(page.locator(f".st-key-row-{row} .qp-label")).not_to_contain_text("ikke gjennomgått")


def everything(page: Page, what: str) -> None:
    page.locator(f".st-key-review-{what}-all button").click()
    expect(page.locator(f".st-key-review-{what}-all button")).to_be_disabled()


def turn(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    expect(page.locator(".qp-title").filter(has_text=name)).to_be_visible()


def undo(page: Page) -> None:
    page.locator(".st-key-undo button").click()
    expect(page.get_by_test_id("stMarkdown").filter(has_text="Angret").first).to_be_visible()


def code(page: Page, words: str, path: str) -> None:
    """Words are chosen and coded by keyboard alone."""
    turn(page, "Koding")
    page.wait_for_function(READY)
    choose(page, words)
    page.keyboard.press("Enter")
    page.keyboard.type(path.rpartition("/")[2])
    page.keyboard.press("Enter")
    settled(page)


def text(server: Server) -> str:
    with Project.open(server.address) as project:
        return project.documents.text(REPORT)


def coded(server: Server) -> dict[str, str]:
    """The words that the codings of the report stand on, by position, with their codes."""
    with Project.open(server.address) as project:
        paths = {each.id: each.path for each in project.codebook.all()}
        words = project.documents.text(REPORT)
        found = project.codings.of(project.documents.get(REPORT).id)
    return {words[each.start : each.end]: paths[each.code_id] for each in found}
