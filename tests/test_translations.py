"""Everything the program says is also said in Norwegian."""

import ast
import importlib.util
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from qualcode.i18n import plural, translator

ROOT = Path(__file__).resolve().parents[1]


def loaded() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools" / "messages.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


tool = loaded()
FOUND = {(m if isinstance(m, str) else m[0]): m for m in tool.extract()}
CATALOGUE = tool.read()


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}


def test_the_catalogue_holds_what_the_program_says_and_nothing_else() -> None:
    known = {m.id if isinstance(m.id, str) else m.id[0] for m in CATALOGUE if m.id}
    assert sorted(FOUND.keys() - known) == [], "run tools/messages.py and translate what is new"
    assert sorted(known - FOUND.keys()) == [], "run tools/messages.py to remove what is gone"
    assert not CATALOGUE.obsolete


def test_every_text_is_translated() -> None:
    assert tool.untranslated(CATALOGUE) == []


@pytest.mark.parametrize("message", [m for m in CATALOGUE if m.id], ids=lambda m: str(m.id)[:40])
def test_a_translation_has_the_same_places_to_fill(message: object) -> None:
    ids = message.id if isinstance(message.id, tuple) else (message.id,)  # type: ignore[attr-defined]
    for template, text in zip(ids, tool.strings(message), strict=True):
        assert fields(template) == fields(text)
        assert (template[-1:] == ".") == (text[-1:] == ".")


def test_an_error_is_a_template_not_a_finished_sentence() -> None:
    """A filled-in text is in no catalogue: values go beside the template, not into it."""
    finished = [
        f"{path.relative_to(ROOT)}:{call.lineno}"
        for path in sorted((ROOT / "qualcode").rglob("*.py"))
        for call in errors_in(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]
    assert finished == []


def errors_in(tree: ast.Module) -> Iterator[ast.Call]:
    speaking = tool.error_names()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and node.args and tool.called(node) in speaking:
            yield node


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('_("Save")', ["Save"]),
        ('raise BadFile("Row {row} is empty.", row=1)', ["Row {row} is empty."]),
        ('errors.NotFound("No such code.")', ["No such code."]),
        ('Problem("A coding is left over.", {})', ["A coding is left over."]),
        ('x = (("Column {name} was left out.", {"name": n}),)', ["Column {name} was left out."]),
        ('plural(language)("{n} code", "{n} codes", n)', [("{n} code", "{n} codes")]),
        ('raise ValueError("A programmer reads this")', []),
        ('rows = ("a", {"b": 1})', []),
    ],
)
def test_the_collector_finds_a_text_where_it_may_stand(source: str, expected: list[object]) -> None:
    speaking = tool.error_names() | tool.MARKS
    assert list(tool.messages(ast.parse(source), speaking)) == expected


def test_a_norwegian_reader_gets_norwegian() -> None:
    assert translator("nb")("Codebook") == "Kodebok"
    assert translator("en")("Codebook") == "Codebook"
    assert plural("en")("{n} code", "{n} codes", 2) == "{n} codes"
