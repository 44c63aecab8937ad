"""What is wrong with a file of a derived document: words that are not known, values of another type, unknown fields."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewkit.loading.faults import Faults, nearest
from reviewkit.loading.plain_values import read_shipped
from reviewkit.loading.plan_paths import judge_paths
from reviewkit.loading.plan_words import (
    COLUMN,
    HINTS,
    NEEDED,
    NEEDED_TO_EXTEND,
    PART,
    PLAN,
    SHEET,
    SHOWN,
    TABLE,
    Check,
    is_yes,
)  # fmt: skip
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.report import Path
from reviewkit.schema import Template

FOLDER = os.path.join("templates", "documents")
SHOWS = ("field", "facts", "list", "table")
"""What a part can show; each entry under `show:` has one of these words."""


def lint_plan(text: str, name: str, known: Sequence[str], templates: Sequence[Template] = ()) -> Faults:
    """Every fault of one file, with its place; fields must be known to one of `templates`, if any are given.

    `known` are the names of the shipped documents. Raises `InputError` for what is not YAML.
    """
    document = read_yaml(text, name)
    faults = Faults(name, document)
    value = document.value
    if not isinstance(value, dict):
        faults.add((), "this file is no document", "it begins with `document:`, `title:`, `for:` and `parts:`")
        return faults
    _judge_plan(value, known, faults)
    if not faults and templates:
        judge_paths(value, templates, faults)
    return faults


def _judge_plan(value: Mapping[str, Any], known: Sequence[str], faults: Faults) -> None:
    extends = value.get("extends")
    _judge_words(value, PLAN, (), faults, NEEDED_TO_EXTEND if "extends" in value else NEEDED)
    if "extends" in value and extends not in known:
        faults.add(("extends",), "there is no such document to extend", nearest(str(extends), known))
    if isinstance(value.get("sheet"), dict):
        _judge_grid(value["sheet"], SHEET, ("sheet",), faults)
    base = (
        frozenset(part["id"] for part in read_shipped(FOLDER, f"{extends}.yaml")["parts"]) if extends in known else ()
    )
    ids: set[str] = set()
    for number, part in _mappings(value.get("parts"), ("parts",), faults):
        at: Path = ("parts", number)
        _judge_part(part, at, faults, is_new=str(part.get("id")) not in base)
        _judge_place(part, at, sorted({*base, *ids}), faults, extends="extends" in value)
        key = str(part.get("id"))
        if key in ids:
            faults.add((*at, "id"), f"two parts have the id `{_shown(key)}`", "give each an id of its own")
        ids.add(key)


def _judge_place(part: Mapping[str, Any], at: Path, there: Sequence[str], faults: Faults, *, extends: bool) -> None:
    """What a part of an extended document says of its place: beside a part that is there, or out."""
    for word in ("after", "leave_out"):
        if word in part and not extends:
            faults.add((*at, word), f"`{word}:` is for files with `extends:`", "take it away", key=True)
    if not extends:
        return
    named = {"after": part.get("after"), "id": part.get("id") if is_yes(part.get("leave_out")) else None}
    for word, key in named.items():
        if isinstance(key, str) and key not in there:
            faults.add((*at, word), f"there is no part `{_shown(key)}`", nearest(key, there))


def _judge_part(part: Mapping[str, Any], at: Path, faults: Faults, *, is_new: bool) -> None:
    needed = ("id", "heading") if is_new and not is_yes(part.get("leave_out")) else ("id",)
    _judge_words(part, PART, at, faults, needed)
    for number, show in _mappings(part.get("show"), (*at, "show"), faults):
        _judge_show(show, (*at, "show", number), faults)


def _judge_show(show: Mapping[str, Any], at: Path, faults: Faults) -> None:
    kinds = [word for word in SHOWS if word in show]
    if len(kinds) != 1:
        near = next((nearest(str(word), SHOWS) for word in show), "")
        hint = near or f"write one of {', '.join(f'`{word}:`' for word in SHOWS)}"
        faults.add(at, "it must be said what is shown, and once", hint, key=bool(show))
        return
    kind = kinds[0]
    if kind == "table":
        _judge_grid(show, TABLE, at, faults)
        return
    with_table = kind == "list" and ("columns" in show or "rows" in show)
    _judge_words(show, SHOWN[kind], at, faults, (kind, "columns") if with_table else (kind,))
    if with_table:
        if show.get("as") != "cards":
            faults.add((*at, "as"), "a table within an item stands in a card", "write `as: cards`, or use `table:`")
        _judge_columns(show, at, faults)


def _judge_grid(grid: Mapping[str, Any], words: Mapping[str, Check], at: Path, faults: Faults) -> None:
    _judge_words(grid, words, at, faults, ("table", "columns"))
    _judge_columns(grid, at, faults)


def _judge_columns(grid: Mapping[str, Any], at: Path, faults: Faults) -> None:
    for number, column in _mappings(grid.get("columns"), (*at, "columns"), faults):
        place: Path = (*at, "columns", number)
        _judge_words(column, COLUMN, place, faults, ("title",))
        if bool(column.get("take")) == is_yes(column.get("blank")):
            faults.add(place, "a column takes fields or is left blank", "write `take:`, or `blank: yes`", key=True)


def _judge_words(
    value: Mapping[str, Any], words: Mapping[str, Check], at: Path, faults: Faults, needed: Sequence[str]
) -> None:
    """Words and their values; that one is missing is worth saying only where none is misspelt."""
    unknown = [word for word in value if word not in words]
    for word in unknown:
        faults.add((*at, word), f"there is no word `{_shown(word)}` here", nearest(str(word), words), key=True)
    for word, given in value.items():
        check = words.get(word)
        if check and given is not None and (wrong := check(given)):
            faults.add((*at, word), f"`{word}:` is {wrong}", HINTS[check])
    for word in needed if not unknown else ():
        if value.get(word) in (None, "", [], {}):
            faults.add((*at, word) if word in value else at, f"`{word}:` is missing", f"write `{word}:`")


def _mappings(value: Any, at: Path, faults: Faults) -> Iterator[tuple[int, Mapping[str, Any]]]:
    if not isinstance(value, list):
        return  # said already, by the check of the word
    for number, entry in enumerate(value):
        if isinstance(entry, dict):
            yield number, entry
        else:
            faults.add((*at, number), "an entry of this list is a group of words", "write `word: …` behind the dash")


def _shown(word: object) -> str:
    text = str(word)
    return text if re.fullmatch(r"[a-z][a-z0-9_-]{0,39}", text) else "…"
