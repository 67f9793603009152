"""Letters and signs that programs spoilt on their way here.

- Signs without width that copying left in the middle of words: they are seen by nobody and found by no search.
- Letters that were read in the wrong encoding and saved so: `Ã¥` for `å`, `â€œ` for `“`.

What a writer or a typesetter meant is kept: hard spaces, soft hyphens, marks of direction, the joiner inside emoji, and
letters with more marks than one. Searching sees through them.
"""

import re

from qualcode.cleaning.draft import Change, Found
from qualcode.model.values import Language

_JUNK = re.compile("[\u200b\u2060\ufeff]+")
_TWICE = 0.9
"""Nobody writes `Ã¥`, except about encodings."""


class Unicode:
    """Takes out zero-width spaces, word joiners and byte order marks, and puts letters encoded twice right."""

    name = "unicode"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each run of such signs, and for each such letter."""
        junk = [Change(*match.span()) for match in _JUNK.finditer(text)]
        twice = [Change(*match.span(), _MEANT[match[0]], _TWICE) for match in _MISREAD.finditer(text)]
        return Found(tuple(sorted([*junk, *twice])))


def _misread(letter: str) -> tuple[str, str]:
    """What UTF-8 looks like when it is read as Windows-1252, and as ISO-8859-1."""
    data = letter.encode()
    windows = "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)
    return windows, data.decode("latin-1")


_MEANT = {
    spoilt: letter for letter in "æøåÆØÅéèêëóòôöÖäÄüÜ«»–—…“”„‘’•·§°´½€\u00a0" for spoilt in _misread(letter)
}
_MISREAD = re.compile("|".join(map(re.escape, sorted(_MEANT, key=len, reverse=True))))
