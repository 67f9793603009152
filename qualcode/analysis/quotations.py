"""From codings to quotations: the same words under the same code are one quotation, however many coders found it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qualcode.language.collation import sort_key
from qualcode.model.values import Excerpt

Words = tuple[str, str, int, int]


def merged(excerpts: Sequence[Excerpt]) -> tuple[Excerpt, ...]:
    """One excerpt for each code on each stretch of words, in the order of the first of its kind.

    Coders are named in alphabetical order; memos by several coders are kept, each with its coder's name.
    """
    together: dict[Words, list[Excerpt]] = {}
    for excerpt in excerpts:
        together.setdefault((excerpt.code_id, excerpt.document_id, excerpt.start, excerpt.end), []).append(
            excerpt
        )
    return tuple(same[0] if len(same) == 1 else _one(same) for same in together.values())


def count(codings: Iterable[Words]) -> int:
    """How many quotations these codings, as `(code, document, start, end)`, come to."""
    return len(set(codings))


def _one(same: Sequence[Excerpt]) -> Excerpt:
    by_name = sorted(same, key=lambda excerpt: sort_key(excerpt.coder))
    told = [excerpt for excerpt in by_name if excerpt.memo]
    memos = (
        [f"{excerpt.coder}: {excerpt.memo}" for excerpt in told] if len(told) > 1 else [e.memo for e in told]
    )
    coders = ", ".join(dict.fromkeys(excerpt.coder for excerpt in by_name))
    return replace(same[0], coder=coders, memo="\n".join(memos))
