"""Cases: who documents are about, and what is known of them."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from qualcode import QualcodeError
from qualcode.cli.books import Turned
from qualcode.cli.shared import file_data, opened, reads, save, show, table, tell, writes
from qualcode.cli.speech import words
from qualcode.model.values import Case, Tie

cases = Turned("cases", help="Import, export, list and change cases, and say what attributes can hold.")
speaker_option = click.option(
    "--speaker", default="", metavar="S", help="Only what this speaker says; the whole document if not given."
)


def row_of(case: Case, ties: tuple[Tie, ...]) -> dict[str, Any]:
    """A case as a row of the list."""
    tied = [{"document": tie.document, "speaker": tie.speaker} for tie in ties if tie.case_id == case.id]
    return {"id": case.id, "case": case.name, "kind": case.kind, "values": dict(case.values), "ties": tied}


def _line(row: dict[str, Any]) -> dict[str, Any]:
    tied = (
        f"{tie['document']} ({tie['speaker']})" if tie["speaker"] else tie["document"] for tie in row["ties"]
    )
    values = (f"{name}={value}" for name, value in row["values"].items())
    return {**row, "values": ", ".join(values), "documents": ", ".join(tied)}


def _lines(rows: list[dict[str, Any]]) -> list[str]:
    return table([_line(row) for row in rows], ["case", "kind", "values", "documents"])


@cases.command("list")
@reads
def list_(address: str, coder: str, as_of: int | None, as_json: bool) -> None:
    """List the cases with their values and documents."""
    with opened(address, coder, as_of) as project:
        ties = project.cases.ties()
        rows = [row_of(case, ties) for case in project.cases.all()]
    show(rows, as_json=as_json, lines=_lines(rows))


@cases.command("import")
@writes
@click.argument("file", type=click.Path(dir_okay=False))
def import_(address: str, coder: str, as_json: bool, file: str) -> None:
    """Add and describe cases by a .csv or .xlsx file: case[, kind, document, speaker], and their values."""
    with opened(address, coder) as project:
        warnings = project.cases.import_file(Path(file).name, file_data(file))
        value = {"cases": len(project.cases.all()), "revision": project.revision}
    told = [words()(template).format(**values) for template, values in warnings]
    for line in told:
        tell(line)
    show(value | {"warnings": told}, as_json=as_json, lines=[f"{value['cases']} cases"])


@cases.command("export")
@reads
@click.argument("file", type=click.Path(dir_okay=False))
def export(address: str, coder: str, as_of: int | None, as_json: bool, file: str) -> None:
    """Write the cases to a .csv or .xlsx file, which `import` reads."""
    with opened(address, coder, as_of) as project:
        save(file, project.cases.export(Path(file).suffix.lower()))
        value = {"file": file, "cases": len(project.cases.all())}
    show(value, as_json=as_json, lines=[f"{file}: {value['cases']} cases"])


@cases.command("add")
@writes
@click.argument("name")
@click.option("--kind", type=click.Choice(["person", "group", "site"]), default="person", show_default=True)
def add(address: str, coder: str, as_json: bool, name: str, kind: str) -> None:
    """Add the case NAME."""
    with opened(address, coder) as project:
        row = row_of(project.cases.create(name, kind=kind), ())
    show(row, as_json=as_json, lines=[f"{row['case']}: {row['kind']}"])


@cases.command("tie")
@writes
@click.argument("case")
@click.argument("document")
@speaker_option
def tie(address: str, coder: str, as_json: bool, case: str, document: str, speaker: str) -> None:
    """Say that DOCUMENT, or one speaker in it, is about CASE."""
    with opened(address, coder) as project:
        made = project.cases.tie(case, document, speaker)
    show(asdict(made), as_json=as_json, lines=[f"{made.case}: {made.document} {made.speaker}".rstrip()])


@cases.command("untie")
@writes
@click.argument("case")
@click.argument("document")
@speaker_option
def untie(address: str, coder: str, as_json: bool, case: str, document: str, speaker: str) -> None:
    """Take back that DOCUMENT, or one speaker in it, is about CASE."""
    with opened(address, coder) as project:
        project.cases.untie(case, document, speaker)
        row = row_of(project.cases.get(case), project.cases.ties())
    show(row, as_json=as_json, lines=_lines([row]))


@cases.command("set")
@writes
@click.argument("case")
@click.argument("values", nargs=-1, required=True, metavar="NAME=VALUE...")
def set_(address: str, coder: str, as_json: bool, case: str, values: tuple[str, ...]) -> None:
    """Describe CASE; `NAME=` with nothing after it takes a value away."""
    with opened(address, coder) as project:
        made = project.cases.set_values(case, dict(map(_pair, values)))
        row = row_of(made, project.cases.ties())
    lines = (f"{name} = {value}" for name, value in row["values"].items())
    show(row, as_json=as_json, lines=lines)


def _pair(given: str) -> tuple[str, str]:
    name, sign, value = given.partition("=")
    if not sign:
        raise QualcodeError("“{given}” is no value. Write NAME=VALUE.", given=given)
    return name, value


@cases.command("types")
@reads
def types(address: str, coder: str, as_of: int | None, as_json: bool) -> None:
    """List the attributes that have a type."""
    with opened(address, coder, as_of) as project:
        rows = [{**asdict(each), "choices": list(each.choices)} for each in project.cases.types()]
    lines = table(
        [{**row, "choices": ", ".join(row["choices"])} for row in rows], ["name", "type", "choices"]
    )
    show(rows, as_json=as_json, lines=lines)


@cases.command("type")
@writes
@click.argument("name")
@click.argument("type_", metavar="TYPE", type=click.Choice(["text", "number", "date", "choice"]))
@click.option("--choices", default="", metavar="A,B,...", help="The values of a choice, with commas between.")
def type_(address: str, coder: str, as_json: bool, name: str, type_: str, choices: str) -> None:
    """Say what the attribute NAME of documents and cases can hold: text, number, date or choice."""
    with opened(address, coder) as project:
        made = project.cases.set_type(name, type_, choices.split(","))
    lines = [f"{made.name}: {made.type} {', '.join(made.choices)}".rstrip()]
    show({**asdict(made), "choices": list(made.choices)}, as_json=as_json, lines=lines)


COMMANDS = (cases,)
