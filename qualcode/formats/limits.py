"""How much the program agrees to open. Whatever is larger is refused before it is unpacked."""

from qualcode.errors import TooLarge

MB = 1024 * 1024

MAX_BYTES = 50 * MB
"""The largest file of any kind."""
MAX_TABLE_BYTES = 20 * MB
"""The largest codebook or attribute table."""
MAX_YAML_BYTES = 2 * MB
MAX_JSON_BYTES = 20 * MB
"""The largest .json transcript: three hours with a time for every word take half of it."""
MAX_HTML_BYTES = 20 * MB
"""The largest web page, pictures written into it included."""
MAX_RTF_WORDS = 5_000_000
"""The most control words, braces and letters in code in an .rtf file; a long report has some hundred thousand."""
MAX_PAGES = 10_000
"""The most pages in a .pdf file."""
MAX_CHARACTERS = 20_000_000
"""The most characters of text in a .pdf file."""
MAX_PAGE_WORK = 2_000_000
"""The most steps that reading one page of a .pdf may take; a full page takes some thousand, a map a million."""
MAX_PDF_WORK = 20_000_000
"""The most steps for a whole .pdf file."""
MAX_CHAPTERS = 2_000
MAX_ENTRIES = 5_000
"""The most parts in a .docx or .xlsx; Word and Excel write a few dozen."""
MAX_UNPACKED = 300 * MB
"""The most that all parts of a .docx or .xlsx may unpack to."""
MAX_PART = 100 * MB
"""The most that one part may unpack to."""
MAX_RATIO = 200
"""How many times its packed size a large part may grow; text in XML rarely passes 30."""
MAX_ROWS = 100_000
"""The most rows in a codebook or attribute table."""
MAX_CODINGS = 1_000_000
"""The most codings in one file."""
MAX_COLUMNS = 500
"""The most columns in any table."""
MAX_DEPTH = 100
"""How deep a codebook may go."""


def check_size(file: str, data: bytes, largest: int = MAX_BYTES) -> None:
    """Raises `TooLarge` when `data` is larger than `largest` bytes."""
    if len(data) > largest:
        raise TooLarge(
            "{file} is {size} MB; files up to {limit} MB can be opened. Divide it into smaller files.",
            file=file,
            size=round(len(data) / MB, 1),
            limit=largest // MB,
        )
