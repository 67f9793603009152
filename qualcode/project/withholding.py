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
        why = reason(documents[excerpt.document_id].attributes, excerpt.attributes)
        if why == "notes":
            excerpt = replace(excerpt, attributes={**excerpt.attributes, "record": "notes"})
        yield excerpt, why


def reason(of_document: Mapping[str, str], of_words: Mapping[str, str]) -> Withheld | None:
    """Why words may not be quoted, if there is a reason, by the attributes of their document and those of the words."""
    both = (of_document, of_words)
    if "withdrawn" in {_said(attributes, "consent") for attributes in both}:
        return "withdrawn"
    return "notes" if "notes" in {_said(attributes, "record") for attributes in both} else None


def _said(attributes: Mapping[str, str], name: str) -> str | None:
    """The value of a standard attribute, also where it was written before it had a type."""
    found = (value for key, value in attributes.items() if same_name(key) == name)
    return kept(_TYPES[name], next(found, ""))
