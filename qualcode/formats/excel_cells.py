"""What the cells of a sheet say, as plain text: 1 and not 1.0, dates as ISO 8601."""

import re
from datetime import datetime, timedelta

from qualcode.errors import BadFile, TooLarge
from qualcode.formats.canonical import plain
from qualcode.formats.limits import MAX_COLUMNS
from qualcode.formats.package import Package
from qualcode.formats.xml_parts import local, steps

_BUILT_IN_DATES = {*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)}
_NOT_DATE = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_LONGEST_FORMAT = 255
_DATE_LETTER = re.compile("[ymdhs]", re.IGNORECASE)
_PLACE = re.compile("([A-Za-z]{1,3})([0-9]{1,7})$")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_DAY_ONE = datetime(1899, 12, 30)  # noqa: DTZ001 - dates in cells have no zone
_MAC_DAY_ONE = datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP_BUG = 60
"""Excel counts a 29 February 1900 that never was: serial numbers below 60 are one day off."""


def unescaped(text: str) -> str:
    """`_x000D_` and its like as the characters they stand for."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


class Formats:
    """Which cell styles show dates."""

    def __init__(self, *, dates_from_1904: bool) -> None:
        self._from_1904 = dates_from_1904
        self._codes: dict[str, str] = {}
        self._styles: list[str] = []
        self._in_cells = False
        self._dates: dict[str, bool] = {}

    def read(self, package: Package, part: str) -> None:
        """Learns the number formats of `styles.xml`."""
        for _ in steps(package.file, part, package.chunks(part), start=self._start, end=self._end):
            pass

    def shown(self, number: str, style: str) -> str:
        """A number as plain text: a date where its style says so."""
        try:
            value = float(number)
        except ValueError:
            return number
        if style not in self._dates:
            self._dates[style] = self._is_date(style)
        if self._dates[style]:
            return self._date(value) or _digits(value, number)
        return _digits(value, number)

    def _start(self, tag: str, attrs: dict[str, str]) -> None:
        if tag == "x:numFmt":
            self._codes[local(attrs, "numFmtId")] = local(attrs, "formatCode")
        elif tag == "x:cellXfs":
            self._in_cells = True
        elif tag == "x:xf" and self._in_cells:
            self._styles.append(local(attrs, "numFmtId"))

    def _end(self, tag: str) -> None:
        if tag == "x:cellXfs":
            self._in_cells = False

    def _is_date(self, style: str) -> bool:
        index = int(style) if style.isascii() and style.isdigit() and len(style) < 7 else 0
        number_format = self._styles[index] if index < len(self._styles) else ""
        code = self._codes.get(number_format)
        if code is None:
            return number_format in map(str, _BUILT_IN_DATES)
        return bool(_DATE_LETTER.search(_NOT_DATE.sub("", code[:_LONGEST_FORMAT].split(";")[0])))

    def _date(self, serial: float) -> str:
        """ISO date, date and time, or time; empty for numbers that are no date."""
        if not 0 <= serial < 2_958_466:
            return ""
        first = _MAC_DAY_ONE if self._from_1904 else _DAY_ONE
        shift = 1 if not self._from_1904 and serial < _LEAP_BUG else 0
        at = first + timedelta(days=shift, seconds=round(serial * 86_400))
        if serial < 1:
            return f"{at:%H:%M:%S}"
        return at.date().isoformat() if at.time() == at.min.time() else at.isoformat(" ")


def _digits(value: float, number: str) -> str:
    """As many digits as Excel shows: 15."""
    if value != value or abs(value) == float("inf"):
        return number
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"


class Sheet:
    """Listens to a sheet; `take` gives the rows that have ended, each with its number."""

    def __init__(self, file: str, texts: list[str], formats: Formats) -> None:
        self._file, self._texts, self._formats = file, texts, formats
        self._done: list[tuple[int, tuple[str, ...]]] = []
        self._row: dict[int, str] = {}
        self._number = self._column = 0
        self._kind = self._style = ""
        self._formula = self._phonetic = False
        self._within = ""
        self._value: list[str] = []

    def take(self) -> list[tuple[int, tuple[str, ...]]]:
        """The rows since last time."""
        done, self._done = self._done, []
        return done

    def start(self, tag: str, attrs: dict[str, str]) -> None:
        """An element begins."""
        if tag == "x:row":
            number = attrs.get("r", "")
            self._number = (
                int(number) if number.isascii() and number.isdigit() and len(number) < 8 else self._number + 1
            )
            self._row, self._column = {}, 0
        elif tag == "x:c":
            self._place(attrs.get("r", ""))
            self._kind, self._style = attrs.get("t", "n"), attrs.get("s", "0")
            self._value, self._formula = [], False
        elif tag == "x:f":
            self._formula = True
        elif tag == "x:rPh":
            self._phonetic = True
        self._within = tag

    def text(self, data: str) -> None:
        """Characters between tags."""
        if self._within == "x:v" or (self._within == "x:t" and not self._phonetic):
            self._value.append(data)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._within = ""
        if tag == "x:rPh":
            self._phonetic = False
        elif tag == "x:c":
            self._keep(plain(self._shown("".join(self._value))))
        elif tag == "x:row":
            width = max((column for column, cell in self._row.items() if cell), default=-1) + 1
            self._done.append((self._number, tuple(self._row.get(column, "") for column in range(width))))

    def _place(self, place: str) -> None:
        """Some programs leave the place out: then it is the next."""
        found = _PLACE.match(place)
        if found:
            self._column = 0
            for letter in found[1].upper():
                self._column = self._column * 26 + ord(letter) - ord("A") + 1
            self._column -= 1

    def _keep(self, cell: str) -> None:
        if cell and self._column >= MAX_COLUMNS:
            raise TooLarge(
                "{file}, row {row}: at most {limit} columns can be read. Leave out those you do not need.",
                file=self._file,
                row=self._number,
                limit=MAX_COLUMNS,
            )
        self._row[self._column] = cell
        self._column += 1

    def _shown(self, value: str) -> str:
        if self._formula and not value and self._kind != "str":
            raise BadFile(
                "{file}, row {row}: a cell has a formula whose result is not stored. "
                "Open the file in Excel, save it, and try again.",
                file=self._file,
                row=self._number,
            )
        if self._kind == "s":
            return self._shared(value)
        if self._kind in ("inlineStr", "str"):
            return unescaped(value)
        if self._kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if self._kind == "d":
            return value.removesuffix("T00:00:00")
        return self._formats.shown(value, self._style) if self._kind == "n" and value else value

    def _shared(self, value: str) -> str:
        index = int(value) if value.isascii() and value.isdigit() and len(value) < 10 else -1
        if not 0 <= index < len(self._texts):
            raise BadFile(
                "{file}, row {row}: a cell refers to a text that is not in the file. "
                "Open it in Excel and save it again.",
                file=self._file,
                row=self._number,
            )
        return self._texts[index]
