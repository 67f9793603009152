"""Text files that are not UTF-8 throughout: older encodings, and lines that somebody pasted in from elsewhere.

Letters in UTF-8 give themselves away: two to four bytes that make no sense in any older encoding. What stands outside
such letters is in one older encoding for the whole file, and Norwegian letters decide which: Windows-1252, unless
more of `æ`, `ø` and `å` inside words come out right in the Mac's or DOS's. A line is read as one of the two where it
can be, piece by piece where it holds both.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from qualcode.formats.warn import Warned, warning

_LETTER = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]"
    rb"|\xf0[\x90-\xbf][\x80-\xbf]{2}|[\xf1-\xf3][\x80-\xbf]{3}|\xf4[\x80-\x8f][\x80-\xbf]{2}"
)
_HIGH = bytes(range(0x80, 0x100))
_DOUBTFUL = frozenset(b"\xc5\xc6\xd8\xe5\xe6")
"""A letter in UTF-8 that begins with one of these may be Å, Æ, Ø, å or æ before a quotation mark or dash: `Ø»`, `å»–`."""
_WINDOWS = "windows-1252"
_NORWEGIAN = {
    _WINDOWS: re.compile(rb"[\xe5\xe6\xf8\xc5\xc6\xd8]"),
    "mac-roman": re.compile(rb"(?<=[a-z])[\x8c\xbe\xbf](?=[a-z])"),
    "cp850": re.compile(rb"(?<=[a-z])[\x86\x91\x9b](?=[a-z])"),
}
_SHOWN = {"utf-8": "UTF-8", _WINDOWS: "Windows-1252", "mac-roman": "Mac Roman", "cp850": "DOS (850)"}
_MOST = 20
"""The most places that a warning names."""

Refuse = Callable[[int, UnicodeDecodeError], Exception]


@dataclass(frozen=True, slots=True)
class Mixed:
    """The text, its encoding or encodings, and what a reader should look at."""

    text: str
    encoding: str
    warnings: tuple[Warned, ...] = ()


@dataclass(frozen=True, slots=True)
class _Line:
    """How many letters of a line are UTF-8 for certain, how many bytes are not, and how many may be either."""

    certain: int
    doubtful: int
    stray: int


def read(data: bytes, refuse: Refuse) -> Mixed:
    """Bytes that are not UTF-8 as a whole. Raises what `refuse(line, error)` makes of a byte that is no letter anywhere."""
    lines = data.splitlines(keepends=True)
    old = max(_NORWEGIAN, key=lambda name: len(_NORWEGIAN[name].findall(data)))
    weighed = [_weighed(line) for line in lines]
    mostly_utf8 = sum(line.certain for line in weighed) >= sum(line.stray for line in weighed)
    kinds = [_kind(line, old, mostly_utf8=mostly_utf8) for line in weighed]
    pieces: list[str] = []
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True), 1):
        try:
            pieces.append(_both(line, old) if kind == "both" else line.decode(kind))
        except UnicodeDecodeError as error:
            raise refuse(number, error) from error
    main, others = _order(kinds, old)
    return Mixed("".join(pieces), " + ".join((main, *others)), tuple(_warnings(kinds, main, old)))


def _weighed(line: bytes) -> _Line:
    if line.isascii():
        return _Line(0, 0, 0)
    letters = _LETTER.findall(line)
    doubtful = sum(letter[0] in _DOUBTFUL for letter in letters)
    high = len(line) - len(line.translate(None, _HIGH))
    return _Line(len(letters) - doubtful, doubtful, high - sum(map(len, letters)))


def _kind(line: _Line, old: str, *, mostly_utf8: bool) -> str:
    """The encoding of a line, `both`, or `ascii` where it does not matter."""
    if not (line.certain or line.doubtful or line.stray):
        return "ascii"
    if line.certain:
        return "both" if line.stray else "utf-8"
    return "utf-8" if mostly_utf8 and not line.stray else old


def _both(line: bytes, old: str) -> str:
    pieces: list[str] = []
    at = 0
    for letter in _LETTER.finditer(line):
        pieces += [line[at : letter.start()].decode(old), letter[0].decode("utf-8")]
        at = letter.end()
    return "".join([*pieces, line[at:].decode(old)])


def _order(kinds: Sequence[str], old: str) -> tuple[str, tuple[str, ...]]:
    """The encoding of most lines, and the other one where there is any of it."""
    utf8, older, both = (kinds.count(kind) for kind in ("utf-8", old, "both"))
    main, other = ("utf-8", old) if utf8 >= older else (old, "utf-8")
    return main, (other,) if both or (utf8 and older) else ()


def _warnings(kinds: Sequence[str], main: str, old: str) -> Iterator[Warned]:
    if odd := [number for number, kind in enumerate(kinds, 1) if kind not in (main, "ascii", "both")]:
        yield warning(
            "The file is in {main}, but {count} lines in it are in {other} (line {lines}). "
            "Each was read in its own encoding; look whether its letters are right.",
            main=_SHOWN[main],
            other=_SHOWN[old if main == "utf-8" else "utf-8"],
            count=len(odd),
            lines=ranges(odd),
        )
    if both := [number for number, kind in enumerate(kinds, 1) if kind == "both"]:
        yield warning(
            "{count} lines hold two encodings, UTF-8 and {other} (line {lines}). "
            "Each letter was read in its own; look whether they are right.",
            other=_SHOWN[old],
            count=len(both),
            lines=ranges(both),
        )
    if main == old != _WINDOWS and not odd:
        yield warning(
            "The file is in an old encoding, {encoding}. Look whether its letters are right.",
            encoding=_SHOWN[old],
        )


def ranges(numbers: Sequence[int]) -> str:
    """`3–5, 9`: numbers in order as a warning names them; of many, the first."""
    runs = [
        [number for _, number in run]
        for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])
    ]
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs[:_MOST]]
    return ", ".join(shown) + (" …" if len(runs) > _MOST else "")
