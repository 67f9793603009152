"""Languages of texts, by the names readers know."""

from qualcode.ui import state

TEXT_LANGUAGES = ("nb", "nn", "en")


def language_name(code: str) -> str:
    """Bokmål, nynorsk, English; or that the program finds it out."""
    _ = state.words()
    names = {"nb": _("Bokmål"), "nn": _("Nynorsk"), "en": _("English"), "auto": _("Found automatically")}
    return names.get(code, code)
