"""Lines that follow each other."""

from collections.abc import Collection, Iterable, Iterator


def runs(indexes: Iterable[int], breaks: Collection[int] = ()) -> Iterator[tuple[int, int]]:
    """First and last of each run of rising indexes that follow each other; a run ends before each of `breaks`."""
    first = last = -2
    for index in indexes:
        if index != last + 1 or index in breaks:
            if last >= 0:
                yield first, last
            first = index
        last = index
    if last >= 0:
        yield first, last
