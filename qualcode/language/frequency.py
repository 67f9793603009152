"""How frequent Norwegian words are. The list is read when somebody first asks: about a tenth of a second."""

import gzip
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def word_frequencies() -> Mapping[str, float]:
    """Some 190,000 bokmål words, in lower case, with their frequency on the Zipf scale: 7 for `og`, 1.5 for the rarest.

    The Zipf scale is the base-10 logarithm of occurrences per thousand million words. Source and terms of the numbers are
    in `data/NOTICE.md`, the way to make the file anew in `tools/word_frequencies.py`.
    """
    packed = files("qualcode.language").joinpath("data", "words.nb.txt.gz").read_bytes()
    known: dict[str, float] = {}
    for line in gzip.decompress(packed).decode().splitlines():
        tenths, *words = line.split(" ")
        known.update(dict.fromkeys(words, int(tenths) / 10))
    return MappingProxyType(known)
