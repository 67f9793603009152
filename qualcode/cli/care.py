"""Making, checking and copying projects."""

import click

from qualcode import Project
from qualcode.cli.shared import coder_option, json_option, opened, project_argument, show, writes
from qualcode.cli.speech import words


@click.command("new")
@writes
@click.option("--name", default="", help="The project's name; the file's name if not given.")
@click.option("--language", type=click.Choice(["nb", "en"]), default="nb", show_default=True)
@click.option("--sample", is_flag=True, help="Fill it with the sample interviews, codebook and codings.")
def new(address: str, coder: str, as_json: bool, name: str, language: str, sample: bool) -> None:
    """Create an empty project."""
    if sample:
        made = Project.sample(address, coder=coder, language=language)
    else:
        made = Project.create(address, name=name, coder=coder, language=language)
    with made:
        value = {"project": address, "name": made.info().name, "revision": made.revision}
    show(value, as_json=as_json, lines=[f"{address}: “{value['name']}”, revision {value['revision']}"])


@click.command("check")
@project_argument
@click.option("--repair", is_flag=True, help="Mend what can be mended without losing anything.")
@json_option
def check(address: str, repair: bool, as_json: bool) -> None:
    """Look through the whole project for damage; status 1 when something is wrong."""
    _ = words()
    with opened(address) as project:
        problems = project.check(repair=repair)
    told = [{"problem": _(each.what).format(**each.values), "repaired": each.repaired} for each in problems]
    lines = [f"{row['problem']}{' ✓' if row['repaired'] else ''}" for row in told] or [_("Nothing is wrong.")]
    show(told, as_json=as_json, lines=lines)
    if any(not each.repaired for each in problems):
        raise SystemExit(1)


@click.command("backup")
@project_argument
@click.argument("out", type=click.Path(dir_okay=False))
@json_option
def backup(address: str, out: str, as_json: bool) -> None:
    """Copy the whole project to the file OUT, while others work."""
    with opened(address) as project:
        path, revision = project.backup(out), project.revision
    show({"backup": str(path), "revision": revision}, as_json=as_json, lines=[f"{path}: revision {revision}"])


@click.command("restore")
@click.argument("file", type=click.Path(dir_okay=False))
@project_argument
@coder_option
@json_option
def restore(file: str, address: str, coder: str, as_json: bool) -> None:
    """Put the backup FILE back as PROJECT, where nothing may be yet."""
    with Project.restore(file, address, coder=coder) as project:
        value = {"project": address, "revision": project.revision}
    show(value, as_json=as_json, lines=[f"{address}: revision {value['revision']}"])


COMMANDS = (new, check, backup, restore)
