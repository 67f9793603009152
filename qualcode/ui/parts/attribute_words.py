"""The attributes that every project knows, and the kinds of things there are, in the reader's words."""

from qualcode.ui import state


def attribute_label(name: str) -> str:
    """The name of a standard attribute as readers know it; all others are called what people called them."""
    _ = state.words()
    return {"record": _("Kind of record"), "consent": _("Consent"), "approval": _("Approval")}.get(name, name)


def value_label(name: str, value: str) -> str:
    """A choice of a standard attribute in the reader's words; every other value as it is."""
    _ = state.words()
    known = {
        "record": {
            "transcript": _("transcript"),
            "notes": _("notes"),
            "report": _("report"),
            "survey": _("survey"),
        },
        "consent": {
            "given": _("given"),
            "withdrawn": _("withdrawn"),
            "pending": _("pending"),
            "not needed": _("not needed"),
        },
    }
    return known.get(name, {}).get(value, value)


def attribute_help(name: str) -> str | None:
    """What a standard attribute means, and what follows from it."""
    _ = state.words()
    helps = {
        "record": _(
            "What the text is. Notes are not verbatim: they can be coded and counted, and stay out of quotation reports."
        ),
        "consent": _(
            "Whether the words may be used. When consent is withdrawn, the words stay out of quotation reports."
        ),
        "approval": _("The reference of the approval, for example from an ethics committee."),
    }
    return f"{helps[name]} {_('In filters: {name}').format(name=name)}" if name in helps else None


def kind_name(kind: object) -> str:
    """What a case is: a person, a group or a site."""
    _ = state.words()
    return {"person": _("Person"), "group": _("Group"), "site": _("Site")}[str(kind)]


def type_name(type_: str) -> str:
    """What an attribute can hold."""
    _ = state.words()
    return {"text": _("Text"), "number": _("Number"), "date": _("Date"), "choice": _("Choice")}[type_]
