"""Times in the middle of what somebody says (`[00:12:41]`, `#00:12:41-5#`): known beside the text, and out of its words.

Times that stand with a speaker's label, or alone on a line, are left: they tell whose words follow, and when.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from qualcode.cleaning.draft import Change, Found
from qualcode.model.values import Language

_FEWEST = 3
_CLOCK = r"(?P<clock>(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?)"
_MARK = re.compile(
    rf"[\[({{<‹]{_CLOCK}(?:\s*[-–]\s*[\d:.,]+)?[\])}}>›]|#{_CLOCK.replace('clock', 'sharp')}(?:-\d{{1,2}})?#"
)
_LABEL = re.compile(r"\s*(?:[^\W\d_][\w .’'-]{0,39})?\s*")


class TimeMarks:
    """Lifts times out of the sentences of a transcript; each stays known at its place."""

    name = "time-marks"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each time in the middle of words; none where there are few of them, or their order is no clock's."""
        marks = list(_inline(text))
        if len(marks) < _FEWEST or not _runs(seconds for _, seconds in marks):
            return Found()
        changes = tuple(Change(*_with_space(text, *match.span()), confidence=0.9) for match, _ in marks)
        return Found(changes, times=tuple((match.start(), seconds) for match, seconds in marks))


def _inline(text: str) -> Iterator[tuple[re.Match[str], float]]:
    for match in _MARK.finditer(text):
        first = text.rfind("\n", 0, match.start()) + 1
        last = text.find("\n", match.end())
        before, after = text[first : match.start()], text[match.end() : last if last >= 0 else len(text)]
        if not _belongs_to_a_label(before, after):
            yield match, _seconds(match["clock"] or match["sharp"])


def _belongs_to_a_label(before: str, after: str) -> bool:
    """`[00:12] Kari: Ja.`, `Kari (00:12): Ja.`, `Kari 00:12` above the words, and a time alone on its line."""
    label = after.lstrip().partition(":")
    named = bool(label[1]) and len(label[0]) <= 40 and bool(_LABEL.fullmatch(label[0]))
    if not before.strip():
        return named or not after.strip()
    return bool(_LABEL.fullmatch(before)) and (after.lstrip()[:1] in ("", ":", "*"))


def _runs(times: Iterator[float]) -> bool:
    """Whether nearly all times come after the one before, as a recording's do."""
    told = list(times)
    later = sum(one <= next_ for one, next_ in pairwise(told))
    return later >= 0.8 * (len(told) - 1)


def _with_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The mark and one of the spaces around it, so that the words stay parted as they were."""
    if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
        return start, end + 1
    if start and text[start - 1] == " " and (end == len(text) or not text[end].isalnum()):
        return start - 1, end
    return start, end


def _seconds(clock: str) -> float:
    total = 0.0
    for part in clock.replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
