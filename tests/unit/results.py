"""What `check` writes for programs, read back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reviewkit.cli.app import cli as group
from reviewkit.cli.ending import run


def result_of(folder: Path, form: str, *arguments: str) -> Any:
    """The document that `check` writes in that format on the day that the tests count from."""
    written = folder / f"result.{form}"
    run(group, ["check", *arguments, "--format", form, "--today", "2026-06-01", "--output", str(written)])
    return json.loads(written.read_text(encoding="utf-8"))
