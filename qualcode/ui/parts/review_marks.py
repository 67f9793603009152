"""An edit as it reads in its sentence: what goes struck through, what comes underlined, breaks and spaces made visible."""

from qualcode.ui import state
from qualcode.ui.parts.plain import Html, clipped, tag, together
from qualcode.ui.parts.review_reading import Change, Choice, Repair

AROUND = 60
"""So many characters are shown on either side."""
APART = 3 * AROUND
"""Edits of one proposal that lie further apart than this have their own surroundings."""
NEAR = 110
"""So much of the line before and after a proposal is shown."""
_BREAK = "¶"
_SIGNS = {"\t": "→", "\u00a0": "°", "\u00ad": "‧", "\u200b": "⌷", "\u2060": "⌷", "\ufeff": "⌷"}


def in_context(choice: Choice[Repair], text: str) -> Html:
    """The words around a repair with all its changes in them; `text` is the text that is coded."""
    pieces: list[object] = []
    at = -1
    for change in choice.part.changes:
        if at < 0 or change.start - at > APART:
            pieces += [_after(text, at) if at >= 0 else None, _before(text, change.start)]
        else:
            pieces.append(_around(text[at : change.start]))
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
    first = max(0, start - AROUND)
    words = text[first:start]
    if first:
        words = words[words.find(" ") + 1 :] if " " in words[:20] else words
    return together("… " if first else None, _around(words))


def _after(text: str, end: int) -> Html:
    last = min(len(text), end + AROUND)
    words = text[end:last]
    if last < len(text):
        words = words.rsplit(" ", 1)[0] if " " in words[-20:] else words
    return together(_around(words), " …" if last < len(text) else None)


def near(text: str, start: int, end: int) -> tuple[str, str]:
    """The end of the line before `[start, end)` and the beginning of the line after it."""
    before = text[max(0, start - 400) : start].rstrip().rsplit("\n", 1)[-1]
    after = text[end : end + 400].lstrip().split("\n", 1)[0]
    short = before if len(before) <= NEAR else "… " + before[-NEAR:].split(" ", 1)[-1]
    return short, clipped(after, NEAR)
