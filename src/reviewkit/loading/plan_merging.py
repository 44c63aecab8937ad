"""A partnership's own document that `extends:` a shipped one: its words in the place of the shipped ones, part by part."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewkit.loading.plan_words import is_yes

Raw = Mapping[str, Any]
_ABOUT_PLACE = ("leave_out", "after")


def merged(base: Raw, own: Raw) -> dict[str, Any]:
    """The plain values of the shipped file with those of the own one: a part is changed by its id, left out, or added."""
    parts: list[dict[str, Any]] = [dict(part) for part in base["parts"]]
    for change in own.get("parts") or ():
        _take(parts, change)
    changed = {word: value for word, value in own.items() if word not in ("parts", "extends")}
    return {**base, **changed, "parts": parts}


def _take(parts: list[dict[str, Any]], change: Raw) -> None:
    known = next((part for part in parts if part["id"] == change["id"]), None)
    if is_yes(change.get("leave_out")):
        if known:
            parts.remove(known)
        return
    words = {word: value for word, value in change.items() if word not in _ABOUT_PLACE}
    part = {**(known or {}), **words}
    if known and not change.get("after"):
        parts[parts.index(known)] = part
        return
    if known:
        parts.remove(known)
    parts.insert(_place(parts, change.get("after")), part)


def _place(parts: list[dict[str, Any]], after: Any) -> int:
    return next((number + 1 for number, part in enumerate(parts) if part["id"] == after), len(parts))
