"""Undo, redo, and the journal."""

from typing import Any

import click

from qualcode.cli.shared import opened, reads, show, table, tell, writes
from qualcode.cli.speech import words
from qualcode.model.values import Entry


def row_of(entry: Entry) -> dict[str, Any]:
    """A journal row as the contract lists it."""
    row = {"revision": entry.revision, "verb": entry.verb, "coder": entry.coder, "at": entry.at}
    return row | {"what": entry.in_words(words()), "kind": entry.kind, "target": entry.target}


@click.command("undo")
@writes
def undo(address: str, coder: str, as_json: bool) -> None:
    """Take back the coder's latest change that stands."""
    with opened(address, coder) as project:
        _answer(project.undo(), project.revision, as_json, words()("There is nothing to undo."))


@click.command("redo")
@writes
def redo(address: str, coder: str, as_json: bool) -> None:
    """Do again what the coder undid last."""
    with opened(address, coder) as project:
        _answer(project.redo(), project.revision, as_json, words()("There is nothing to redo."))


def _answer(entry: Entry | None, revision: int, as_json: bool, nothing: str) -> None:
    if entry is None:
        tell(nothing)
        raise SystemExit(1)
    show(row_of(entry) | {"now": revision}, as_json=as_json, lines=[entry.in_words(words())])


@click.command("journal")
@reads
@click.option("--limit", type=click.IntRange(1), help="At most so many, newest first.")
def journal(address: str, coder: str, as_of: int | None, as_json: bool, limit: int | None) -> None:
    """List what was done, newest first."""
    with opened(address, coder, as_of) as project:
        rows = [row_of(entry) for entry in project.journal.all(limit=limit)]
    show(rows, as_json=as_json, lines=table(rows, ["revision", "at", "coder", "what"]))


COMMANDS = (undo, redo, journal)
