"""Lines that look as if a speaker's label stood at their beginning. Whether they are labels, `turns.py` decides."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from qualcode.segmenters.lines import Line
from qualcode.segmenters.speakers import DESCRIPTIONS, role_of

_TIME = r"\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?"
_STAMP = rf"[\[(]?{_TIME}(?:\s*(?:-->|[-–])\s*{_TIME})?[\])]?"
_BOLD = r"(?:\*{1,3}|_{1,2}|</?(?:b|i|strong)>)"
_NAME = r"(?P<name>\[?[^\W\d_][\w'’.&/+ -]{0,39}?\]?)"
_ASIDE = rf"(?:[ \t]*(?:[\[(][^()\[\]]{{1,40}}[\])]|{_TIME}))"
_COLON = re.compile(
    rf"{_BOLD}?(?P<before>{_STAMP}[ \t]*[-–:]?[ \t]*)?{_BOLD}?{_NAME}(?P<asides>{_ASIDE}{{0,2}})"
    rf"[ \t]*{_BOLD}?[ \t]*:(?!//|\d){_BOLD}?[ \t]*"
)
_TIMED = re.compile(rf"{_BOLD}?{_NAME}{_BOLD}?[ \t]*(?P<asides>[ \t][\[(]?{_TIME}[\])]?){_BOLD}?$")
_TABBED = re.compile(r"(?P<name>[^\W\d_]{1,3}\d{0,2})\t+[ \t]*")
_VOICE = re.compile(rf"(?P<before>{_STAMP}[ \t]*)?<v(?:\.[\w.]+)?[ \t]+(?P<name>[^<>]{{1,40}})>[ \t]*")
_STAMP_LINE = re.compile(rf"{_BOLD}?{_STAMP}{_BOLD}?")
_CLOCK = re.compile(_TIME)
_PARTICLES = frozenset(["von", "van", "de", "den", "der", "da", "af", "av", "og", "and", "&", "til"])


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label on line `line`: it begins at `start`, and the words after it at `words`.

    `words` is the end of the line when they follow on the next one. `stamp` is the line
    before it when the time stands there, which then belongs to the label.
    """

    line: int
    start: int
    words: int
    name: str
    time: float | None = None
    aside: str = ""
    bold: bool = False
    stamp: int | None = None

    @property
    def key(self) -> str:
        """What two labels of the same speaker share."""
        return self.name.casefold().rstrip(".")


def possible_labels(lines: Sequence[Line], skip: Collection[int]) -> Iterator[Label]:
    """Labels in order of lines; lines in `skip` (headings) have none."""
    stamp: int | None = None
    for index, line in enumerate(lines):
        if not line.words:
            continue
        if _STAMP_LINE.fullmatch(line.words):
            stamp = index
            continue
        label = None if index in skip else _label(index, line)
        if label and stamp is not None and label.time is None:
            label = _with_stamp(label, stamp, lines[stamp])
        stamp = None
        if label:
            yield label


def _label(index: int, line: Line) -> Label | None:
    words = line.words
    if not (":" in words[:140] or "\t" in words[:8] or "<v" in words[:40]):
        return None
    match = _VOICE.match(words) or _COLON.match(words) or _TIMED.match(words) or _TABBED.match(words)
    name = " ".join(match["name"].strip("[] ").split()) if match else ""
    if not match or not _is_name(name) or (match.re is _TABBED and not (name.isupper() or role_of(name))):
        return None
    parts = match.groupdict()
    around = (parts.get("before") or "") + (parts.get("asides") or "")
    clock = _CLOCK.search(around)
    aside = "" if clock and not parts.get("before") else (parts.get("asides") or "").strip(" \t()[]")
    return Label(
        line=index,
        start=line.start,
        words=line.start + match.end(),
        name=name,
        time=seconds(clock.group()) if clock else None,
        aside=aside,
        bold=words[0] in "*_<",
    )


def _with_stamp(label: Label, stamp: int, line: Line) -> Label:
    clock = _CLOCK.search(line.words)
    time = seconds(clock.group()) if clock else None
    return Label(label.line, line.start, label.words, label.name, time, label.aside, label.bold, stamp)


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
