"""The canvas's own files, as the browser loads them: plain modules and a style sheet, named by their content."""

import hashlib
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "js"
TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}


@cache
def files() -> dict[str, bytes]:
    """Every file by name, read once, so that a page never mixes two versions."""
    return {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir()) if path.suffix in TYPES}


@cache
def version() -> str:
    """A name for this very content; part of every address, so that browsers may keep the files for good."""
    digest = hashlib.sha256()
    for name, content in files().items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def content_type(name: str) -> str:
    """The media type of a file of ours."""
    return TYPES[Path(name).suffix]
