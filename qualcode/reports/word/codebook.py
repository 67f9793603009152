"""The codebook in Word: a heading per code, and what it means, when to use it and when not, with an example."""

from collections.abc import Iterator, Sequence

from qualcode.i18n import plural, show_number, translator
from qualcode.model.tables import Provenance
from qualcode.model.values import Code
from qualcode.reports.arrange import depth_of
from qualcode.reports.word.markup import Xml, joined, paragraph, run
from qualcode.reports.word.opening import Entry, contents, heading, nothing, opening
from qualcode.reports.word.package import Page, written


def document(codes: Sequence[Code], provenance: Provenance, language: str) -> bytes:
    """The report as a Word file, upright."""
    _, page = translator(language), Page()
    entries = [Entry(code.name, depth_of(code.path), _used(code, language)) for code in codes]
    sections = [
        joined(
            (
                heading(number, entry, code, fresh=number == 0 and len(codes) > page.entries),
                *_fields(code, language),
            )
        )
        for number, (entry, code) in enumerate(zip(entries, codes, strict=True))
    ]
    if not sections:
        sections = [nothing(_("The codebook has no codes yet."))]
    body = joined((opening(_("Codebook"), provenance, language), contents(entries, _), *sections))
    return written(_("Codebook"), body, page, provenance, language)


def _fields(code: Code, language: str) -> Iterator[Xml]:
    _ = translator(language)
    yield paragraph("Kodesti", run(f"{code.path} · {_used(code, language)}"))
    if code.definition:
        yield paragraph("Normal", run(code.definition))
    for label, words in ((_("Use when"), code.when), (_("Do not use when"), code.when_not)):
        if words:
            yield paragraph("Kodefelt", run(label, "Etikett"), run("\t"), run(words))
    if code.example:
        yield paragraph("Kodeeksempel", run(_("Example"), "Etikett"), run("\t"), run(code.example))


def _used(code: Code, language: str) -> str:
    ngettext = plural(language)
    words = ngettext("{count} coding", "{count} codings", code.codings)
    return words.format(count=show_number(code.codings, language))
