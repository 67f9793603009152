"""All headings of a text, each with how it was found and how sure it is."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from qualcode.model.layers import Emphasis, Region, Title
from qualcode.model.spans import index_of
from qualcode.model.structure import Heading
from qualcode.model.values import Language
from qualcode.segmenters.contents import Contents, Entry, contents_of, named_lines
from qualcode.segmenters.forms import Found, by_form, standard_names
from qualcode.segmenters.lines import Line, lines_of
from qualcode.segmenters.paragraphs import wrap_width
from qualcode.segmenters.run_in import run_in
from qualcode.segmenters.sections import bare_title, found_headings, split_number
from qualcode.segmenters.turns import speaker_labels

_LOOSE = ("txt", "md")
"""Formats whose own marks of headings (`#`) say little about levels."""
_SPOKEN = ("vtt", "srt")
_SIGNS = "#*_ \t"


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is known of the headings before form is looked at, by index of line.

    `shift` is by how many levels the format's own headings stand below their numbers; None where the two disagree.
    """

    own: Mapping[int, Heading]
    numbered: Mapping[int, Heading]
    named: Mapping[int, tuple[Entry, int]]
    contents: Contents
    shift: int | None


def propose_titles(
    text: str,
    *,
    headings: Sequence[Heading],
    excluded: Sequence[Region] = (),
    language: Language,  # noqa: ARG001
    format: str = "txt",
    emphasis: Sequence[Emphasis] = (),
) -> tuple[Title, ...]:
    """All headings of a text in order: the format's own (`headings`), those with a number, those that the list of contents
    names, and lines that look like one.

    The number tells the level, then the list of contents, then the `#` of plain text; a line that only looks like a
    heading stands one below the last certain one, and is less sure than a half unless something proves it: a list that
    names it, or bold from end to end (`emphasis`). Lines within `excluded` are no headings. Never raises; the titles lie
    in the text and do not overlap.
    """
    lines = lines_of(text)
    contents = contents_of(text, lines, excluded)
    allowed = _allowed(lines, excluded, contents)
    own = _own(headings, lines, allowed, len(text))
    search = format in _LOOSE or not (own or format in _SPOKEN)
    known = _Evidence(
        own,
        _numbered(lines, allowed) if search else {},
        named_lines(contents, lines, allowed),
        contents,
        _shift(own.values()) if format in _LOOSE else 0,
    )
    certain = {index: _title(index, known, lines, loose=format in _LOOSE) for index in _indexes(known)}
    taken = _taken(certain, known)
    free = [index for index in allowed if index not in taken]
    looking: list[Found] = []
    if format not in _SPOKEN and not _is_spoken(lines, certain, format):
        looking = _looking(lines, free, certain, emphasis, only_bold=not search)
    inside = run_in(lines, sorted(contents.lines), free)
    return _in_order([*certain.values(), *inside], looking, lines, known.shift or 0)


def _allowed(lines: Sequence[Line], excluded: Sequence[Region], contents: Contents) -> list[int]:
    """Indexes of the lines that may hold a heading."""
    starts = [region.start for region in excluded]
    free = []
    for index, line in enumerate(lines):
        at = index_of(starts, line.start)
        within = at >= 0 and line.start < excluded[at].end
        if not (line.blank or within or index in contents.lines):
            free.append(index)
    return free


def _own(
    headings: Sequence[Heading], lines: Sequence[Line], allowed: Sequence[int], length: int
) -> dict[int, Heading]:
    """The format's own headings by line, one a line."""
    starts = [line.start for line in lines]
    free = {*allowed}
    own: dict[int, Heading] = {}
    for heading in sorted(headings, key=lambda heading: heading.start):
        index = max(0, index_of(starts, heading.start))
        if 0 <= heading.start < heading.end <= length and index in free:
            own.setdefault(index, heading)
    return own


