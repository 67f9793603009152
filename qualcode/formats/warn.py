"""Warnings: what a reader should know although the file could be read."""

from collections.abc import Mapping

Warned = tuple[str, Mapping[str, object]]


def warning(template: str, **values: object) -> Warned:
    """An English template and its values, translated where it is shown."""
    return template, values


def counted(template: str, count: int) -> tuple[Warned, ...]:
    """A warning with its count; none when there is nothing to warn of."""
    return ((template, {"count": count}),) if count else ()
