"""One change of a text as edits of it: a key added, a scalar set, items of a list put in the place of others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from reviewkit.amending.emitting import STEP, block_lines, flow, scalar
from reviewkit.amending.places import Edit, Source
from reviewkit.report import Path


class NoWayError(Exception):
    """The file is written in a way that has no place for the change."""


def put(source: Source, path: Path, value: Any) -> Edit:
    """The value at a path where nothing stands yet; what is missing on the way is made."""
    held, parent = path, path
    while parent and source.at(parent) is None:
        held, parent = parent, parent[:-1]
    for step in reversed(path[len(held) :]):
        value = {step: value}
    if not isinstance(source.at(parent), dict):
        raise NoWayError
    if held in source.document.positions:
        return _into_nothing(source, held, value)
    return _new_key(source, parent, str(held[-1]), value)


def replace_scalar(source: Source, path: Path, value: str) -> Edit:
    """Another text in the place of one."""
    within = _in_flow(source, path[:-1])
    return Edit(source.start(path), source.end(path), scalar(value, flow=within))


def exchange(source: Source, path: Path, first: int, last: int, items: Sequence[Any]) -> Edit:
    """Other items in the place of those from `first` to before `last` of a list that is not empty."""
    whole = first == 0 and last == len(source.at(path))
    if whole and not items:
        return _emptied(source, path)
    if source.is_flow(path):
        return _exchange_in_flow(source, path, first, last, items)
    column = source.column(path)
    start = _dash_line(source, path, first, column)
    end = _after_item(source, path, last - 1, column) if last > first else start
    return Edit(start, end, _lines(source, start, list(block_lines(items, " " * column)) if items else []))


def refill(source: Source, path: Path, items: Sequence[Any]) -> Edit:
    """The first items of a list that stands there as `[]`."""
    start, end = source.start(path), source.end(path)
    if _in_flow(source, path[:-1]):
        return Edit(start, end, flow(items))
    return _below_key(source, path, items, start, end)


def _into_nothing(source: Source, path: Path, value: Any) -> Edit:
    """A value for a key that has none, or null."""
    start, end = source.start(path), source.end(path)
    if _in_flow(source, path[:-1]):
        colon = ":" if ":" not in source.text[_key_end(source, path) : start] else ""
        blank = "" if source.text[start - 1] == " " and not colon else " "
        return Edit(start, end, f"{colon}{blank}{flow(value)}" if start == end else flow(value))
    if isinstance(value, (dict, list)):
        return _below_key(source, path, value, start, end)
    return Edit(start, end, f" {scalar(value)}" if start == end else scalar(value))


def _below_key(source: Source, path: Path, value: Any, start: int, end: int) -> Edit:
    """The value in lines below its key, what stood beside the key removed, its remark kept."""
    after = source.line_after(end, source.column(path))
    rest = source.text[end:after]
    if not rest.strip():
        start -= len(source.text[:start]) - len(source.text[:start].rstrip(" "))
    depth = source.document.keys[path].column - 1
    indent = " " * (depth + (_list_step(source) if isinstance(value, list) else len(STEP)))
    return Edit(start, after, rest + _lines(source, after, list(block_lines(value, indent))))


def _new_key(source: Source, parent: Path, key: str, value: Any) -> Edit:
    held = source.at(parent)
    if source.is_flow(parent):
        pair = flow({key: value})[1:-1]
        if not held:
            start = source.start(parent) + 1
            return Edit(start, start, pair)
        end = source.end((*parent, next(reversed(held))))
        return Edit(end, end, f", {pair}")
    depth = source.document.keys[*parent, next(iter(held))].column - 1
    after = source.line_after(source.end(parent), depth)
    lines = list(_keyed(key, value, " " * depth, _list_step(source)))
    if parent:
        return Edit(after, after, _lines(source, after, lines))
    after = _end_of_document(source, after)
    blank = [""] if not source.text[:after].endswith(source.newline * 2) else []
    return Edit(after, after, _lines(source, after, [*blank, *lines]))


def _keyed(key: str, value: Any, indent: str, step: int) -> Iterator[str]:
    """A key with its value; a list's dashes stand as far in as elsewhere in the file."""
    if isinstance(value, list) and value:
        yield f"{indent}{scalar(key)}:"
        yield from block_lines(value, indent + " " * step)
    elif isinstance(value, dict) and value:
        yield f"{indent}{scalar(key)}:"
        for inner, item in value.items():
            yield from _keyed(inner, item, indent + STEP, step)
    else:
        yield from block_lines({key: value}, indent)


def _lines(source: Source, at: int, lines: Sequence[str]) -> str:
    """The lines, begun on a line of their own."""
    text = "".join(f"{line}{source.newline}" for line in lines)
    return f"{source.newline}{text}" if text and at == len(source.text) and not _ends_line(source.text) else text


def _ends_line(text: str) -> bool:
    return not text or text[-1] in "\r\n"


def _end_of_document(source: Source, after: int) -> int:
    """Before the line `...`, else the end of the text: remarks at its end stay where they are."""
    marker = re.compile(r"^\.\.\.(?=\s|\Z)", re.MULTILINE).search(source.text, after)
    return marker.start() if marker else len(source.text)


def _exchange_in_flow(source: Source, path: Path, first: int, last: int, items: Sequence[Any]) -> Edit:
    written = ", ".join(flow(item) for item in items)
    if last > first and items:
        return Edit(source.start((*path, first)), source.end((*path, last - 1)), written)
    if items and first:
        before = source.end((*path, first - 1))
        return Edit(before, before, f", {written}")
    if items:
        start = source.start((*path, 0))
        return Edit(start, start, f"{written}, ")
    if first:
        return Edit(source.end((*path, first - 1)), source.end((*path, last - 1)), "")
    return Edit(source.start((*path, 0)), source.start((*path, last)), "")


def _emptied(source: Source, path: Path) -> Edit:
    if source.is_flow(path):
        return Edit(source.start(path), source.end(path), "[]")
    column = source.column(path)
    colon = source.text.index(":", _key_end(source, path)) + 1
    between = source.text[colon : _dash_line(source, path, 0, column)]
    end = _after_item(source, path, len(source.at(path)) - 1, column)
    return Edit(colon, end, f" []{between}")


def _dash_line(source: Source, path: Path, number: int, column: int) -> int:
    """Where the line of an item's dash begins; of the item after the last, where it would."""
    if number == len(source.at(path)):
        return _after_item(source, path, number - 1, column)
    start = source.line_start(source.start((*path, number)))
    while source.text[start : start + column + 1] != " " * column + "-":
        if start == 0:
            raise NoWayError
        start = source.line_start(start - 1)
    return start


def _after_item(source: Source, path: Path, number: int, column: int) -> int:
    return source.line_after(source.end((*path, number)), column)


def _key_end(source: Source, path: Path) -> int:
    position = source.document.keys[path]
    return source.offset(position.end_line, position.end_column)


def _in_flow(source: Source, path: Path) -> bool:
    """Whether what stands at the path, or anything around it, is in brackets."""
    return any(source.is_flow(path[:depth]) for depth in range(len(path) + 1))


def _list_step(source: Source) -> int:
    """How far a list's dashes stand in from its key in this file."""
    for path, position in source.document.positions.items():
        if path and isinstance(path[-1], str) and isinstance(source.at(path), list) and source.at(path):
            key = source.document.keys[path]
            if position.line > key.line and not source.is_flow(path):
                return max(position.column - key.column, 0)
    return len(STEP)
