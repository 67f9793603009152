"""The sample project of the reader's language: made at first use, in the projects folder."""

from pathlib import Path

from qualcode import Project
from qualcode.ui.parts.places import ENDING, folder

STUDIES = {"nb": "stien-videre", "en": "second-path"}


def sample(language: str) -> str:
    """The address of the sample project, which is made if it is not there."""
    address = _address(language)
    if not address.exists():
        address.parent.mkdir(parents=True, exist_ok=True)
        Project.sample(address, language=language).close()
    return str(address)


def is_sample(address: str) -> bool:
    """Whether this is one of the sample projects."""
    return Path(address).stem in STUDIES.values()


def _address(language: str) -> Path:
    return folder() / f"{STUDIES[language]}{ENDING}"
