"""How wide words are in print, near enough to choose column widths; all lengths in twentieths of a point (twips)."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ARIAL = {
    222: "ijl'|",
    278: "ft.,:;!/\\[]I \u00a0",
    333: "r()-",
    500: "ckvxyzsJ",
    611: "FTZø",
    667: "ABEKPSVXYÅ",
    722: "CDHNRUw",
    778: "GOQØ",
    833: "mM",
    889: "æ%",
    1000: "WÆ@—…",
}
_OTHER = 556
"""Thousandths of the size that most letters and all digits of Arial take."""
_WIDTHS = defaultdict(
    lambda: _OTHER, ((letter, wide) for wide, letters in _ARIAL.items() for letter in letters)
)
CM = 567
MARGIN = 170
"""Room that a cell's own margins take, left and right together."""


def width(text: str, size: float = 8.5) -> int:
    """The width of `text` set in Arial, `size` in points; a few per cent too wide rather than too narrow."""
    thousandths = sum(map(_WIDTHS.__getitem__, text))
    return round(thousandths * size * 20 / 1000 * 1.04)


@dataclass(frozen=True, slots=True)
class Need:
    """What a column needs: no less than `least`, gladly `wanted`. A `greedy` column takes what is left over."""

    least: int
    wanted: int
    greedy: bool = False


def need(head: str, texts: Iterable[str], most: int = 4 * CM) -> Need:
    """The need of a column: its longest word whole, its longest line if there is room, neither above `most`."""
    lines = max(map(width, head.split("\n"))) * 108 // 100
    words = max(map(width, head.replace("\n", " ").split(" "))) * 108 // 100
    for text in set(texts):
        for line in text.split("\n"):
            lines = max(lines, width(line))
            words = max(words, *(width(word) for word in line.replace("/", "/ ").split(" ")))
    return Need(min(words + MARGIN, most), min(lines + MARGIN, most))


def allot(needs: Sequence[Need], room: int) -> list[int]:
    """Widths that add up to `room` where a column is greedy or room is scarce; else no wider than wanted.

    Each column has its least first. Where that is too much, the widest give way, so that short words stay whole.
    Of what is left, half goes to the wishes, small ones first, and the rest to the greedy columns.
    """
    greedy = sum(need.wanted for need in needs if need.greedy)
    least = [need.least for need in needs]
    if sum(least) > room:
        return _exactly(_levelled(needs, room), room)
    spare = room - sum(least)
    wishes = sorted(need.wanted - need.least for need in needs if not need.greedy)
    most = _ceiling(wishes, spare // 2 if greedy else spare)
    spare -= sum(min(wish, most) for wish in wishes)
    widths = [
        need.least + (spare * need.wanted // greedy if need.greedy else min(need.wanted - need.least, most))
        for need in needs
    ]
    return _exactly(widths, room) if greedy else widths


def _levelled(needs: Sequence[Need], room: int) -> list[int]:
    """Each column its least, but none wider than a common ceiling that greedy columns do not have.

    Only where greedy columns alone ask for more than the room do all shrink alike.
    """
    greedy = sum(need.least for need in needs if need.greedy)
    if greedy >= room:
        least = sum(need.least for need in needs)
        return [need.least * room // least for need in needs]
    ceiling = _ceiling(sorted(need.least for need in needs if not need.greedy), room - greedy)
    return [need.least if need.greedy else min(need.least, ceiling) for need in needs]


def _ceiling(widths: Sequence[int], room: int) -> int:
    """The height at which sorted `widths`, cut off there, fill `room`."""
    for place, width in enumerate(widths):
        level = room // (len(widths) - place)
        if width > level:
            return level
        room -= width
    return max(widths, default=0)


def _exactly(widths: list[int], room: int) -> list[int]:
    """The same widths, with what rounding lost given to the widest."""
    widest = max(range(len(widths)), key=widths.__getitem__)
    return [width + (room - sum(widths) if place == widest else 0) for place, width in enumerate(widths)]
