"""From filters to excerpts: choose by index, sort, take a page, and only then fetch words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from qualcode.analysis.where import Where, folded, parse
from qualcode.errors import NotFound
from qualcode.language.collation import sort_key
from qualcode.model.structure import Structure
from qualcode.model.tree import same_name
from qualcode.model.values import Code, Coding, Document, Excerpt
from qualcode.store import codings as coding_rows
from qualcode.store.codings import Light

if TYPE_CHECKING:
    from qualcode.project.project import Project

FROM_ROWS = {"memo", "speaker"}
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
        self.code_ids = self._code_ids(chosen)
        self.document_id = project.documents.get(chosen.document).id if chosen.document else None
        self.coder_id = self._coder_id(chosen.coder)
        self._structures: dict[str, Structure] = {}

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

    def fields(self, code_id: str, document_id: str, coder_id: str) -> dict[str, str]:
        """What a filter may ask about, without looking at the coding itself."""
        own = {"code": self.codes[code_id].path, "coder": self.coders[coder_id]}
        return self.described(self.documents[document_id]) | own

    def described(self, document: Document) -> dict[str, str]:
        """What a filter may ask about a document alone."""
        fields = {folded(name): value for name, value in document.attributes.items()}
        return fields | {"document": document.name}

    def light(self) -> list[Light]:
        """The codings that pass the filters, in no order."""
        with self.project.store.reading() as connection:
            found = coding_rows.light(
                connection, codes=self.code_ids, document_id=self.document_id, coder_id=self.coder_id
            )
            if not self.where.fields:
                return found
            memos = self._memos(found) if "memo" in self.where.fields else {}
        return [each for each in found if self._passes(each, memos)]

    def passes(self, each: Light) -> bool:
        """Whether one coding fits the filter expression."""
        memos = self._memos([each]) if "memo" in self.where.fields else {}
        return self._passes(each, memos)

    def _memos(self, found: Iterable[Light]) -> Mapping[str, str]:
        with self.project.store.reading() as connection:
            ids = [each.id for each in found]
            return {row["about_id"]: row["text"] for row in coding_rows.memo_rows(connection, "coding", ids)}

    def _passes(self, each: Light, memos: Mapping[str, str]) -> bool:
        fields = self.fields(each.code_id, each.document_id, each.coder_id)
        if "memo" in self.where.fields:
            fields["memo"] = memos.get(each.id, "")
        if "speaker" in self.where.fields:
            fields["speaker"] = self.structure(each.document_id).place(each.start).speaker
        return self.where.matches(fields)


def count(project: "Project", chosen: Filter) -> int:
    """How many codings pass; counted by the database where the filter allows."""
    with project.store.reading() as connection:
        scene = Scene(project, chosen)
        if scene.where.fields & FROM_ROWS:
            return len(scene.light())
        groups = coding_rows.grouped(
            connection, codes=scene.code_ids, document_id=scene.document_id, coder_id=scene.coder_id
        )
        return sum(number for *keys, number in groups if scene.where.matches(scene.fields(*keys)))


def excerpts(
    project: "Project", chosen: Filter, *, limit: int | None = None, after: str | None = None
) -> tuple[Excerpt, ...]:
    """See `Codings.excerpts`. Everything is read in one moment, so that no coding names a code not yet seen."""
    with project.store.reading() as connection:
        scene = Scene(project, chosen)
        page = _page(_ordered(scene), limit, after)
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
        place=scene.structure(document.id).place(coding.start),
        attributes=document.attributes,
        memo=coding.memo,
        at=coding.at,
    )


def _under(path: str, above: str) -> bool:
    return path.startswith(f"{above}/")
