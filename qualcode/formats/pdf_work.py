"""How much work a page of a PDF may make.

A few bytes can ask for years of work: forms that draw forms that draw forms, one huge form on ten thousand pages, fonts
whose tables are longer than any book. So work is paid for, from one purse for the whole file and a smaller one for
each page: a coin for every drawing operation, and for bytes that must be taken apart, before they are.
"""

from collections.abc import Iterator
from typing import Any

from pypdf import PageObject
from pypdf.generic import DictionaryObject, StreamObject

from qualcode.formats.limits import MAX_PAGE_WORK

_BYTES_FOR_A_COIN = 10
_FONT = 100
"""Coins for making ready a font."""
_MOST_CODES = 200_000
"""The most letters a page may show; each may be mapped to a few hundred characters. A full page has ten thousand."""
_MOST_RESOURCES = 1_000
_SHOWS = (b"Tj", b"TJ", b"'", b'"')


class _SpentError(BaseException):
    """Nothing is left. Not an `Exception`: pypdf goes on after those that come out of a form."""


class Purse:
    """Coins left for work."""

    def __init__(self, coins: int) -> None:
        self._coins = coins

    @property
    def empty(self) -> bool:
        """Whether all is spent."""
        return self._coins < 0

    def pay(self, coins: int) -> None:
        """Takes coins out."""
        self._coins -= coins


class _Meter:
    """Hears of every operation before pypdf does it, and has it paid for."""

    def __init__(self, purse: Purse, prices: dict[str, int]) -> None:
        self._whole = purse
        self._page = Purse(MAX_PAGE_WORK)
        self._prices = prices
        self._codes = 0

    def pay(self, coins: int) -> None:
        self._whole.pay(coins)
        self._page.pay(coins)
        if self._whole.empty or self._page.empty:
            raise _SpentError

    def operation(self, operator: bytes, operands: Any, _cm: Any, _tm: Any) -> None:
        coins = 1
        if operator == b"Do" and operands:
            coins += self._prices.get(str(operands[0]), 0)
        elif operator in _SHOWS:
            self._codes += _length(operands)
        self.pay(coins)
        if self._codes > _MOST_CODES:
            raise _SpentError


def page_text(page: PageObject, purse: Purse) -> str | None:
    """The text of a page; None when it would take more work than a page is worth. Raises what pypdf raises."""
    prices: dict[str, int] = {}
    meter = _Meter(purse, prices)
    try:
        contents = page.get_contents()
        if contents is None:
            return ""
        meter.pay(len(contents.get_data()) // _BYTES_FOR_A_COIN)
        for resources in _resources(page):
            meter.pay(_learn(resources, prices))
        return page.extract_text(visitor_operand_before=meter.operation)
    except _SpentError:
        return None


def _resources(page: DictionaryObject) -> Iterator[DictionaryObject]:
    """The resources of a page and of the forms it draws, each once."""
    waiting: list[Any] = [page]
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_RESOURCES:
        resources = _dictionary(waiting.pop(), "/Resources")
        if id(resources) not in seen:
            seen.add(id(resources))
            yield resources
            waiting.extend(form for _, form in _forms(resources))
    if waiting:
        raise _SpentError


def _learn(resources: DictionaryObject, prices: dict[str, int]) -> int:
    """Notes what drawing each form costs, the dearest of a name, and gives the price of the fonts."""
    for name, form in _forms(resources):
        prices[name] = max(prices.get(name, 0), _price(form))
    fonts = [font.get_object() for font in _dictionary(resources, "/Font").values()]
    tables = [font.get("/ToUnicode") for font in fonts if isinstance(font, DictionaryObject)]
    return _FONT * len(fonts) + sum(_price(table.get_object()) for table in tables if table is not None)


def _forms(resources: DictionaryObject) -> Iterator[tuple[str, StreamObject]]:
    for name, reference in _dictionary(resources, "/XObject").items():
        form = reference.get_object()
        if isinstance(form, StreamObject) and form.get("/Subtype") != "/Image":
            yield str(name), form


def _price(stream: Any) -> int:
    return len(stream.get_data()) // _BYTES_FOR_A_COIN if isinstance(stream, StreamObject) else 0


def _dictionary(of: DictionaryObject, key: str) -> DictionaryObject:
    found = of.get(key)
    value = found.get_object() if found is not None else None
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _length(operands: Any) -> int:
    """How many letters an operation shows."""
    parts = (part for operand in operands for part in (operand if isinstance(operand, list) else (operand,)))
    return sum(len(part) for part in parts if isinstance(part, str | bytes))
