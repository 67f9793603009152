"""Who says what: a table of survey answers becomes cases, cases are typed into a table, and codings follow them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import Server, browsing, served, window
from playwright.sync_api import Browser, Page, expect

from qualcode import Project

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

TALK = (
    "Interviewer: What helped you then?\nSara: The garden, and that somebody asked me to stay.\n"
    "Interviewer: Who was it?\nSara: One of the others.\nInterviewer: Thanks.\n"
)
SURVEY = (
    "Respondent,Age,Sex,What helped?,Anything else?\n"
    "r1,34,m,It helped that somebody called me every single day.,Nothing more to say than thanks\n"
    "r2,51,f,The garden and the people who were in it did.,The food was good\n"
)
NOT_THE_UPLOADER = {"exclude": [["[data-testid=stFileUploaderDropzone]"]]}
"""Its button is named by the style sheet, in the reader's language, which axe does not look at."""
ROW, HEAD = 33, 50
"""Heights in the table, to the middle of the first row."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with browsing() as found:
        yield found


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Project.create(tmp_path / "study.qualcode", name="Study", coder="Nina") as project:
        document = project.documents.add("Sara.txt", TALK.encode()).document
        assert document
        code = project.codebook.create("Help")
        project.codings.apply(document.id, code.id, TALK.index("The garden"), TALK.index(", and"))
        sara = project.cases.create("Sara", values={"role": "guest"})
        project.cases.create("Per", values={"role": "guest"})
        project.cases.tie(sara.id, document.id, speaker="Sara")
    with served(str(tmp_path / "study.qualcode"), tmp_path / "home") as running:
        yield running


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    with window(browser, request, locale="en-GB") as found:
        found.set_default_timeout(20_000)
        expect.set_options(timeout=20_000)
        yield found


def turn(page: Page, name: str) -> None:
    page.get_by_test_id("stSidebarNav").get_by_role("link", name=name).click()
    expect(page.locator(".qp-title").filter(has_text=name)).to_be_visible()


def cell(page: Page, table: str, row: int, left: int) -> None:
    """Click into a table, `left` from its edge; the canvas it is drawn on has no elements to find."""
    grid = page.locator(f"[class*='st-key-{table}-']").get_by_test_id("stDataFrame")
    expect(grid.locator("canvas").first).to_be_visible()
    box = grid.bounding_box()
    assert box
    page.mouse.click(box["x"] + left, box["y"] + HEAD + ROW * row)
    page.wait_for_timeout(300)


def typed(page: Page, words: str, revision: int, key: str = "Enter") -> None:
    """Type into the chosen cell, and wait until it is stored."""
    page.keyboard.type(words, delay=40)
    page.keyboard.press(key)
    expect(page.locator(".qp-status")).to_contain_text(re.compile(rf"revision {revision}$"))


def revision(server: Server) -> int:
    with Project.open(server.address) as project:
        return project.revision


def test_a_table_of_answers_becomes_cases_with_documents(page: Page, server: Server, tmp_path: Path) -> None:
    (tmp_path / "Survey.csv").write_text(SURVEY, "utf-8")
    page.goto(f"{server.url}/documents?coder=Nina")
    page.get_by_role("tab", name="Import").click()
    page.locator(".st-key-uploads-0 input[type=file]").set_input_files(tmp_path / "Survey.csv")
    expect(page.locator("[class*='st-key-survey-']")).to_contain_text("“Respondent” names the cases.")
    cell(page, "columns", 3, 12)
    page.keyboard.press("Space")
    page.wait_for_timeout(1000)
    page.locator(".st-key-uploads-go button").click()
    expect(page.locator(".qp-results .qp-good")).to_contain_text("2 of 2 rows taken in")
    with Project.open(server.address) as project:
        assert project.documents.text("Survey – r1").count("?") == 1
        values = project.cases.all()[-1].values
        assert values == {"Age": "51", "Sex": "f", "Anything else?": "The food was good"}
    page.locator(".st-key-undo-notice-page button").click()
    expect(page.locator(".qp-results .qp-good")).to_be_visible()
    expect(page.get_by_test_id("stMarkdown").filter(has_text="Undone").first).to_be_visible()
    with Project.open(server.address) as project:
        assert [case.name for case in project.cases.all()] == ["Sara", "Per"]


def test_cases_are_typed_into_the_table_and_codings_follow(page: Page, server: Server) -> None:
    before = revision(server)
    page.goto(f"{server.url}/cases?coder=Nina")
    cell(page, "cases", 0, 100)
    typed(page, "Sara S", before + 1)
    typed(page, "Per P", before + 2, "Tab")
    cell(page, "cases", 2, 100)
    typed(page, "Huset", before + 3, "Tab")
    with Project.open(server.address) as project:
        assert [case.name for case in project.cases.all()] == ["Sara S", "Per P", "Huset"]
        [coded] = project.codings.excerpts()
        assert (coded.case, coded.attributes) == ("Sara S", {"role": "guest"})
    cell(page, "cases", 2, 100)
    page.keyboard.type("Per P", delay=40)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("stAlert")).to_contain_text("There is a case called “Per P” already.")
    turn(page, "Excerpts")
    expect(page.locator(".qp-excerpt figcaption")).to_contain_text("role: guest")


def test_a_case_is_removed_in_the_table_and_comes_back(page: Page, server: Server) -> None:
    page.goto(f"{server.url}/cases?coder=Nina")
    cell(page, "cases", 1, 15)
    page.keyboard.press("Delete")
    expect(page.locator(".st-key-notice-page")).to_contain_text("Removed “Per”")
    page.locator(".st-key-undo-notice-page button").click()
    expect(page.get_by_test_id("stMarkdown").filter(has_text="Undone").first).to_be_visible()
    with Project.open(server.address) as project:
        assert [case.name for case in project.cases.all()] == ["Sara", "Per"]


def test_a_document_is_about_whoever_is_chosen(page: Page, server: Server) -> None:
    before = revision(server)
    page.goto(f"{server.url}/cases?coder=Nina")
    page.get_by_role("tab", name="Who is in which document").click()
    field = page.get_by_label("The whole document is about").first
    field.click()
    page.keyboard.type("Huset")
    page.keyboard.press("Enter")
    expect(page.locator(".qp-status")).to_contain_text(re.compile(rf"revision {before + 1}$"))
    with Project.open(server.address) as project:
        ties = [(tie.case, tie.speaker) for tie in project.cases.ties()]
        assert ties == [("Huset", ""), ("Sara", "Sara")]
    page.locator("[class*='st-key-speakers-'] button").first.click()
    expect(page.locator(".qp-title")).to_have_text("Review")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 400])
def test_no_tab_has_serious_faults_of_accessibility_or_is_wider_than_the_window(
    browser: Browser, request: pytest.FixtureRequest, server: Server, scheme: str, width: int
) -> None:
    size = {"width": width, "height": 860}
    with Project.open(server.address, coder="Nina") as project:
        project.cases.tie(project.cases.get("Per").id, project.documents.all()[0].id)
    with window(browser, request, color_scheme=scheme, locale="en-GB", viewport=size) as page:
        page.goto(f"{server.url}/cases?coder=Nina")
        expect(page.locator(".st-key-case-acts")).to_be_visible(timeout=20_000)
        found = []
        for name in ("Cases", "Who is in which document", "Import and export"):
            page.get_by_role("tab", name=name, exact=True).click()
            page.wait_for_timeout(600)
            wide = "[...document.querySelectorAll('.stMain')].every(m => m.scrollWidth <= m.clientWidth)"
            assert page.evaluate(wide), name
            for fault in Axe().run(page, NOT_THE_UPLOADER).response["violations"]:
                if fault["impact"] in {"serious", "critical"}:
                    found += [(name, fault["id"], node["html"][:160]) for node in fault["nodes"]]
        expect(page.get_by_role("button", name="Choose files").locator("visible=true")).to_have_count(1)
        assert found == []
