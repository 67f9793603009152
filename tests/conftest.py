"""The one place for fixtures."""

import shutil
import tempfile
import uuid
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from qualcode import Project

SEEDS = Path(__file__).resolve().parents[1].parent / "shared" / "seeds"
INTERVIEW = (
    "Intervju med Åse\n\n"
    "Intervjuer: Hvordan var det å komme hit?\n"
    "Åse: Det var … 🙂 rart. Først sa jeg nei. Så sa jeg ja, og så ble jeg.\n"
    "Intervjuer: Hvem bestemte?\n"
    "Åse: Jeg bestemte selv. Det hadde jeg ikke gjort på mange år.\n"
)
"""A small transcript with Norwegian letters and an emoji."""


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real documents beside the checkout; tests that need it skip where it is absent."""
    if not SEEDS.is_dir():
        pytest.skip("the real documents (../shared/seeds) are not beside this checkout")
    return SEEDS


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a real PostgreSQL of our own; each project gets a schema of it.

    Its folder lies outside pytest's, which is closed to the account that PostgreSQL runs under when we are root.
    """
    folder = tempfile.mkdtemp(prefix="qualcode-postgresql-")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package complains where there is no XDG_RUNTIME_DIR
        import pgserver

        server = pgserver.get_server(folder, cleanup_mode="stop")
    server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")  # a test machine may lose its power
    yield server.get_uri()
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Makes addresses of projects that do not exist yet, on either database."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"{uuid.uuid4().hex}.qualcode")
    url = request.getfixturevalue("postgresql")
    return lambda: f"{url}{'&' if '?' in url else '?'}schema=q{uuid.uuid4().hex[:12]}"


@pytest.fixture
def project(new_address: Callable[[], str]) -> Iterator[Project]:
    """An empty project, Nina at work."""
    with Project.create(new_address(), name="Studie", coder="Nina") as made:
        yield made


@pytest.fixture
def coded(project: Project) -> Project:
    """A project with one interview, two codes and nothing coded."""
    project.documents.add("Åse.txt", INTERVIEW.encode())
    project.codebook.create("Recovery/Håp")
    project.codebook.create("Brukermedvirkning")
    return project


@pytest.fixture
def run(capsysbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Any:
    """The command line, typed on in this process; see tests/cli/command_line.py."""
    from command_line import CommandLine

    monkeypatch.setenv("QUALCODE_LANGUAGE", "en")
    return CommandLine(capsysbinary, monkeypatch)
