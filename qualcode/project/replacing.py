"""A corrected file in place of a document's text: decisions and codings follow the words."""

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from qualcode.errors import Refused
from qualcode.i18n import N_
from qualcode.model.bundle import ReadDocument
from qualcode.model.cleaning import Cleaning
from qualcode.model.following import Following
from qualcode.model.values import Document
from qualcode.project import importing, moving
from qualcode.project.carrying import carried
from qualcode.project.cleaning import CORRECTION, LEFT_OUT
from qualcode.project.moving import Plan
from qualcode.project.shaping import Shape, first_shape, shaped, stored_cleaning
from qualcode.store import codings as coding_rows
from qualcode.store.transaction import Row

if TYPE_CHECKING:
    from qualcode.project.project import Project

SAME_DOCUMENT = 0.4
"""How much of the old text must be in the new one, unless somebody insists that it is the same document."""
Warnings = tuple[tuple[str, dict[str, object]], ...]


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a corrected file does, or would do, to a document.

    `kept` codings stand on the same words, those of `touched` (ids) on changed ones, to be reviewed; `gone` are codes and
    words of those removed. `changes` counts passages with other words, `share` (0 to 1) is how much of the text they are.
    `another`: so little of the old text is in the file that it is refused as another document, unless one insists.
    """

    document: Document
    kept: int = 0
    touched: tuple[str, ...] = ()
    gone: tuple[tuple[str, str], ...] = ()
    warnings: Warnings = ()
    changes: int = 0
    share: float = 0.0
    another: bool = False


@dataclass(frozen=True, slots=True)
class _Draft:
    """A corrected file worked out, with nothing stored yet."""

    document: Document
    kept: Row
    read: ReadDocument
    shape: Shape
    way: Following
    lost: int


def compare(project: "Project", document: Document, file_name: str, data: bytes, *, clean: str) -> Replaced:
    """See `Documents.compare`."""
    draft = _draft(project, document, file_name, data, clean)
    if draft is None:
        return Replaced(document, kept=document.codings)
    with project.store.reading() as connection:
        rows = coding_rows.rows(connection, document_id=document.id)
    return _told(project, draft, _plan(draft, rows), document)


def replace(
    project: "Project", document: Document, file_name: str, data: bytes, *, clean: str, force: bool
) -> Replaced:
    """See `Documents.replace`."""
    draft = _draft(project, document, file_name, data, clean)
    if draft is None:
        return Replaced(document, kept=document.codings)
    if draft.way.found < SAME_DOCUMENT and not force:
        raise Refused(
            "Only {percent} % of the text of “{document}” is found in {file}; this seems to be another document. "
            "Nothing was changed. Import it as a document of its own, or insist that it is the same.",
            percent=round(100 * draft.way.found),
            document=document.name,
            file=file_name,
        )
    store, what = project.store, N_("Replaced the text of {document} by {file}")
    facts: dict[str, Any] = {"document": document.name, "file": file_name}
    with store.writing(project.coder.id, "documents.replace", what, **facts) as act:
        row = importing.row_as_read(act, document, draft.kept)
        rows = coding_rows.rows(act.connection, document_id=document.id)
        plan = _plan(draft, rows)
        moving.carry_out(act, plan)
        moving.move_memos(act, document.id, draft.way.new, draft.way.carry)
        columns = {"format": draft.read.format, "source_sha": store.keep(act.connection, draft.read.source)}
        act.update("document", row, **columns, **draft.shape.keep(store, act))
        return _told(project, draft, plan, project.documents.get(document.id))


def _draft(project: "Project", document: Document, file_name: str, data: bytes, clean: str) -> _Draft | None:
    """What the file makes of the document; None when it is the one that the document came from."""
    from qualcode import formats

    store = project.store
    kept = importing.contents(store, document.id)
    read = formats.read_document(file_name, data)
    if sha256(data).hexdigest() == kept["source_sha"] and read.format == document.format:
        return None
    before = stored_cleaning(store, kept["cleaning_sha"])
    old_read = store.text(kept["read_sha"])
    way_read = Following(old_read, read.text)
    cleaning, lost = before, 0
    if way_read.edits or read.format != document.format:
        mode = clean or _as_before(before, old_read, document)
        proposed = first_shape(read, language=document.language, clean=mode).cleaning
        cleaning, lost = carried(before, proposed, way_read)
    shape = shaped(read.text, cleaning, language=document.language, format=read.format)
    if not shape.text.strip():
        raise Refused(
            "{file} leaves no text once it is cleaned; import it with cleaning off.", file=file_name
        )
    return _Draft(document, kept, read, shape, Following(store.text(kept["text_sha"]), shape.text), lost)


def _as_before(before: Cleaning, read: str, document: Document) -> str:
    """Whether rules have looked at the text: some proposed something, or none would have."""
    from qualcode.cleaning import propose

    if any(edit.rule != CORRECTION for edit in before.edits) or any(
        r.kind != LEFT_OUT for r in before.regions
    ):
        return "auto"
    found = propose(read, language=document.language, format=document.format)
    return "off" if found.edits or found.regions else "auto"


def _plan(draft: _Draft, rows: list[Row]) -> Plan:
    return moving.plan(rows, draft.way.old, draft.way.new, draft.way.carry, mark=True)


def _told(project: "Project", draft: _Draft, plan: Plan, document: Document) -> Replaced:
    moved, paths = plan.told, {code.id: code.path for code in project.codebook.all()}
    gone = tuple((paths[row["code_id"]], draft.way.old[row["start"] : row["end"]]) for row in plan.gone)
    return Replaced(
        document,
        moved.kept,
        moved.touched,
        gone,
        _warnings(draft, plan),
        draft.way.changes,
        draft.way.changed,
        draft.way.found < SAME_DOCUMENT,
    )


def _warnings(draft: _Draft, plan: Plan) -> Warnings:
    told: list[tuple[str, dict[str, object]]] = [(what, dict(values)) for what, values in draft.read.warnings]
    if draft.lost:
        what = N_(
            "{count} corrections or parts by hand are left out: the text that they were about was changed."
        )
        told.append((what, {"count": draft.lost}))
    if plan.doubles:
        what = N_("{count} codings became the same as another one and were joined with it.")
        told.append((what, {"count": len(plan.doubles)}))
    return tuple(told)
