"""What surrounds every page: which pages there are, who codes, undo, language, and errors in words."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_tools import NASTY, empty, keys, said, study
from streamlit.testing.v1 import AppTest

from qualcode import Project
from qualcode.ui import state, theme
from qualcode.ui.server import SCRIPT

__all__ = ["empty", "study"]
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setenv("QUALCODE_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("QUALCODE_PROJECT", raising=False)
    yield
    state._kept.clear()
    state._kept_for_good.clear()


def app(address: str = "", **query: str) -> AppTest:
    at = AppTest.from_file(str(SCRIPT), default_timeout=60)
    for name, value in {**query, **({"project": address} if address else {})}.items():
        at.query_params[name] = value
    return at.run()


def test_without_a_project_there_is_only_the_way_to_one() -> None:
    at = app(lang="en")
    assert "open-sample" in keys(at)
    assert "undo" not in keys(at)


def test_a_project_opens_on_its_texts_with_its_name_and_revision_above(study: Project) -> None:
    at = app(study.address, lang="en")
    assert f"<strong>Studie</strong><span>Saved · revision {study.revision}</span>" in said(at)
    assert "document-next" in keys(at)


def test_the_environment_may_name_the_first_project(study: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUALCODE_PROJECT", study.address)
    assert "<strong>Studie</strong>" in said(app(lang="en"))


def test_a_project_that_cannot_be_opened_is_told_and_put_away(tmp_path: Path) -> None:
    at = app(str(tmp_path / "borte.qualcode"), lang="nb")
    assert "borte" in at.error[0].value
    assert "open-sample" in keys(at)


def test_undo_says_what_it_would_take_back_and_redo_brings_it_again(study: Project) -> None:
    study.codebook.create("Ny kode")
    at = app(study.address, lang="en", coder="Nina")
    assert "Ny kode" in said(at)
    at.button(key="undo").click().run()
    assert len(study.codebook.all()) == 3
    at.button(key="redo").click().run()
    assert len(study.codebook.all()) == 4


def test_a_coder_without_acts_of_their_own_has_nothing_to_undo(study: Project) -> None:
    at = app(study.address, lang="en", coder="Somebody new")
    assert at.button(key="undo").disabled


def test_the_coder_is_changed_in_the_sidebar_and_kept_in_the_address(study: Project) -> None:
    at = app(study.address, lang="en", coder="Nina")
    at.selectbox(key="coder").select("Kari").run()
    assert at.query_params["coder"] == "Kari"
    assert at.selectbox(key="coder").value == "Kari"


def test_the_language_is_changed_in_the_sidebar_and_kept_in_the_address(study: Project) -> None:
    at = app(study.address, lang="en")
    at.segmented_control(key="language").set_value("nb").run()
    assert at.query_params["lang"] == "nb"
    assert at.button(key="undo").label == "Angre"


def test_a_password_never_stands_in_the_address_bar() -> None:
    assert state._is_secret("postgresql://kari:hemmelig@db/qualcode")
    assert not state._is_secret("postgresql://db/qualcode?schema=studie")
    assert not state._is_secret("C:/studier/studie.qualcode")


def test_a_name_is_shown_above_the_page_as_it_was_written(study: Project) -> None:
    study.rename(NASTY)
    words = said(app(study.address, lang="en"))
    assert "<strong>**fet** &lt;script&gt;" in words


def test_the_launcher_and_streamlit_run_use_the_same_theme() -> None:
    import tomllib

    configured = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))["theme"]
    assert theme._flat("theme", configured) == theme.settings()


def test_reads_are_remembered_until_the_project_changes(study: Project) -> None:
    calls = []

    def read(project: Project, word: str) -> str:
        calls.append(word)
        return word

    assert [state.kept(study, read, "a") for _ in range(3)] == ["a", "a", "a"]
    assert calls == ["a"]
    state.kept(study, read, "b")
    study.codebook.create("Enda en")
    state.kept(study, read, "a")
    assert calls == ["a", "b", "a"]


def test_the_way_to_the_text_loads_no_heavy_library(study: Project) -> None:
    script = (
        "import sys; from streamlit.testing.v1 import AppTest; at = AppTest.from_file(sys.argv[1], default_timeout=60)\n"
        "at.query_params['project'] = sys.argv[2]; at.run(); assert not at.exception, at.exception[0].message\n"
        "print(sorted({'pandas', 'altair', 'docx', 'openpyxl', 'spacy'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(SCRIPT), study.address],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    assert run.stdout.strip() == "[]"
