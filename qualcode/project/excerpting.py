"""From filters to excerpts: choose by index, sort, take a page, and only then fetch words."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.analysis.where import Where, folded, parse
from qualcode.errors import NotFound
from qualcode.language.collation import sort_key
from qualcode.model.structure import Structure
from qualcode.model.tree import same_name
from qualcode.model.values import Code, Coding, Document, Excerpt
from qualcode.project.subjects import Subjects
from qualcode.store import cases as case_rows
from qualcode.store import codings as coding_rows
from qualcode.store.codings import Light

if TYPE_CHECKING:
    from qualcode.project.project import Project

SAID = ("memo", "weight", "starred", "condensation")
"""Fields of a filter that coders have filled in on the coding; `starred` is `yes` or `no`."""
FROM_ROWS = {"speaker", *SAID}
"""Fields of a filter that can only be known by looking at the coding itself."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which codings are wanted; see `Codings.excerpts`."""

    code: str | None = None
    document: str | None = None
    coder: str | None = None
    where: str = ""
    subcodes: bool = True


class Scene:
    """What is needed to judge and dress codings: codes, documents and coders, read once."""

    def __init__(self, project: "Project", chosen: Filter) -> None:
        self.project = project
        self.where: Where = parse(chosen.where)
        self.codes: dict[str, Code] = {code.id: code for code in project.codebook.all()}
        self.documents: dict[str, Document] = {doc.id: doc for doc in project.documents.all()}
        with project.store.reading() as connection:
            self.coders = coding_rows.coders(connection)
            ties = case_rows.ties(connection)
            self.subjects = Subjects(ties, case_rows.all_(connection) if ties else ())
        self.by_speaker = self.subjects.spoken(self.where.fields)
        self.code_ids = self._code_ids(chosen)
        self.document_id = project.documents.get(chosen.document).id if chosen.document else None
        self.coder_id = self._coder_id(chosen.coder)
        self._structures: dict[str, Structure] = {}
        self._described: dict[tuple[str, str], dict[str, str]] = {}

    def _code_ids(self, chosen: Filter) -> list[str] | None:
        if chosen.code is None:
            return None
        code = self.project.codebook.get(chosen.code)
        if not chosen.subcodes:
            return [code.id]
        return [
            id_ for id_, each in self.codes.items() if each.path == code.path or _under(each.path, code.path)
        ]

    def _coder_id(self, name: str | None) -> str | None:
        if name is None:
            return None
        for id_, known in self.coders.items():
            if same_name(known) == same_name(name):
                return id_
        raise NotFound("Nobody called “{name}” has coded here.", name=name)

    def structure(self, document_id: str) -> Structure:
        """The document's structure, read once."""
        if document_id not in self._structures:
            self._structures[document_id] = self.project.documents.structure(document_id)
        return self._structures[document_id]

    def speaker(self, each: Light) -> str:
        """Who speaks where a coding begins."""
        return self.structure(each.document_id).place(each.start).speaker

    def fields(self, code_id: str, document_id: str, coder_id: str, speaker: str = "") -> dict[str, str]:
        """What a filter may ask about, without looking at the coding itself; of a speaker, where that is known."""
        own = {"code": self.codes[code_id].path, "coder": self.coders[coder_id]}
        return self.described(document_id, speaker) | own

    def described(self, document_id: str, speaker: str = "") -> dict[str, str]:
        """What a filter may ask about a document, or about the words of one speaker in it."""
        key = document_id, speaker
        if key not in self._described:
            document, case = self.documents[document_id], self.subjects.name(document_id, speaker)
            attributes = self.subjects.attributes(document, speaker)
            fields = {folded(name): value for name, value in attributes.items()}
            self._described[key] = fields | {"document": document.name} | ({"case": case} if case else {})
        return self._described[key]

    def light(self, only: Collection[str] | None = None) -> list[Light]:
        """The codings that pass the filters, in no order; those in the documents `only`, when given."""
        with self.project.store.reading() as connection:
            found = coding_rows.light(
                connection,
                codes=self.code_ids,
                document_id=self.document_id,
                coder_id=self.coder_id,
                only=only,
            )
            if not self.where.fields:
                return found
            said = self._said(found)
        return [each for each in found if self._passes(each, said)]

    def passes(self, each: Light) -> bool:
        """Whether one coding fits the filter expression."""
        return self._passes(each, self._said([each]))

    def _said(self, found: Iterable[Light]) -> Mapping[str, Mapping[str, str]]:
        """What coders have said on each coding, by field, as far as the filter asks about it."""
        asked = self.where.fields.intersection(SAID)
        said: dict[str, dict[str, str]] = {}
        with self.project.store.reading() as connection:
            if "memo" in asked:
                notes = coding_rows.notes(connection, [each.id for each in found])
                said = {row["about_id"]: {"memo": row["text"]} for row in notes}
            for id_, (weight, starred, text) in coding_rows.marked(connection).items() if asked else ():
                marks = {"weight": weight, "starred": "yes" if starred else "no", "condensation": text}
                said.setdefault(id_, {}).update(marks)
        return said

    def _passes(self, each: Light, said: Mapping[str, Mapping[str, str]]) -> bool:
        speaks = "speaker" in self.where.fields or each.document_id in self.by_speaker
        speaker = self.speaker(each) if speaks else ""
        own = {**dict.fromkeys(SAID, ""), "starred": "no", "speaker": speaker, **said.get(each.id, {})}
        asked = {name: value for name, value in own.items() if name in self.where.fields}
        return self.where.matches(self.fields(each.code_id, each.document_id, each.coder_id, speaker) | asked)


