"""What a table of frequencies counts, said in words, for captions, heads and notes in every format."""

from qualcode.i18n import Translate, show_number, translator
from qualcode.model.tables import FrequencyTable


def caption(table: FrequencyTable, language: str) -> str:
    """«Number of codings per code, by role»."""
    _ = translator(language)
    what = {
        "codings": _("Number of codings per code"),
        "documents": _("Number of documents per code"),
        "cases": _("Number of cases per code"),
        "words": _("Number of coded words per code"),
    }[table.counted]
    if table.by is None:
        return what
    return _("{what}, by {attribute}").format(what=what, attribute=_attribute(table.by, _))


def notes(table: FrequencyTable, language: str) -> tuple[str, ...]:
    """What a reader must know to read the numbers rightly."""
    _ = translator(language)
    counted = {
        "codings": _("The numbers count codings; subcodes are included in Total."),
        "documents": _("The numbers count documents with the code; subcodes are included in Total."),
        "cases": _("The numbers count cases with the code; subcodes are included in Total."),
        "words": _("The numbers count coded words; subcodes are included in Total."),
    }[table.counted]
    if table.by is None:
        return (counted,)
    divided = _("The columns divide Total by {attribute}.").format(attribute=_attribute(table.by, _))
    return (counted, divided, _("n is the number of documents.")) if table.base else (counted, divided)


def head_of(value: str, table: FrequencyTable, language: str, between: str = " ") -> str:
    """«Oslo (n = 3)», with `between` before the bracket; documents without the attribute stand under their own words."""
    _ = translator(language)
    name = value or _("not stated")
    if value not in table.base:
        return name
    return f"{name}{between}(n = {show_number(table.base[value], language)})"


def _attribute(by: str, _: Translate) -> str:
    return {"document": _("document"), "coder": _("coder")}.get(by, by)
