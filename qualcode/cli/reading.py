"""Reading documents and their parts."""

import sys
from dataclasses import asdict
from typing import Any

import click

from qualcode.cli.shared import opened, reads, show, table
from qualcode.model.structure import UNITS, Unit
from qualcode.model.values import Document


def _row(document: Document) -> dict[str, Any]:
    return {
        "id": document.id,
        "name": document.name,
        "characters": document.characters,
        "language": document.language,
        "attributes": dict(document.attributes),
        "codings": document.codings,
    }


@click.command("documents")
@reads
def documents(address: str, coder: str, as_of: int | None, as_json: bool) -> None:
    """List the documents."""
    with opened(address, coder, as_of) as project:
        rows = [_row(document) for document in project.documents.all()]
    show(rows, as_json=as_json, lines=table(rows, ["name", "characters", "language", "codings"]))


@click.command("text")
@reads
@click.argument("document")
@click.option("--original", is_flag=True, help="The text as it was read, before it was made uniform.")
def text(address: str, coder: str, as_of: int | None, as_json: bool, document: str, original: bool) -> None:
    """Print the text of DOCUMENT, to the letter."""
    with opened(address, coder, as_of) as project:
        words = project.documents.original(document) if original else project.documents.text(document)
    if as_json:
        show({"document": document, "text": words}, as_json=True)
    else:
        sys.stdout.buffer.write(words.encode("utf-8"))
        sys.stdout.buffer.flush()


@click.command("segments")
@reads
@click.option("--document", metavar="D", help="Only this document.")
@click.option("--unit", type=click.Choice(UNITS), default="paragraph", show_default=True)
@click.option("--excluded", is_flag=True, help="With those in contents lists, reference lists and the like.")
def segments(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    document: str | None,
    unit: Unit,
    excluded: bool,
) -> None:
    """List sections, speaker turns, paragraphs or sentences with their words."""
    with opened(address, coder, as_of) as project:
        found = project.documents.segments(unit, document, excluded=excluded)
    rows = [asdict(segment) for segment in found]
    lines = (f"{row['start']}–{row['end']}  {row['speaker']}  {row['text']}" for row in rows)
    show(rows, as_json=as_json, lines=lines)


COMMANDS = (documents, text, segments)
