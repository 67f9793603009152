"""Transcripts from Whisper and its relatives: .json with a list of segments.

| program | where the segments are | time | speaker |
|---|---|---|---|
| whisper, faster-whisper, OpenAI's service, WhisperX | `segments` | `start`, `end` in seconds | `speaker` |
| whisper.cpp | `transcription` | `offsets` `from`, `to` in milliseconds | |
| others | a list at the top | as whisper | as whisper |
"""

import json
from collections.abc import Iterator, Sequence
from math import isfinite
from typing import Any

from qualcode.errors import BadFile
from qualcode.formats.decode import decode
from qualcode.formats.limits import MAX_JSON_BYTES, check_size
from qualcode.formats.transcript import Cue, document, original, places
from qualcode.formats.warn import Warned, counted, warning
from qualcode.model.bundle import ReadDocument

__all__ = ["original", "read"]

_LATEST = 1e7
"""Seconds; no recording lasts for four months."""


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a .json transcript. Raises `BadFile` when it has no segments with text."""
    check_size(name, data, MAX_JSON_BYTES)
    decoded = decode(name, data)
    segments = _segments(_loaded(name, decoded.text.removeprefix("\ufeff")))
    found = [_cue(segment) for segment in segments]
    cues = [cue for cue in found if cue]
    if not cues:
        raise BadFile(
            "{file} is no transcript: it needs a list “segments”, each with “text” and “start”, as Whisper writes it. "
            "Save the transcript as .vtt, .srt or .txt.",
            file=name,
        )
    lost = [number for number, cue in enumerate(found, 1) if not cue]
    warnings = (*decoded.warnings, *_without_text(lost), *_without_time(cues))
    return document(name, "json", data, cues, *warnings, encoding=decoded.encoding)


def _loaded(name: str, text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        raise BadFile("{file}, line {line}: this is not whole JSON.", file=name, line=line) from error


def _segments(loaded: Any) -> Sequence[Any]:
    if isinstance(loaded, dict):
        loaded = next((loaded[key] for key in ("segments", "transcription") if key in loaded), ())
    return loaded if isinstance(loaded, list) else ()


def _cue(segment: Any) -> Cue | None:
    if not isinstance(segment, dict) or not isinstance(segment.get("text"), str):
        return None
    start, end = _times(segment)
    speaker = segment.get("speaker")
    named = isinstance(speaker, str | int) and not isinstance(speaker, bool)
    return Cue(segment["text"], str(speaker) if named else "", start, end)


def _times(segment: dict[str, Any]) -> Iterator[float | None]:
    offsets = segment.get("offsets")
    if isinstance(offsets, dict):
        return (_number(offsets.get(key), 1000) for key in ("from", "to"))
    return (_number(segment.get(key), 1) for key in ("start", "end"))


def _number(value: Any, divisor: int) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= _LATEST * divisor:
        return None
    return value / divisor if isfinite(value) else None


def _without_text(numbers: list[int]) -> tuple[Warned, ...]:
    if not numbers:
        return ()
    return (
        warning(
            "{count} segments without text were left out (number {numbers}).",
            count=len(numbers),
            numbers=places(numbers),
        ),
    )


def _without_time(cues: list[Cue]) -> tuple[Warned, ...]:
    return counted(
        "{count} segments have no time that can be read; their words are kept.",
        sum(cue.start is None for cue in cues),
    )
