"""Signs without width that copying left in the middle of words: they are seen by nobody and found by no search.

What a writer or a typesetter meant is kept: hard spaces, soft hyphens, marks of direction, the joiner inside emoji, and
letters with more marks than one. Searching sees through them.
"""

import re

from qualcode.cleaning.draft import Change, Found
from qualcode.model.values import Language

_JUNK = re.compile("[\u200b\u2060\ufeff]+")


class Unicode:
    """Takes out zero-width spaces, word joiners and byte order marks."""

    name = "unicode"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each run of such signs."""
        return Found(tuple(Change(*match.span()) for match in _JUNK.finditer(text)))
