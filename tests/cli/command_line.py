"""Runs the command `qualcode`: in this process where only the result matters, in another where streams do."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qualcode.cli import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Result:
    """What a command answered."""

    status: int
    out: bytes
    err: str

    @property
    def value(self) -> Any:
        """The one JSON value on standard output."""
        return json.loads(self.out)

    @property
    def text(self) -> str:
        return self.out.decode("utf-8")


class CommandLine:
    """`run("documents", path)` runs a command as its users do."""

    def __init__(self, capture: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> None:
        self.capture = capture
        self.monkeypatch = monkeypatch

    def __call__(self, *words: object) -> Result:
        """Runs in this process."""
        self.monkeypatch.setattr(sys, "argv", ["qualcode", *map(str, words)])
        self.capture.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = self.capture.readouterr()
        return Result(int(ended.value.code or 0), out, err.decode("utf-8"))

    def well(self, *words: object) -> Any:
        """The JSON value of a command that goes well."""
        result = self(*words, "--json")
        assert result.status == 0, result.err
        return result.value


def process(*words: object, **surroundings: str) -> "subprocess.Popen[bytes]":
    """Runs in a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "qualcode", *map(str, words)],
        env={**os.environ, "PYTHONPATH": str(ROOT), "QUALCODE_LANGUAGE": "en", **surroundings},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
