"""The columns of the quotations report: what each is called, and what it says of a quotation."""

from collections.abc import Callable, Mapping, Sequence

from qualcode.i18n import Translate
from qualcode.model.values import Excerpt
from qualcode.reports.arrange import Group, Line

_KEYS = {"informant": ("informant", "case"), "role": ("role", "rolle"), "site": ("site", "sted")}
"""Attribute names, in either language, that a column is read from; upper and lower case are one."""
_ALWAYS = ("number", "codes", "quotation")


def heads(_: Translate) -> dict[str, str]:
    """The words above the columns the program knows."""
    return {
        "number": _("No."),
        "codes": _("Codes"),
        "quotation": _("Quotation"),
        "informant": _("Informant"),
        "role": _("Role"),
        "site": _("Site"),
        "source": _("Source"),
        "comment": _("Comment"),
        "speaker": _("Speaker"),
        "section": _("Section"),
        "coder": _("Coder"),
    }


def head_of(name: str, _: Translate) -> str:
    """The word above a column; an attribute is called by its own name."""
    return heads(_).get(name, name)


def reader(name: str, _: Translate) -> Callable[[Line], str]:
    """The function that gives a quotation's text in the column `name`."""
    if name == "source":
        paragraph = _("para. {number}")
        return lambda line: (
            f"{line.excerpt.document}\n{paragraph.format(number=line.excerpt.place.paragraph)}"
        )
    if name == "quotation":
        return lambda line: marked(line.excerpt, _) if is_notes(line.excerpt) else line.excerpt.text
    known = _READERS.get(name)
    return known or (lambda line: attribute(line.excerpt.attributes, (name,)))


def with_values(columns: Sequence[str], groups: Sequence[Group], _: Translate) -> tuple[str, ...]:
    """The columns that say something in at least one line of the report; all of them where none does."""
    lines = [line for group in groups for line in group.lines]
    kept = [name for name in columns if name in _ALWAYS or any(map(reader(name, _), lines))]
    return tuple(kept if lines and kept else columns)


def attribute(attributes: Mapping[str, str], names: Sequence[str]) -> str:
    """The value of the first of `names` that has one."""
    for name in names:
        if attributes.get(name):
            return attributes[name]
    folded = {key.casefold(): value for key, value in attributes.items() if value}
    return next((folded[name.casefold()] for name in names if name.casefold() in folded), "")


def is_notes(excerpt: Excerpt) -> bool:
    """Whether the words are somebody's notes of what was said."""
    return attribute(excerpt.attributes, ("record",)) == "notes"


def marked(excerpt: Excerpt, _: Translate) -> str:
    """The words of notes, so that nobody takes them for a quotation."""
    return _("[notes, not verbatim] {text}").format(text=excerpt.text)


def _informant(excerpt: Excerpt) -> str:
    return excerpt.case or attribute(excerpt.attributes, _KEYS["informant"]) or excerpt.place.speaker


_READERS: dict[str, Callable[[Line], str]] = {
    "number": lambda line: str(line.number),
    "codes": lambda line: "\n".join(line.codes),
    "informant": lambda line: _informant(line.excerpt),
    "role": lambda line: attribute(line.excerpt.attributes, _KEYS["role"]),
    "site": lambda line: attribute(line.excerpt.attributes, _KEYS["site"]),
    "comment": lambda line: line.excerpt.memo,
    "speaker": lambda line: line.excerpt.place.speaker,
    "section": lambda line: " / ".join(line.excerpt.place.section),
    "coder": lambda line: line.excerpt.coder,
}
