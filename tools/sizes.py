"""Prints what each direct dependency weighs on this disk, with its licence.

A dependency's own size is that of its files; “brings” adds the packages that only it needs.
"""

import re
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution, requires
from pathlib import Path

from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parents[1]
MEGABYTE = 1_000_000


def canonical(name: str) -> str:
    """A package's name as the index spells it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def needed(listed: list[str], extra: str = "") -> set[str]:
    """The packages of a list of requirements that apply to this Python and system."""
    wanted = [Requirement(line) for line in listed]
    return {canonical(r.name) for r in wanted if not r.marker or r.marker.evaluate({"extra": extra})}


def closure(names: set[str]) -> set[str]:
    """The installed packages among `names` and all that they need in turn."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found and installed(name):
            found.add(name)
            waiting.extend(needed(requires(name) or []))
    return found


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
    about = distribution(name).metadata
    if about.get("License-Expression"):
        return str(about["License-Expression"])
    classified = [
        line.split(" :: ")[-1] for line in about.get_all("Classifier") or () if line.startswith("License ::")
    ]
    stated = (about.get("License") or "").strip().splitlines()
    return "; ".join(classified) or (stated[0] if stated else "not stated")


def direct(extra: str | None) -> set[str]:
    """The direct dependencies that pyproject.toml names, of the program or of one of its extras."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = project["optional-dependencies"][extra] if extra else project["dependencies"]
    return {name for name in needed(names) if installed(name)}


def show(title: str, names: set[str], base: set[str]) -> set[str]:
    """Prints one table, dependencies by weight, and returns all packages that it counts beyond `base`."""
    whole = closure(names) - base
    sizes = {name: size(name) for name in whole}
    rows = []
    for name in names:
        alone = whole - closure(names - {name})
        rows.append((sum(sizes[n] for n in alone), name, alone - {name}))
    print(f"\n{title}\n{'package':24} {'own MB':>8} {'with its own':>13}  licence")
    for total, name, _ in sorted(rows, reverse=True):
        print(f"{name:24} {sizes.get(name, 0) / MEGABYTE:8.1f} {total / MEGABYTE:13.1f}  {licence(name)}")
    print(f"{'all, ' + str(len(whole)) + ' packages':24} {sum(sizes.values()) / MEGABYTE:8.1f}")
    return whole


def main() -> None:
    """Prints the tables; with `--all`, every installed package too."""
    running = show("To run", direct(None), set())
    testing = show("To test, beyond that", direct("test") | direct("build"), running)
    if "--all" in sys.argv:
        print("\nEvery package")
        for name in sorted(running | testing, key=size, reverse=True):
            print(f"{name:28} {size(name) / MEGABYTE:8.1f}  {licence(name)}")


if __name__ == "__main__":
    main()
