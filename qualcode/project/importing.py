"""Bringing a file in: read, take apart, keep the bytes, add the row; one transaction."""

import json
import uuid
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from qualcode.errors import BadFile, Duplicate, NotFound, QualcodeError, Refused
from qualcode.i18n import N_
from qualcode.model import tree
from qualcode.model.bundle import ReadDocument
from qualcode.model.structure import Structure, from_plain, to_plain
from qualcode.model.values import Document, Imported, Language
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
    parts: Structure


def add(project: "Project", name: str, data: bytes, *, language: str, clean: str) -> Imported:
    """See `Documents.add`."""
    return _add(project, _read(name, data, language), clean=clean)


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
    for number, (name, data) in enumerate(files):
        if progress:
            progress(number, len(files), name)
        try:
            taken.append(_read(name, data, language))
        except BadFile as error:
            taken.append(Imported(name=name, error=error))
    done: list[Imported] = []
    what = N_("Imported {count} files")
    with project.store.writing(project.coder.id, "documents.add_all", what, count=len(files)) as act:
        for each in taken:
            done.append(each if isinstance(each, Imported) else _tried(project, each, clean=clean))
        act.say("documents.add_all", count=sum(1 for each in done if each.document))
    if progress:
        progress(len(files), len(files), "")
    return tuple(done)


def _tried(project: "Project", read: _Read, *, clean: str) -> Imported:
    try:
        return _add(project, read, clean=clean)
    except Refused as error:
        return Imported(name=read.name, error=error)


def _read(name: str, data: bytes, language: str) -> _Read:
    from qualcode import formats

    document = formats.read_document(name, data)
    return _Read(name, document, *_structure(document, language))


def _add(project: "Project", read: _Read, *, clean: str) -> Imported:
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
            segments=len(read.parts.paragraphs),
            speakers=read.parts.speakers,
            cleaning=read.document.repairs if clean == "auto" else {},
            warnings=read.document.warnings,
        )


def _structure(read: ReadDocument, wished: str) -> tuple[Language, Structure]:
    from qualcode.language.guess import guess_language
    from qualcode.segmenters import structure_of

    if wished not in (*LANGUAGES, "auto"):
        raise BadFile(
            "“{language}” is not a language that can be chosen; choose one of {known}.",
            language=wished,
            known=", ".join([*LANGUAGES, "auto"]),
        )
    language = guess_language(read.text) if wished == "auto" else cast(Language, wished)
    parts = structure_of(read.text, headings=read.headings, language=language, format=read.format)
    return language, parts


def _insert(store: Store, act: Transaction, read: _Read, name: str) -> str:
    row: Row = {"id": str(uuid.uuid4()), "name": name, "name_key": tree.same_name(name)}
    row |= {"format": read.document.format, "language": read.language, "characters": len(read.document.text)}
    row |= {
        "source_sha": store.keep(act.connection, read.document.source),
        "text_sha": store.keep(act.connection, read.document.text.encode("utf-8")),
        "structure_sha": store.keep(act.connection, _packed(read.parts)),
        "position": document_rows.next_position(act.connection),
    }
    act.insert("document", row)
    return str(row["id"])


def _packed(structure: Structure) -> bytes:
    return json.dumps(to_plain(structure), ensure_ascii=False, separators=(",", ":")).encode("utf-8")


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


def source(store: Store, document_id: str) -> bytes:
    """The bytes as imported."""
    return store.fetch(_shas(store, document_id)[0])


def structure(store: Store, document_id: str) -> Structure:
    """The parts as they were found at import."""
    return from_plain(json.loads(store.fetch(_shas(store, document_id)[1])))


def _shas(store: Store, document_id: str) -> tuple[str, str]:
    with store.reading() as connection:
        return document_rows.shas(connection, document_id)


def set_language(project: "Project", document: Document, language: Language) -> Document:
    """See `Documents.set_language`."""
    from qualcode.segmenters import structure_of

    text, old = project.documents.text(document.id), project.documents.structure(document.id)
    if language not in LANGUAGES:
        raise QualcodeError(
            "“{language}” is not a language that can be chosen; choose one of {known}.",
            language=language,
            known=", ".join(LANGUAGES),
        )
    parts = structure_of(text, headings=old.headings, language=language, format=document.format)
    what = N_("Set the language of {document} to {language}")
    facts: dict[str, Any] = {"document": document.name, "language": language}
    with project.store.writing(project.coder.id, "documents.set_language", what, **facts) as act:
        sha = project.store.keep(act.connection, _packed(parts))
        act.update("document", row_of(act, document), language=language, structure_sha=sha)
    return project.documents.get(document.id)
