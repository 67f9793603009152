"""What people write in place of a passage, as the text can take it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qualcode.errors import BadSpan, Refused
from qualcode.model.diff import edits_between
from qualcode.model.edits import Edit
from qualcode.model.spans import splits_character

_BROKEN = re.compile("[\x00\ud800-\udfff]")


def changes(text: str, start: int, end: int, words: str) -> Sequence[Edit]:
    """The edits of `text` that write `words` in place of `[start, end)`; nothing outside changes, whatever stands elsewhere.

    Letters and line ends become those of the text (NFC, line feeds). Raises `BadSpan`, and `Refused` for what no text holds.
    """
    from qualcode.formats.canonical import canonical

    if not 0 <= start <= end <= len(text):
        raise BadSpan(
            "Positions {start}–{end} reach outside the text, which has {length} characters.",
            start=start,
            end=end,
            length=len(text),
        )
    if _BROKEN.search(words):
        raise Refused("The new words hold a broken character that no text can have; type them again.")
    words = canonical(words).text
    start, end, words = _whole(text, start, end, words)
    if not (text[:start].strip() or words.strip() or text[end:].strip()):
        raise Refused("A document needs text; remove the document instead.")
    found = edits_between(text[start:end], canonical(words).text)
    return [replace(edit, start=edit.start + start, end=edit.end + start) for edit in found]


def _whole(text: str, start: int, end: int, words: str) -> tuple[int, int, str]:
    """The passage and its words, widened so that no letter is parted from, or comes to stand before, an accent of its own."""
    while start > 0 and (
        splits_character(text, start) or splits_character(text[start - 1] + words + text[end : end + 1], 1)
    ):
        start -= 1
        words = text[start] + words
    while end < len(text) and (
        splits_character(text, end) or splits_character(words + text[end], len(words))
    ):
        words += text[end]
        end += 1
    return start, end, words