def _numbered(lines: Sequence[Line], allowed: Sequence[int]) -> dict[int, Heading]:
    """Headings that plain text shows by their numbers, or by `#`."""
    free = {*allowed}
    seen = [line if index in free else Line(line.start, line.start, "") for index, line in enumerate(lines)]
    starts = [line.start for line in lines]
    return {index_of(starts, heading.start): heading for heading in found_headings(seen)}


def _shift(own: Collection[Heading]) -> int | None:
    shifts = {
        heading.level - len(number) for heading in own if (number := split_number(heading.title)[0])
    } or {0}
    return shifts.pop() if len(shifts) == 1 else None


def _indexes(known: _Evidence) -> list[int]:
    return sorted({*known.own, *known.numbered, *known.named})


def _title(index: int, known: _Evidence, lines: Sequence[Line], *, loose: bool) -> Title:
    """The heading on this line; level 0 where only those before it can tell."""
    entry, last = known.named.get(index, (None, index))
    heading = known.own.get(index) or known.numbered.get(index)
    here = _spanned(lines, index, last)
    own = known.own.get(index)
    if own and not loose:
        here = replace(here, start=own.start, end=own.end, title=bare_title(own.title))
    number = split_number(here.title)[0]
    if own and (not loose or known.shift is not None):
        level = own.level
    elif number and heading:
        level = len(number) + (known.shift or 0)
    elif entry:
        level = entry.level + (known.shift or 0)
    else:
        level = 1 if heading and heading.level == 1 else 0
    if own:
        return replace(here, level=level)
    if number and heading:
        sure = 1.0 if entry else 0.9 if known.contents.names(number) else 0.45
        return replace(here, level=level, confidence=sure, why="number")
    if entry:
        return replace(here, level=level, confidence=0.95, why="contents")
    return replace(here, level=level, confidence=0.9, why="form")


def _spanned(lines: Sequence[Line], first: int, last: int) -> Title:
    """From the first to the last line of a title, without the markup around it."""
    words = lines[first].words
    start = lines[first].start + len(words) - len(words.lstrip(_SIGNS))
    end = lines[last].end - (len(lines[last].words) - len(lines[last].words.rstrip(_SIGNS)))
    shown = " ".join(lines[index].words for index in range(first, last + 1))
    return Title(start, max(start + 1, end), 1, bare_title(shown))


def _taken(certain: Mapping[int, Title], known: _Evidence) -> set[int]:
    return {*certain} | {i for first, (_, last) in known.named.items() for i in range(first, last + 1)}


def _is_spoken(lines: Sequence[Line], titled: Collection[int], format: str) -> bool:
    wrapped = format in _LOOSE and wrap_width(lines, titled) > 0
    return bool(speaker_labels(lines, titled, wrapped=wrapped))


def _looking(
    lines: Sequence[Line],
    free: Sequence[int],
    certain: Mapping[int, Title],
    emphasis: Sequence[Emphasis],
    *,
    only_bold: bool,
) -> list[Found]:
    """Headings by their words or form alone. Where the format has headings of its own, only those in bold."""
    numbers = [index for index, title in certain.items() if split_number(title.title)[0]]
    standard = standard_names(lines, free, numbers)
    named = {found.line for found in standard}
    rest = [index for index in free if index not in named]
    formed = by_form(lines, rest, {*certain, *named}, emphasis)
    return standard + [found for found in formed if found.confidence >= 0.7 or not only_bold]


def _in_order(
    certain: Sequence[Title], looking: Sequence[Found], lines: Sequence[Line], shift: int
) -> tuple[Title, ...]:
    """All of them, with the levels that only those before can tell."""
    formed = [
        replace(
            _spanned(lines, found.line, found.line),
            level=1 + shift if found.standard else 0,
            confidence=found.confidence,
            why="form",
        )
        for found in looking
    ]
    titles: list[Title] = []
    above = end = 0
    for title in sorted([*formed, *certain], key=lambda title: title.start):
        if title.start < end or not title.title:
            continue
        end = title.end
        if title.level and (title.confidence >= 0.5 or title.why == "number"):
            above = title.level
        titles.append(title if title.level else replace(title, level=above + 1))
    return tuple(titles)
