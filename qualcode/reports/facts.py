"""Where a report comes from, in words: project, revision, time, filter, and how much of all is shown."""

from qualcode.i18n import Translate, show_number, show_time, translator
from qualcode.model.tables import Provenance
from qualcode.reports.text import withheld_told

SEPARATOR = " · "


def facts(provenance: Provenance, language: str) -> tuple[tuple[str, str], ...]:
    """Label and value of everything a reader needs to make the same report again; what is not known is left out."""
    _ = translator(language)
    known = (
        (_("Project"), provenance.project),
        (_("Revision"), show_number(provenance.revision, language)),
        (_("Date"), _time(provenance, language)),
        (_("Prepared by"), provenance.coder),
        (_("Filter"), provenance.filter or _("none")),
        (_("Shown"), _part_of(provenance, language, _("{shown} of {total}"))),
        (_("Left out"), withheld_told(_, provenance.withheld)),
    )
    return tuple((label, value) for label, value in known if value)


def shown(provenance: Provenance, language: str) -> str:
    """«12 of 340 shown»; nothing when the whole was not counted."""
    _ = translator(language)
    return _part_of(provenance, language, _("{shown} of {total} shown"))


def _part_of(provenance: Provenance, language: str, template: str) -> str:
    if not provenance.total:
        return ""
    numbers = {
        "shown": show_number(provenance.shown, language),
        "total": show_number(provenance.total, language),
    }
    return template.format(**numbers)


def where(provenance: Provenance, language: str) -> str:
    """Project, revision and date on one line."""
    _ = translator(language)
    revision = _("revision {number}").format(number=show_number(provenance.revision, language))
    parts = (provenance.project, revision, _time(provenance, language))
    return SEPARATOR.join(part for part in parts if part)


def selection(provenance: Provenance, language: str) -> str:
    """The filter, and how much of all it shows, on one line."""
    _ = translator(language)
    chosen: str = _text(_, provenance.filter)
    return SEPARATOR.join(part for part in (chosen, shown(provenance, language)) if part)


def _time(provenance: Provenance, language: str) -> str:
    """Day before month in English too: the reports are written for British readers."""
    return show_time(provenance.at, {"en": "en_GB"}.get(language, language))


def _text(_: Translate, words: str) -> str:
    return _("Filter: {filter}").format(filter=words) if words else _("No filter")
