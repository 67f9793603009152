"""Codebooks as YAML: a flat list of codes by `path`, or a tree of `name` and `children`.

    - path: Recovery/Håp
      definition: ...
    - name: Recovery
      children:
        - name: Håp

Every value is text as it is written: `no` and `2020` are names, not a truth value and a number. Only the structure
is read, nothing is constructed, and aliases are refused, so that a small file cannot become a large one.
Written as a flat list.
"""

from collections.abc import Iterator, Sequence

import yaml

from qualcode.errors import BadFile, TooLarge
from qualcode.formats import codebook
from qualcode.formats.canonical import plain
from qualcode.formats.decode import decode
from qualcode.formats.limits import MAX_DEPTH, MAX_ROWS, MAX_YAML_BYTES, check_size
from qualcode.formats.rows import head
from qualcode.formats.sniff import check_text
from qualcode.model.bundle import CodeRow
from qualcode.model.tree import clean_name, split_path

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Dumper = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_FIELDS = {
    **{head(alias): field for field, aliases in codebook.HEADS.items() for alias in aliases},
    "children": "children",
    "underkoder": "children",
}
_LISTS = {"codes", "koder", "codebook", "kodebok"}
_BROKEN = (yaml.YAMLError, ValueError)


def read(name: str, data: bytes) -> tuple[CodeRow, ...]:
    """The codes of a .yaml codebook, parents before their children; `row` is the line in the file."""
    check_size(name, data, MAX_YAML_BYTES)
    check_text(name, data)
    text = decode(name, data, one_encoding=True).text.removeprefix("\ufeff")
    _check_events(name, text)
    try:
        root = yaml.compose(text, Loader=_Loader)
    except _BROKEN as error:
        raise _broken(name, error) from error
    codes = tuple(_codes(name, _top(name, root), ()))
    codebook.check_unique(name, codes)
    if len(codes) > MAX_ROWS:
        raise TooLarge("{file} has more than {limit} codes.", file=name, limit=MAX_ROWS)
    return codes


def write(codes: Sequence[CodeRow]) -> bytes:
    """A .yaml codebook; `read` gives the same rows back."""
    rows = [{field: plain(text) for field, text in codebook.cells(code).items() if text} for code in codes]
    return bytes(
        yaml.dump(rows, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110, encoding="utf-8")
    )


def _check_events(name: str, text: str) -> None:
    """Refuses aliases and bottomless nesting before anything is put together."""
    depth = 0
    for event in _events(name, text):
        if isinstance(event, yaml.AliasEvent):
            raise BadFile(
                "{file}, line {line}: aliases (*name) are not read. Write the text out.",
                file=name,
                line=_line(event),
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise TooLarge(
                "{file}, line {line}: lists inside lists go deeper than {limit} levels.",
                file=name,
                line=_line(event),
                limit=MAX_DEPTH,
            )


def _events(name: str, text: str) -> Iterator[yaml.Event]:
    try:
        yield from yaml.parse(text, Loader=_Loader)
    except _BROKEN as error:
        raise _broken(name, error) from error


def _top(name: str, root: yaml.Node | None) -> yaml.Node:
    """The list of codes: the file itself, or the one list that a key such as `codes` names."""
    if isinstance(root, yaml.MappingNode):
        named = [value for key, value in root.value if head(str(key.value)) in _LISTS]
        root = named[0] if len(named) == 1 else root
    if not isinstance(root, yaml.SequenceNode):
        raise BadFile(
            "{file} is no codebook: it needs a list of codes, each with “path” or “name”.",
            file=name,
        )
    return root


def _codes(name: str, items: yaml.Node, above: tuple[str, ...]) -> Iterator[CodeRow]:
    if not isinstance(items, yaml.SequenceNode):
        raise _misplaced(name, items)
    for item in items.value:
        fields = _fields(name, item)
        path = (*above, *_path(name, item, fields))
        texts = {field: _text(name, node) for field, node in fields.items() if field != "children"}
        row = _line(item)
        yield CodeRow(
            path=path,
            definition=texts.get("definition", ""),
            when=texts.get("when", ""),
            when_not=texts.get("when_not", ""),
            example=texts.get("example", ""),
            colour=codebook.colour_of(name, row, texts.get("colour", "")),
            row=row,
        )
        if "children" in fields and fields["children"].value:
            yield from _codes(name, fields["children"], path)


def _fields(name: str, item: yaml.Node) -> dict[str, yaml.Node]:
    """A code's fields; a text alone is a name."""
    if isinstance(item, yaml.ScalarNode):
        return {"name": item}
    if not isinstance(item, yaml.MappingNode):
        raise _misplaced(name, item)
    named = ((_FIELDS.get(head(_text(name, key))), value) for key, value in item.value)
    return {field: value for field, value in named if field}


def _path(name: str, item: yaml.Node, fields: dict[str, yaml.Node]) -> tuple[str, ...]:
    path: tuple[str, ...] = ()
    if "path" in fields:
        path = split_path(_text(name, fields["path"]))
    elif "name" in fields and (cleaned := clean_name(_text(name, fields["name"]))):
        parent = split_path(_text(name, fields["parent"])) if "parent" in fields else ()
        path = (*parent, cleaned)
    if not path:
        raise BadFile("{file}, line {line}: the code has no name.", file=name, line=_line(item))
    return path


def _text(name: str, node: yaml.Node) -> str:
    if not isinstance(node, yaml.ScalarNode):
        raise _misplaced(name, node)
    return plain(node.value)


def _misplaced(name: str, node: yaml.Node) -> BadFile:
    return BadFile(
        "{file}, line {line}: this is no code. A code is a name, or has “path” or “name”, texts, and “children”.",
        file=name,
        line=_line(node),
    )


def _broken(name: str, error: Exception) -> BadFile:
    mark = getattr(error, "problem_mark", None)
    return BadFile(
        "{file}, line {line}: this is not valid YAML. Check the indentation and quotation marks there.",
        file=name,
        line=mark.line + 1 if mark else 1,
    )


def _line(node: yaml.Node | yaml.Event) -> int:
    return node.start_mark.line + 1 if node.start_mark else 1
