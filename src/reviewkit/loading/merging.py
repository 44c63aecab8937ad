"""`use:` of a shared section, with what the template or overlay sets anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

Raw = dict[str, Any]
_TAKEN_OVER = ("need", "need_by_edition", "raises", "when", "guidance", "title", "at_most", "publish", "length")


def merge_section(section: Mapping[str, Any], shared: Mapping[str, Raw]) -> Mapping[str, Any]:
    """The section itself, or the shared one that it uses with its changes. Raises `KeyError` for an unknown one."""
    if "use" not in section:
        return section
    merged = dict(shared[section["use"]])
    for word in _TAKEN_OVER:
        if word in section:
            merged[word] = section[word]
    if "need" in section and "need_by_edition" not in section:
        merged.pop("need_by_edition", None)
    for path, need in section.get("needs", {}).items():
        merged = _with_need(merged, path.split("."), need)
    for added in section.get("add", ()):
        merged = _with_field(merged, [], added)
    for path, fields in section.get("add_to", {}).items():
        for added in fields:
            merged = _with_field(merged, path.split("."), added)
    return merged


def holder_of(raw: Mapping[str, Any]) -> str:
    """The word under which a section's or field's own fields stand; "" if it holds a value."""
    return next((word for word in ("fields", "items", "keyed", "either") if word in raw), "")


def _with_need(raw: Raw, path: list[str], need: str) -> Raw:
    word = holder_of(raw)
    return {**raw, word: [_changed(field, path, need) for field in raw[word]]}


def _changed(field: Raw, path: list[str], need: str) -> Raw:
    if "either" in field and any(path[0] == inner["id"] for inner in field["either"]):
        if len(path) == 1:
            return {**field, "need": need}
        return {**field, "either": [_changed(inner, path, need) for inner in field["either"]]}
    if field.get("id") != path[0]:
        return field
    return {**field, "need": need} if len(path) == 1 else _with_need(field, path[1:], need)


def _with_field(raw: Raw, path: list[str], added: Mapping[str, Any]) -> Raw:
    """The group or list at `path` with one more field, behind those it has."""
    word = holder_of(raw)
    if not path:
        return {**raw, word: [*raw[word], dict(added)]}
    return {**raw, word: [_widened(field, path, added) for field in raw[word]]}


def _widened(field: Raw, path: list[str], added: Mapping[str, Any]) -> Raw:
    if "either" in field:
        return {**field, "either": [_widened(inner, path, added) for inner in field["either"]]}
    return _with_field(field, path[1:], added) if field.get("id") == path[0] else field


def paths_within(raw: Mapping[str, Any], before: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The paths that `needs:` may name."""
    for field in raw.get(holder_of(raw) or "fields", ()):
        if "either" in field:
            yield from paths_within(field, before)
            continue
        path = (*before, field["id"])
        yield path
        yield from paths_within(field, path)
