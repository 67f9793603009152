"""What was proposed to clean a document, and taking it back."""

from typing import Any

import click

from qualcode import Project
from qualcode.cli.shared import opened, reads, show, table


@click.command("cleaning")
@reads
@click.argument("document")
@click.option(
    "--undo",
    "undone",
    multiple=True,
    metavar="ID",
    help="Take this proposal back; codings stay on their words.",
)
@click.option("--redo", "redone", multiple=True, metavar="ID", help="Carry this proposal out after all.")
def cleaning(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    document: str,
    undone: tuple[str, ...],
    redone: tuple[str, ...],
) -> None:
    """List the edits that clean DOCUMENT: where, by which rule, before and after.

    `start` and `end` are of the text that `qualcode text` prints, `original_start` and `original_end` of the text as read.
    """
    with opened(address, coder, as_of) as project:
        if undone or redone:
            project.cleaning.choose(document, reject=undone, accept=redone)
        rows = _rows(project, document)
    show(rows, as_json=as_json, lines=table(rows, ["id", "accepted", "start", "end", "before", "after"]))


def _rows(project: Project, document: str) -> list[dict[str, Any]]:
    return [
        {
            "id": each.edit.group,
            "rule": each.edit.rule,
            "start": each.start,
            "end": each.end,
            "original_start": each.edit.start,
            "original_end": each.edit.end,
            "before": each.edit.before,
            "after": each.edit.after,
            "confidence": each.edit.confidence,
            "accepted": each.accepted,
        }
        for each in project.cleaning.listed(document)
    ]


COMMANDS = (cleaning,)
