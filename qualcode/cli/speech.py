"""How the command line speaks: the system's language, one line at a time."""

import os

from qualcode.i18n import Translate, best_language, translator


def words() -> Translate:
    """The catalogue for messages: `QUALCODE_LANGUAGE`, else the system's language."""
    wished = os.environ.get("QUALCODE_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES")
    return translator(best_language(wished or os.environ.get("LANG")))


def printable(text: str) -> str:
    """A message as one line, without signs that would steer a terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
