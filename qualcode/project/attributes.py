"""Writing attributes, of documents and of cases: one spelling for each name, and values that fit the name's type."""

import uuid
from collections.abc import Collection, Mapping
from typing import Literal

from qualcode.errors import QualcodeError, Refused
from qualcode.model.attributes import STANDARD, kept
from qualcode.model.tree import clean_name, same_name
from qualcode.model.values import AttributeType
from qualcode.store import cases as case_rows
from qualcode.store.transaction import Row, Transaction

RESERVED = ("code", "coder", "document", "speaker", "memo", "weight", "starred", "condensation")
"""Names that filters use for something else."""
OF_CASES = (*RESERVED, "case", "kind")
"""Names that a case cannot have a value under: those, and the other columns of a table of cases."""


class Names:
    """The attributes of a project as they stand in a transaction: how each is spelled, and what it can hold."""

    def __init__(self, act: Transaction) -> None:
        types = (*STANDARD, *case_rows.types(act.connection))
        self.types = {same_name(each.name): each for each in types}
        known = [*(each.name for each in types), *case_rows.names(act.connection)]
        self._spelling = {same_name(name): name for name in known}

    def spelled(self, given: str, reserved: Collection[str] = RESERVED) -> str:
        """The project's own spelling; upper and lower case are one. Raises `Refused` for a name that cannot be used."""
        name = clean_name(given)
        words = name.replace("_", " ").replace("-", " ")
        if not name or same_name(name) in reserved or (reserved is OF_CASES and same_name(words) in reserved):
            raise Refused("An attribute cannot be called “{name}”; choose another name.", name=given)
        return self._spelling.setdefault(same_name(name), name)

    def fitting(self, name: str, value: str, where: str) -> str:
        """The value as it is kept. Raises `Refused` when the attribute cannot hold it."""
        of = self.types.get(same_name(name))
        text = kept(of, value) if of else clean_name(value)
        if of is None or text is not None:
            return text or ""
        raise Refused(
            "{where}: “{value}” does not fit the attribute “{name}”, which takes {allowed}.",
            where=where,
            value=value,
            name=name,
            allowed=allowed(of),
        )


def allowed(of: AttributeType) -> QualcodeError:
    """What an attribute takes, in words that go into a sentence."""
    if of.type == "number":
        return QualcodeError("numbers such as 12 or 3.5")
    if of.type == "date":
        return QualcodeError("dates such as 2024-05-03 or 3.5.2024")
    return QualcodeError("one of these: {choices}", choices=", ".join(of.choices))


def write(
    act: Transaction,
    kind: Literal["attribute", "case_value"],
    owner: Mapping[str, str],
    there: Mapping[str, Row],
    values: Mapping[str, str],
) -> None:
    """Makes the values of one owner those of `values`, spelled and fitting; empty ones go, others stay as they are.

    `owner` is the column that names the owner with its id; `there` are the owner's rows by name.
    """
    for name, text in values.items():
        if name in there and not text:
            act.delete(kind, there[name])
        elif name in there:
            act.update(kind, there[name], value=text)
        elif text:
            act.insert(kind, {"id": str(uuid.uuid4()), **owner, "name": name, "value": text})
