"""Reads a schema file strictly: every fault with its line and column, in plain words, with the way out."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import Any

from reviewkit.errors import InputError
from reviewkit.loading.codelists import load_codelists, load_sources
from reviewkit.loading.combination_faults import lint_group
from reviewkit.loading.condition_faults import Known
from reviewkit.loading.faults import Faults
from reviewkit.loading.field_faults import judge_band, judge_tree, judge_unique
from reviewkit.loading.files import decode, read_file
from reviewkit.loading.list_faults import judge_codelists, judge_sources
from reviewkit.loading.nodes import Node, node_of
from reviewkit.loading.phrase_faults import judge_phrase_list
from reviewkit.loading.section_faults import TemplateFile, judge_entries, nodes_of_entries, shared_sections
from reviewkit.loading.shipped import read_schema, template_names
from reviewkit.loading.shipped_faults import judge_section_need, judge_shipped
from reviewkit.loading.yaml_reader import YamlDocument, read_yaml

_TOP_WORDS = {
    "shared": "shared",
    "reserved": "shared",
    "codelists": "codelists",
    "sources": "sources",
    "whole_field": "placeholders",
    "last_confirmed": "bank holidays",
    "words": "name list",
    "phrases": "phrases",
    "known_abbreviations": "abbreviations",
    "short": "nicknames",
    "proposals": "combination",
}


def lint_file(path: str, known_codes: Collection[str] | None = None) -> list[InputError]:
    """Every fault of a template, an overlay (`extends:`), or another file of `schemas/`, in the order of the file.

    `known_codes` are the rule codes that `raises:` may name; without them that is not looked at. A file that can't be
    read at all gives one fault.
    """
    try:
        document = read_yaml(decode(read_file(path), path), path)
    except InputError as error:
        return [error]
    faults = Faults(path, document)
    kind = _kind(document, faults)
    if kind == "combination":
        return lint_group(decode(read_file(path), path), path, frozenset(load_sources())).all()
    if kind:
        _judge(kind, document.value, faults, None if known_codes is None else frozenset(known_codes))
    return faults.all()


def _kind(document: YamlDocument, faults: Faults) -> str:
    value = document.value
    if not isinstance(value, dict):
        what = "this file is empty" if value is None else "this file is a list or a text, not a template"
        faults.add((), what, "a template begins with `template: …`, an overlay also has `extends: …`")
        return ""
    if "extends" in value:
        return "overlay"
    if "sections" in value or ("template" in value and "editions" in value):
        return "template"
    if "template" in value:
        faults.add(
            (), "this is a report, not a template", f"`reviewkit check {os.path.basename(faults.file)}` checks it"
        )
        return ""
    found = next((kind for word, kind in _TOP_WORDS.items() if word in value), "")
    if not found:
        faults.add((), "this is no file of the template language", "a template begins with `template: …`")
    return found


def _judge(kind: str, value: dict[str, Any], faults: Faults, codes: frozenset[str] | None) -> None:
    from reviewkit.loading.language_faults import judge_language

    judge_language(kind, value, faults)
    if kind == "sources":
        judge_sources(value, faults)
    elif kind == "codelists":
        judge_codelists(value, frozenset(load_sources()), faults)
    elif kind == "phrases":
        judge_phrase_list(value, frozenset(load_sources()), codes, faults)
    elif kind == "shared":
        _judge_shared(value, faults, codes)
    elif kind == "template":
        _judge_template(value, faults, codes)
    elif kind == "overlay":
        from reviewkit.loading.overlay_linting import judge_overlay

        judge_overlay(value, faults, lambda editions, sections: known_words(editions, sections, codes))


def known_words(editions: Collection[str], sections: tuple[Node, ...], codes: frozenset[str] | None) -> Known:
    """What the words of a file may name, from the shipped lists."""
    lists = {name: frozenset(codelist.values) for name, codelist in load_codelists().items()}
    return Known(lists, frozenset(load_sources()), frozenset(editions), codes, sections)


def _judge_template(value: Mapping[str, Any], faults: Faults, codes: frozenset[str] | None) -> None:
    editions = frozenset(_texts_of(value.get("editions"), "id"))
    shared = shared_sections()
    sections = nodes_of_entries(value.get("sections"), shared)
    known = known_words(editions, sections, codes)
    judge_entries(TemplateFile(value, shared, sections), known, faults)
    for section in sections:
        judge_tree(section, sections, known, faults)
        judge_section_need(section, editions, faults)
        if section.own:
            judge_shipped(section, faults)


def _judge_shared(value: Mapping[str, Any], faults: Faults, codes: frozenset[str] | None) -> None:
    shared = _nodes(value.get("shared"), "shared")
    reserved = _nodes(value.get("reserved"), "reserved")
    national = [template for name in template_names() for template in [read_schema(name)]]
    editions = {edition for raw in national for edition in _texts_of(raw.get("editions"), "id")}
    # A shared section may ask about a section that the templates which use it have of their own.
    theirs = [node for raw in national for node in nodes_of_entries(raw.get("sections"), {}) if node.own]
    known = known_words(editions, (*shared, *theirs), codes)
    for block in (shared, reserved):
        judge_unique(block, faults)
        for section in block:
            judge_tree(section, known.sections, known, faults)
            judge_shipped(section, faults)
            judge_band(section.raw.get("length"), (*section.at, "length"), faults)


def _nodes(value: Any, word: str) -> tuple[Node, ...]:
    entries = value if isinstance(value, list) else []
    return tuple(
        node_of(raw, (word, number), own=True)
        for number, raw in enumerate(entries)
        if isinstance(raw, dict) and "use" not in raw
    )


def _texts_of(value: Any, word: str) -> list[str]:
    entries = value if isinstance(value, list) else []
    return [entry[word] for entry in entries if isinstance(entry, dict) and isinstance(entry.get(word), str)]
