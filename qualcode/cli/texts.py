"""Documents in: files, folders, and the table that describes them."""

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from qualcode import Project, QualcodeError
from qualcode.cli.shared import file_data, opened, show, tell, writes
from qualcode.cli.speech import words
from qualcode.model.values import Imported


@click.command("import")
@writes
@click.argument("paths", nargs=-1, required=True, type=click.Path())
@click.option(
    "--attributes",
    type=click.Path(dir_okay=False),
    metavar="TABLE",
    help="csv or xlsx with a column `document`.",
)
@click.option(
    "--clean",
    type=click.Choice(["auto", "off"]),
    default="auto",
    show_default=True,
    help="auto: carry out what the cleaning rules propose; see `cleaning`.",
)
@click.option("--language", type=click.Choice(["auto", "nb", "nn", "en"]), default="auto", show_default=True)
def import_(
    address: str,
    coder: str,
    as_json: bool,
    paths: tuple[str, ...],
    attributes: str | None,
    clean: str,
    language: str,
) -> None:
    """Import files, and folders of files, as documents.

    A file that cannot be read is reported and makes the status 1; the others go in.
    """
    table = file_data(attributes) if attributes else b""
    with opened(address, coder) as project, project.together() if attributes else nullcontext():
        done = _import(project, _files(paths, project.documents.endings()), language=language, clean=clean)
        warnings = project.documents.import_attributes(Path(attributes).name, table) if attributes else ()
    _ = words()
    for template, values in warnings:
        tell(_(template).format(**values))
    rows = [_row(each) for each in done]
    show(rows, as_json=as_json, lines=map(_line, rows))
    if any(each.error for each in done):
        for each in done:
            if each.error and as_json:
                tell(each.error.in_words(_))
        raise SystemExit(1)


def _files(paths: tuple[str, ...], endings: tuple[str, ...]) -> list[Path]:
    """The files that are named, and in the folders that are named those that can be documents."""
    _ = words()
    files: list[Path] = []
    for path in map(Path, paths):
        if not path.is_dir():
            files.append(path)
            continue
        inside = sorted(each for each in path.rglob("*") if each.is_file())
        wanted = [each for each in inside if not each.name.startswith(("~$", "."))]
        files += [each for each in wanted if each.suffix.lower() in endings]
        for each in wanted:
            if each.suffix.lower() not in endings:
                tell(_("{file} is no document and was passed over.").format(file=each.name))
    return files


def _import(project: Project, files: list[Path], *, language: str, clean: str) -> list[Imported]:
    readable: list[tuple[str, bytes]] = []
    done: list[Imported] = []
    for path in files:
        try:
            readable.append((path.name, file_data(str(path))))
        except QualcodeError as error:
            done.append(Imported(name=path.name, error=error))

    def progress(number: int, total: int, name: str) -> None:
        if total > 1 and name:
            tell(f"[{number + 1}/{total}] {name}")

    return [*done, *project.documents.add_all(readable, language=language, clean=clean, progress=progress)]


def _row(each: Imported) -> dict[str, Any]:
    _ = words()
    if each.error or each.document is None:
        return {"document": each.name, "error": each.error.in_words(_) if each.error else ""}
    return {
        "document": each.document.name,
        "id": each.document.id,
        "format": each.format,
        "language": each.document.language,
        "characters": each.document.characters,
        "segments": each.segments,
        "speakers": list(each.speakers),
        "cleaning": [{"rule": rule, "count": count} for rule, count in each.cleaning.items()],
        "warnings": [_(template).format(**values) for template, values in each.warnings],
    }


def _line(row: dict[str, Any]) -> str:
    if "error" in row:
        return f"✗ {row['document']}: {row['error']}"
    speakers = f", {', '.join(row['speakers'])}" if row["speakers"] else ""
    warned = "".join(f"  ⚠ {warning}" for warning in row["warnings"])
    return (
        f"✓ {row['document']}: {row['characters']} characters, {row['segments']} paragraphs{speakers}{warned}"
    )


COMMANDS = (import_,)
