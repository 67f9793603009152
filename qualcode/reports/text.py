"""What may stand in a document: letters that XML, and so Word and Excel, can hold; and words that several reports use."""

import re
from collections.abc import Mapping

from qualcode.i18n import N_, Translate
from qualcode.model.tables import Withheld

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """`text` with each character that XML 1.0 forbids (control characters, lone surrogates) shown as U+FFFD.

    Word refuses to open a document that holds one. They are replaced, not dropped, so that a reader sees that
    something stood there and positions stay the same.
    """
    return _ILLEGAL.sub("\ufffd", text)


def withheld_told(translate: Translate, withheld: Mapping[Withheld, int]) -> str:
    """How many quotations were left out and why, in the reader's words; nothing when none were."""
    why: dict[Withheld, str] = {
        "notes": N_("{count} from notes, which are not verbatim"),
        "withdrawn": N_("{count} for which consent is withdrawn"),
    }
    told = (
        translate(words).format(count=withheld[name]) for name, words in why.items() if withheld.get(name)
    )
    return "; ".join(told)
