"""The documentation keeps step: what the README shows runs, and everything with a name is mentioned."""

import importlib
import pkgutil
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from qualcode import cli, errors, formats

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = ("docs/guide.nb.md", "docs/guide.en.md")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return [body for kind, body in BLOCK.findall(README) if kind == language]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with the sample data, as the README's reader has them."""
    for data in ("corpora", "codebooks"):
        shutil.copytree(ROOT / data, tmp_path / data)
    return tmp_path


def commands() -> dict[str, click.Command]:
    """Every command by its whole name, `codebook list` for those below another."""
    found: dict[str, click.Command] = {}
    for module in pkgutil.iter_modules(cli.__path__):
        for command in getattr(importlib.import_module(f"qualcode.cli.{module.name}"), "COMMANDS", ()):
            below = getattr(command, "commands", {})
            found |= {f"{command.name} PROJECT {name}": sub for name, sub in below.items()} or {
                command.name: command
            }
    return found


def test_the_shell_lines_of_the_readme_run(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shell = shutil.which("bash")
    assert shell, "the shell lines of the README are for bash"
    lines = f'qualcode() {{ "{sys.executable}" -m qualcode "$@"; }}\nset -euo pipefail\n' + "".join(
        blocks("sh")
    )
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    done = subprocess.run([shell, "-c", lines], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (folder / "quotations.docx").stat().st_size > 0
    assert (folder / "study-backup.qualcode").stat().st_size > 0


@pytest.mark.parametrize("block", blocks("python"), ids=lambda block: block[:30])
def test_the_python_of_the_readme_runs(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], block: str
) -> None:
    monkeypatch.chdir(folder)
    exec(compile(block, "README.md", "exec"), {"__name__": "readme"})
    printed = capsys.readouterr().out
    assert "Everyday life/Home" in printed
    assert "undo" in printed


def test_the_readme_has_both_commands_and_continuous_integration_runs_the_second() -> None:
    assert {"python3 start.py\n", "python3 start.py test\n"} <= set(blocks(""))
    assert text_of(".ci/run").rstrip().endswith("python3 start.py test")


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guides_name_every_command(guide: str) -> None:
    assert len(commands()) > 10
    assert [name for name in commands() if f"`{name}" not in text_of(guide)] == []


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guides_name_every_option(guide: str) -> None:
    options = {
        option
        for command in commands().values()
        for parameter in command.params
        for option in parameter.opts
        if option.startswith("--")
    }
    assert sorted(option for option in options if option not in text_of(guide)) == []


@pytest.mark.parametrize("guide", GUIDES)
def test_the_guides_name_every_format(guide: str) -> None:
    endings = {
        *formats.READABLE,
        *formats.CODEBOOK_ENDINGS,
        *formats.CODING_ENDINGS,
        *formats.ATTRIBUTE_ENDINGS,
    }
    assert sorted(ending for ending in endings if f"`{ending}`" not in text_of(guide)) == []


def test_the_developer_notes_name_every_error_and_every_room() -> None:
    notes = text_of("docs/developer.md")
    named = [
        name
        for name, thing in vars(errors).items()
        if isinstance(thing, type) and issubclass(thing, Exception)
    ]
    rooms = [path.name for path in (ROOT / "qualcode").iterdir() if (path / "__init__.py").exists()]
    assert [name for name in named if f"`{name}`" not in notes] == []
    assert [room for room in rooms if f"`qualcode/{room}/`" not in notes] == []


def test_every_direct_dependency_is_explained() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    asked = [
        *project["dependencies"],
        *(line for extra in project["optional-dependencies"].values() for line in extra),
    ]
    named = [re.split(r"[\[<>=;]", line)[0] for line in asked]
    told = text_of("docs/dependencies.md").lower()
    assert [name for name in named if f"| {name.lower()} |" not in told] == []


def test_every_decision_is_in_the_list() -> None:
    listed = text_of("docs/decisions/README.md")
    pages = [page.name for page in (ROOT / "docs" / "decisions").glob("[0-9]*.md")]
    assert len(pages) >= 16
    assert [page for page in pages if page not in listed] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []
