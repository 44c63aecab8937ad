"""Plain values as YAML: in lines of their own, or within brackets; quoted only where YAML needs it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reviewkit.loading.scalars import resolve

STEP = "  "
_PLAIN = r"[^\W_](?:[^\n:#]|:(?=[^\s:])|(?<=\S)#)*"
_FLOW_MARKS = frozenset(",[]{}:?")


def block_lines(value: Any, indent: str) -> Iterator[str]:
    """The lines of a list or mapping that is not empty, each without its line end."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from _entry(f"{indent}{scalar(str(key))}:", item, indent)
    else:
        for item in value:
            yield from _item(item, indent)


def flow(value: Any) -> str:
    """The value within brackets, on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(str(key), flow=True)}: {flow(item)}" for key, item in value.items()) + "}"
    if _is_list(value):
        return "[" + ", ".join(flow(item) for item in value) + "]"
    return scalar(value, flow=True)


def scalar(value: Any, *, flow: bool = False) -> str:
    """One text, number, truth value or nothing, on one line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if not isinstance(value, str):
        return str(value)
    if resolve(value) == value and _is_plain(value) and not (flow and _FLOW_MARKS & set(value)):
        return value
    return _quoted(value)


def _entry(start: str, value: Any, indent: str) -> Iterator[str]:
    if _holds_lines(value):
        yield start
        yield from block_lines(value, indent + STEP)
    elif _is_literal(value):
        yield f"{start} |{'' if value.endswith(chr(10)) else '-'}"
        yield from (f"{indent}{STEP}{line}" if line else "" for line in value.removesuffix("\n").split("\n"))
    else:
        yield f"{start} {flow(value) if isinstance(value, Mapping) or _is_list(value) else scalar(value)}"


def _item(value: Any, indent: str) -> Iterator[str]:
    if not _holds_lines(value):
        yield from _entry(f"{indent}-", value, indent)
        return
    first, *others = block_lines(value, indent + STEP)
    yield f"{indent}- {first[len(indent) + len(STEP) :]}"
    yield from others


def _holds_lines(value: Any) -> bool:
    return bool(value) and (isinstance(value, Mapping) or _is_list(value))


def _is_list(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _is_plain(text: str) -> bool:
    return text.isprintable() and text == text.strip() and text[-1] != ":" and re.fullmatch(_PLAIN, text) is not None


def _is_literal(value: Any) -> bool:
    """Whether a text of several lines can stand as it is, indented."""
    if not isinstance(value, str) or "\n" not in value.removesuffix("\n"):
        return False
    lines = value.removesuffix("\n").split("\n")
    return bool(lines[-1]) and not lines[0][:1].isspace() and all(_is_line(line) for line in lines) and bool(lines[0])


def _is_line(line: str) -> bool:
    return line.isprintable() and line == line.rstrip()


def _quoted(text: str) -> str:
    return "".join(
        letter if letter.isprintable() or ord(letter) > 0xFFFF else f"\\u{ord(letter):04x}"
        for letter in json.dumps(text, ensure_ascii=False)
    )
