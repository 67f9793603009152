"""What the program found in a document, and what people make of it: headings, quotations, left-out parts, speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import Any

import click

from qualcode import Project, QualcodeError
from qualcode.cli.shared import opened, reads, show, table
from qualcode.model.layers import Voice

KINDS = ("excluded", "heading", "quotation", "language")


@click.command("proposals")
@reads
@click.argument("document")
@click.option("--kind", type=click.Choice(KINDS), help="Only these.")
@click.option("--accept", multiple=True, metavar="ID", help="Confirm this one.")
@click.option(
    "--reject", multiple=True, metavar="ID", help="Turn this one down; what was left out comes back."
)
@click.option("--level", "levels", multiple=True, metavar="ID=N", help="Give a heading this level.")
@click.option(
    "--speaker", "speakers", multiple=True, metavar="ID=NAME", help="Say whose words a quotation is."
)
def proposals(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    document: str,
    kind: str | None,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    levels: tuple[str, ...],
    speakers: tuple[str, ...],
) -> None:
    """List what DOCUMENT seems to hold: parts that are no material, headings, quotations of informants, other languages.

    `accepted` tells which of them stand. Edits of the text are listed by `cleaning`.
    """
    with opened(address, coder, as_of) as project:
        if accept or reject or levels or speakers:
            with project.together():
                if accept or reject:
                    project.cleaning.choose(document, accept=accept, reject=reject)
                for group, level in _pairs(levels):
                    project.parts.set_title(document, group, level=_number(level))
                for group, name in _pairs(speakers):
                    project.parts.set_quote(document, group, speaker=name)
        rows = [row for row in _rows(project, document) if kind in (None, row["kind"])]
    show(rows, as_json=as_json, lines=table(rows, ["id", "accepted", "start", "end", "what", "text"]))


def _rows(project: Project, document: str) -> Iterator[dict[str, Any]]:
    text = project.documents.text(document)
    found: list[tuple[str, str, Any, dict[str, Any]]] = []
    for region in project.cleaning.left_out(document):
        found.append(("excluded", region.part.kind, region, {}))
    for title in project.parts.titles(document):
        facts = {"level": title.part.level, "why": title.part.why}
        found.append(("heading", f"{title.part.level} ({title.part.why})", title, facts))
    for quote in project.parts.quotes(document):
        facts = {"speaker": quote.part.speaker, "evidence": list(quote.part.evidence)}
        found.append(("quotation", quote.part.speaker or "?", quote, facts))
    for stretch in project.parts.stretches(document):
        found.append(("language", stretch.part.language, stretch, {}))
    for kind, what, each, facts in found:
        row = {"id": each.part.group, "kind": kind, "what": what, "start": each.start, "end": each.end}
        row |= {"text": text[each.start : each.end], "confidence": each.part.confidence}
        yield row | {"accepted": each.accepted, "seen": each.seen} | facts


@click.command("speakers")
@reads
@click.argument("document")
@click.option("--name", "names", multiple=True, metavar="LABEL=NAME", help="Say who speaks under a label.")
@click.option("--interviewer", multiple=True, metavar="LABEL", help="Say that this one asks.")
@click.option("--informant", multiple=True, metavar="LABEL", help="Say that this one does not ask.")
def speakers(
    address: str,
    coder: str,
    as_of: int | None,
    as_json: bool,
    document: str,
    names: tuple[str, ...],
    interviewer: tuple[str, ...],
    informant: tuple[str, ...],
) -> None:
    """List who speaks in DOCUMENT. Labels that are given the same name become one speaker."""
    with opened(address, coder, as_of) as project:
        if names or interviewer or informant:
            _name(project, document, dict(_pairs(names)), interviewer, informant)
        rows = [asdict(speaker) for speaker in project.parts.speakers(document)]
    columns = ["label", "name", "interviewer", "turns", "words", "same_as", "case"]
    show(rows, as_json=as_json, lines=table(rows, columns))


def _name(
    project: Project, document: str, names: dict[str, str], asking: Sequence[str], telling: Sequence[str]
) -> None:
    now = {speaker.label: speaker for speaker in project.parts.speakers(document)}
    voices = {}
    for label in {*names, *asking, *telling}:
        asks = True if label in asking else False if label in telling else None
        there = now[label].name if label in now else label
        voices[label] = Voice(label, names.get(label, there), asks)
    project.parts.set_speakers(document, voices)


def _pairs(given: Sequence[str]) -> Iterator[tuple[str, str]]:
    for each in given:
        name, equals, value = each.partition("=")
        if not equals:
            raise QualcodeError("“{given}” must be written NAME=VALUE.", given=each)
        yield name, value


def _number(given: str) -> int:
    if not given.strip().isdecimal():
        raise QualcodeError("“{given}” is not a number.", given=given)
    return int(given)


COMMANDS = (proposals, speakers)
