"""Collects what the program says to people, and brings the Norwegian catalogue up to date with it.

    python tools/messages.py        updates qualcode/locale/nb/LC_MESSAGES/qualcode.po, keeping what is translated

A text is found where it is written as a literal: in `_("...")` and `N_("...")`, in `plural(language)("...", "...", n)`,
as the first argument of an exception of `qualcode.errors`, of a `Problem`, of `warning(...)` or `counted(...)`, and in a
pair of template and values, `("...", {"name": value})`.
"""

import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "qualcode"
CATALOGUE = PACKAGE / "locale" / "nb" / "LC_MESSAGES" / "qualcode.po"
MARKS = frozenset({"_", "N_", "warning", "counted", "Problem"})
PLURALS = ("ngettext", "plural(")
HEADER = """\
# The Norwegian (bokmål) words of qualcode. `python tools/messages.py` adds what is new and removes what is gone.
msgid ""
msgstr ""
"Language: nb\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"

"""

Message = str | tuple[str, str]


def error_names() -> frozenset[str]:
    """The exceptions that speak to people: every class of `qualcode.errors`."""
    tree = ast.parse((PACKAGE / "errors.py").read_text(encoding="utf-8"))
    return frozenset(node.name for node in tree.body if isinstance(node, ast.ClassDef))


def extract(package: Path = PACKAGE) -> dict[Message, list[str]]:
    """Every text that people may see, with the files it stands in, in the order of the files."""
    speaking = error_names() | MARKS
    found: dict[Message, list[str]] = {}
    for path in sorted(package.rglob("*.py")):
        place = path.relative_to(package.parent).as_posix()
        for message in messages(ast.parse(path.read_text(encoding="utf-8")), speaking):
            places = found.setdefault(message, [])
            if place not in places:
                places.append(place)
    return found


def messages(tree: ast.AST, speaking: frozenset[str]) -> Iterator[Message]:
    """The texts of one module."""
    for node in ast.walk(tree):
        match node:
            case ast.Call(args=[ast.Constant(value=str(one)), ast.Constant(value=str(many)), *_]) if called(
                node
            ).startswith(PLURALS):
                yield (one, many)
            case ast.Call(args=[ast.Constant(value=str(text)), *_]) if called(node) in speaking and text:
                yield text
            case ast.Tuple(elts=[ast.Constant(value=str(text)), ast.Dict() | ast.DictComp()]) if " " in text:
                yield text


def called(call: ast.Call) -> str:
    """The last name of what is called: `BadFile` in `errors.BadFile(...)`."""
    return ast.unparse(call.func).split(".")[-1]


def read() -> Catalog:
    """The catalogue as it lies on the disk."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="nb", domain="qualcode")


def updated(old: Catalog, found: dict[Message, list[str]]) -> Catalog:
    """A catalogue of exactly the texts found, with the translations that the old one has for them."""
    new = Catalog(locale="nb", domain="qualcode", fuzzy=False)
    for message, places in found.items():
        known = old.get(message if isinstance(message, str) else message[0])
        new.add(
            message,
            known.string if known else None,
            locations=[(place, 0) for place in places],
            user_comments=known.user_comments if known else (),
        )
    return new


def strings(message: Any) -> tuple[str, ...]:
    """What a message's translation consists of: one text, or one per plural form."""
    return message.string if isinstance(message.string, tuple) else (message.string or "",)


def untranslated(catalogue: Catalog) -> list[str]:
    """The texts that still lack a translation, or have one that nobody confirmed."""
    return [str(m.id) for m in catalogue if m.id and (m.fuzzy or not all(strings(m)))]


def write(catalogue: Catalog) -> None:
    """Stores the catalogue, the same bytes for the same texts."""
    body = BytesIO()
    write_po(body, catalogue, width=110, include_lineno=False, omit_header=True)
    CATALOGUE.write_bytes(HEADER.encode() + body.getvalue())


def main() -> int:
    """Updates the catalogue; the exit status is 1 while a translation is missing."""
    catalogue = updated(read(), extract())
    write(catalogue)
    missing = untranslated(catalogue)
    print(f"{len(catalogue)} texts, {len(missing)} without a translation", *missing, sep="\n  ")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
