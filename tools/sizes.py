"""Prints what each direct dependency weighs on this disk, with its licence.

A dependency's own size is that of its files; “saved without” is what would go if it went, with the packages that
only it needs.
"""

import re
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
MEGABYTE = 1_000_000
UNSTATED = {"pgserver": "Apache-2.0", "axe-playwright-python": "MIT"}
"""Licences that a package states only in its licence file."""


def canonical(name: str) -> str:
    """A package's name as the index spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def applying(listed: list[str], extras: frozenset[str]) -> list[Requirement]:
    """The requirements of a list that apply to this Python, this system and the extras asked for."""
    wanted = [Requirement(line) for line in listed]
    return [r for r in wanted if not r.marker or any(r.marker.evaluate({"extra": e}) for e in extras | {""})]


def closure(wanted: list[Requirement]) -> set[str]:
    """The installed packages that fill the requirements, and all that they need in turn."""
    found: set[tuple[str, frozenset[str]]] = set()
    waiting = list(wanted)
    while waiting:
        requirement = waiting.pop()
        one = (canonical(requirement.name), frozenset(requirement.extras))
        if one not in found and installed(one[0]):
            found.add(one)
            waiting.extend(applying(requires(one[0]) or [], one[1]))
    return {name for name, _ in found}


def installed(name: str) -> Distribution | None:
    """The installed package of that name."""
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def size(name: str) -> int:
    """The bytes of a package's files as they lie on the disk, its compiled modules included."""
    files = (Path(str(file.locate())) for file in distribution(name).files or ())
    return sum(file.stat().st_size for file in files if file.is_file())


def licence(name: str) -> str:
    """What a package says of its licence, as shortly as it says it."""
    about: Any = distribution(name).metadata
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    classified = [
        line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if line.startswith("License ::")
    ]
    stated = (about.get("License") or "").strip().splitlines()
    return "; ".join(classified) or (stated[0] if stated else UNSTATED.get(name, "not stated"))


def direct(*extras: str) -> list[Requirement]:
    """The direct dependencies that pyproject.toml names: the program's, or those of its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["optional-dependencies"][extra] for extra in extras] or [project["dependencies"]]
    return [r for listed in lists for r in applying(listed, frozenset()) if installed(canonical(r.name))]


def show(title: str, wanted: list[Requirement], base: set[str]) -> set[str]:
    """Prints one table, the heaviest first, and returns all packages that it counts beyond `base`."""
    whole = closure(wanted) - base
    sizes = {name: size(name) for name in whole}
    rows = []
    for one in wanted:
        alone = whole - closure([other for other in wanted if other is not one])
        rows.append((sum(sizes[name] for name in alone), canonical(one.name)))
    print(f"\n{title}\n{'package':24} {'own MB':>8} {'saved without':>14}  licence")
    for saved, name in sorted(rows, reverse=True):
        print(f"{name:24} {sizes.get(name, 0) / MEGABYTE:8.1f} {saved / MEGABYTE:14.1f}  {licence(name)}")
    print(f"{f'all {len(whole)} packages':24} {sum(sizes.values()) / MEGABYTE:8.1f}")
    return whole


def main() -> None:
    """Prints the tables; with `--all`, every installed package too."""
    running = show("To run", direct(), set())
    testing = show("To test, beyond that", direct("test", "build"), running)
    if "--all" in sys.argv:
        print("\nEvery package")
        for name in sorted(running | testing, key=size, reverse=True):
            print(f"{name:28} {size(name) / MEGABYTE:8.1f}  {licence(name)}")


if __name__ == "__main__":
    main()
