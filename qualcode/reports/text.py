"""What may stand in a document: letters that XML, and so Word and Excel, can hold."""

import re

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def legal(text: str) -> str:
    """`text` with each character that XML 1.0 forbids (control characters, lone surrogates) shown as U+FFFD.

    Word refuses to open a document that holds one. They are replaced, not dropped, so that a reader sees that
    something stood there and positions stay the same.
    """
    return _ILLEGAL.sub("\ufffd", text)
