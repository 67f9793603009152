"""The quotations report in Word: a heading per code, its definition, and a table with a row per quotation."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import count

from qualcode.i18n import Translate, plural, show_number, translator
from qualcode.language.words import count_words
from qualcode.model.tables import Provenance
from qualcode.reports import columns as cells
from qualcode.reports.arrange import Group, Line
from qualcode.reports.text import legal
from qualcode.reports.word.file import Page, Report
from qualcode.reports.word.measure import CM, Need, allot, need
from qualcode.reports.word.opening import Entry, caption, contents, heading, nothing, opening
from qualcode.reports.word.table import FIGURE, Column, Element, Frame, paragraph

BLOCK_WORDS = 40
"""Quotations of so many words or more are set as blocks, without quotation marks."""
QUOTATION_SHARES = (38, 34, 30, 27)
"""Hundredths of the page's width that quotations have at the very least; the later ones where columns are many."""
ROOMY = 6
"""So many columns stand well side by side on an upright page."""
PERSON = ("informant", "role", "site")
Names = tuple[str, ...]
"""What one column of the table shows, each on a line of its own."""
STYLES = {"number": FIGURE, "quotation": "Sitat"}
MARKS = {"nb": ("«", "»"), "en": ("“", "”")}


def document(
    groups: Sequence[Group],
    provenance: Provenance,
    language: str,
    columns: tuple[str, ...],
    *,
    landscape: bool,
) -> bytes:
    """The report as a Word file."""
    _, page = translator(language), Page(landscape)
    report = Report(_("Quotations"), page, provenance, language)
    entries = [Entry(group.code.name, group.depth, _beside(group, language)) for group in groups]
    shown = _folded(cells.with_values(columns, groups, _), landscape=landscape)
    opening(report, _("Quotations"), provenance)
    contents(report, entries)
    _sections(report, groups, entries, shown)
    _closing(report, groups, _)
    return report.saved()


def quotation(text: str, language: str) -> str | list[Element]:
    """The words to the letter: in quotation marks when few, as a block when many. Marks within the words stay as they are."""
    if _is_long(text):
        return [paragraph("Blokksitat", part) for part in text.split("\n")]
    before, after = MARKS[language]
    return f"{before}{text}{after}"


def _is_long(text: str) -> bool:
    """Whether the words are enough for a block. Plain ones are counted first, which is quick and often settles it."""
    plain = sum(map(str.isalpha, text.split()))
    return plain >= BLOCK_WORDS or (len(text) >= 2 * BLOCK_WORDS - 1 and count_words(text) >= BLOCK_WORDS)


def _sections(
    report: Report, groups: Sequence[Group], entries: Sequence[Entry], columns: Sequence[Names]
) -> None:
    _, page = translator(report.language), report.page
    frame = Frame(report.document, _columns(groups, columns, _, page.text_width))
    fill = [_cell(names, report.language) for names in columns]
    tables = count(1)
    for number, (group, entry) in enumerate(zip(groups, entries, strict=True)):
        heading(report, number, entry, group.code, fresh=number == 0 and len(entries) > page.entries)
        if group.code.definition:
            report.document.add_paragraph(legal(group.code.definition), "Kodedefinisjon")
        if group.lines:
            title = f"{group.code.path}, {entry.beside}"
            caption(report, next(tables), title)
            rows = (frame.row([cell(line) for cell in fill], _letters(line)) for line in group.lines)
            frame.table(rows, title)


def _folded(columns: Sequence[str], *, landscape: bool) -> list[Names]:
    """On an upright page with many columns, who spoke goes into one column, so that the words have room."""
    person = tuple(name for name in columns if name in PERSON)
    if landscape or len(columns) <= ROOMY or len(person) < 2:
        return [(name,) for name in columns]
    return [person if name == person[0] else (name,) for name in columns if name not in person[1:]]


def _cell(names: Names, language: str) -> Callable[[Line], str | list[Element]]:
    if names == ("quotation",):
        return lambda line: _words(line, language)
    return _reader(names, translator(language))


def _words(line: Line, language: str) -> str | list[Element]:
    if cells.is_notes(line.excerpt):
        return cells.marked(line.excerpt, translator(language))
    return quotation(line.excerpt.text, language)


def _reader(names: Names, _: Translate) -> Callable[[Line], str]:
    readers = [cells.reader(name, _) for name in names]
    if len(readers) == 1:
        return readers[0]
    return lambda line: "\n".join(filter(None, (read(line) for read in readers)))


def _head(names: Names, _: Translate) -> str:
    first, *more = (cells.head_of(name, _) for name in names)
    return ", ".join((first, *map(str.lower, more)))


def _letters(line: Line) -> int:
    return max(len(line.excerpt.text), 2 * len(line.excerpt.memo))


def _columns(groups: Sequence[Group], columns: Sequence[Names], _: Translate, room: int) -> list[Column]:
    """Columns as wide as their words; where those are many, the quotations give way, up to a point."""
    lines = [line for group in groups for line in group.lines]
    heads = [_head(names, _) for names in columns]
    wishes = [_need(names, head, lines, room, _) for names, head in zip(columns, heads, strict=True)]
    needs = [[_greedy(wish, share * room // 100) for wish in wishes] for share in QUOTATION_SHARES]
    fitting = [some for some in needs if sum(need.least for need in some) <= room]
    widths = allot((fitting or needs[-1:])[0], room)
    return [
        Column(head, width, STYLES.get(names[0], "Tabelltekst"))
        for names, head, width in zip(columns, heads, widths, strict=True)
    ]


def _need(names: Names, head: str, lines: Sequence[Line], room: int, _: Translate) -> Need:
    """Quotations take what is left; comments get a modest share; everything else is as wide as its words."""
    if names == ("quotation",):
        return Need(0, room, greedy=True)
    if names == ("comment",):
        return Need(max(need(head, ()).least, int(2.4 * CM)), min(6 * CM, room // 5))
    shown = lines[-1:] if names == ("number",) else lines
    unbroken = _unbroken if names == ("source",) else str
    return need(head, map(unbroken, map(_reader(names, _), shown)), room // 5)


def _unbroken(source: str) -> str:
    """The source with its paragraph number as one word, so that «avsn. 12» is measured whole."""
    document, feed, place = source.rpartition("\n")
    return document + feed + place.replace(" ", "\u00a0")


def _greedy(wish: Need, least: int) -> Need:
    return replace(wish, least=least) if wish.greedy else wish


def _beside(group: Group, language: str) -> str:
    number = len(group.lines)
    if not number:
        return ""
    ngettext = plural(language)
    words = ngettext("{count} quotation", "{count} quotations", number)
    return words.format(count=show_number(number, language))


def _closing(report: Report, groups: Sequence[Group], _: Translate) -> None:
    if not any(group.lines for group in groups):
        nothing(report, _("No quotations match this selection."))
        return
    note = _(
        "Quotations are given to the letter. The outermost quotation marks belong to this report; "
        "quotations of {words} words or more stand as blocks without them."
    )
    report.document.add_paragraph(note.format(words=BLOCK_WORDS), "Tabellnote")
