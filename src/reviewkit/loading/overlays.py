"""A partnership's overlay → `Template`. It is read strictly first: the first fault ends it."""

from __future__ import annotations

from functools import lru_cache

from reviewkit.loading.files import decode, read_file
from reviewkit.loading.linting import lint_file
from reviewkit.loading.overlay_merging import merged_overlay
from reviewkit.loading.shipped import build_template, load_shared
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.schema import Template


def load_overlay(path: str) -> Template:
    """The template that the overlay in that file makes of its national one. Raises `InputError` for its first fault."""
    return _load(path, read_file(path))


@lru_cache(maxsize=8)
def _load(path: str, data: bytes) -> Template:
    """Kept as long as the file is the same: reading strictly costs more than checking a report by it."""
    faults = lint_file(path)
    if faults:
        raise faults[0]
    overlay = read_yaml(decode(data, path), path).value
    return build_template(merged_overlay(overlay), load_shared(), extends=overlay["extends"], file=path)
