"""Counting and exporting."""

from pathlib import Path
from typing import Any, get_args

import click

from qualcode import Project
from qualcode.cli.shared import opened, reads, save, show, table, tell, where_option
from qualcode.cli.speech import words
from qualcode.model.tables import Counted, FrequencyRow
from qualcode.model.tree import split_path

_FIXED = ("code", "id", "path", "own", "total")
"""Columns that every frequency row has; a value of the same name is told apart by the attribute's name."""


@click.command("frequencies")
@reads
@click.option("--by", metavar="ATTRIBUTE|document|coder", help="Split into columns.")
@click.option("--count", type=click.Choice(get_args(Counted)), default="codings", show_default=True)
@where_option
def frequencies(
    address: str, coder: str, as_of: int | None, as_json: bool, by: str | None, count: Counted, where: str
) -> None:
    """Count how often each code is used; `total` has subcodes in it."""
    with opened(address, coder, as_of) as project:
        counted = project.frequencies(by=by, count=count, where=where)
    if counted.left_out:
        _ = words()
        told = _("Not counted: {count} codings in parts that are left out of the material.")
        tell(told.format(count=counted.left_out))
    columns = {value: value if value not in _FIXED else f"{by}: {value}" for value in counted.values}
    rows = [_row(row) | {columns[value]: count for value, count in row.by.items()} for row in counted.rows]
    show(rows, as_json=as_json, lines=table(rows, ["path", "own", "total", *columns.values()]))


def _row(row: FrequencyRow) -> dict[str, Any]:
    name = split_path(row.path)[-1]
    return dict(zip(_FIXED, (name, row.code, row.path, row.own, row.total), strict=True))


@click.command("export")
@reads
@click.argument("out", type=click.Path(dir_okay=False))
@click.option(
    "--report",
    type=click.Choice(["quotations", "frequencies", "codebook"]),
    default="quotations",
    show_default=True,
)
@where_option
@click.option("--code", metavar="C", help="Quotations of this code and its subcodes only.")
@click.option("--by", metavar="ATTRIBUTE|document|coder", help="Columns of the frequencies.")
@click.option("--count", type=click.Choice(get_args(Counted)), default="codings", show_default=True)
@click.option(
    "--language", type=click.Choice(["nb", "en"]), help="The report's language; the project's if not given."
)
@click.option(
    "--landscape/--portrait",
    default=None,
    help="Pages in Word: quotations lie, frequencies stand, if not given.",
)
@click.option("--notes", is_flag=True, help="Quote from notes too, marked as not verbatim.")
def export(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    out: str,
    report: str,
    where: str,
    code: str | None,
    by: str | None,
    count: Counted,
    language: str | None,
    landscape: bool | None,
    notes: bool,
) -> None:
    """Write a report to OUT, a .docx, .xlsx or .csv file.

    Notes are not quoted, nor is what consent is withdrawn for; the report says how much was left out.
    """
    options: dict[str, Any] = {} if landscape is None or report == "codebook" else {"landscape": landscape}
    options |= {"where": where, "code": code, "by": by, "count": count, "notes": notes}
    with opened(address, coder, as_of) as project:
        spoken = language or ("en" if project.info().language == "en" else "nb")
        data = project.reports.export(report, Path(out).suffix.lower(), language=spoken, **options)
        value = {"file": out, "report": report, "bytes": len(data), "revision": project.revision}
        if report == "quotations":
            value |= {"left_out": _withheld(project, where=where, code=code, notes=notes)}
    save(out, data)
    show(value, as_json=as_json, lines=[f"{out}: {len(data)} bytes, revision {value['revision']}"])


def _withheld(project: Project, **chosen: Any) -> dict[str, int]:
    """How many quotations a report leaves out, by the reason why; told to people too."""
    _ = words()
    left_out = project.reports.withheld(**chosen)
    if told := project.reports.withheld_in_words(left_out, _):
        tell(_("Left out of the quotations: {told}.").format(told=told))
    return {str(reason): count for reason, count in left_out.items()}


COMMANDS = (frequencies, export)
