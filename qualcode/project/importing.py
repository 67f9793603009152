"""Bringing a file in: read, take apart, keep the bytes, add the row; one transaction."""

import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from qualcode.errors import BadFile, Conflict, Duplicate, NotFound, QualcodeError, Refused
from qualcode.i18n import N_
from qualcode.model import tree
from qualcode.model.bundle import ReadDocument
from qualcode.model.structure import Structure
from qualcode.model.values import Document, Imported, Language
from qualcode.project.shaping import Shape, first_shape, shaped, stored_cleaning, stored_parts
from qualcode.store import documents as document_rows
from qualcode.store.store import Store
from qualcode.store.transaction import Row, Transaction

if TYPE_CHECKING:
    from qualcode.project.documents import Progress
    from qualcode.project.project import Project

LANGUAGES = ("nb", "nn", "en")


class _Read(NamedTuple):
    """A file taken apart, ready to be stored."""

    name: str
    document: ReadDocument
    language: Language
    shape: Shape
    told: dict[str, int]


def add(project: "Project", name: str, data: bytes, *, language: str, clean: str) -> Imported:
    """See `Documents.add`."""
    return _add(project, _read(name, data, language, clean))


def add_all(
    project: "Project",
    files: Sequence[tuple[str, bytes]],
    *,
    language: str,
    clean: str,
    progress: "Progress | None",
) -> tuple[Imported, ...]:
    """See `Documents.add_all`. Nobody has to wait for the project while the files are read."""
    taken: list[_Read | Imported] = []
    files = [each for file in files for each in _unpacked(*file, taken)]
    for number, (name, data) in enumerate(files):
        if progress:
            progress(number, len(files), name)
        try:
            taken.append(_read(name, data, language, clean))
        except BadFile as error:
            taken.append(Imported(name=name, error=error))
    done: list[Imported] = []
    what = N_("Imported {count} files")
    with project.store.writing(project.coder.id, "documents.add_all", what, count=len(files)) as act:
        for each in taken:
            done.append(each if isinstance(each, Imported) else _tried(project, each))
        act.say("documents.add_all", count=sum(1 for each in done if each.document))
    if progress:
        progress(len(files), len(files), "")
    return tuple(done)


def _unpacked(name: str, data: bytes, told: list[_Read | Imported]) -> Sequence[tuple[str, bytes]]:
    """The files in a folder that was packed as .zip; any other file as it is."""
    if not name.lower().endswith(".zip"):
        return [(name, data)]
    from qualcode import formats

    try:
        return list(formats.expand(name, data))
    except BadFile as error:
        told.append(Imported(name=name, error=error))
        return []


def _tried(project: "Project", read: _Read) -> Imported:
    try:
        return _add(project, read)
    except Refused as error:
        return Imported(name=read.name, error=error)


def _read(name: str, data: bytes, language: str, clean: str) -> _Read:
    from qualcode import formats

    document = formats.read_document(name, data)
    spoken = guessed(document.text, language)
    shape = first_shape(document, language=spoken, clean=clean)
    told = {**document.repairs, **shape.cleaning.counts}
    return _Read(name, document, spoken, shape, told)


def _add(project: "Project", read: _Read) -> Imported:
    name = tree.clean_name(read.document.name)
    with project.store.writing(
        project.coder.id, "documents.add", N_("Imported {document}"), document=name
    ) as act:
        refuse_taken(act, name)
        document = _insert(project.store, act, read, name)
        return Imported(
            name=read.name,
            document=project.documents.get(document),
            format=read.document.format,
            segments=len(read.shape.parts.paragraphs),
            speakers=read.shape.parts.speakers,
            cleaning=read.told,
            warnings=read.document.warnings,
        )


def guessed(text: str, wished: str) -> Language:
    """The language that is wished, or that of the text when that is `auto`. Raises `BadFile` for another."""
    from qualcode.language.guess import guess_language

    if wished not in (*LANGUAGES, "auto"):
        raise BadFile(
            "“{language}” is not a language that can be chosen; choose one of {known}.",
            language=wished,
            known=", ".join([*LANGUAGES, "auto"]),
        )
    return guess_language(text) if wished == "auto" else cast(Language, wished)


def _insert(store: Store, act: Transaction, read: _Read, name: str) -> str:
    row: Row = {"id": str(uuid.uuid4()), "name": name, "name_key": tree.same_name(name)}
    row |= {"format": read.document.format, "language": read.language}
    row |= {"source_sha": store.keep(act.connection, read.document.source), **read.shape.keep(store, act)}
    act.insert("document", row | {"position": document_rows.next_position(act.connection)})
    return str(row["id"])


def refuse_taken(act: Transaction, name: str, *, but: str | None = None) -> None:
    """Raises `Duplicate` when another document has that name."""
    there = document_rows.named(act.connection, name)
    if there is not None and there.id != but and tree.same_name(there.name) == tree.same_name(name):
        raise Duplicate(
            "The project has a document called “{name}” already. Rename the file or the document first.",
            name=name,
        )


def row_of(act: Transaction, document: Document) -> Row:
    """The document's row as it stands in this transaction."""
    row = act.row("document", document.id)
    if row is None:
        raise NotFound("The document “{name}” was removed meanwhile.", name=document.name)
    return row


def row_as_read(act: Transaction, document: Document, kept: Row) -> Row:
    """The document's row, when its text is still the one of `kept`. Raises `Conflict` when somebody has changed it."""
    row = row_of(act, document)
    if any(row[name] != sha for name, sha in kept.items()):
        raise Conflict(
            "Somebody changed the text of “{name}” meanwhile; theirs stands. Look at it and try again.",
            name=document.name,
        )
    return row


def source(store: Store, document_id: str) -> bytes:
    """The bytes as imported."""
    return store.fetch(contents(store, document_id)["source_sha"])


def structure(store: Store, document_id: str) -> Structure:
    """The parts of the text as it is coded now."""
    return stored_parts(store, contents(store, document_id)["structure_sha"])


def contents(store: Store, document_id: str) -> Row:
    """The hashes of everything that is kept of a document."""
    with store.reading() as connection:
        return document_rows.contents(connection, document_id)


def set_language(project: "Project", document: Document, language: Language) -> Document:
    """See `Documents.set_language`."""
    if language not in LANGUAGES:
        raise QualcodeError(
            "“{language}” is not a language that can be chosen; choose one of {known}.",
            language=language,
            known=", ".join(LANGUAGES),
        )
    kept = contents(project.store, document.id)
    read = project.store.text(kept["read_sha"])
    cleaning = stored_cleaning(project.store, kept["cleaning_sha"])
    shape = shaped(read, cleaning, language=language, format=document.format)
    what = N_("Set the language of {document} to {language}")
    facts: dict[str, Any] = {"document": document.name, "language": language}
    with project.store.writing(project.coder.id, "documents.set_language", what, **facts) as act:
        columns = shape.keep(project.store, act)
        act.update("document", row_as_read(act, document, kept), language=language, **columns)
    return project.documents.get(document.id)
