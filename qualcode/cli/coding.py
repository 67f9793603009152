"""Codings: one by hand, many from a file, listed."""

from pathlib import Path
from typing import Any

import click

from qualcode.cli.books import Turned
from qualcode.cli.shared import file_data, opened, reads, show, table, where_option, writes
from qualcode.model.values import Excerpt


@click.command("code")
@writes
@click.option("--document", required=True, metavar="D", help="The document's name or id.")
@click.option("--code", required=True, metavar="C", help="The code's path or id.")
@click.option("--start", required=True, type=int)
@click.option("--end", required=True, type=int)
@click.option("--memo", default="")
def code(
    address: str, coder: str, as_json: bool, document: str, code: str, start: int, end: int, memo: str
) -> None:
    """Apply one code to the words [start, end) of one document."""
    with opened(address, coder) as project:
        code_id, document_id = project.codebook.get(code).id, project.documents.get(document).id
        made = project.codings.apply(document_id, code_id, start, end, memo=memo)
        found = project.codings.excerpts(
            code=code_id, document=document_id, coder=project.coder.name, subcodes=False
        )
        row = next(row_of(each) for each in found if each.id == made.id)
    show(row, as_json=as_json, lines=[f"{row['code']}: {row['text']}"])


def row_of(excerpt: Excerpt) -> dict[str, Any]:
    """A coding as the contract lists it."""
    return {
        "id": excerpt.id,
        "document": excerpt.document,
        "code": excerpt.code,
        "start": excerpt.start,
        "end": excerpt.end,
        "text": excerpt.text,
        "coder": excerpt.coder,
        "memo": excerpt.memo,
        "weight": excerpt.weight,
        "starred": excerpt.starred,
        "condensation": excerpt.condensation,
        "comments": excerpt.comments,
        "links": excerpt.links,
        "speaker": excerpt.place.speaker,
        "section": list(excerpt.place.section),
        "paragraph": excerpt.place.paragraph,
        "case": excerpt.case,
        "attributes": dict(excerpt.attributes),
        "at": excerpt.at,
    }


@click.command("mark")
@writes
@click.argument("coding")
@click.option(
    "--weight",
    type=click.Choice(["promotes", "inhibits", "none"]),
    help="Whether what is told promotes or inhibits what the code is about.",
)
@click.option("--star/--no-star", default=None, help="A candidate for the report, or no longer.")
@click.option(
    "--condensation", metavar="TEXT", help="The words said briefly, beside them; empty takes it away."
)
def mark(
    address: str,
    coder: str,
    as_json: bool,
    coding: str,
    weight: str | None,
    star: bool | None,
    condensation: str | None,
) -> None:
    """Weigh, star or condense CODING, an id that `codings list` tells; what is not given stays."""
    with opened(address, coder) as project:
        desk = project.codings
        with project.together():
            if weight is not None:
                desk.set_weight(coding, weight.removeprefix("none"))
            if star is not None:
                desk.star(coding, star)
            if condensation is not None:
                desk.condense(coding, condensation)
        made = desk.get(coding)
        found = desk.excerpts(code=made.code_id, document=made.document_id, subcodes=False)
        row = next(row_of(each) for each in found if each.id == made.id)
    told = [row["weight"], "*" if row["starred"] else "", row["condensation"]]
    show(row, as_json=as_json, lines=[f"{row['code']}: {row['text']}", " ".join(filter(None, told))])


codings = Turned("codings", help="Import and list codings.")


@codings.command("list")
@reads
@click.option("--code", metavar="C", help="Only this code and its subcodes.")
@click.option("--document", metavar="D", help="Only this document.")
@click.option(
    "--touched", is_flag=True, help="Only those whose words were corrected since, with the words before."
)
@where_option
def list_(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    code: str | None,
    document: str | None,
    touched: bool,
    where: str,
) -> None:
    """List codings with their words, by code, document and position."""
    columns = ["code", "document", "start", "end", "coder", "text"]
    with opened(address, coder, as_of) as project:
        if touched:
            found = project.codings.to_review(code=code, document=document, where=where)
            rows = [{**row_of(each.excerpt), "before": each.before} for each in found]
            columns.append("before")
        else:
            every = project.codings.excerpts(code=code, document=document, where=where)
            rows = [row_of(each) for each in every]
    show(rows, as_json=as_json, lines=table(rows, columns))


@codings.command("import")
@writes
@click.argument("file", type=click.Path(dir_okay=False))
def import_(address: str, coder: str, as_json: bool, file: str) -> None:
    """Add the codings of a .csv or .jsonl file: document, code, start, end[, coder, memo, weight, starred, condensation]."""
    with opened(address, coder) as project:
        added = project.codings.import_file(Path(file).name, file_data(file))
        value = {"added": added, "codings": project.codings.count(), "revision": project.revision}
    show(value, as_json=as_json, lines=[f"{added} codings added"])


COMMANDS = (code, mark, codings)
