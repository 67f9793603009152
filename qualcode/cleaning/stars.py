"""Which stars belong together: `*kursiv*`, `**fet**`, `***begge***`, `~~strøket~~`, and in Markdown `_kursiv_`.

After CommonMark, but warier: a single star inside a word (`h*n`) is text, and so is every star without a partner in
the same paragraph.
"""

import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

_RUN = re.compile(r"(?<!\\)(\*+|~~|_+)")
_NEW_PARAGRAPH = re.compile(r"\n(?=[ \t]*(?:\n|[-*+•][ \t]|#|\d{1,3}[.)][ \t]|[^\n\t]{0,200}\t))")
_DEEPEST = 8
_KINDS = {"*": "italic", "**": "bold", "_": "italic", "__": "bold", "~~": ""}


class Pair(NamedTuple):
    """Signs around some words: the first at `[start, inner_start)`, the last at `[inner_end, end)`.

    `kind` is what the words between them are: bold, italic, or nothing that is kept.
    """

    kind: str
    start: int
    inner_start: int
    inner_end: int
    end: int


def star_pairs(text: str, *, underscores: bool) -> Iterator[Pair]:
    """The pairs of stars in `text`, paragraph by paragraph; with `underscores`, those of underscores too."""
    waiting: list[tuple[int, str]] = []
    paragraphs = iter([match.end() for match in _NEW_PARAGRAPH.finditer(text)])
    edge = next(paragraphs, len(text))
    for match in _RUN.finditer(text):
        at, run = match.start(), match.group()
        while edge <= at < len(text) and edge < len(text):
            waiting.clear()
            edge = next(paragraphs, len(text))
        if len(run) > 3 or (run[0] == "_" and not underscores):
            continue
        opens, closes = _flanks(text, at, match.end(), inside_words=run == "**")
        if closes:
            taken = yield from _closed(waiting, at, run)
            at, run = at + taken, run[taken:]
        if opens and run:
            waiting.append((at, run))


def _flanks(text: str, start: int, end: int, *, inside_words: bool) -> tuple[bool, bool]:
    """Whether signs at `[start, end)` can open and can close: they touch a word on that side, and no other."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens = not after.isspace() and (after.isalnum() or not before.isalnum())
    closes = not before.isspace() and (before.isalnum() or not after.isalnum())
    if not inside_words:
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    return opens, closes


def _closed(waiting: list[tuple[int, str]], at: int, run: str) -> Generator[Pair, None, int]:
    """Pairs for the signs of `run`, innermost first; returns how many of its signs found a partner."""
    taken = 0
    while taken < len(run):
        left = len(run) - taken
        index = _partner(waiting, run[0], left)
        if index < 0:
            break
        start, signs = waiting[index]
        size = 1 if len(signs) == left == 3 else min(left, len(signs), 2)
        inner = start + len(signs)
        yield Pair(_KINDS[run[0] * size], inner - size, inner, at + taken, at + taken + size)
        waiting[index:] = [(start, signs[:-size])] if len(signs) > size else []
        taken += size
    return taken


def _partner(waiting: list[tuple[int, str]], sign: str, left: int) -> int:
    """The last opening run that `left` closing signs can close, or -1."""
    for index in range(len(waiting) - 1, max(-1, len(waiting) - _DEEPEST), -1):
        signs = waiting[index][1]
        if signs[0] == sign and (len(signs) == left or 3 in (len(signs), left)):
            return index
    return -1
