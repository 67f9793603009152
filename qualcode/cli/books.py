"""The codebook: in, out, listed."""

from pathlib import Path

import click

from qualcode import Project
from qualcode.cli.shared import file_data, opened, reads, save, show, table, writes
from qualcode.model.values import Code


class Turned(click.Group):
    """Lets the project come before the verb, `codebook PROJECT list`, as the contract has it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Puts the verb first."""
        if len(args) > 1 and args[0] not in self.commands and args[1] in self.commands:
            args = [args[1], args[0], *args[2:]]
        return super().parse_args(ctx, args)


def rows_of(codes: tuple[Code, ...]) -> list[dict[str, object]]:
    """Codes as rows of the list."""
    return [
        {"id": c.id, "path": c.path, "definition": c.definition, "codings": c.codings, "colour": c.colour}
        for c in codes
    ]


codebook = Turned("codebook", help="Import, export and list the codes.")


@codebook.command("list")
@reads
def list_(address: str, coder: str, as_of: int | None, as_json: bool) -> None:
    """List the codes with their number of codings."""
    with opened(address, coder, as_of) as project:
        rows = rows_of(project.codebook.all())
    show(rows, as_json=as_json, lines=table(rows, ["path", "codings", "definition"]))


@codebook.command("import")
@writes
@click.argument("file", type=click.Path(dir_okay=False))
def import_(address: str, coder: str, as_json: bool, file: str) -> None:
    """Add the codes of a .csv, .xlsx or .yaml file."""
    with opened(address, coder) as project:
        rows = rows_of(project.codebook.import_file(Path(file).name, file_data(file)))
    show(rows, as_json=as_json, lines=table(rows, ["path", "codings"]))


@codebook.command("export")
@reads
@click.argument("file", type=click.Path(dir_okay=False))
def export(address: str, coder: str, as_of: int | None, as_json: bool, file: str) -> None:
    """Write the codes to a .csv, .xlsx, .yaml or .docx file."""
    with opened(address, coder, as_of) as project:
        save(file, _written(project, Path(file).suffix.lower()))
        value = {"file": file, "codes": len(project.codebook.all())}
    show(value, as_json=as_json, lines=[f"{file}: {value['codes']} codes"])


def _written(project: Project, ending: str) -> bytes:
    if ending == ".docx":
        return project.reports.export("codebook", ending, language=project.info().language)
    return project.codebook.export(ending)


COMMANDS = (codebook,)
