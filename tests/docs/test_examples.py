"""Beside each unfinished example stands what `check` says about it.

Run `python -m tests.docs.test_examples` to write it anew, and read it: it is what a new user sees first.
"""

from __future__ import annotations

import io
import os
from contextlib import redirect_stdout

import pytest

from reviewkit.cli.app import cli as group
from reviewkit.cli.ending import run
from tests.conftest import EXAMPLES

UNFINISHED = sorted(path.stem for path in EXAMPLES.glob("*-unfinished.yaml"))


def said_of(name: str) -> str:
    """What `check` prints in the folder of the examples, on a day that the drafts' authors might have asked."""
    before = os.getcwd()
    os.chdir(EXAMPLES)
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    try:
        with redirect_stdout(said):
            assert run(group, ["check", f"{name}.yaml", "--today", "2026-06-01"]) == 1
    finally:
        os.chdir(before)
    return said.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", UNFINISHED)
def test_what_check_says_about_the_unfinished_examples(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert said_of(name) == (EXAMPLES / f"{name}.check.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    for example in UNFINISHED:
        (EXAMPLES / f"{example}.check.txt").write_text(said_of(example), encoding="utf-8")
