"""Faults of the list of sections: what `use:` names, what it sets anew, and ids that clash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reviewkit.loading.condition_faults import Known
from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.field_faults import RESERVED_KEYS, judge_band, judge_code, judge_editions, judge_unique
from reviewkit.loading.merging import paths_within
from reviewkit.loading.nodes import Node, Raw, find, node_of, used_node
from reviewkit.loading.shipped import read_schema
from reviewkit.report import Path
from reviewkit.tuples import NamedTuple


class TemplateFile(NamedTuple):
    """A template or overlay: its values, the sections that `use:` may name, and its sections as nodes."""

    value: Mapping[str, Any]
    usable: Mapping[str, Raw]
    sections: tuple[Node, ...]


def shared_sections() -> dict[str, Raw]:
    """The sections of `shared.yaml` by id."""
    return {section["id"]: section for section in read_schema("shared")["shared"]}


def nodes_of_entries(entries: Any, usable: Mapping[str, Raw]) -> tuple[Node, ...]:
    """The sections of a file as nodes; a `use:` of an unknown one is left out."""
    nodes = []
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if not isinstance(entry, dict):
            continue
        if "use" not in entry:
            nodes.append(node_of(entry, ("sections", number), own=True))
        elif isinstance(entry["use"], str) and entry["use"] in usable:
            nodes.append(used_node(entry, ("sections", number), usable[entry["use"]]))
    return tuple(nodes)


def judge_entries(file: TemplateFile, known: Known, faults: Faults) -> None:
    """Adds the faults of the list of sections itself."""
    judge_band(file.value.get("length"), ("length",), faults)
    judge_unique(file.sections, faults)
    used: set[str] = set()
    entries = file.value.get("sections")
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        at: Path = ("sections", number)
        if not isinstance(entry, dict):
            continue
        if entry.get("id") in RESERVED_KEYS:
            faults.add((*at, "id"), f"every report has `{entry['id']}:` already", "choose another id")
        if isinstance(entry.get("use"), str):
            _judge_use(entry, at, file, known, faults)
            if entry["use"] in used:
                faults.add((*at, "use"), f"`{entry['use']}` is used twice", "put what is set anew into one entry")
            used.add(entry["use"])


def _judge_use(entry: Raw, at: Path, file: TemplateFile, known: Known, faults: Faults) -> None:
    base = file.usable.get(entry["use"])
    if base is None:
        hint = nearest(entry["use"], file.usable)
        faults.add((*at, "use"), f"there is no section `{entry['use']}` to use", hint)
        return
    raises = entry.get("raises")
    judge_code(raises if isinstance(raises, str) else "", (*at, "raises"), known, faults)
    judge_editions(entry.get("need_by_edition"), at, known, faults)
    judge_band(entry.get("length"), (*at, "length"), faults)
    paths = [".".join(path) for path in paths_within(base)]
    for word in ("needs", "add_to"):
        targets = entry.get(word)
        for path in targets if isinstance(targets, Mapping) else ():
            if path not in paths:
                message = f"the section `{entry['use']}` has no field `{path}`"
                faults.add((*at, word, path), message, nearest(str(path), paths), key=True)
    _judge_added(entry, base, at, faults)


def _judge_added(entry: Raw, base: Raw, at: Path, faults: Faults) -> None:
    if "add" in entry and "type" in base:
        faults.add((*at, "add"), f"`{entry['use']}` holds a text, not fields", "add a section of your own", key=True)
    node = node_of(base, at, own=False)
    targets = entry.get("add_to")
    for path in targets if isinstance(targets, Mapping) else ():
        found = find(node, str(path).split("."))
        if found is not None and not found.children:
            faults.add((*at, "add_to", path), f"`{path}` holds a value, not fields", "name a group or a list", key=True)
