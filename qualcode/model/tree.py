"""The code tree: paths, order, and what may hang under what.

A path joins names by `/`; a `/` inside a name is written `\\/` and a `\\` is written `\\\\`, so that every path names one code.
"""

import difflib
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

PALETTE = (
    "#4477aa", "#ee6677", "#228833", "#b8860b", "#2e8b9a", "#aa3377",
    "#7a5195", "#d55e00", "#0072b2", "#5b8c00", "#a0522d", "#607080",
)  # fmt: skip
"""Colours for codes that were given none; told apart by colour-blind readers as far as twelve can be (after Tol, 2021)."""


def clean_name(name: str) -> str:
    """A name as it is kept: NFC, white space folded and trimmed, no control characters and no halves of characters."""
    if not name.isprintable():
        name = "".join(
            sign for sign in name if sign.isspace() or unicodedata.category(sign) not in ("Cc", "Cs")
        )
    return " ".join(unicodedata.normalize("NFC", name).split())


def same_name(name: str) -> str:
    """What two names must share to count as the same: upper and lower case are one."""
    return clean_name(name).casefold()


def join_path(names: Sequence[str]) -> str:
    """`("Recovery", "Håp/mot")` as `Recovery/Håp\\/mot`."""
    return "/".join(name.replace("\\", "\\\\").replace("/", "\\/") for name in names)


def split_path(path: str) -> tuple[str, ...]:
    """The names of a path, cleaned; the reverse of `join_path`. Empty parts are left out."""
    parts, current, escaped = [], "", False
    for character in path:
        if escaped:
            current, escaped = current + character, False
        elif character == "\\":
            escaped = True
        elif character == "/":
            parts.append(current)
            current = ""
        else:
            current += character
    return tuple(name for name in map(clean_name, [*parts, current]) if name)


def paths(parents: Mapping[str, str | None], names: Mapping[str, str]) -> dict[str, str]:
    """Path of every id, given each one's parent and name. Raises `ValueError` on a cycle."""
    found: dict[str, str] = {}
    for each in names:
        waiting: dict[str, None] = {}
        at: str | None = each
        while at and at not in found:
            if at in waiting:
                raise ValueError("cycle")
            waiting[at] = None
            at = parents[at]
        above = f"{found[at]}/" if at else ""
        for id_ in reversed(waiting):
            found[id_] = above + join_path([names[id_]])
            above = f"{found[id_]}/"
    return found


def below(id_: str, parents: Mapping[str, str | None]) -> frozenset[str]:
    """`id_` and everything under it."""
    found = {id_}
    grew = True
    while grew:
        more = {child for child, parent in parents.items() if parent in found} - found
        found |= more
        grew = bool(more)
    return frozenset(found)


def would_cycle(id_: str, new_parent: str | None, parents: Mapping[str, str | None]) -> bool:
    """Whether hanging `id_` under `new_parent` would put it under itself."""
    return new_parent is not None and new_parent in below(id_, parents)


def next_colour(used: Iterable[str]) -> str:
    """The palette colour that is used least so far, earliest first."""
    counts = dict.fromkeys(PALETTE, 0)
    for colour in used:
        if colour in counts:
            counts[colour] += 1
    return min(PALETTE, key=lambda colour: counts[colour])


def nearest(path: str, known: Sequence[str]) -> str:
    """The known path most like `path`, or an empty text when none is like it at all."""
    folded = {same_name(other): other for other in known}
    folded |= {same_name(split_path(other)[-1]): other for other in reversed(known)}
    found = difflib.get_close_matches(same_name(path), folded, n=1, cutoff=0.6)
    return folded[found[0]] if found else ""
