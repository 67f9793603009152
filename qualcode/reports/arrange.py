"""Quotations in the order a reader meets them: under their codes, in codebook order, with running numbers."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from qualcode.language.collation import sort_key
from qualcode.model.tree import split_path
from qualcode.model.values import Code, Excerpt


@dataclass(frozen=True, slots=True)
class Line:
    """One quotation in a report. `number` runs through the report; `codes` are the paths on the same words, its own first."""

    number: int
    excerpt: Excerpt
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A code with its quotations. Codes above it that have none of their own come as groups without lines."""

    code: Code
    depth: int
    lines: tuple[Line, ...] = ()


def arrange(excerpts: Sequence[Excerpt], codes: Sequence[Code]) -> tuple[Group, ...]:
    """The codes that have quotations, and those above them, in the order of `codes`; each quotation numbered."""
    by_code: dict[str, list[Excerpt]] = defaultdict(list)
    for excerpt in excerpts:
        by_code[excerpt.code_id].append(excerpt)
    known = _with_strangers(codes, by_code)
    shown = _with_parents(by_code, known)
    order = {id_: place for place, id_ in enumerate(known)}
    together = _codes_together(excerpts, order, known)
    return tuple(_groups([known[id_] for id_ in known if id_ in shown], by_code, together))


def depth_of(path: str) -> int:
    """How deep a code lies in the tree, 1 for a code with none above it."""
    return max(1, len(split_path(path)))


def _groups(
    codes: Sequence[Code],
    by_code: Mapping[str, list[Excerpt]],
    together: Mapping[tuple[str, int, int], list[str]],
) -> Iterator[Group]:
    numbers = count(1)
    for code in codes:
        lines = []
        for excerpt in by_code.get(code.id, ()):
            others = [path for path in together[_words(excerpt)] if path != code.path]
            lines.append(Line(next(numbers), excerpt, (code.path, *others)))
        yield Group(code, depth_of(code.path), tuple(lines))


def _words(excerpt: Excerpt) -> tuple[str, int, int]:
    return excerpt.document_id, excerpt.start, excerpt.end


def _codes_together(
    excerpts: Sequence[Excerpt], order: Mapping[str, int], known: Mapping[str, Code]
) -> dict[tuple[str, int, int], list[str]]:
    """For each stretch of words the paths of all codes on exactly it, in codebook order."""
    found: dict[tuple[str, int, int], set[str]] = defaultdict(set)
    for excerpt in excerpts:
        found[_words(excerpt)].add(excerpt.code_id)
    return {
        words: [known[id_].path for id_ in sorted(ids, key=order.__getitem__)] for words, ids in found.items()
    }


def _with_strangers(codes: Sequence[Code], by_code: Mapping[str, list[Excerpt]]) -> dict[str, Code]:
    """The codebook by id, and after it, in alphabetical order, codes that only the excerpts know of."""
    known = {code.id: code for code in codes}
    strangers = [
        Code(id_, (split_path(found[0].code) or (found[0].code,))[-1], found[0].code)
        for id_, found in by_code.items()
        if id_ not in known
    ]
    return known | {code.id: code for code in sorted(strangers, key=lambda code: sort_key(code.path))}


def _with_parents(by_code: Mapping[str, list[Excerpt]], known: Mapping[str, Code]) -> set[str]:
    shown: set[str] = set()
    for id_ in by_code:
        above: str | None = id_
        while above is not None and above in known and above not in shown:
            shown.add(above)
            above = known[above].parent_id
    return shown
