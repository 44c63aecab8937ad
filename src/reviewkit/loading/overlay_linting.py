"""Faults of a partnership's overlay: it adds and makes stricter, and never asks for less."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from reviewkit.loading.condition_faults import Known
from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.field_faults import judge_tree
from reviewkit.loading.nodes import Node, node_of
from reviewkit.loading.overlay_faults import Relaxed, relaxations
from reviewkit.loading.overlay_merging import merged_overlay, national_sections
from reviewkit.loading.section_faults import TemplateFile, judge_entries, nodes_of_entries
from reviewkit.loading.shipped import build_template, load_shared, load_shipped, template_names
from reviewkit.report import Path

KnownWords = Callable[[Collection[str], tuple[Node, ...]], Known]


def judge_overlay(value: dict[str, Any], faults: Faults, known_words: KnownWords) -> None:
    """Adds the faults of an overlay."""
    _judge_names(value, faults)
    if value["extends"] not in template_names():
        return
    usable = national_sections(value["extends"])
    sections = nodes_of_entries(value.get("sections"), usable)
    taken = {node.raw.get("id") for node in sections if not node.own}
    others = [node_of(raw, ("extends",), own=False) for key, raw in usable.items() if key not in taken]
    national = load_shipped(value["extends"])
    known = known_words([edition.id for edition in national.editions], (*sections, *others))
    judge_entries(TemplateFile(value, usable, sections), known, faults)
    _judge_new_sections(value, usable, faults)
    for section in sections:
        judge_tree(section, known.sections, known, faults)
    if not faults:
        overlay = build_template(merged_overlay(value), load_shared())
        _judge_relaxations(relaxations(national, overlay), value, faults)


def _judge_names(value: Mapping[str, Any], faults: Faults) -> None:
    name, extends = value.get("template"), value["extends"]
    known = template_names()
    if isinstance(extends, str) and extends not in known:
        faults.add(("extends",), f"there is no national template `{extends}`", nearest(extends, known))
    if not isinstance(name, str):
        return
    if name in known:
        faults.add(
            ("template",), f"`{name}` is the national template's own name", f"choose another: my-partnership-{name}"
        )
        return
    stem = os.path.splitext(os.path.basename(faults.file))[0]
    if stem != name:
        message = f"this file is called {os.path.basename(faults.file)}, its template `{name}`"
        faults.add(("template",), message, f"call the file {name}.yaml: that is where a report looks for it")


def _judge_new_sections(value: Mapping[str, Any], usable: Mapping[str, Any], faults: Faults) -> None:
    standing = list(usable)
    entries = value.get("sections")
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        if not isinstance(entry, dict) or "use" in entry:
            continue
        at: Path = ("sections", number)
        key = str(entry.get("id"))
        if key in usable:
            hint = f"write `use: {key}` to change it, or choose another id"
            faults.add((*at, "id"), f"the national template has a section `{key}`", hint)
        after = entry.get("after")
        if isinstance(after, str) and after not in standing:
            faults.add((*at, "after"), f"there is no section `{after}` before this one", nearest(after, standing))
        standing.append(key)


def _judge_relaxations(found: Iterable[Relaxed], value: Mapping[str, Any], faults: Faults) -> None:
    told: set[Path] = set()
    for relaxed in found:
        at = _place(relaxed, value["sections"])
        if at not in told:  # one policy may open many fields: the first, and highest, stands for them
            told.add(at)
            faults.add(at, relaxed.message, relaxed.hint)


def _place(relaxed: Relaxed, entries: Sequence[Mapping[str, Any]]) -> Path:
    """The place of the overlay's word that relaxes."""
    number, entry = next((n, e) for n, e in enumerate(entries) if e.get("use") == relaxed.section)
    at: Path = ("sections", number)
    named = next((path for path in entry.get("needs", {}) if path in relaxed.names), None)
    if relaxed.word == "need" and named is not None:
        return (*at, "needs", named)
    if relaxed.word == "need" and "need" not in entry:
        return (*at, "need_by_edition")
    return (*at, relaxed.word)
