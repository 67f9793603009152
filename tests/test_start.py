"""The set-up script: what it says to an old Python, without a network, and what it leaves undone the second time."""

import ast
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
START = ROOT / "start.py"

# A project that builds itself without a network: its own build back end, in as few lines as pip accepts.
BACKEND = """
from pathlib import Path
from zipfile import ZipFile

def build_editable(folder, config_settings=None, metadata_directory=None):
    about, name = "qualcode-0.dist-info/", "qualcode-0-py3-none-any.whl"
    with ZipFile(Path(folder) / name, "w") as wheel:
        wheel.writestr("qualcode.pth", str(Path.cwd()))
        wheel.writestr(about + "METADATA", "Metadata-Version: 2.1\\nName: qualcode\\nVersion: 0\\n")
        wheel.writestr(about + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(about + "RECORD", "")
    return name
"""
PYPROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n'
UNREACHABLE = "streamlit==1.0 --hash=sha256:" + "0" * 64 + "\n"


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the real start.py and a project of three lines, set up once."""
    folder = tmp_path_factory.mktemp("a checkout")
    shutil.copy(START, folder)
    (folder / "pyproject.toml").write_text(PYPROJECT, encoding="utf-8")
    (folder / "backend.py").write_text(BACKEND, encoding="utf-8")
    (folder / "qualcode").mkdir()
    (folder / "qualcode" / "__main__.py").write_text("import sys; print(sys.argv[1:])\n", encoding="utf-8")
    (folder / "requirements.txt").write_text("# nothing\n", encoding="utf-8")
    (folder / "requirements-test.txt").write_text(UNREACHABLE, encoding="utf-8")
    first = start(folder)
    assert first.returncode == 0, first.stdout + first.stderr
    assert "qualcode itself ..." in first.stdout
    return folder


def start(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Runs start.py as a reader would, with a package index that nobody answers at."""
    surroundings = {
        name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "PYTHON"))
    }
    surroundings.update(
        PIP_CONFIG_FILE=os.devnull,
        PIP_INDEX_URL="http://127.0.0.1:9/simple",
        PIP_RETRIES="1",
        PIP_NO_CACHE_DIR="1",
    )
    line = [sys.executable, str(folder / "start.py"), *arguments]
    return subprocess.run(
        line,
        cwd=folder,
        env=surroundings,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_old_python_can_read_the_file() -> None:
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_which_one_is_needed() -> None:
    pretend = f"import sys; sys.version_info = (3, 8, 1); exec(compile(open({str(START)!r}).read(), 'start.py', 'exec'))"
    told = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert told.stderr.startswith("qualcode needs Python 3.11 or newer, and this is Python 3.8.")
    assert "Traceback" not in told.stderr


def test_a_second_start_installs_nothing_and_passes_the_command_on(checkout: Path) -> None:
    again = start(checkout, "import", "MITT PROSJEKT.qualcode", "--json")
    assert again.stdout == "['import', 'MITT PROSJEKT.qualcode', '--json']\n"


def test_the_app_is_what_a_bare_start_opens(checkout: Path) -> None:
    assert start(checkout).stdout == "['app']\n"


def test_a_download_that_fails_is_one_sentence_that_says_what_to_do(checkout: Path) -> None:
    failed = start(checkout, "test")
    assert failed.returncode == 1
    assert failed.stderr.startswith(
        "qualcode cannot start: the packages could not be downloaded. Check the network"
    )
    assert failed.stderr.count("\n") == 1
    assert "http" not in failed.stdout


def test_changed_requirements_and_a_damaged_stamp_are_installed_again(checkout: Path) -> None:
    requirements, stamp = checkout / "requirements.txt", checkout / ".venv" / "start.json"
    requirements.write_text("# nothing either\n", encoding="utf-8")
    assert "Packages to run with" in start(checkout).stdout
    stamp.write_text("{", encoding="utf-8")
    repaired = start(checkout)
    assert repaired.returncode == 0
    assert "qualcode itself" in repaired.stdout
    assert json.loads(stamp.read_text(encoding="utf-8"))["folder"] == str(checkout)


def test_a_folder_that_was_moved_gets_a_new_environment(checkout: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(checkout, moved, symlinks=True)
    (moved / ".venv" / "left behind").touch()
    assert start(moved).returncode == 0
    assert not (moved / ".venv" / "left behind").exists()


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (
            "The virtual environment was not created successfully because ensurepip is not available.",
            "python3-venv|-venv;",
        ),
        ("OSError: [Errno 28] No space left on device", "the disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "was refused"),
        ("ERROR: No matching distribution found for spacy==3.8.18", "does not come ready-made"),
        (
            "Failed to establish a new connection: Connection refused\nERROR: No matching distribution found",
            "Check the network",
        ),
        ("[Errno 13] Permission denied: 'x'", "may not be written to"),
        ("something nobody foresaw", "start.log says why"),
    ],
)
def test_what_pip_says_becomes_what_to_do(said: str, sentence: str) -> None:
    assert any(part in loaded().remedy(said) for part in sentence.split("|"))


def test_tests_run_in_parallel_unless_told_which(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    command = loaded().command
    assert command(["test"]) == ["-m", "pytest", "-n", "2", "--dist", "loadfile"]
    assert command(["test", "-k", "journal"]) == ["-m", "pytest", "-k", "journal"]
