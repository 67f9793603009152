"""The one place for fixtures."""

from pathlib import Path

import pytest

SEEDS = Path(__file__).resolve().parents[1].parent / "shared" / "seeds"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The folder of real documents beside the checkout; tests that need it skip where it is absent."""
    if not SEEDS.is_dir():
        pytest.skip("the real documents (../shared/seeds) are not beside this checkout")
    return SEEDS
