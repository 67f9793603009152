"""Memos in order: under the kind they are of, with who wrote them when and about what; as Markdown and as a table."""

import re
from collections.abc import Sequence

from qualcode.i18n import Translate, show_time, translator
from qualcode.model.tables import Provenance
from qualcode.model.values import Memo
from qualcode.reports import facts
from qualcode.reports.grids import Grid
from qualcode.reports.text import legal

_MARKS = re.compile(r"([\\`*_\[\]<>#|~])")
_STARTS = re.compile(r"^([ \t]*)(\d+(?=[.)])|[-+=])?", re.MULTILINE)


def kinds(_: Translate) -> dict[str, str]:
    """The headings of the kinds of memos, in the order in which they come."""
    return {
        "theoretical": _("Theoretical memos"),
        "analytic": _("Analytic memos"),
        "codebook": _("Memos on the codebook"),
        "method": _("Memos on method"),
        "reflexive": _("Reflexive memos"),
        "": _("Notes"),
    }


def groups(memos: Sequence[Memo], _: Translate) -> list[tuple[str, list[Memo]]]:
    """Heading and memos of each kind that there are any of."""
    found = [(head, [memo for memo in memos if memo.type == kind]) for kind, head in kinds(_).items()]
    return [(head, some) for head, some in found if some]


def about(memo: Memo, _: Translate) -> str:
    """What a memo is about, in words."""
    templates = {
        "project": _("The project as a whole"),
        "document": _("Document: {name}"),
        "segment": _("A passage of {name}"),
        "code": _("Code: {name}"),
        "case": _("Case: {name}"),
        "coding": _("A coding with “{name}” in {document}"),
    }
    return templates[memo.about].format(name=memo.name, document=memo.document)


def title(memo: Memo, _: Translate) -> str:
    """What stands above a memo: its title, else what it is about."""
    return memo.title or about(memo, _)


def signed(memo: Memo, language: str) -> str:
    """Who wrote it, when, and about what, where the title does not say so."""
    _ = translator(language)
    told = [memo.coder, show_time(memo.at, {"en": "en_GB"}.get(language, language))]
    return facts.SEPARATOR.join([*told, about(memo, _)] if memo.title else told)


def markdown(memos: Sequence[Memo], provenance: Provenance, language: str) -> bytes:
    """A heading per kind and per memo; what people wrote stands as they wrote it, not as signs of Markdown."""
    _ = translator(language)
    lines = [f"# {_('Memos')}", ""]
    lines += [f"- {label}: {_safe(words)}" for label, words in facts.facts(provenance, language)]
    for head, some in groups(memos, _):
        lines += ["", f"## {head}"]
        for memo in some:
            lines += ["", f"### {_safe(' '.join(title(memo, _).split()))}", ""]
            lines += [f"*{_safe(signed(memo, language))}*", ""]
            if memo.words:
                lines += [*(f"> {line}".rstrip() for line in _safe(memo.words).split("\n")), ""]
            lines.append(_safe(memo.text))
    if not memos:
        lines += ["", _("No memos.")]
    return ("\n".join(lines) + "\n").encode("utf-8")


def _safe(text: str) -> str:
    """Text in which no sign has a meaning of its own in Markdown, and line ends stay line ends."""
    quiet = _STARTS.sub(_quiet, _MARKS.sub(r"\\\1", legal(text)))
    return re.sub(r"(?<!\n)\n(?!\n)", "  \n", quiet)


def _quiet(found: re.Match[str]) -> str:
    sign = found[2] or ""
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}" if sign else ""


def grid(memos: Sequence[Memo], language: str) -> Grid:
    """One row per memo."""
    _ = translator(language)
    named = kinds(_)
    head = (
        *(_("Kind"), _("About"), _("Name"), _("Title"), _("Text"), _("Coder"), _("Date")),
        *(_("Document"), _("Start"), _("End"), _("Quotation"), _("Id")),
    )
    things = {
        "project": _("Project"),
        "document": _("Document"),
        "segment": _("Segment"),
        "code": _("Code"),
        "case": _("Case"),
        "coding": _("Coding"),
    }
    rows = (
        (
            *(named[memo.type], things[memo.about], memo.name, memo.title, memo.text, memo.coder),
            *(memo.at.isoformat(timespec="seconds"), memo.document),
            *("" if place is None else place for place in (memo.start, memo.end)),
            *(memo.words, memo.id),
        )
        for memo in memos
    )
    return Grid(_("Memos"), head, rows, tuple(18 for _name in head), (8, 9), broad=True)
