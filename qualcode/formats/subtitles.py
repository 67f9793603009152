"""Subtitles as transcripts: WebVTT (.vtt) and SubRip (.srt), also as Teams, Zoom and speech recognisers write them.

Read leniently: hours may be missing, cues may follow each other without a blank line, and a blank line may stand inside
one. Speakers come from `<v Name>`; a name typed into the words stays where it is. Signs for looks (`<i>`, `{\\an8}`)
go. `NOTE`, `STYLE` and `REGION` of WebVTT are not text. A cue whose times cannot be read keeps its words.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from html import unescape

from qualcode.errors import BadFile
from qualcode.formats.canonical import canonical
from qualcode.formats.decode import decode
from qualcode.formats.sniff import ending
from qualcode.formats.transcript import Cue, document, original, places
from qualcode.formats.warn import Warned, warning
from qualcode.model.bundle import ReadDocument

__all__ = ["original", "read"]

_ARROW = "-->"
_STAMP = r"(?:([0-9]{1,4}):)?([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]{1,3}))?"
_TIMES = re.compile(rf"\s*{_STAMP}\s*-->\s*{_STAMP}(?:\s|$)")
_NO_TEXT = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_VOICE = re.compile(r"<v(?:\.[^<>\s]*)?[ \t]+([^<>]*)>|(</v>)")
_LOOKS = re.compile(
    r"</?(?:[cibuv]|ruby|rt|lang|font)(?:[.\s][^<>]*)?>|<[0-9:.]+>|\{\\[a-z]+[0-9]*\}", re.IGNORECASE
)


@dataclass(slots=True)
class _Raw:
    """A cue as its lines stand in the file."""

    start: float | None = None
    end: float | None = None
    lines: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Heard:
    cues: list[_Raw] = field(default_factory=list)
    untimed: list[int] = field(default_factory=list)
    """Numbers of lines where times cannot be read, or words stand without any."""


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a .vtt or .srt file. Raises `BadFile` when it has no cue with a time."""
    kind = ending(name).removeprefix(".")
    decoded = decode(name, data)
    clean = canonical(decoded.text)
    heard = _heard(_material(clean.text) if kind == "vtt" else _blocks(clean.text))
    if all(raw.start is None for raw in heard.cues):
        raise BadFile(
            "{file} has no cue with times such as 00:01:02.500 --> 00:01:04.000. "
            "If it is plain text, give it the ending .txt.",
            file=name,
        )
    cues = [cue for raw in heard.cues for cue in _voices(raw, kind)]
    made = document(
        name, kind, data, cues, *decoded.warnings, *_untimed(heard.untimed), encoding=decoded.encoding
    )
    return replace(made, repairs=clean.repairs)


def _untimed(numbers: list[int]) -> tuple[Warned, ...]:
    if not numbers:
        return ()
    return (
        warning(
            "Times could not be read in {count} places (line {lines}); the words there are kept without a time.",
            count=len(numbers),
            lines=places(numbers),
        ),
    )


def _blocks(text: str) -> Iterator[list[tuple[int, str]]]:
    """Numbered lines, divided where a line is blank."""
    block: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            block.append((number, line.strip()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _material(text: str) -> Iterator[list[tuple[int, str]]]:
    """The blocks of WebVTT that hold cues; what stands above the first time in its head is left out."""
    for number, block in enumerate(_blocks(text)):
        if number == 0 and block[0][1].startswith("WEBVTT"):
            first = next((at for at, (_, line) in enumerate(block) if _ARROW in line), len(block))
            block = block[first:]
        if block and not (_NO_TEXT.match(block[0][1]) and _ARROW not in block[0][1]):
            yield block


def _heard(blocks: Iterable[list[tuple[int, str]]]) -> _Heard:
    heard = _Heard()
    for block in blocks:
        _hear(heard, block)
    return heard


def _hear(heard: _Heard, block: list[tuple[int, str]]) -> None:
    arrows = {at for at, (_, line) in enumerate(block) if _ARROW in line}
    names = {at - 1 for at in arrows if at == 1 or (at > 1 and _is_number(block[at - 1][1]))}
    if not arrows and len(block) == 1 and _is_number(block[0][1]):
        return  # the number of a cue that has nothing in it
    for at, (number, line) in enumerate(block):
        if at in arrows:
            start, end = _times(line)
            heard.cues.append(_Raw(start, end))
            if start is None:
                heard.untimed.append(number)
        elif at not in names:
            if not heard.cues:
                heard.cues.append(_Raw())
                heard.untimed.append(number)
            heard.cues[-1].lines.append(line)


def _is_number(line: str) -> bool:
    return line.isascii() and line.isdigit()


def _times(line: str) -> tuple[float | None, float | None]:
    found = _TIMES.match(line)
    if not found:
        return None, None
    groups = found.groups()
    return _seconds(*groups[:4]), _seconds(*groups[4:])


def _seconds(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> float | None:
    if int(minutes) > 59 or int(seconds) > 59:
        return None
    return int(hours or 0) * 3600 + int(minutes) * 60 + float(f"{seconds}.{fraction or 0}")


def _voices(raw: _Raw, kind: str) -> Iterator[Cue]:
    """A cue for each speaker in turn; words outside any `<v>` have no speaker."""
    speaker, at = "", 0
    words = "\n".join(raw.lines)
    for mark in _VOICE.finditer(words):
        yield from _said(raw, words[at : mark.start()], speaker, kind)
        speaker, at = mark[1] or "", mark.end()
    yield from _said(raw, words[at:], speaker, kind)


def _said(raw: _Raw, words: str, speaker: str, kind: str) -> Iterator[Cue]:
    plain = _LOOKS.sub("", words)
    if kind == "vtt":
        plain, speaker = unescape(plain), unescape(speaker)
    if plain.strip():
        yield Cue(plain, speaker, raw.start, raw.end)
