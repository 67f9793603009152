"""Where a project lives: a file ending in `.qualcode`, or one schema of a PostgreSQL database."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from qualcode.errors import NotAProject, StoreError

ENDING = ".qualcode"
DEFAULT_SCHEMA = "qualcode"


@dataclass(frozen=True, slots=True)
class Address:
    """A parsed address. `path` is set for a file, `url` and `schema` for PostgreSQL."""

    text: str
    path: Path | None = None
    url: str = ""
    schema: str = ""

    @property
    def shown(self) -> str:
        """The address as it may be shown: without a password."""
        return re.sub(r"(://[^:/@]+):[^@]*@", r"\1:…@", self.text)


def parse(address: str | Path) -> Address:
    """Reads an address. Raises `NotAProject` where it is neither a `.qualcode` path nor a PostgreSQL URL."""
    text = str(address)
    if text.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
        return _postgresql(text)
    path = Path(text).expanduser()
    if path.suffix.lower() != ENDING:
        raise NotAProject(
            "“{address}” is not the address of a project: it must be a path that ends in .qualcode, "
            "or begin with postgresql://.",
            address=text,
        )
    return Address(text=text, path=path.absolute())


def _postgresql(text: str) -> Address:
    parts = urlsplit(text)
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    schema = options.pop("schema", DEFAULT_SCHEMA)
    if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,62}", schema) or schema.startswith("pg_"):
        raise StoreError(
            "The schema “{schema}” cannot be used: give it a name of letters, digits and _ that does not begin with a digit.",
            schema=schema,
        )
    url = urlunsplit(("postgresql+psycopg", parts.netloc, parts.path, urlencode(options), ""))
    return Address(text=text, url=url, schema=schema)
