"""The command line: the verbs of `Project`, for scripts and reproducible analyses. The contract is in `docs/cli.md`."""

from qualcode.cli.main import main

__all__ = ["main"]
