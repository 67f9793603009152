"""Texts corrected after they were coded: a whole file, or a few words."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from qualcode.cli.shared import file_data, opened, show, writes
from qualcode.cli.speech import words


@click.command("replace")
@writes
@click.argument("document")
@click.argument("file", type=click.Path(dir_okay=False))
@click.option("--dry-run", is_flag=True, help="Only tell what would happen.")
@click.option("--force", is_flag=True, help="Also when little of the text is in FILE.")
@click.option("--clean", type=click.Choice(["auto", "off"]), help="As before if not given.")
def replace(
    address: str,
    coder: str,
    as_json: bool,
    document: str,
    file: str,
    dry_run: bool,
    force: bool,
    clean: str | None,
) -> None:
    """Put the corrected FILE in place of DOCUMENT's text; codings follow their words.

    Those on corrected words are marked (`codings list --touched`); those whose words are gone are removed, and listed.
    """
    with opened(address, coder) as project:
        name, data = Path(file).name, file_data(file)
        if dry_run:
            done = project.documents.compare(document, name, data, clean=clean or "")
        else:
            done = project.documents.replace(document, name, data, clean=clean or "", force=force)
        revision = project.revision
    _ = words()
    row = {
        "document": done.document.name,
        "kept": done.kept,
        "touched": list(done.touched),
        "gone": [{"code": code, "text": text} for code, text in done.gone],
        "changes": done.changes,
        "share": round(done.share, 4),
        "another": done.another,
        "warnings": [_(template).format(**values) for template, values in done.warnings],
        "dry_run": dry_run,
        "revision": revision,
    }
    show(row, as_json=as_json, lines=_lines(row))


def _lines(row: dict[str, Any]) -> list[str]:
    counted = f"{row['kept']} codings kept, {len(row['touched'])} to review, {len(row['gone'])} gone"
    lines = [f"{row['document']}: {row['changes']} passages changed ({row['share']:.1%}); {counted}"]
    lines += [f"  ✗ {each['code']}: {each['text']}" for each in row["gone"]]
    return lines + [f"  ⚠ {warning}" for warning in row["warnings"]]


@click.command("correct")
@writes
@click.argument("document")
@click.option("--start", required=True, type=int)
@click.option("--end", required=True, type=int)
@click.option("--words", "by", required=True, metavar="TEXT", help="Empty takes the passage away.")
def correct(address: str, coder: str, as_json: bool, document: str, start: int, end: int, by: str) -> None:
    """Write TEXT in place of the words [start, end) of DOCUMENT; codings follow their words."""
    with opened(address, coder) as project:
        moved = project.cleaning.correct(document, start, end, by)
        row = {**asdict(moved), "revision": project.revision}
    told = f"{moved.kept} codings kept, {len(moved.touched)} to review, {len(moved.gone)} gone"
    show(row, as_json=as_json, lines=[told])


COMMANDS = (replace, correct)
