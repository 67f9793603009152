"""The house as tests: which room may know which, how long a file may grow, and that the checkers have nothing to say."""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "qualcode"
FILES = sorted(
    path
    for top in (PACKAGE, ROOT / "bench", ROOT / "tools")
    for path in top.rglob("*.py")
    if "__pycache__" not in path.parts
) + [path for path in (ROOT / "app.py", ROOT / "start.py") if path.exists()]
SCRIPTS = sorted((PACKAGE / "ui").rglob("*.js"))
TEXTS = {
    ".py",
    ".md",
    ".toml",
    ".txt",
    ".js",
    ".css",
    ".html",
    ".po",
    ".csv",
    ".yaml",
    ".yml",
    ".json",
    ".sh",
    "",
}
HIDDEN = {".ci", ".gitignore", ".streamlit"}
LEFT_OUT = {"__pycache__", "exports", "artifacts", "build", "dist"}
LONGEST_FILE, LONGEST_FUNCTION, LONGEST_APP = 400, 40, 40


def shown(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def run(*line: str, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    surroundings = {**os.environ, "PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "200"}
    return subprocess.run(line, cwd=folder, env=surroundings, capture_output=True, text=True, check=False)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as go; go()",
        "--no-cache",
        folder=folder,
    )


def test_each_room_knows_only_the_rooms_it_may_know() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("room", "line", "broken"),
    [
        ("formats", "import qualcode.store", "qualcode.formats is not allowed to import qualcode.store"),
        (
            "model",
            "import qualcode.errors, qualcode.i18n",
            "qualcode.model is not allowed to import qualcode.i18n",
        ),
        ("ui", "import qualcode.store", "qualcode.ui is not allowed to import qualcode.store"),
        ("cli", "import qualcode.ui.pages", "qualcode.cli is not allowed to import qualcode.ui"),
        ("project", "import streamlit", "qualcode is not allowed to import streamlit"),
        ("analysis", "import sqlalchemy", "qualcode is not allowed to import sqlalchemy"),
        ("cupboard", "import json", "qualcode.cupboard"),
    ],
)
def test_an_import_across_a_wall_is_noticed(tmp_path: Path, room: str, line: str, broken: str) -> None:
    shutil.copytree(PACKAGE, tmp_path / "qualcode", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    (tmp_path / "qualcode" / room).mkdir(exist_ok=True)
    (tmp_path / "qualcode" / room / "__init__.py").touch()
    (tmp_path / "qualcode" / room / "intruder.py").write_text(line + "\n", encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    assert broken in result.stdout


def test_every_room_is_a_package() -> None:
    """A folder without `__init__.py` can be imported, but the import rules do not see it."""
    folders = {path.parent for path in FILES if PACKAGE in path.parents}
    assert sorted(shown(f) for f in folders if not (f / "__init__.py").exists()) == []


def test_the_app_script_only_joins_what_the_ui_made() -> None:
    app = ROOT / "app.py"
    assert len(app.read_text(encoding="utf-8").splitlines()) <= LONGEST_APP
    tops = {module.split(".")[0] for module in imported(parsed(app))}
    assert tops - sys.stdlib_module_names <= {"streamlit", "starlette", "qualcode"}
    assert not [module for module in imported(parsed(app)) if re.match(r"qualcode\.(?!ui\b)", module)]


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "."


@pytest.mark.parametrize("path", FILES + SCRIPTS, ids=shown)
def test_a_file_is_a_thought(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LONGEST_FILE


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    functions = [n for n in ast.walk(parsed(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = [f"{f.name}, line {f.lineno}" for f in functions if length(f) > LONGEST_FUNCTION]
    assert not long


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


@pytest.mark.parametrize("path", [*FILES, *sorted((ROOT / "tests").rglob("*.py"))], ids=shown)
def test_a_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(parsed(path)), "the file begins without a docstring"


@pytest.mark.parametrize(
    "path",
    [path for path in FILES if PACKAGE in path.parents and not {"ui", "cli"} & set(path.parts)],
    ids=shown,
)
def test_below_the_edges_nothing_prints_or_exits(path: Path) -> None:
    if path.name == "__main__.py":
        return
    calls = [n for n in ast.walk(parsed(path)) if isinstance(n, ast.Call)]
    named = {ast.unparse(call.func): call.lineno for call in calls}
    assert not named.keys() & {"print", "exit", "quit", "input", "sys.exit", "os._exit", "breakpoint"}


def test_ruff_finds_nothing() -> None:
    result = run(sys.executable, "-m", "ruff", "check", "--no-cache", ".")
    assert result.returncode == 0, result.stdout


def test_the_code_is_formatted() -> None:
    result = run(sys.executable, "-m", "ruff", "format", "--check", "--no-cache", ".")
    assert result.returncode == 0, result.stdout


def test_mypy_finds_nothing() -> None:
    result = run(sys.executable, "-m", "mypy")
    assert result.returncode == 0, result.stdout


def project_texts() -> list[Path]:
    tops = [path for path in ROOT.iterdir() if path.name in HIDDEN or path.name[0] != "."]
    everything = [inner for top in tops for inner in ([top] if top.is_file() else top.rglob("*"))]
    kept = (path for path in everything if not LEFT_OUT & set(path.relative_to(ROOT).parts))
    return sorted(path for path in kept if path.is_file() and path.suffix in TEXTS)


def test_no_file_names_one_machine_or_a_package_index() -> None:
    # Put together here, so that this file does not name them either.
    wrong = [
        "/" + "work/",
        "/" + "root/",
        "/" + "home/",
        "pypi" + ".org",
        "pythonhosted" + ".org",
        "npmjs" + ".org",
    ]
    found = [
        (shown(path), word)
        for path in project_texts()
        for word in wrong
        if word in path.read_text(encoding="utf-8", errors="replace")
    ]
    assert not found


def test_the_program_asks_for_what_it_imports_and_for_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[\[<>=]", line)[0] for line in project["dependencies"]}
    whose = packages_distributions()
    modules = {
        module.split(".")[0] for path in FILES if PACKAGE in path.parents for module in imported(parsed(path))
    }
    packages = {
        whose.get(module, [module])[0].lower()
        for module in modules - sys.stdlib_module_names - {"qualcode", "."}
    }
    by_name_only = {"psycopg", "websockets"}  # SQLAlchemy and uvicorn import these for us
    assert packages <= asked
    assert asked - packages <= by_name_only
