"""Documents for people: quotation tables, frequencies, the codebook."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Literal

from qualcode.analysis import quotations
from qualcode.errors import Refused
from qualcode.model.tables import Counted, Provenance
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
        **options: Any,
    ) -> bytes:
        """One finished file. `kind` is `quotations`, `frequencies` or `codebook`; `ending` is `.docx`, `.xlsx` or `.csv`.

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
            excerpts = quotations.merged(self._project.codings.excerpts(**chosen))
            told = self._provenance(_in_words(chosen), shown=len(excerpts), total=self._all())
            return reports.quotations(excerpts, codes, told, ending, language=language, **options)

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
