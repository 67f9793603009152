"""Words in the reader's language: one gettext catalogue for the app, the command line and the reports.

English is written in the code; `locale/nb/LC_MESSAGES/qualcode.po` holds the bokmål. Catalogues are read from the
`.po` file itself, so there is no compiled file to forget.
"""

import gettext
from collections.abc import Callable
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.dates import format_datetime
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

LANGUAGES = ("nb", "en")
"""Languages of the interface and the reports."""
DOMAIN = "qualcode"
FOLDER = Path(__file__).parent / "locale"

Translate = Callable[[str], str]


def N_(text: str) -> str:  # noqa: N802  (gettext's own name for it)
    """Marks a text for the catalogue where it is written but shown elsewhere; gives it back unchanged."""
    return text


def best_language(wished: str | None) -> str:
    """The interface language nearest to a browser's or system's locale: `nb-NO`, `nn`, `no`, `da` and `sv` read bokmål."""
    head = (wished or "").replace("_", "-").split("-")[0].lower()
    return "nb" if head in {"nb", "nn", "no", "da", "sv"} else "en"


def translator(language: str) -> Translate:
    """The `gettext` of a language; English, and anything without a catalogue, gives the text itself."""
    return _catalogue(language).gettext


def plural(language: str) -> Callable[[str, str, int], str]:
    """The `ngettext` of a language."""
    return _catalogue(language).ngettext


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    path = FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"
    if not path.exists():
        return gettext.NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=language, domain=DOMAIN))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)


def show_time(at: datetime, language: str, style: str = "short") -> str:
    """A time as a reader of the language writes it, in the machine's own time zone."""
    return format_datetime(at.astimezone(), style, locale=language)


def show_number(value: float, language: str, pattern: str | None = None) -> str:
    """A number with the language's own separators: 1 234,5 in Norwegian."""
    return format_decimal(value, format=pattern, locale=language)
