"""An overlay put onto its national template, as the plain values of one template file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewkit.loading.merging import merge_section
from reviewkit.loading.shipped import load_shared, read_schema

Raw = dict[str, Any]


def national_sections(name: str) -> dict[str, Raw]:
    """The sections of a national template by id, in its order, with what it uses put in."""
    shared = load_shared()["shared"]
    merged = [dict(merge_section(section, shared)) for section in read_schema(name)["sections"]]
    return {section["id"]: section for section in merged}


def merged_overlay(overlay: Mapping[str, Any]) -> Raw:
    """The national template's values with the overlay's sections, needs and fields. The overlay has been read strictly.

    What the overlay adds is withheld from the published version unless it says otherwise itself: no policy of the
    national template was made with these fields in mind.
    """
    national = read_schema(overlay["extends"])
    sections = national_sections(overlay["extends"])
    order = list(sections)
    for entry in overlay["sections"]:
        if "use" in entry:
            sections[entry["use"]] = dict(merge_section(_withholding(entry), sections))
        else:
            sections[entry["id"]] = _withheld(entry)
            place = order.index(entry["after"]) + 1 if "after" in entry else len(order)
            order.insert(place, entry["id"])
    head = {
        word: overlay[word] for word in ("template", "title", "subtitle", "abbreviation", "length") if word in overlay
    }
    return {**national, **head, "sections": [sections[key] for key in order]}


def _withholding(entry: Raw) -> Raw:
    changed = dict(entry)
    if "add" in entry:
        changed["add"] = [_withheld(field) for field in entry["add"]]
    if "add_to" in entry:
        changed["add_to"] = {path: [_withheld(field) for field in fields] for path, fields in entry["add_to"].items()}
    return changed


def _withheld(field: Raw) -> Raw:
    return {"publish": "withhold", **field}
