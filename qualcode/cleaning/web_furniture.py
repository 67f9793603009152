"""What a saved web page has around its article: menus, notices, buttons, lists of other pages, the footer.

A text is taken for a web page only when several lines say so that no report would have. Titles, bylines and the last
lines of the article look much like links; so only what stands among links is left out, and nothing that is in doubt.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from qualcode.cleaning.draft import Found
from qualcode.cleaning.lines import Line, lines
from qualcode.cleaning.part_headings import CONTENTS, REFERENCES, announces, appendix
from qualcode.cleaning.references import whole_entry
from qualcode.cleaning.runs import runs
from qualcode.cleaning.web_lists import listed_documents
from qualcode.cleaning.web_words import Sign, sign
from qualcode.model.layers import Region
from qualcode.model.values import Language

_PROOFS, _PROOFS_WITH_LINKS, _LINKS = 3, 2, 3
"""A web page has three lines that prove it, or two and three words of a menu, or a list of other pages."""
_PROSE, _SENTENCE = 160, 60
_LONGEST_LINK, _MOST_WORDS = 45, 6
_LONGEST_HEADLINE = 160
_MENU = 3


class WebFurniture:
    """Proposes to leave out what is around the article of a saved web page."""

    name = "web-furniture"

    def look(self, text: str, *, language: Language, format: str) -> Found:  # noqa: ARG002
        """One region for each stretch of furniture; none in a text that is no web page."""
        found = lines(text)
        signs = [sign(line.words) for line in found]
        out = {i for first, last in listed_documents(found) for i in range(first, last + 1)}
        if not out and not _is_web_page(found, signs):
            return Found()
        page = _Page(found, signs, out)
        regions = [
            Region("web", found[first].start, found[last].end, 0.9) for first, last in runs(page.furniture())
        ]
        return Found(regions=tuple(regions))


def _is_web_page(found: Sequence[Line], signs: Sequence[Sign]) -> bool:
    proofs = {line.words for line, what in zip(found, signs, strict=True) if what is Sign.PROOF}
    links = {line.words for line, what in zip(found, signs, strict=True) if Sign.NONE < what < Sign.PROOF}
    return len(proofs) >= _PROOFS or (len(proofs) >= _PROOFS_WITH_LINKS and len(links) >= _LINKS)


class _Page:
    """The lines of a web page. `out` are those that lists of other pages take."""

    def __init__(self, found: Sequence[Line], signs: Sequence[Sign], out: set[int]) -> None:
        self.found, self.signs, self.listed = found, signs, out
        prose = [i for i in range(len(found)) if self._prose(i)]
        self.first = prose[0] if prose else len(found)
        self.last = prose[-1] if prose else -1

    def furniture(self) -> list[int]:
        """The lines that are furniture."""
        return sorted({*self.listed, *self._blocks(), *self._menus(), *self._tail()})

    def _prose(self, index: int) -> bool:
        words = self.found[index].words
        if index in self.listed or self.signs[index] is Sign.PROOF:
            return False
        return len(words) >= _PROSE or (
            len(words) >= _SENTENCE and words.rstrip('»"”)').endswith((".", "!", "?"))
        )

    def _blocks(self) -> Iterator[int]:
        """Signs that stand together, and those that are proof alone."""
        told = [i for i, what in enumerate(self.signs) if what]
        for first, last in runs(told):
            if any(self.signs[i] >= Sign.BUTTON for i in range(first, last + 1)) or last - first + 1 >= _MENU:
                yield from range(first, last + 1)

    def _menus(self) -> Iterator[int]:
        """Links between words of a menu, before the article and after it; not what a button for the article follows."""
        told = [i for i, what in enumerate(self.signs) if what]
        for one, next_ in pairwise(told):
            between = range(one + 1, next_)
            menu = {self.signs[one], self.signs[next_]} <= {Sign.LINK, Sign.PROOF}
            outside = next_ < self.first or one > self.last
            if menu and outside and len(between) >= _MENU and all(self._link(i) for i in between):
                yield from range(one, next_ + 1)

    def _tail(self) -> Iterator[int]:
        """After the article, what follows a sign: headlines of other pages, addresses, names."""
        index = self.last + 1
        while index < len(self.found) and self.signs[index] is not Sign.PROOF and index not in self.listed:
            index += 1
        while index < len(self.found) and (
            self.signs[index] or index in self.listed or self._headline(self.found[index])
        ):
            yield index
            index += 1

    def _link(self, index: int) -> bool:
        words = self.found[index].words
        return (
            len(words) <= _LONGEST_LINK
            and len(words.split()) <= _MOST_WORDS
            and not words.endswith((".", "?", "!", ","))
            and not self.found[index].speaker
        )

    def _headline(self, line: Line) -> bool:
        kept = announces(line.words, REFERENCES | CONTENTS) or appendix(line.words) or whole_entry(line.words)
        return not kept and len(line.words) <= _LONGEST_HEADLINE and not line.speaker
