"""Surveys: tables of answers, one respondent a row."""

from pathlib import Path
from typing import Any

import click

from qualcode.cli.shared import file_data, opened, show, table, tell, writes
from qualcode.cli.speech import words
from qualcode.model.bundle import SurveyColumn
from qualcode.model.values import Imported


@click.command("survey")
@writes
@click.argument("file", type=click.Path(dir_okay=False))
@click.option(
    "--open",
    "questions",
    multiple=True,
    metavar="QUESTION",
    help="The head of a column whose answers are text to be coded; may be given many times. Proposed if not given.",
)
@click.option(
    "--columns", is_flag=True, help="Only list the columns, and which are proposed; import nothing."
)
@click.option("--language", type=click.Choice(["auto", "nb", "nn", "en"]), default="auto", show_default=True)
def survey(
    address: str,
    coder: str,
    as_json: bool,
    file: str,
    questions: tuple[str, ...],
    columns: bool,
    language: str,
) -> None:
    """Import a .csv or .xlsx table of survey answers: a case and a document for each row.

    Open answers become the document, each under its question; all others describe the case.
    """
    name, data = Path(file).name, file_data(file)
    with opened(address, coder) as project:
        if columns:
            rows = [_column(column) for column in project.documents.survey_columns(name, data)]
            heads = ["question", "filled", "distinct", "mean", "open", "example"]
            show(rows, as_json=as_json, lines=table(rows, heads))
            return
        done = project.documents.add_survey(name, data, open_questions=questions or None, language=language)
    rows = [_row(each) for each in done]
    show(rows, as_json=as_json, lines=map(_line, rows))
    refused = [each.error for each in done if each.error]
    if refused:
        for error in refused if as_json else ():
            tell(error.in_words(words()))
        raise SystemExit(1)


def _column(column: SurveyColumn) -> dict[str, Any]:
    numbers = {"filled": column.filled, "distinct": column.distinct, "mean": column.mean}
    more = {"open": column.open, "id": column.id, "example": column.example}
    return {"question": column.question, **numbers, **more}


def _row(each: Imported) -> dict[str, Any]:
    _ = words()
    told = [_(template).format(**values) for template, values in each.warnings]
    row: dict[str, Any] = {"document": each.document.name if each.document else None, "name": each.name}
    if each.error:
        return {**row, "error": each.error.in_words(_)}
    return {**row, "segments": each.segments, "warnings": told}


def _line(row: dict[str, Any]) -> str:
    if "error" in row:
        return f"✗ {row['name']}: {row['error']}"
    return f"{'✓' if row['document'] else '–'} {row['name']}" + "".join(f"  ⚠ {w}" for w in row["warnings"])


COMMANDS = (survey,)
