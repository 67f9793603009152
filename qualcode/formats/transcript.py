"""Transcripts with times: what was said becomes text, when it was said stands beside it.

Neighbouring cues of the same named speaker are one turn, `Name: words`, on one line; cues without a speaker are a
line each. A time belongs to the position where its cue begins, the speaker's label included.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qualcode.formats import text
from qualcode.formats.canonical import canonical, paired
from qualcode.formats.decode import suspicions
from qualcode.formats.warn import Warned, counted
from qualcode.model.bundle import ReadDocument

_SHOWN = 10
"""The most places that a warning names."""


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that belong together, with seconds from the start where they are known."""

    words: str
    speaker: str = ""
    start: float | None = None
    end: float | None = None


def document(
    name: str, kind: str, data: bytes, cues: Sequence[Cue], *warnings: Warned, encoding: str = ""
) -> ReadDocument:
    """The document that the cues make."""
    spoken, times = _put_together(cues)
    return ReadDocument(
        name=name,
        format=kind,
        source=data,
        text=spoken,
        encoding=encoding,
        warnings=(*warnings, *_about_times(cues), *suspicions(spoken)),
        times=times,
    )


def original(name: str, data: bytes) -> str:
    """The file's own text, times and all."""
    return text.original(name, data)


def places(numbers: Sequence[int]) -> str:
    """`3, 8, 12` as a warning names them; of many, the first."""
    return ", ".join(map(str, numbers[:_SHOWN])) + (" …" if len(numbers) > _SHOWN else "")


def _put_together(cues: Sequence[Cue]) -> tuple[str, tuple[tuple[int, float], ...]]:
    pieces: list[str] = []
    times: list[tuple[int, float]] = []
    position, speaking = 0, ""
    for cue in cues:
        words, speaker = _one_line(cue.words), _one_line(cue.speaker.replace(":", " "))
        if not words:
            continue
        goes_on = bool(speaker) and speaker == speaking
        label = f"{speaker}: " if speaker and not goes_on else ""
        joint = "" if not pieces else " " if goes_on else "\n"
        if cue.start is not None:
            times.append((position + len(joint), round(cue.start, 3)))
        pieces.append(joint + label + words)
        position, speaking = position + len(pieces[-1]), speaker
    return "".join(pieces), tuple(times)


def _one_line(words: str) -> str:
    return canonical(" ".join(paired(words).split())).text


def _about_times(cues: Sequence[Cue]) -> Iterator[Warned]:
    timed = [cue for cue in cues if cue.start is not None]
    back = sum(_before(second.start, first.start) for first, second in pairwise(timed))
    back += sum(_before(cue.end, cue.start) for cue in timed)
    over = sum(
        _before(second.start, first.end) and not _before(second.start, first.start)
        for first, second in pairwise(timed)
    )
    yield from counted(
        "Times go backwards in {count} places; the words stand in the order of the file, with the times it gives.",
        back,
    )
    yield from counted("In {count} places one cue begins before the one above it ends.", over)


def _before(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and one < other
