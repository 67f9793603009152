"""Documents for people: quotation tables, frequencies, the codebook."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

from qualcode.analysis import quotations
from qualcode.errors import Refused
from qualcode.i18n import Translate
from qualcode.model.tables import Counted, Provenance, Withheld
from qualcode.model.values import Excerpt
from qualcode.project import withholding
from qualcode.project.desk import Desk
from qualcode.store import codings as coding_rows

Kind = Literal["quotations", "frequencies", "codebook"]


class Reports(Desk):
    """Gathers what a report shows and where it came from, and hands it to the writers."""

    def export(
        self,
        kind: str,
        ending: str,
        *,
        where: str = "",
        code: str | None = None,
        document: str | None = None,
        coder: str | None = None,
        by: str | None = None,
        count: Counted = "codings",
        language: str = "nb",
        notes: bool = False,
        **options: Any,
    ) -> bytes:
        """One finished file. `kind` is `quotations`, `frequencies` or `codebook`; `ending` is `.docx`, `.xlsx` or `.csv`.

        Words whose consent is withdrawn are not quoted, nor are notes, unless `notes` asks for them, marked as such; the
        report says how many were left out and why.
        `options` go to the writer (`landscape`, `columns`). Raises `Refused` for a kind or ending that does not exist.
        """
        from qualcode import reports

        _check(reports.ENDINGS, kind, ending)
        with self._store.reading():
            codes = self._codes()
            if kind == "codebook":
                return reports.codebook(codes, self._provenance(), ending, language=language)
            if kind == "frequencies":
                table = self._project.frequencies(by=by, count=count, where=where)
                told = self._provenance(where)
                return reports.frequencies(table, codes, told, ending, language=language, **options)
            chosen: dict[str, Any] = {"code": code, "document": document, "coder": coder, "where": where}
            excerpts, withheld = self._quotable(chosen, notes=notes)
            told = self._provenance(_in_words(chosen), shown=len(excerpts), total=self._all())
            told = replace(told, withheld=withheld)
            return reports.quotations(excerpts, codes, told, ending, language=language, **options)

    def withheld(
        self,
        *,
        where: str = "",
        code: str | None = None,
        document: str | None = None,
        coder: str | None = None,
        notes: bool = False,
    ) -> Mapping[Withheld, int]:
        """How many quotations a report with these filters leaves out, by the reason why: `notes` or `withdrawn`."""
        chosen = {"code": code, "document": document, "coder": coder, "where": where}
        with self._store.reading():
            return self._quotable(chosen, notes=notes)[1]

    def withheld_in_words(self, withheld: Mapping[Withheld, int], translate: Translate = str) -> str:
        """The same for a reader; nothing when none were left out."""
        from qualcode.reports.text import withheld_told

        return withheld_told(translate, withheld)

    def _quotable(
        self, chosen: Mapping[str, Any], *, notes: bool
    ) -> tuple[tuple[Excerpt, ...], Mapping[Withheld, int]]:
        """What a report quotes, and the numbers of what it does not."""
        found = quotations.merged(self._project.codings.excerpts(**chosen))
        documents = {document.id: document for document in self._project.documents.all()}
        judged = tuple(withholding.reasons(found, documents))
        told = Counter(why for _, why in judged if why and not (notes and why == "notes"))
        quoted = (excerpt for excerpt, why in judged if why not in told)
        return tuple(quoted), dict(told)

    def _all(self) -> int:
        """How many quotations the project has."""
        with self._store.reading() as connection:
            codings = coding_rows.light(connection)
        return quotations.count((each.code_id, each.document_id, each.start, each.end) for each in codings)

    def _provenance(self, chosen: str = "", *, shown: int = 0, total: int = 0) -> Provenance:
        info = self._project.info()
        return Provenance(
            project=info.name,
            revision=info.revision,
            at=datetime.now(UTC),
            filter=chosen,
            shown=shown,
            total=total,
            coder=self._project.coder_name,
        )


def _check(endings: Mapping[str, Sequence[str]], kind: str, ending: str) -> None:
    if ending not in endings.get(kind, ()):
        known = ", ".join(f"{name} ({' '.join(some)})" for name, some in endings.items())
        raise Refused(
            "There is no report “{kind}” as {ending}. There are: {known}.",
            kind=kind,
            ending=ending,
            known=known,
        )


def _in_words(chosen: Mapping[str, str | None]) -> str:
    """The filter as the footer shows it."""
    parts = [f'{name} = "{value}"' for name, value in chosen.items() if value and name != "where"]
    return " and ".join([*parts, *([chosen["where"]] if chosen["where"] else [])])
