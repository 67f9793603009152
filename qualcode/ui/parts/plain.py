"""Words from a project on their way to the screen: shown as they are, never read as Markdown or HTML.

Streamlit reads Markdown in the labels of widgets, in alerts and in headings. `plain` is for those; `tag` is for
whole pieces of our own, drawn with `st.html`.
"""

import re
from html import escape

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_JOINER = "\u2060"
_REPLACED = re.compile(
    r"(?<=[-<>~=])(?=[-<>~=])"  # arrows and other signs made of two
    r"|(?<=:)(?=[\w/+-])"  # emoji, icons, http://
    r"|(?<=@)(?=\w)|(?<=www)(?=\.)",  # addresses
    re.IGNORECASE,
)


class Html(str):
    """A piece of HTML of our own making, with every word in it already escaped."""

    __slots__ = ()


def plain(text: object) -> str:
    """`text` for a place where Streamlit reads Markdown, so that the reader sees exactly these words.

    Markdown's signs are escaped. Signs that Streamlit replaces after Markdown (`->`, `:smile:`, web addresses) are
    kept apart by an invisible word joiner, the only character that is added. Line breaks become spaces.
    """
    words = " ".join(str(text).split())
    return _PUNCTUATION.sub(r"\\\1", _REPLACED.sub(_JOINER, words))


def tag(name: str, *inside: object, **attributes: object) -> Html:
    """An HTML element. Text in it and in its attributes is escaped; only `Html` goes in as it is.

    Attribute names are written `class_` and `aria_label`; those that are None or False are left out.
    """
    shown = "".join(
        f' {key.strip("_").replace("_", "-")}="{escape(str(value), quote=True)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{shown}>{together(*inside)}</{name}>")


def together(*inside: object) -> Html:
    """Pieces side by side; what is not `Html` is escaped, None is left out."""
    return Html(
        "".join(part if isinstance(part, Html) else escape(str(part)) for part in inside if part is not None)
    )


def clipped(text: str, length: int) -> str:
    """`text` on one line, cut after a word and marked with … when it is longer than `length`."""
    line = " ".join(text.split())
    if len(line) <= length:
        return line
    return line[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
