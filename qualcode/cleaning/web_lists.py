"""Lists of other documents on a web page: title, the beginning of the text, perhaps a link, again and again."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qualcode.cleaning.lines import Line
from qualcode.cleaning.web_words import MORE

_FEWEST = 3
_SHORTEST_TITLE, _COMPARED = 12, 40
_LONGEST_TITLE, _LONGEST_TEASER = 300, 900
_MORE_WORDS = 60
_FARTHEST = 5
"""So many lines one unit of a list may have."""


def listed_documents(found: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """First and last line of each list.

    The proof is that units follow each other in which the second line says its title once more, or that end in the
    same word for a link.
    """
    units = sorted({*_repeated_titles(found), *_with_links(found)})
    start = stop = count = strong = 0
    for first, last, proof in [*units, (len(found) + 2 * _FARTHEST, 0, False)]:
        if count and first - stop > 2:
            if strong >= max(_FEWEST, count / 2):
                yield start, stop
            count = stop = strong = 0
        start, stop, count = (start if count else first), max(stop, last), count + 1
        strong += proof


def _repeated_titles(found: Sequence[Line]) -> Iterator[tuple[int, int, bool]]:
    """Two lines of which the second begins with the first, and the word for a link below them.

    Without that word only a second line that breaks off is proof: where terms are explained, paragraphs begin with
    their headings too.
    """
    for index, (line, below) in enumerate(pairwise(found)):
        title, teaser = line.words, below.words
        if not _SHORTEST_TITLE <= len(title) <= _LONGEST_TITLE or len(teaser) > _LONGEST_TEASER:
            continue
        if len(teaser) > len(title) and teaser.startswith(title[:_COMPARED]):
            link = index + 2 < len(found) and _more(found[index + 2])
            breaks_off = len(teaser) > len(title) + _MORE_WORDS and teaser[-1].isalnum()
            yield index, index + 1 + link, link or breaks_off


def _with_links(found: Sequence[Line]) -> Iterator[tuple[int, int, bool]]:
    """A title, perhaps a text, and a word for a link that the unit above has too."""
    before: dict[str, int] = {}
    for index, line in enumerate(found):
        if not _more(line):
            continue
        word = line.words.casefold()
        last = before.get(word, -_FARTHEST * 2)
        if index - last <= _FARTHEST and all(_short(one) for one in found[last + 1 : index]):
            yield _first_unit(found, last, index - last), last, True
            yield last + 1, index, True
        before[word] = index


def _first_unit(found: Sequence[Line], link: int, size: int) -> int:
    """Where the unit that ends at line `link` begins, when those below have `size` lines."""
    top = max(0, link - size + 1)
    above = found[top:link]
    if above and all(_short(one) and len(one.words) <= _LONGEST_TITLE for one in above):
        title = above[0].words
        return top if len(title) <= 120 and not title.endswith((".", ":", ";", ",")) else link
    return link


def _more(line: Line) -> bool:
    return len(line.words) <= 25 and line.words.casefold().strip(" .…>»→") in MORE


def _short(line: Line) -> bool:
    return len(line.words) <= _LONGEST_TEASER and not line.speaker
