"""Finished numbers on their way to a screen or a report, and where they came from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

Counted = Literal["codings", "documents", "cases", "words"]
Withheld = Literal["notes", "withdrawn"]
"""Why words are not quoted: they are notes, not verbatim; consent to use them is withdrawn."""
COUNTED: tuple[Counted, ...] = ("codings", "documents", "cases", "words")


@dataclass(frozen=True, slots=True)
class FrequencyRow:
    """One code's counts. `own` leaves out subcodes, `total` has them; `by` splits `total` by an attribute's values."""

    code: str
    path: str
    own: int
    total: int
    by: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FrequencyTable:
    """Rows in codebook order. `values` are the columns of `by` in reading order; `base` is each column's n in documents.

    `left_out` is the number of codings that are not counted because they lie in parts left out of the material.
    """

    counted: Counted
    rows: tuple[FrequencyRow, ...]
    by: str | None = None
    values: tuple[str, ...] = ()
    base: Mapping[str, int] = field(default_factory=dict)
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Provenance:
    """What stands in a report's footer: project, revision, time, filter in words, and "shown of total".

    `withheld` are the numbers of quotations that were left out, by the reason why.
    """

    project: str
    revision: int
    at: datetime
    filter: str = ""
    shown: int = 0
    total: int = 0
    coder: str = ""
    withheld: Mapping[Withheld, int] = field(default_factory=dict)