def excerpts(
    project: "Project",
    chosen: Filter,
    *,
    limit: int | None = None,
    after: str | None = None,
    only: Collection[str] | None = None,
) -> tuple[Excerpt, ...]:
    """See `Codings.excerpts`; `only` are the ids to choose among.

    Everything is read in one moment, so that no coding names a code not yet seen.
    """
    with project.store.reading() as connection:
        scene = Scene(project, chosen)
        ordered = [each for each in _ordered(scene) if only is None or each.id in only]
        page = _page(ordered, limit, after)
        found = coding_rows.chosen(connection, [each.id for each in page])
        return tuple(_excerpt(scene, found[each.id]) for each in page)


def _ordered(scene: Scene) -> list[Light]:
    code_rank = {id_: rank for rank, id_ in enumerate(scene.codes)}
    by_name = sorted(scene.documents.values(), key=lambda document: sort_key(document.name))
    document_rank = {document.id: rank for rank, document in enumerate(by_name)}
    return sorted(
        scene.light(),
        key=lambda each: (
            code_rank[each.code_id],
            document_rank[each.document_id],
            each.start,
            each.end,
            each.id,
        ),
    )


def _page(ordered: list[Light], limit: int | None, after: str | None) -> list[Light]:
    first = 0
    if after is not None:
        first = next((at for at, each in enumerate(ordered, start=1) if each.id == after), 0)
    return ordered[first : None if limit is None else first + limit]


def _excerpt(scene: Scene, coding: Coding) -> Excerpt:
    document = scene.documents[coding.document_id]
    place = scene.structure(document.id).place(coding.start)
    return Excerpt(
        id=coding.id,
        document_id=document.id,
        document=document.name,
        code_id=coding.code_id,
        code=scene.codes[coding.code_id].path,
        coder=scene.coders[coding.coder_id],
        start=coding.start,
        end=coding.end,
        text=scene.project.store.text(document.sha)[coding.start : coding.end],
        place=place,
        attributes=scene.subjects.attributes(document, place.speaker),
        memo=coding.memo,
        at=coding.at,
        case=scene.subjects.name(document.id, place.speaker),
        weight=coding.weight,
        starred=coding.starred,
        condensation=coding.condensation,
        comments=coding.comments,
        links=coding.links,
    )


def _under(path: str, above: str) -> bool:
    return path.startswith(f"{above}/")
