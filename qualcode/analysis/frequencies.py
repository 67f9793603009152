"""How often each code is used: as codings, documents, cases or words; own and with subcodes; split by an attribute."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from qualcode.language.collation import sort_key
from qualcode.model.spans import Span, union
from qualcode.model.tables import Counted, FrequencyRow, FrequencyTable
from qualcode.model.values import Code


class Use(NamedTuple):
    """`number` codings of one code in one document; `group` is the value that the columns split by."""

    code_id: str
    document_id: str
    case: str
    group: str
    number: int
    spans: tuple[Span, ...] = ()


def table(
    codes: Sequence[Code],
    uses: Iterable[Use],
    *,
    counted: Counted,
    by: str | None = None,
    base: Mapping[str, int] | None = None,
    words_in: Callable[[str, Span], int] | None = None,
) -> FrequencyTable:
    """Counts per code in codebook order.

    `codings` are added up; `documents` and `cases` count each one once; `words` count each coded word once per code,
    however many codings cover it (`words_in(document_id, span)` counts them). `base` gives the n of each column.
    """
    used: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        used[use.code_id].append(use)
    counts = _counting(counted, words_in)
    below = _families(codes)
    values = _columns(base, used.values()) if by else ()
    rows = []
    for code in codes:
        family = [use for id_ in below[code.id] for use in used.get(id_, ())]
        split = {value: counts([use for use in family if use.group == value]) for value in values}
        rows.append(FrequencyRow(code.id, code.path, counts(used.get(code.id, [])), counts(family), split))
    return FrequencyTable(counted, tuple(rows), by, values, dict(base or {}))


def _columns(base: Mapping[str, int] | None, used: Iterable[Sequence[Use]]) -> tuple[str, ...]:
    found = set(base or ()) | {use.group for uses in used for use in uses}
    return tuple(sorted(found, key=lambda value: (value == "", sort_key(value))))


def _families(codes: Sequence[Code]) -> dict[str, list[str]]:
    """Every code's id with the ids below it."""
    family: dict[str, list[str]] = {code.id: [] for code in codes}
    parents = {code.id: code.parent_id for code in codes}
    for code in codes:
        at: str | None = code.id
        while at is not None:
            family[at].append(code.id)
            at = parents[at]
    return family


def _counting(
    counted: Counted, words_in: Callable[[str, Span], int] | None
) -> Callable[[Collection[Use]], int]:
    if counted == "codings":
        return lambda uses: sum(use.number for use in uses)
    if counted == "documents":
        return lambda uses: len({use.document_id for use in uses})
    if counted == "cases":
        return lambda uses: len({use.case for use in uses})
    if words_in is None:
        raise ValueError("counting words needs words_in")
    return lambda uses: _words(uses, words_in)


def _words(uses: Collection[Use], words_in: Callable[[str, Span], int]) -> int:
    spans: dict[str, list[Span]] = defaultdict(list)
    for use in uses:
        spans[use.document_id].extend(use.spans)
    return sum(words_in(document, span) for document, some in spans.items() for span in union(some))
