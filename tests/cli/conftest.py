"""Runs the command line in this process, in a folder of its own."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from reviewkit.cli.app import cli as group
from reviewkit.cli.ending import run


class Outcome(NamedTuple):
    code: int
    out: str
    err: str
    data: bytes


@pytest.fixture
def cli(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Outcome]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("NO_COLOR", "1")

    def call(*arguments: str, stdin: bytes = b"") -> Outcome:
        out, err = io.BytesIO(), io.BytesIO()
        streams = [io.TextIOWrapper(raw, encoding="utf-8", write_through=True) for raw in (out, err, io.BytesIO(stdin))]
        with monkeypatch.context() as patch:
            for name, stream in zip(("stdout", "stderr", "stdin"), streams, strict=True):
                patch.setattr(sys, name, stream)
            code = run(group, arguments)
        return Outcome(code, out.getvalue().decode(errors="replace"), err.getvalue().decode(), out.getvalue())

    return call
