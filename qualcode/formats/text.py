"""Plain text: .txt. The text is kept as it is, markup left over from other programs included; it has no headings."""

from qualcode.formats.canonical import canonical
from qualcode.formats.decode import decode, suspicions
from qualcode.model.bundle import ReadDocument


def read(name: str, data: bytes) -> ReadDocument:
    """The document of a .txt file."""
    decoded = decode(name, data)
    clean = canonical(decoded.text)
    return ReadDocument(
        name=name,
        format="txt",
        source=data,
        text=clean.text,
        repairs=clean.repairs,
        encoding=decoded.encoding,
        warnings=(*decoded.warnings, *suspicions(clean.text)),
    )


def original(name: str, data: bytes) -> str:
    """The text as decoded: line ends and accents as they were, without the byte order mark at the start."""
    return decode(name, data).text.removeprefix("\ufeff")
