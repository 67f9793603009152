"""For tests that damage files: a reader gives a value or a `QualcodeError`, and its text is canonical."""

import random
import unicodedata

from qualcode.errors import QualcodeError
from qualcode.formats import original_text, read_document
from qualcode.model.bundle import ReadDocument


def sound(document: ReadDocument) -> None:
    """What every document promises, whichever format it came in."""
    text = document.text
    assert unicodedata.is_normalized("NFC", text)
    assert not set(text) & {"\r", "\0", "\f", "\ufeff", *map(chr, range(0xD800, 0xE000))}
    assert all(text[h.start : h.end].strip() and h.level > 0 for h in document.headings)
    starts = [page.start for page in document.pages]
    positions = [position for position, _ in document.times]
    noted = [note.start for note in document.notes]
    emphasised = [mark.start for mark in document.emphasis]
    assert all(note.text and note.text == note.text.strip() for note in document.notes)
    for mark in document.emphasis:
        assert mark.start < mark.end <= len(text)
        assert text[mark.start : mark.end] == text[mark.start : mark.end].strip()
    for numbers in (starts, positions, noted, emphasised):
        assert numbers == sorted(numbers)
        assert all(0 <= number <= len(text) for number in numbers)
    assert all(template.format(**values) for template, values in document.warnings)


def reads_or_refuses(name: str, data: bytes) -> None:
    for read in (read_document, original_text):
        try:
            found = read(name, data)
        except QualcodeError as error:
            assert str(error)
        else:
            if isinstance(found, ReadDocument):
                sound(found)


def spoilt(data: bytes, seed: int, pieces: tuple[bytes, ...]) -> bytes:
    """`data` with a few random changes: pieces put in, cut out, doubled, bytes changed."""
    chance = random.Random(seed)
    for _ in range(chance.randint(1, 5)):
        at, length = chance.randrange(len(data) + 1), chance.choice([0, 1, 1, 2, 8, 40])
        new = chance.choice([chance.choice(pieces), bytes([chance.randrange(256)]), data[at : at + 60], b""])
        data = data[:at] + new + data[at + length :]
    return data
