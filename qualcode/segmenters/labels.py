"""Lines that look as if a speaker's label stood at their beginning. Whether they are labels, `turns.py` decides."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from qualcode.segmenters.lines import Line
from qualcode.segmenters.speakers import DESCRIPTIONS, role_of

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_STAMP = rf"[\[({{<#]?{_TIME}(?:\s*(?:-->|[-–])\s*{_TIME}|-\d)?[\])}}>#]?"
_CLOSED_STAMP = rf"[\[({{<#]{_TIME}(?:-\d)?[\])}}>#]"
_BOLD = r"(?:\*{1,3}|_{1,2}|</?(?:b|i|strong)>)"
_NAME = r"(?P<name>[\[(]?[^\W\d_][\w'’.&/+ -]{0,39}?[\])]?)"
_ASIDE = rf"(?:[ \t]*(?:[\[(][^()\[\]]{{1,40}}[\])]|{_TIME}))"
_COLON = re.compile(
    rf"{_BOLD}?(?P<before>{_STAMP}[ \t]*[-–:]?[ \t]*)?{_BOLD}?{_NAME}{_BOLD}?(?P<asides>{_ASIDE}{{0,2}})"
    rf"[ \t]*{_BOLD}?[ \t]*:(?!//|\d){_BOLD}?[ \t]*(?:(?P<later>{_CLOSED_STAMP})[ \t]*)?"
)
_BOLD_ALONE = re.compile(
    rf"{_BOLD}{_NAME}(?P<asides>{_ASIDE}{{0,2}}){_BOLD}[ \t]*(?P<later>{_CLOSED_STAMP})?(?:[ \t]+|$)"
)
_SPEAKER = re.compile(
    rf"(?P<before>{_STAMP}[ \t]+)?[\[(](?P<name>(?:speaker|taler|talar)[ _-]?\d{{1,2}})[\])][ \t]+(?=\S)",
    re.IGNORECASE,
)
_TIMED = re.compile(
    rf"{_BOLD}?{_NAME}{_BOLD}?[ \t]*(?:[-–|,·][ \t]*)?(?P<asides>(?<=[ \t]){_STAMP}){_BOLD}?$"
)
_COLUMNS = re.compile(
    rf"(?:{_NAME}\t+(?P<later>{_STAMP})|(?P<before>{_STAMP})\t+{_NAME.replace('name', 'named')})\t+[ \t]*"
)
_PREFIX = re.compile(
    r"(?:>[ \t]*)?(?:[-•–][ \t]+|\*[ \t]+|\[?\d{1,4}(?:[\])]|[.)])?[ \t]+)?(?=[^\W\d_]|[*_<\[({#\d])"
)
_ALONE = re.compile(rf"{_BOLD}?{_NAME}{_BOLD}?")
_TABBED = re.compile(r"(?P<name>[^\W\d_]{1,3}\d{0,2})\t+[ \t]*")
_VOICE = re.compile(rf"(?P<before>{_STAMP}[ \t]*)?<v(?:\.[\w.]+)?[ \t]+(?P<name>[^<>]{{1,40}})>[ \t]*")
_STAMP_LINE = re.compile(rf"{_BOLD}?{_STAMP}{_BOLD}?")
_CLOCK = re.compile(_TIME)
_PARTICLES = frozenset(["von", "van", "de", "den", "der", "da", "af", "av", "og", "and", "&", "til"])


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label on line `line`: it begins at `start`, and the words after it at `words`.

    `words` is the end of the line when they follow on the next one. `stamp` is the line
    beside it when the time stands there, which then belongs to the label. `alone` is a name on a line of its own without
    a colon, a time or anything else that labels have.
    """

    line: int
    start: int
    words: int
    name: str
    time: float | None = None
    aside: str = ""
    bold: bool = False
    stamp: int | None = None
    alone: bool = False

    @property
    def key(self) -> str:
        """What two labels of the same speaker share."""
        return self.name.casefold().rstrip(".")


def possible_labels(lines: Sequence[Line], skip: Collection[int]) -> Iterator[Label]:
    """Labels in order of lines; lines in `skip` (headings) have none."""
    stamp: int | None = None
    alone: Label | None = None
    for index, line in enumerate(lines):
        if not line.words:
            continue
        if _STAMP_LINE.fullmatch(line.words):
            if alone and alone.time is None:
                alone = replace(alone, time=_clock(line.words), stamp=index)
            else:
                stamp = index
            continue
        label = None if index in skip else _label(index, line)
        if alone:
            if not (label and label.alone):
                yield alone  # words follow
            alone = None
        if label and stamp is not None and label.time is None:
            label = replace(label, start=lines[stamp].start, time=_clock(lines[stamp].words), stamp=stamp)
        stamp = None
        if label and label.alone:
            alone = label
        elif label:
            yield label


def _label(index: int, line: Line) -> Label | None:
    words = line.words
    if not (":" in words[:140] or "\t" in words[:8] or words[0] in "*_<[(" or len(words) <= 40):
        return None
    prefix = _PREFIX.match(words)
    match = _match(words, 0) or (_match(words, prefix.end()) if prefix and prefix.end() else None)
    alone = None if match else _ALONE.fullmatch(words)
    found = match or alone
    if not found:
        return None
    parts = found.groupdict()
    name = " ".join((parts["name"] or parts.get("named") or "").strip("[]() ").split())
    if not _is_name(name) or (found.re is _TABBED and not (name.isupper() or role_of(name))):
        return None
    asides, before = parts.get("asides") or "", parts.get("before") or ""
    time = _clock(before + asides)
    if time is None:
        time = _clock(parts.get("later") or "")
    return Label(
        line=index,
        start=line.start,
        words=line.end if alone else line.start + found.end(),
        name=name,
        time=time,
        aside="" if _CLOCK.search(asides) else asides.strip(" \t()[]"),
        bold=words[0] in "*_<",
        alone=alone is not None,
    )


def _match(words: str, at: int) -> re.Match[str] | None:
    for pattern in (_VOICE, _COLON, _TIMED, _COLUMNS, _TABBED, _SPEAKER, _BOLD_ALONE):
        if match := pattern.match(words, at):
            return match
    return None


def _clock(words: str) -> float | None:
    clock = _CLOCK.search(words)
    return seconds(clock.group()) if clock else None


def _is_name(name: str) -> bool:
    """Up to four words, each with a capital or a number, but for particles; or a role, however it is written."""
    words = name.split()
    if not words or len(words) > 4 or len(name) > 40:
        return False
    if role_of(name):
        return True
    if not words[0][0].isupper() or any(word.endswith(".") and len(word) > 5 for word in words):
        return False
    described = words[0].casefold() in DESCRIPTIONS
    return described or all(
        word[0].isupper() or word[0].isdigit() or word in _PARTICLES for word in words[1:]
    )


def seconds(clock: str) -> float:
    """`00:12:41` or `12:41` as seconds from the start."""
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
