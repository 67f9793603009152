"""The filter language: `role = "tidgiver" and site in ("Oslo", "Bergen")`.

    expression := term ("or" term)*          term := factor ("and" factor)*
    factor     := "not" factor | "(" expression ")" | comparison
    comparison := field ("=" | "!=" | "~" | "<" | "<=" | ">" | ">=") value
                | field ["not"] "in" "(" value ("," value)* ")"

A field is an attribute's name (in "quotes" when it has spaces), or one of `code`, `document`, `coder`, `speaker`,
`memo`, `weight` (`promotes`, `inhibits`), `starred` (`yes`, `no`), `condensation`. `~` means "contains". Upper and lower
case are one. A `code` matches its subcodes too. Numbers compare as numbers, anything else in Norwegian alphabetical
order. A missing attribute is the empty text.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from qualcode.errors import BadExpression
from qualcode.language.collation import sort_key

Test = Callable[[Mapping[str, str]], bool]

_TOKEN = re.compile(
    r"""\s*(?:(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|«[^»]*»|“[^”]*”)
    |(?P<sign><=|>=|!=|==|[=<>~(),])|(?P<word>[^\s=<>~!(),"'«“]+))""",
    re.VERBOSE,
)
_EXAMPLE = 'role = "tidgiver" and site in ("Oslo", "Bergen")'
_DEEPEST = 50


class _Token(NamedTuple):
    kind: str
    value: str
    at: int


@dataclass(frozen=True, slots=True)
class Where:
    """A filter that was understood: `matches` tells for one row of fields; `fields` are those it looks at."""

    matches: Test
    fields: frozenset[str]


def parse(expression: str) -> Where:
    """The filter of an expression; an empty one lets everything through.

    Raises `BadExpression` with the place and a working example.
    """
    tokens = _tokens(expression)
    if not tokens:
        return Where(lambda _row: True, frozenset())
    reader = _Reader(expression, tokens)
    test = reader.either(0)
    if reader.at < len(tokens):
        raise reader.wrong()
    return Where(test, frozenset(reader.fields))


def folded(value: str) -> str:
    """A value as it is compared: NFC, no upper case, white space folded."""
    return " ".join(unicodedata.normalize("NFC", value).casefold().split())


def _tokens(expression: str) -> list[_Token]:
    tokens, at = [], 0
    end = len(expression.rstrip())
    while at < end:
        found = _TOKEN.match(expression, at)
        if found is None:
            raise _bad(expression, at)
        kind = str(found.lastgroup)
        value = found.group(kind)
        if kind == "text":
            value = re.sub(r"\\(.)", r"\1", value[1:-1])
        tokens.append(_Token(kind, value, found.start(kind)))
        at = found.end()
    return tokens


def _bad(expression: str, at: int) -> BadExpression:
    return BadExpression(
        "The filter “{expression}” cannot be understood at “{place}”. An example that works: {example}",
        expression=expression,
        place=expression[at : at + 20].strip() or "…",
        example=_EXAMPLE,
    )


class _Reader:
    """Reads tokens from left to right into one test."""

    def __init__(self, expression: str, tokens: list[_Token]) -> None:
        self.expression = expression
        self.tokens = tokens
        self.at = 0
        self.fields: set[str] = set()

    def wrong(self) -> BadExpression:
        place = self.tokens[self.at].at if self.at < len(self.tokens) else len(self.expression)
        return _bad(self.expression, place)

    def next(self) -> _Token:
        if self.at >= len(self.tokens):
            raise self.wrong()
        self.at += 1
        return self.tokens[self.at - 1]

    def took(self, *words: str) -> bool:
        """Steps over the next token when it is one of these words or signs."""
        if self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.kind != "text" and token.value.lower() in words:
                self.at += 1
                return True
        return False

    def either(self, depth: int) -> Test:
        tests = [self.both(depth)]
        while self.took("or", "eller"):
            tests.append(self.both(depth))
        return tests[0] if len(tests) == 1 else lambda row: any(test(row) for test in tests)

    def both(self, depth: int) -> Test:
        tests = [self.factor(depth)]
        while self.took("and", "og"):
            tests.append(self.factor(depth))
        return tests[0] if len(tests) == 1 else lambda row: all(test(row) for test in tests)

    def factor(self, depth: int) -> Test:
        if depth > _DEEPEST:
            raise self.wrong()
        if self.took("not", "ikke"):
            test = self.factor(depth + 1)
            return lambda row: not test(row)
        if self.took("("):
            test = self.either(depth + 1)
            if not self.took(")"):
                raise self.wrong()
            return test
        return self.comparison()

    def comparison(self) -> Test:
        if self.at < len(self.tokens) and self.tokens[self.at].kind == "sign":
            raise self.wrong()
        field = folded(self.next().value)
        self.fields.add(field)
        negated = self.took("not", "ikke")
        if self.took("in", "i"):
            chosen = self.listed()
            inside: Test = lambda row: any(_equal(field, row.get(field, ""), one) for one in chosen)  # noqa: E731
            return (lambda row: not inside(row)) if negated else inside
        if negated:
            raise self.wrong()
        for sign in ("!=", "==", "<=", ">=", "=", "~", "<", ">"):
            if self.took(sign):
                return _compare(field, sign, self.value())
        raise self.wrong()

    def value(self) -> str:
        if self.at < len(self.tokens) and self.tokens[self.at].kind == "sign":
            raise self.wrong()
        return self.next().value

    def listed(self) -> list[str]:
        if not self.took("("):
            raise self.wrong()
        values = [self.value()]
        while self.took(","):
            values.append(self.value())
        if not self.took(")"):
            raise self.wrong()
        return values


def _compare(field: str, sign: str, wanted: str) -> Test:
    if sign in ("=", "=="):
        return lambda row: _equal(field, row.get(field, ""), wanted)
    if sign == "!=":
        return lambda row: not _equal(field, row.get(field, ""), wanted)
    if sign == "~":
        part = folded(wanted)
        return lambda row: part in folded(row.get(field, ""))
    return lambda row: _ordered(row.get(field, ""), sign, wanted)


def _equal(field: str, value: str, wanted: str) -> bool:
    one, other = folded(value), folded(wanted)
    if one == other or (field == "code" and one.startswith(f"{other}/")):
        return True
    left, right = _number(one), _number(other)
    return left is not None and left == right


def _ordered(value: str, sign: str, wanted: str) -> bool:
    if not value:
        return False
    left, right = _number(value), _number(wanted)
    below = left < right if left is not None and right is not None else _key(value) < _key(wanted)
    same = _equal("", value, wanted)
    return {
        "<": below and not same,
        "<=": below or same,
        ">": not below and not same,
        ">=": not below or same,
    }[sign]


def _key(value: str) -> tuple[str, ...]:
    return sort_key(folded(value))


def _number(value: str) -> Decimal | None:
    text = value.strip().replace(",", ".")
    return Decimal(text) if re.fullmatch(r"[+-]?\d+(?:\.\d+)?", text) else None
