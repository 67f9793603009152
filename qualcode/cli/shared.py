"""What commands share: options, opening a project, printing one JSON value or lines for people."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, is_dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from qualcode import Project, QualcodeError
from qualcode.cli.speech import printable

F = TypeVar("F", bound=Callable[..., Any])

project_argument = click.argument("address", metavar="PROJECT")
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON value and nothing else.")
coder_option = click.option(
    "--coder", default="", metavar="NAME", help="Who works; the account's name if not given."
)
where_option = click.option(
    "--where", default="", metavar="EXPR", help='A filter, e.g. role = "tidgiver" and wave = 1'
)


def writes(command: F) -> F:
    """The options of a command that changes a project."""
    return project_argument(coder_option(json_option(command)))


def reads(command: F) -> F:
    """The options of a command that reads a project, now or as it was."""
    then = click.option("--as-of", "as_of", type=int, metavar="REVISION", help="Read this earlier state.")
    return project_argument(coder_option(then(json_option(command))))


@contextmanager
def opened(address: str, coder: str = "", as_of: int | None = None) -> Iterator[Project]:
    """The project at `address`, now or as it was, closed at the end."""
    with Project.open(address, coder=coder) as project:
        if as_of is None:
            yield project
            return
        with project.at(as_of) as earlier:
            yield earlier


def file_data(path: str) -> bytes:
    """A file's bytes. Raises `QualcodeError` when it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise QualcodeError(
            "The file “{path}” cannot be read: {said}", path=path, said=error.strerror
        ) from error


def save(path: str, data: bytes) -> None:
    """Writes a finished file: aside first, so that an old one is replaced whole or stays."""
    target = Path(path)
    part = target.with_name(target.name + ".part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise QualcodeError("“{path}” cannot be written: {said}", path=path, said=error.strerror) from error


def tell(message: str) -> None:
    """A line for people, beside the result."""
    click.echo(printable(message), err=True)


def show(value: Any, *, as_json: bool, lines: Iterable[str] = ()) -> None:
    """The command's result: one JSON value, or lines for people."""
    if as_json:
        click.echo(json.dumps(value, ensure_ascii=False, default=plain, allow_nan=False))
        return
    for line in lines:
        click.echo(printable(line))


def plain(value: Any) -> Any:
    """A value as JSON knows it."""
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return asdict(value)
    return list(value)


def table(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> list[str]:
    """Rows as aligned columns with a head, for people."""
    cells = [[str(row.get(column, "")).replace("\n", " ") for column in columns] for row in rows]
    lines = [list(columns), *cells]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(map(str.ljust, line, widths)).rstrip() for line in lines]
