"""Memos as people read them: with the names of what they are about and the words they stand beside."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from qualcode.model.tables import Provenance, Withheld
from qualcode.model.values import Coding, Memo
from qualcode.project import withholding
from qualcode.project.excerpting import Filter, Scene
from qualcode.store import cases as case_rows
from qualcode.store import codings as coding_rows
from qualcode.store.transaction import Row

if TYPE_CHECKING:
    from qualcode.project.project import Project


def memos(project: "Project", rows: Sequence[Row]) -> tuple[Memo, ...]:
    """The rows as values, in their order; everything is read in one moment, in as many questions for many as for few."""
    if not rows:
        return ()
    with project.store.reading() as connection:
        things = _Things(project)
        on = [row["about_id"] for row in rows if row["about"] == "coding"]
        codings = coding_rows.chosen(connection, on)
        return tuple(things.memo(row, codings) for row in rows)


class _Things:
    """The names of everything that a memo can be about, read once."""

    def __init__(self, project: "Project") -> None:
        self.store = project.store
        self.documents = {document.id: document for document in project.documents.all()}
        with project.store.reading() as connection:
            self.coders = coding_rows.coders(connection)
            cases = {case.id: case.name for case in case_rows.all_(connection)}
        info = project.info()
        self.codes = {code.id: code.path for code in project.codebook.all()}
        documents = {document.id: document.name for document in self.documents.values()}
        self.names = {info.id: info.name} | cases | self.codes | documents

    def memo(self, row: Row, codings: Mapping[str, Coding]) -> Memo:
        """One row as a value."""
        coding = codings.get(row["about_id"])
        made = Memo(
            id=row["id"],
            about=row["about"],
            about_id=row["about_id"],
            name=self.codes[coding.code_id] if coding else self.names.get(row["about_id"], ""),
            coder_id=row["coder_id"],
            coder=self.coders[row["coder_id"]],
            text=row["text"],
            at=datetime.fromisoformat(row["at"]),
            type=row["type"],
            title=row["title"],
        )
        if coding is not None:
            return self._placed(made, coding.document_id, coding.start, coding.end)
        if row["document_id"] is not None:
            return self._placed(made, row["document_id"], row["start"], row["end"])
        return made

    def _placed(self, memo: Memo, document_id: str, start: int, end: int) -> Memo:
        document = self.documents[document_id]
        words = self.store.text(document.sha)[start:end]
        place: dict[str, Any] = {"document_id": document_id, "document": document.name}
        return replace(memo, **place, start=start, end=end, words=words)


def export(
    project: "Project", found: Sequence[Memo], ending: str, language: str, chosen: Mapping[str, str | None]
) -> bytes:
    """See `Memos.export`."""
    from qualcode import reports

    with project.store.reading():
        quoted, withheld = _quotable(project, found)
        info, total = project.info(), len(project.memos.all())
    told = Provenance(
        project=info.name,
        revision=info.revision,
        at=datetime.now(UTC),
        filter=" and ".join(f'{name} = "{value}"' for name, value in chosen.items() if value),
        shown=len(found),
        total=total,
        coder=project.coder_name,
        withheld=withheld,
    )
    return reports.memos(quoted, told, ending, language=language)


def _quotable(project: "Project", found: Iterable[Memo]) -> tuple[list[Memo], Mapping[Withheld, int]]:
    """The memos, without those words that may not be quoted, and how many these are."""
    scene, told, quoted = Scene(project, Filter()), Counter[Withheld](), []
    for memo in found:
        why = None
        if memo.words and memo.start is not None:
            document = scene.documents[memo.document_id]
            speaker = scene.structure(document.id).place(memo.start).speaker
            why = withholding.reason(document.attributes, scene.subjects.attributes(document, speaker))
        if why is not None:
            told[why] += 1
        quoted.append(memo if why is None else replace(memo, words=""))
    return quoted, dict(told)
