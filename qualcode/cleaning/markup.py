"""Markup that another program left in the words: Markdown's signs, HTML tags and entities.

The signs go, the words stay. What was bold, italic or underlined is remembered as the author's own emphasis. `h*n`,
`#2017/HE1-163148`, `(..)`, `[...]` and `[deltageren]` are text. Note marks (`<sup>1</sup>`) are left to the footnotes.
"""

import html
import re
import unicodedata
from collections.abc import Iterator

from qualcode.cleaning.draft import Change, Found
from qualcode.cleaning.stars import Pair, star_pairs
from qualcode.model.layers import Emphasis
from qualcode.model.values import Language

_HEADING = re.compile(r"^( {0,3}#{1,6}[ \t]+)([^\s#][^\n]*)", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8}\d{0,2});")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^\s<>]{1,2000})>")
_LINK = re.compile(r"(?<!\\)\[([^\[\]\n]{1,500})\]\((?:[#/]|https?:|mailto:|www\.)[^\s()]{0,2000}\)")
_ESCAPE = re.compile(r"\\(?=[*_#~\[\]])")
_TAG = re.compile(
    r"<(/?)(b|i|u|em|strong|sub|br|p|div|span|font|small|mark|del|ins|center|input)((?:\s[^<>\n]{0,300})?)/?>",
    re.IGNORECASE,
)
_KINDS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_UNSEEN = "\u00ad\u200b\u200c\u200d\ufeff"


class Markup:
    """Takes out Markdown's and HTML's signs; bold, italic and underlined words become emphasis."""

    name = "markup"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One proposal for each pair of signs, and for each sign that stands alone."""
        taken = bytearray(len(text))
        changes: list[Change] = []
        emphasis: list[Emphasis] = []
        for proposal in [*_tags(text), *_links(text), *_entities(text), *_headings(text)]:
            changes += _unless(taken, proposal)
        stars = list(star_pairs(text, underscores=format == "md"))
        if format != "md" and not changes and not any(pair.kind == "bold" for pair in stars):
            stars = []  # nothing else is marked up: `*ler*` is how a transcriber writes
        for pair in [*_tag_pairs(text), *stars]:
            both = _unless(taken, _without(pair))
            changes += both
            if both and pair.kind and pair.inner_start < pair.inner_end:
                emphasis.append(Emphasis(pair.inner_start, pair.inner_end, pair.kind))
        for match in _ESCAPE.finditer(text):
            changes += _unless(taken, (Change(*match.span()),))
        return Found(tuple(changes), emphasis=tuple(emphasis))


def _unless(taken: bytearray, proposal: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes of `proposal`, and their places taken; none when any of them is taken already."""
    if any(any(taken[change.start : change.end]) for change in proposal):
        return ()
    for change in proposal:
        taken[change.start : change.end] = b"\x01" * (change.end - change.start)
    return proposal


def _without(pair: Pair) -> tuple[Change, ...]:
    group = f"{pair.kind or 'struck'}:{pair.start}"
    return (Change(pair.start, pair.inner_start, group=group), Change(pair.inner_end, pair.end, group=group))


def _headings(text: str) -> Iterator[tuple[Change, ...]]:
    """The `#` before a heading's words, and those after them."""
    for match in _HEADING.finditer(text):
        yield (Change(*match.span(1)),)
        words = match[2].rstrip()
        bare = words.rstrip("#")
        if bare != words and bare[-1:] in (" ", "\t"):
            yield (Change(match.start(2) + len(bare.rstrip()), match.start(2) + len(words)),)


def _entities(text: str) -> Iterator[tuple[Change, ...]]:
    for match in _ENTITY.finditer(text):
        sign = html.unescape(match.group())
        if sign == "\u00a0" or sign in _UNSEEN:
            yield (Change(*match.span(), " " if sign == "\u00a0" else ""),)
        elif len(sign) == 1 and (sign.isprintable() and not unicodedata.combining(sign)):
            yield (Change(*match.span(), sign),)


def _links(text: str) -> Iterator[tuple[Change, ...]]:
    """`<https://fhi.no>` and `[Folkehelseinstituttet](https://fhi.no)`: what the author wanted read stays."""
    for match in _ADDRESS.finditer(text):
        yield _around(match)
    for match in _LINK.finditer(text):
        yield _around(match)


def _around(match: re.Match[str]) -> tuple[Change, ...]:
    group = f"link:{match.start()}"
    return (
        Change(match.start(), match.start(1), group=group),
        Change(match.end(1), match.end(), group=group),
    )


def _tags(text: str) -> Iterator[tuple[Change, ...]]:
    """Tags that make nothing bold, italic or underlined. Boxes of a form stay to be seen as boxes."""
    for match in _TAG.finditer(text):
        name, rest = match[2].lower(), match[3].lower()
        if name in _KINDS:
            continue
        after = ""
        if name == "br":
            after = "" if text[match.end() : match.end() + 1] in ("\n", "") else " "
        elif name == "input":
            after = "☐" if "checkbox" in rest else "○" if "radio" in rest else "____"
        yield (Change(*match.span(), after),)


def _tag_pairs(text: str) -> Iterator[Pair]:
    """`<b>` and the `</b>` that closes it in the same paragraph. One without the other is a pair with nothing in it."""
    waiting: dict[str, re.Match[str]] = {}
    for match in _TAG.finditer(text):
        name = match[2].lower()
        if name not in _KINDS:
            continue
        first = waiting.pop(name, None)
        same = first and match[1] and not text.count("\n\n", first.end(), match.start())
        if first and same:
            yield Pair(_KINDS[name], *first.span(), *match.span())
            continue
        if first:
            yield _alone(first)
        if match[1]:
            yield _alone(match)
        else:
            waiting[name] = match
    yield from map(_alone, waiting.values())


def _alone(tag: re.Match[str]) -> Pair:
    return Pair("", *tag.span(), tag.end(), tag.end())
