"""The way in: a report's text with items added or replaced, or a text set; nothing else in it is touched.

The new text is read again: unless it says what the old one said and the change, nothing comes back.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import partial
from typing import Any

from reviewkit.amending.changing import NoWayError, exchange, put, refill, replace_scalar
from reviewkit.amending.places import Edit, Source, newline_of, position_of, source_of
from reviewkit.errors import InputError
from reviewkit.loading.files import decode
from reviewkit.loading.yaml_reader import read_yaml
from reviewkit.report import Path

_MARK = "\ufeff"
_NAME = "the report"
Change = Callable[[Source], Edit | None]


def amended_bytes(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """A file's bytes after `change` of its text; a byte order mark stays. Raises `InputError`."""
    mark = _MARK if data.startswith(_MARK.encode()) else ""
    return (mark + change(decode(data, name))).encode()


def add_items(text: str, path: Path, items: Sequence[Mapping[str, Any]], *, name: str = _NAME) -> str:
    """The text with items appended to the list at `path`, which is made if it is missing.

    `name` is the file for messages. Raises `InputError` if something else stands there, or the file is written in a way
    that can't be added to.
    """
    return _ended(text, lambda text: _set_items(text, path, [*_items_at(text, path, name), *items], name))


def set_items(text: str, path: Path, items: Sequence[Mapping[str, Any]], *, name: str = _NAME) -> str:
    """The text with exactly these items in the list at `path`; those that were there already keep their bytes."""
    return _ended(text, lambda text: _set_items(text, path, items, name))


def _set_items(text: str, path: Path, items: Sequence[Any], name: str) -> str:
    items = [dict(item) if isinstance(item, Mapping) else item for item in items]
    held = _items_at(text, path, name)
    # From the end, so that the numbers of the items before stay true.
    for first, last, others in reversed(_differences(held, items)):
        held = [*held[:first], *others, *held[last:]]
        text = _changed(text, path, held, partial(_exchanged, path=path, first=first, last=last, items=others), name)
    return text


def set_value(text: str, path: Path, value: str, *, name: str = _NAME) -> str:
    """The text with that value at `path`, a key of a mapping. Raises `InputError` where a list or mapping stands."""

    def change(source: Source) -> Edit | None:
        old = source.at(path)
        if isinstance(old, (dict, list)) or not path or not isinstance(path[-1], str):
            raise NoWayError
        if old == value:
            return None
        return put(source, path, value) if old is None else replace_scalar(source, path, value)

    return _ended(text, lambda text: _changed(text, path, value, change, name))


def _ended(text: str, change: Callable[[str], str]) -> str:
    """The change; where it follows a last line without an end, and that line is a text's, of the text so ended."""
    try:
        return change(text)
    except InputError:
        if not text or text.endswith(("\r", "\n")):
            raise
        return change(text + newline_of(text))


def _items_at(text: str, path: Path, name: str) -> list[Any]:
    source = source_of(text.removeprefix(_MARK), name)
    value = source.at(path)
    if value is None:
        return []
    if not isinstance(value, list):
        raise _refusal(source, path, name)
    return value


def _changed(text: str, path: Path, value: Any, change: Change, name: str) -> str:
    mark = _MARK if text.startswith(_MARK) else ""
    source = source_of(text.removeprefix(_MARK), name)
    try:
        edit = change(source)
    except (NoWayError, ValueError, LookupError):
        raise _refusal(source, path, name) from None
    if edit is None:
        return text
    new = source.text[: edit.start] + edit.text + source.text[edit.end :]
    if not _says(new, _expected(source, path, value)):
        raise _refusal(source, path, name)
    return mark + new


def _expected(source: Source, path: Path, value: Any) -> Any:
    root = holder = read_yaml(source.text, _NAME).value
    for step in path[:-1]:
        if isinstance(holder, dict) and holder.get(step) is None:
            holder[step] = {}
        holder = holder[step]
    holder[path[-1]] = value
    return root


def _says(text: str, expected: Any) -> bool:
    try:
        found = read_yaml(text, _NAME).value
    except InputError:
        return False
    # By their spelling: True equals 1, and the order of keys is the author's.
    return repr(found) == repr(expected)


def _exchanged(source: Source, path: Path, first: int, last: int, items: list[Any]) -> Edit:
    held = source.at(path)
    if held is None:
        return put(source, path, items)
    return exchange(source, path, first, last, items) if held else refill(source, path, items)


def _differences(old: Sequence[Any], new: Sequence[Any]) -> list[tuple[int, int, list[Any]]]:
    """The stretches of old items that give way, each with the items that come in their place."""
    matcher = SequenceMatcher(a=[repr(item) for item in old], b=[repr(item) for item in new], autojunk=False)
    return [
        (start, end, list(new[first:last])) for tag, start, end, first, last in matcher.get_opcodes() if tag != "equal"
    ]


def _refusal(source: Source, path: Path, name: str) -> InputError:
    where = position_of(source, path)
    words = ".".join(str(step) for step in path if isinstance(step, str))
    return InputError(
        name,
        f"`{words}` can't be written here without touching something else",
        line=where.line if where else 0,
        column=where.column if where else 0,
        hint="write it by hand, each entry on a line of its own; the file is as it was",
    )
