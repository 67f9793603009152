"""Which excerpts may be quoted: not those of notes, which are not verbatim, nor those whose consent is withdrawn."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from qualcode.model.attributes import STANDARD, kept
from qualcode.model.tables import Withheld
from qualcode.model.tree import same_name
from qualcode.model.values import Document, Excerpt

_TYPES = {each.name: each for each in STANDARD}


def reasons(
    excerpts: Iterable[Excerpt], documents: Mapping[str, Document]
) -> Iterator[tuple[Excerpt, Withheld | None]]:
    """Each excerpt with the reason why it may not be quoted, if there is one.

    What is said of the document counts, and what is said of the case as well.
    """
    for excerpt in excerpts:
        both = (documents[excerpt.document_id].attributes, excerpt.attributes)
        if "withdrawn" in {_said(attributes, "consent") for attributes in both}:
            yield excerpt, "withdrawn"
        elif "notes" in {_said(attributes, "record") for attributes in both}:
            yield replace(excerpt, attributes={**excerpt.attributes, "record": "notes"}), "notes"
        else:
            yield excerpt, None


def _said(attributes: Mapping[str, str], name: str) -> str | None:
    """The value of a standard attribute, also where it was written before it had a type."""
    found = (value for key, value in attributes.items() if same_name(key) == name)
    return kept(_TYPES[name], next(found, ""))
