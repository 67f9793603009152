"""An edit as it reads in its sentence: what goes struck through, what comes underlined, breaks and spaces made visible."""

import re

from qualcode.ui import state
from qualcode.ui.parts.plain import Html, clipped, tag, together
from qualcode.ui.parts.review_reading import Change, Choice, Repair

AROUND = 60
"""So many characters are shown on either side."""
APART = 3 * AROUND
"""Edits of one proposal that lie further apart than this have their own surroundings."""
NEAR = 110
"""So much of the line before and after a proposal is shown."""
WINDOW = 400
"""Where there are many empty lines, the surroundings are looked for as far away as this."""
_BREAK = "¶"
_EMPTY = re.compile(r"\n(?:[ \t]*\n){2,}")
_SIGNS = {"\t": "→", "\u00a0": "°", "\u00ad": "‧", "\u200b": "⌷", "\u2060": "⌷", "\ufeff": "⌷"}


def in_context(choice: Choice[Repair], text: str) -> Html:
    """The words around a repair with all its changes in them; `text` is the text that is coded."""
    pieces: list[object] = []
    at = -1
    for change in choice.part.changes:
        if at < 0 or change.start - at > APART:
            pieces += [_after(text, at) if at >= 0 else None, _before(text, change.start)]
        else:
            pieces.append(_around(_drawn_in(text[at : change.start])))
        pieces += _marked(change)
        at = change.end
    return tag("p", *pieces, _after(text, at), class_="qp-change")


def _marked(change: Change) -> list[Html]:
    _ = state.words()
    blank = not change.before.strip() or not change.after.strip()
    gone = (change.before, "del", "−", _("removed:"))
    come = (change.after, "ins", "+", _("added:"))
    return [
        tag(
            "span",
            tag("span", f"{told} ", class_="qp-unseen"),
            tag("span", sign, class_="qp-sign", aria_hidden="true"),
            tag(name, visible(words, spaces=blank), class_=None if words.strip() else "qp-blank"),
            class_=f"qp-{name}",
        )
        for words, name, sign, told in (gone, come)
        if words
    ]


def visible(words: str, *, spaces: bool = False) -> str:
    """Line breaks and signs without a shape as signs; spaces too, where the edit is about them."""
    shown = "".join(_SIGNS.get(sign, sign) for sign in words).replace("\n", _BREAK)
    return shown.replace(" ", "·") if spaces else shown


def _around(words: str) -> Html:
    """Words as they are, with a faint sign at each line break."""
    mark = tag("span", _BREAK, class_="qp-break", aria_hidden="true")
    first, *others = words.split("\n")
    return together(first, *(piece for part in others for piece in (mark, " ", part)))


def _before(text: str, start: int) -> Html:
    words = _drawn_in(text[max(0, start - WINDOW) : start])
    if len(words) <= AROUND and start <= WINDOW:
        return _around(words)
    words = words[-AROUND:]
    return together("… ", _around(words[words.find(" ") + 1 :] if " " in words[:20] else words))


def _after(text: str, end: int) -> Html:
    words = _drawn_in(text[end : end + WINDOW])
    if len(words) <= AROUND and len(text) - end <= WINDOW:
        return _around(words)
    words = words[:AROUND]
    return together(_around(words.rsplit(" ", 1)[0] if " " in words[-20:] else words), " …")


def _drawn_in(words: str) -> str:
    """Many empty lines as one."""
    return _EMPTY.sub("\n\n", words)


def near(text: str, start: int, end: int) -> tuple[str, str]:
    """The end of the line before `[start, end)` and the beginning of the line after it; bare quotation marks are no line."""
    lines = text[max(0, start - 400) : start].split("\n"), text[end : end + 400].split("\n")
    before = next((line.strip() for line in reversed(lines[0]) if _says(line)), "")
    after = next((line.strip() for line in lines[1] if _says(line)), "")
    short = before if len(before) <= NEAR else "… " + before[-NEAR:].split(" ", 1)[-1]
    return short, clipped(after, NEAR)


def _says(line: str) -> bool:
    return any(sign.isalnum() for sign in line)
