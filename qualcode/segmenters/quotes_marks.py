"""Quotation marks and what stands between them, also where one is missing."""

import re
from collections.abc import Sequence
from itertools import pairwise

Part = tuple[int, int]
"""`[start, end)`; may be empty."""

ANY = re.compile(r"[«»“”„\"‘’']")
_DOUBLE = re.compile(r"[«»“”„\"]")
_SINGLE = re.compile(r"(?:(?<=[\s(\[–-])|^)[‘'](?=\w)|(?<=[^\s])[’'](?!\w)")
_BESIDE = " \t\n\u00a0([{-–—/*_>:;«"
_SEAM = re.compile(r"[\s.,;:–—*_-]*")
_GOES_ON = re.compile(r"\s*[(\[]\.{2,3}[)\]]\s*(?=\w)")
_BEGINS = re.compile(r"\s*[-–—]\s+(?=[A-ZÆØÅ])")
_REMARK = re.compile(r"(?<=[»”“\"])\s*[(\[][^()\[\]«»]{1,120}[)\]]\s*$")
_EDGE = " \t\n\u00a0\u202f*_"


def marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Where quotations begin (1) and end (-1) in `[start, end)`. Single marks count where there are no others."""
    found = [(m.start(), _turn(text, m.start(), start)) for m in _DOUBLE.finditer(text, start, end)]
    if found:
        return found
    single: list[tuple[int, int]] = []
    for match in _SINGLE.finditer(text, start, end):
        opens = match.start() == start or text[match.start() - 1] in _BESIDE
        if opens or (single and single[-1][1] == 1):
            single.append((match.start(), 1 if opens else -1))
    return single


def _turn(text: str, at: int, start: int) -> int:
    """Which way a mark points: guillemets say so, the others by what stands beside them."""
    mark = text[at]
    if mark in "«„":
        return 1
    if mark == "»":
        return -1
    opens = at == start or text[at - 1] in _BESIDE
    return 1 if opens and not text[at + 1 : at + 2].isspace() else -1


def outermost(found: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The marks of the outermost pairs; where marks are missing, of the innermost."""
    pairs, depth, begun = [], 0, -1
    for at, turn in found:
        if turn == 1:
            begun = at if depth == 0 else begun
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                pairs.append((begun, at))
    if not depth:
        return pairs
    return [(one, two) for (one, a), (two, b) in pairwise(found) if (a, b) == (1, -1)]


def unclosed(found: Sequence[tuple[int, int]]) -> bool:
    """Whether more quotations begin than end."""
    return sum(turn for _, turn in found) > 0


def whole_parts(text: str, start: int, end: int) -> tuple[Part, ...]:
    """The quotations that fill `[start, end)`, a paragraph without its attribution; none when it holds other words too.

    A missing first or last mark is forgiven, and so are marks inside that are never closed.
    """
    remark = _REMARK.search(text, start, end)
    end = remark.start() if remark else end
    found = marks(text, start, end)
    if not found or (found[0] != (start, 1) and sum(turn for _, turn in found) != -1):
        return ()
    missing = sum(turn for _, turn in found) < 0
    parts: list[Part] = []
    depth, begun = 0, start + (found[0] == (start, 1))
    for (at, turn), after in zip(found, [*found[1:], (end, 0)], strict=True):
        if at == start:
            depth = 1
        elif turn == 1:
            begun = at + 1 if depth == 0 and parts else begun
            depth += 1
        else:
            depth -= 1
            if depth > 0 or after[1] == -1:
                continue
            depth = 0
            if _GOES_ON.match(text, at + 1, after[0]):
                depth = 1  # «...» (..) and on without a mark
                continue
            parts.append((begun, at))
            if missing and (next_ := _BEGINS.match(text, at + 1, after[0])):
                begun, depth = next_.end(), 1  # the next one begins without a mark
            elif not _SEAM.fullmatch(text, at + 1, after[0]):
                return ()
    if depth > 0:
        at, turn = found[-1]
        parts.append((begun, at if turn == -1 and _SEAM.fullmatch(text, at + 1, end) else end))
    return tuple(part for one, two in parts if (part := bare(text, one, two))[0] < part[1])


def bare(text: str, start: int, end: int) -> Part:
    """`[start, end)` without white space and signs of emphasis at its ends."""
    while start < end and text[start] in _EDGE:
        start += 1
    while start < end and text[end - 1] in _EDGE:
        end -= 1
    return start, end
