"""Memos: listed, written, exported."""

from dataclasses import asdict
from pathlib import Path
from typing import Any, get_args

import click

from qualcode.cli.books import Turned
from qualcode.cli.shared import F, opened, reads, save, show, table, writes
from qualcode.model.values import Memo, MemoAbout, MemoType

memos = Turned("memos", help="List, write and export memos.")
_ABOUT = click.Choice(get_args(MemoAbout))
_TYPES = click.Choice([name for name in get_args(MemoType) if name])


def filters(command: F) -> F:
    """The options that choose among memos."""
    for option in (
        click.option("--search", default="", metavar="WORDS", help="Only those with these words."),
        click.option("--by", metavar="CODER", help="Only those that this coder has written."),
        click.option("--type", "type_", type=_TYPES, help="Only those of this type."),
        click.option("--about", type=_ABOUT, help="Only those about this kind of thing."),
    ):
        command = option(command)
    return command


def row_of(memo: Memo) -> dict[str, Any]:
    """A memo as a row of the list."""
    return asdict(memo)


@memos.command("list")
@reads
@filters
def list_(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    about: str | None,
    type_: str | None,
    by: str | None,
    search: str,
) -> None:
    """List the memos, newest first; the notes on codings are among them, without a type."""
    with opened(address, coder, as_of) as project:
        rows = [row_of(each) for each in project.memos.all(about=about, type=type_, coder=by, search=search)]
    show(rows, as_json=as_json, lines=table(rows, ["at", "coder", "type", "about", "name", "title", "text"]))


@memos.command("add")
@writes
@click.argument("text")
@click.option("--about", type=_ABOUT, default="project", show_default=True, help="What kind of thing.")
@click.option(
    "--of", "thing", default="", metavar="THING", help="Which one: a name, a code's path, or an id."
)
@click.option("--type", "type_", type=_TYPES, help="What kind of memo.")
@click.option("--title", default="")
@click.option("--start", type=int, help="Where a segment begins.")
@click.option("--end", type=int, help="Where a segment ends.")
def add(
    address: str,
    coder: str,
    as_json: bool,
    text: str,
    about: str,
    thing: str,
    type_: str | None,
    title: str,
    start: int | None,
    end: int | None,
) -> None:
    """Write TEXT as a memo about the project, or about a thing in it."""
    with opened(address, coder) as project:
        made = project.memos.add(about, thing, text, type=type_ or "", title=title, start=start, end=end)
    show(row_of(made), as_json=as_json, lines=[f"{made.name}: {made.text}"])


@memos.command("export")
@reads
@click.argument("file", type=click.Path(dir_okay=False))
@filters
@click.option(
    "--language", type=click.Choice(["nb", "en"]), help="The file's language; the project's if not given."
)
def export(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    file: str,
    about: str | None,
    type_: str | None,
    by: str | None,
    search: str,
    language: str | None,
) -> None:
    """Write the memos to a .docx, .md or .csv file."""
    chosen: dict[str, Any] = {"about": about, "type": type_, "coder": by, "search": search}
    with opened(address, coder, as_of) as project:
        spoken = language or ("en" if project.info().language == "en" else "nb")
        data = project.memos.export(Path(file).suffix.lower(), language=spoken, **chosen)
        value = {"file": file, "memos": len(project.memos.all(**chosen)), "revision": project.revision}
    save(file, data)
    show(value, as_json=as_json, lines=[f"{file}: {value['memos']} memos"])


COMMANDS = (memos,)
