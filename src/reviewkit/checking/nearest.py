"""RK003: a key that the template doesn't have, and the one that was probably meant."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reviewkit.checking.raising import Raised
from reviewkit.report import Path

_LONGEST_NAME = 40
_FIELD_NAME = "[a-z][a-z0-9_-]{0,39}"
_TEXT_AS_KEY = "The template doesn't know a key that is written so."
_PROSE_AS_KEY = (
    "put a text that holds a colon, or a comma inside brackets, in quotes or on lines of its own below `key: |`"
)


def unknown_key(path: Path, key: str, known: Iterable[str]) -> Raised:
    """The finding for one unknown key of the mapping at `path`."""
    from difflib import get_close_matches

    written = key.strip().lower().replace("-", "_").replace(" ", "_")
    named = is_field_name(key)
    # Words of prose look like some field's name soon enough: a text must be much nearer to one.
    near = get_close_matches(written, list(known), n=1, cutoff=0.6 if named else 0.85)
    if near:
        fix = f"did you mean `{near[0]}`?"
    else:
        fix = "remove it, or move the text into a field of the template" if named else _PROSE_AS_KEY
    if named:
        return Raised("RK003", (*path, key), label=key, fix=fix, at_key=True)
    return Raised("RK003", (*path, key), message=_TEXT_AS_KEY, fix=fix, evidence=key, at_key=True)


def is_field_name(key: str) -> bool:
    """Whether a key is written as the template writes its fields. Prose with a colon in it parses as a key as well."""
    return re.fullmatch(_FIELD_NAME, key) is not None


def without_text(path: Path) -> Path:
    """The path as far as every key on it is a name: what may travel in a finding."""
    for at, step in enumerate(path):
        if isinstance(step, str) and not is_name(step):
            return path[:at]
    return path


def is_name(key: str) -> bool:
    """Whether a key looks like a name that an author gave to an entry rather than like text."""
    return len(key) <= _LONGEST_NAME and key.isascii() and key.replace("_", "").replace("-", "").isalnum()
