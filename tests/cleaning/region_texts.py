"""Documents of our own for the rules that find what is no material, and how a test says what they found."""

from qualcode.cleaning import propose
from qualcode.model.layers import Region
from qualcode.model.values import Language

NB = (
    "Vi snakket lenge om hvordan hverdagen så ut for dem som hadde flyttet, og flere sa at det tok tid å finne seg til rette. "
    * 4
)
EN = (
    "The people we met told us at length about the places where they lived, and many said that it had taken years to settle. "
    * 4
)


def regions(read: str, *, language: Language = "nb", format: str = "txt") -> tuple[Region, ...]:
    return propose(read, language=language, format=format).regions


def sure(read: str, kind: str = "", *, language: Language = "nb", format: str = "txt") -> list[str]:
    """The words of the regions that begin as left out."""
    found = regions(read, language=language, format=format)
    return [read[r.start : r.end] for r in found if r.confidence >= 0.5 and kind in ("", r.kind)]


def doubtful(read: str) -> list[str]:
    return [read[r.start : r.end] for r in regions(read) if r.confidence < 0.5]
