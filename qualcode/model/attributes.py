"""Types of attributes: how a value that a person wrote is kept, so that equal values are equal texts.

| type | taken | kept |
|---|---|---|
| `text` | anything | as it is |
| `number` | `12`, `3,50`, `1 200` | `12`, `3.5`, `1200` |
| `date` | `2024-05-03`, `3.5.2024` | `2024-05-03` |
| `choice` | one of the choices, in any case | as the choice is spelled |
"""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import get_args

from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import AttributeType, ValueType

TYPES: tuple[ValueType, ...] = get_args(ValueType)
STANDARD = (
    AttributeType("record", "choice", ("transcript", "notes", "report", "survey")),
    AttributeType("consent", "choice", ("given", "withdrawn", "pending", "not needed")),
    AttributeType("approval"),
)
"""Attributes that every project knows: what kind of record a text is, whether there is consent to use it, and under
which approval it was made."""
NORWEGIAN: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "record": {
            "transkripsjon": "transcript",
            "notater": "notes",
            "rapport": "report",
            "spørreskjema": "survey",
        },
        "consent": {
            "gitt": "given",
            "trukket": "withdrawn",
            "avventes": "pending",
            "ikke nødvendig": "not needed",
        },
    }
)
"""Norwegian words for the choices of the standard attributes."""
_NUMBER = re.compile(r"([+-]?)0*([0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:[.,]([0-9]+))?")
_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_NORWEGIAN_DATE = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")


def kept(of: AttributeType, value: str) -> str | None:
    """The value as it is kept; None when the attribute cannot hold it. An empty one says nothing and always fits."""
    text = clean_name(value)
    if not text or of.type == "text":
        return text
    return {"number": _number, "date": _date}[of.type](text) if of.type != "choice" else _choice(of, text)


def _number(text: str) -> str | None:
    found = _NUMBER.fullmatch(text.replace("\u2212", "-"))
    if found is None:
        return None
    whole = found[2].replace(" ", "").lstrip("0") or "0"
    part = (found[3] or "").rstrip("0")
    digits = f"{whole}.{part}" if part else whole
    return f"-{digits}" if found[1] == "-" and digits != "0" else digits


def _date(text: str) -> str | None:
    iso, norwegian = _ISO.fullmatch(text), _NORWEGIAN_DATE.fullmatch(text)
    parts = iso.groups() if iso else norwegian.groups()[::-1] if norwegian else None
    if parts is None:
        return None
    try:
        return date(*map(int, parts)).isoformat()
    except ValueError:
        return None


def _choice(of: AttributeType, text: str) -> str | None:
    meant = NORWEGIAN.get(of.name, {}).get(same_name(text), text)
    return next((choice for choice in of.choices if same_name(choice) == same_name(meant)), None)
