"""Documents: the texts, their bytes as they came, their parts, and the attributes that describe them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from qualcode.errors import Refused
from qualcode.i18n import N_
from qualcode.model import tree
from qualcode.model.bundle import SurveyColumn, TableKind
from qualcode.model.structure import Structure, Unit
from qualcode.model.values import Document, Imported, Language, Segment
from qualcode.project import describing, importing, joining, surveys
from qualcode.project.desk import Desk
from qualcode.store import cases as case_rows
from qualcode.store import codings as coding_rows
from qualcode.store import documents as document_rows
from qualcode.store import memos as memo_rows

if TYPE_CHECKING:
    from qualcode.project.replacing import Replaced

Progress = Callable[[int, int, str], None]


class Documents(Desk):
    """Import, read, describe, rename and remove documents."""

    def all(self) -> tuple[Document, ...]:
        """Every document, in the order in which they came in."""
        with self._store.reading() as connection:
            return document_rows.all_(connection)

    def get(self, name_or_id: str) -> Document:
        """The document of that name or id. Raises `NotFound`."""
        return self._document(name_or_id)

    def text(self, name_or_id: str) -> str:
        """The canonical text (NFC, LF): what is shown and coded, and what positions count in."""
        return self._store.text(self._document(name_or_id).sha)

    def source(self, name_or_id: str) -> bytes:
        """The bytes that were imported, unchanged."""
        return importing.source(self._store, self._document(name_or_id).id)

    def original(self, name_or_id: str) -> str:
        """The text as it was read, before line ends and letters were made uniform."""
        from qualcode import formats

        document = self._document(name_or_id)
        return formats.original_text(f"source.{document.format}", self.source(document.id))

    def structure(self, name_or_id: str) -> Structure:
        """The document's sections, speaker turns, paragraphs and sentences."""
        return importing.structure(self._store, self._document(name_or_id).id)

    def segments(
        self, unit: Unit, name_or_id: str | None = None, *, excluded: bool = False
    ) -> tuple[Segment, ...]:
        """All parts of one kind, of one document or of all, with their words, speaker and section.

        Parts that lie wholly in what is left out of the material come only with `excluded`.
        """
        chosen = self.all() if name_or_id is None else (self._document(name_or_id),)
        found = (segment for document in chosen for segment in self._segments(document, unit))
        return tuple(segment for segment in found if excluded or not segment.excluded)

    def _segments(self, document: Document, unit: Unit) -> Iterable[Segment]:
        text, structure = self._store.text(document.sha), self.structure(document.id)
        for span in structure.spans(unit):
            place, outside = structure.place(span.start), structure.excluded_at(span.start, span.end)
            yield Segment(
                document=document.name,
                start=span.start,
                end=span.end,
                text=text[span.start : span.end],
                speaker=place.speaker,
                section=place.section,
                page=place.page,
                language=structure.language_at(span.start) or document.language,
                excluded=outside.kind if outside else "",
            )

    def endings(self) -> tuple[str, ...]:
        """The endings of files that can be imported, `.zip` for a folder of them included."""
        from qualcode import formats

        return (*formats.READABLE, *formats.EXPANDABLE)

    def add(self, name: str, data: bytes, *, language: str = "auto", clean: str = "auto") -> Imported:
        """Imports one file. Raises `BadFile` or `Duplicate` and adds nothing when it cannot.

        `clean` is `auto`, to carry out what the cleaning rules propose with confidence, or `off`; see `Project.cleaning`.
        """
        return importing.add(self._project, name, data, language=language, clean=clean)

    def add_all(
        self,
        files: Iterable[tuple[str, bytes]],
        *,
        language: str = "auto",
        clean: str = "auto",
        progress: Progress | None = None,
    ) -> tuple[Imported, ...]:
        """Imports many files as one act. A file that cannot be read is told in its `Imported.error`; the others go in.

        `progress(done, total, name)` is called before each file and once at the end.
        """
        waiting = list(files)
        return importing.add_all(self._project, waiting, language=language, clean=clean, progress=progress)

    def add_survey(
        self,
        name: str,
        data: bytes,
        *,
        open_questions: Sequence[str] | None = None,
        language: str = "auto",
    ) -> tuple[Imported, ...]:
        """Imports a table of survey answers as one act: a case for each row, with its closed answers as values, and a
        document “survey – case” with its open ones, each under its question.

        `open_questions` are heads of columns; without them, those that `survey_columns` proposes. A case that is there
        already gets the document, and keeps values that differ, with a warning. A row that cannot be taken in is told in
        its `Imported.error`; the others go in. Raises `BadFile` when the table cannot be read.
        """
        return surveys.add(self._project, name, data, open_questions=open_questions, language=language)

    def survey_columns(self, name: str, data: bytes) -> tuple[SurveyColumn, ...]:
        """What the columns of a survey hold, and which are proposed as open questions; nothing is imported."""
        from qualcode import formats

        return formats.survey_columns(name, data)

    def table_kind(self, name: str, data: bytes, *, beside: Iterable[str] = ()) -> TableKind:
        """Whether a csv or xlsx table looks like survey answers, attributes of documents, or cases; nothing is imported.

        Its rows may name documents of the project, or files that come in `beside` it. Raises `BadFile`.
        """
        from qualcode import formats

        return formats.table_kind(name, data, (*(document.name for document in self.all()), *beside))

    def replace(
        self, name_or_id: str, file_name: str, data: bytes, *, clean: str = "", force: bool = False
    ) -> "Replaced":
        """Puts a corrected file in place of the document's text; decisions and codings follow their words, in one undo.

        Any format that can be read will do; name, language, attributes and ties stay. `clean` is `auto`, `off`, or empty for as
        before. Codings on corrected words are marked for review; those whose words are gone are removed, and told. The same
        file again changes nothing. Raises `Refused` when little of the text is in the file, unless `force`; `BadFile`; and
        `Conflict` when somebody changed the text meanwhile.
        """
        from qualcode.project import replacing

        document = self._document(name_or_id)
        return replacing.replace(self._project, document, file_name, data, clean=clean, force=force)

    def compare(self, name_or_id: str, file_name: str, data: bytes, *, clean: str = "") -> "Replaced":
        """What `replace` would do; nothing is changed, and nothing refused that could be read."""
        from qualcode.project import replacing

        return replacing.compare(self._project, self._document(name_or_id), file_name, data, clean=clean)

    def rename(self, name_or_id: str, name: str) -> Document:
        """Gives the document another name. Raises `Duplicate` when it is taken."""
        document, new = self._document(name_or_id), tree.clean_name(name)
        if not new:
            raise Refused("A document needs a name.")
        what = N_("Renamed {document} to {name}")
        with self._writing("documents.rename", what, document=document.name, name=new) as act:
            importing.refuse_taken(act, new, but=document.id)
            row = importing.row_of(act, document)
            act.update("document", row, name=new, name_key=tree.same_name(new))
        return self.get(document.id)

    def remove(self, name_or_id: str) -> None:
        """Takes the document away with its codings, memos, attributes and ties; undo brings all of it back."""
        document = self._document(name_or_id)
        with self._writing("documents.remove", N_("Removed {document}"), document=document.name) as act:
            joining.take_away(act, coding_rows.rows(act.connection, document_id=document.id))
            for row in document_rows.attribute_rows(act.connection, document.id).values():
                act.delete("attribute", row)
            for row in case_rows.tie_rows(act.connection, document_id=document.id):
                act.delete("tie", row)
            for kind in ("document", "segment"):
                for row in memo_rows.rows(act.connection, about=kind, ids=[document.id]):
                    act.delete("memo", row)
            act.delete("document", importing.row_of(act, document))

    def set_language(self, name_or_id: str, language: Language) -> Document:
        """Says which language the document is in: `nb`, `nn` or `en`; its sentences are found anew."""
        return importing.set_language(self._project, self._document(name_or_id), language)

    def set_attributes(self, name_or_id: str, values: Mapping[str, str]) -> Document:
        """Describes the document; an empty value takes the attribute away, names not given stay as they are."""
        return describing.set_attributes(self._project, self._document(name_or_id), values)

    def import_attributes(self, file_name: str, data: bytes) -> tuple[tuple[str, Mapping[str, object]], ...]:
        """Describes documents by a csv or xlsx table with a column `document`; all or nothing.

        Gives warnings, as templates with values, for rows whose document the project does not have.
        """
        return describing.import_attributes(self._project, file_name, data)

    def attribute_names(self, *, of_cases: bool = True) -> tuple[str, ...]:
        """Every attribute that some document has, or some case, unless `of_cases` is False."""
        with self._store.reading() as connection:
            return case_rows.names(connection, of_cases=of_cases)
