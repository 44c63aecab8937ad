"""RK003: a key that the template doesn't have, and the one that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from reviewkit.checking.raising import Raised
from reviewkit.report import Path

_LONGEST_NAME = 40


def unknown_key(path: Path, key: str, known: Iterable[str]) -> Raised:
    """The finding for one unknown key of the mapping at `path`."""
    from difflib import get_close_matches

    near = get_close_matches(key.strip().lower().replace("-", "_").replace(" ", "_"), list(known), n=1, cutoff=0.6)
    fix = f"did you mean `{near[0]}`?" if near else "remove it, or move the text into a field of the template"
    # Prose with a colon in it parses as a key; report text must not travel in a path.
    if is_name(key):
        return Raised("RK003", (*path, key), label=key, fix=fix, at_key=True)
    return Raised("RK003", path, label="a text", fix=fix, evidence=key)


def is_name(key: str) -> bool:
    """Whether a key looks like a field's name rather than like text."""
    return len(key) <= _LONGEST_NAME and key.isascii() and key.replace("_", "").replace("-", "").isalnum()
