"""The command `qualcode`: its groups, and the one place where errors become a line and an exit status."""

import errno
import sys
from types import ModuleType
from typing import Any

import click

from qualcode import QualcodeError, __version__
from qualcode.cli.speech import printable, words


class Commands(click.Group):
    """Runs a command; what a researcher can do something about is said in one line, with status 1."""

    def invoke(self, ctx: click.Context) -> Any:
        """One line on standard error and status 1 for a `QualcodeError`, and where the output goes nowhere.

        Anything else is a bug and shows as one.
        """
        try:
            return super().invoke(ctx)
        except QualcodeError as error:
            click.echo(printable(error.in_words(words())), err=True)
        except OSError as error:
            if error.errno not in (errno.ENOSPC, errno.EDQUOT, errno.EIO):
                raise
            click.echo(
                printable(words()("The output cannot be written: {said}").format(said=error.strerror)),
                err=True,
            )
        raise click.exceptions.Exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="qualcode")
def commands() -> None:
    """Code interviews and other texts, count, and export, on your own machine.

    PROJECT is a path that ends in .qualcode, or a postgresql:// URL with ?schema=NAME.
    Positions are [start, end) in code points of the text that `qualcode text` prints.
    """


def main() -> None:
    """The entry of the command `qualcode`."""
    for part in _parts():
        for command in part.COMMANDS:
            commands.add_command(command)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    commands(prog_name="qualcode")


def _parts() -> tuple[ModuleType, ...]:
    """The groups of commands, in the order in which help lists them."""
    from qualcode.cli import (
        app,
        books,
        care,
        cases,
        changing,
        cleaning,
        coding,
        history,
        memos,
        parts,
        reading,
        results,
        surveys,
        texts,
    )

    return (
        app,
        care,
        texts,
        surveys,
        reading,
        cleaning,
        changing,
        parts,
        books,
        cases,
        coding,
        memos,
        history,
        results,
    )
