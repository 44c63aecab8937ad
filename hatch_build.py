"""Puts the values of the shipped YAML files into the wheel, ready to be read (see `reviewkit/loading/compiled.py`)."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledData(BuildHookInterface[Any]):
    """Writes the file beside the data folders; an editable install keeps reading the YAML that somebody is editing."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile, unless for an editable install."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root, "src")))
        from reviewkit.loading.compiled import FILE

        self._made = tempfile.TemporaryDirectory()
        compiled = Path(self._made.name, FILE)
        compiled.write_bytes(b"".join(_lines(Path(self.root))))
        build_data["force_include"][str(compiled)] = f"reviewkit/_data/{FILE}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002  hatchling's
        """Clear up."""
        if version != "editable":
            self._made.cleanup()


def _lines(root: Path) -> list[bytes]:
    from reviewkit.loading.compiled import compile_line
    from reviewkit.loading.plain_values import read_values

    sources = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.glob("schemas/**/*.yaml")}
    return [compile_line(path, source, read_values(source.decode())) for path, source in sorted(sources.items())]
