"""What counts as a word."""

import re
import unicodedata
from functools import cache

from qualcode.model.spans import Span

_LETTER = re.compile(r"[^\W\d_]")


def word_spans(text: str) -> tuple[Span, ...]:
    """The words of `text`, in order.

    A word holds at least one letter, with its combining marks; figures may be part of it (`4K`, `100-åring`) but are
    no word alone. A hyphen, apostrophe or soft hyphen inside keeps it together; at its edge it is left out.
    """
    return tuple(Span(*match.span()) for match in _word().finditer(text) if _LETTER.search(match.group()))


def count_words(text: str) -> int:
    """Number of words of `text`, as `word_spans` finds them."""
    return sum(1 for word in _word().findall(text) if word[0].isalpha() or _LETTER.search(word))


@cache
def _word() -> re.Pattern[str]:
    part = rf"[^\W_](?:[^\W_]|[{_marks()}])*"
    return re.compile(rf"{part}(?:[-'’\u2010\u2011\u00ad\u200d]{part})*")


def _marks() -> str:
    """All combining marks as a character class; `\\w` leaves them out."""
    marks = [code for code in range(0x300, 0x20000) if unicodedata.category(chr(code))[0] == "M"]
    starts = [code for code, before in zip(marks, [0, *marks], strict=False) if code != before + 1]
    ends = [code for code, after in zip(marks, [*marks[1:], 0], strict=True) if code != after - 1]
    return "".join(f"{chr(start)}-{chr(end)}" for start, end in zip(starts, ends, strict=True))
