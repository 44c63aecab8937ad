"""The words of a derived document's file, and what each may hold. `templates/README.md` explains them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from reviewkit.plans import STYLES

TEMPLATES = ("lcspr", "rapid-review")
WIDEST = 9
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_PATH = re.compile(r"[a-z][a-z0-9_-]*(?:\.[a-z][a-z0-9_-]*)*")

Check = Callable[[Any], str]
"""What is wrong with a value, in words that complete "`title:` is …"; "" if nothing is."""


def is_yes(value: object) -> bool:
    """Whether the answer is yes."""
    return value in ("yes", True)


def _text(value: Any) -> str:
    return "" if isinstance(value, str) and value.strip() else "no text"


def _words_or_nothing(value: Any) -> str:
    return "" if isinstance(value, str) else "no text"


def _texts(value: Any) -> str:
    held = isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)
    return "" if held else "no list of texts"


def _name(value: Any) -> str:
    return "" if isinstance(value, str) and _NAME.fullmatch(value) else "no name"


def _path(value: Any) -> str:
    return "" if isinstance(value, str) and _PATH.fullmatch(value) else "no field"


def _paths(value: Any) -> str:
    return "" if isinstance(value, list) and value and not any(_path(path) for path in value) else "no list of fields"


def _path_or_paths(value: Any) -> str:
    return _path(value) and _paths(value) and "no field and no list of fields"


def _templates(value: Any) -> str:
    held = isinstance(value, list) and value and all(name in TEMPLATES for name in value)
    return "" if held else "no list of templates"


def _yes_no(value: Any) -> str:
    return "" if value in ("yes", "no") or isinstance(value, bool) else "neither yes nor no"


def _list(value: Any) -> str:
    return "" if isinstance(value, list) else "no list"


def _group(value: Any) -> str:
    return "" if isinstance(value, dict) else "no group of words"


def _labels(value: Any) -> str:
    held = isinstance(value, dict) and not any(_path(path) or _words_or_nothing(text) for path, text in value.items())
    return "" if held else "no list of labels"


def _style(value: Any) -> str:
    return "" if value in STYLES else "no way to show a list"


def _only(value: Any) -> str:
    given = re.fullmatch(r"([1-9]\d?)(?: on| to ([1-9]\d?))?", str(value)) if type(value) in (int, str) else None
    return "" if given and int(given[1]) <= int(given[2] or given[1]) else "no choice of items"


def _width(value: Any) -> str:
    return "" if type(value) is int and 1 <= value <= WIDEST else "no width"


HINTS: Mapping[Check, str] = {
    _text: "write words; put a text that holds a colon in quotes",
    _words_or_nothing: 'write words, or "" for none',
    _texts: "begin each with `- `; put a text that holds a colon in quotes",
    _name: "write small letters, numbers and hyphens",
    _path: "write the name of a field, with dots between groups: `review.period`",
    _paths: "write them in square brackets: `[id, title]`",
    _path_or_paths: "write one field, or several in square brackets: `[id, title]`",
    _templates: f"write `[{', '.join(TEMPLATES)}]`, or one of them in square brackets",
    _yes_no: "write yes or no",
    _list: "begin each entry with `- `",
    _group: "write `word: …`, one a line, indented",
    _labels: "write `field: words`, one a line, indented",
    _style: f"write one of {', '.join(STYLES)}",
    _only: "write `3` for the third, `1 to 3`, or `4 on` for all from the fourth",
    _width: "write a number from 1 to 9",
}  # fmt: skip
SHEET: Mapping[str, Check] = {"table": _path, "rows": _path, "columns": _list, "caption": _text}
TABLE: Mapping[str, Check] = {**SHEET, "for": _templates}
COLUMN: Mapping[str, Check] = {
    "title": _text, "take": _path_or_paths, "or": _path_or_paths, "blank": _yes_no, "width": _width,
}  # fmt: skip
SHOWN: Mapping[str, Mapping[str, Check]] = {
    "field": {"field": _path, "label": _text, "for": _templates},
    "facts": {"facts": _paths, "labels": _labels, "for": _templates},
    "list": {
        "list": _path, "as": _style, "head": _paths, "take": _paths, "labels": _labels, "label": _text, "only": _only,
        "rows": _path, "columns": _list, "caption": _text, "for": _templates,
    },
}  # fmt: skip
PART: Mapping[str, Check] = {
    "id": _name, "heading": _text, "text": _text, "show": _list, "ask": _texts, "otherwise": _text, "for": _templates,
    "after": _name, "leave_out": _yes_no,
}  # fmt: skip
NEEDED = ("document", "title", "for", "parts")
NEEDED_TO_EXTEND = ("document",)
PLAN: Mapping[str, Check] = {
    "document": _name, "extends": _name, "title": _text, "about": _text, "for": _templates,
    "numbered": _yes_no, "parts": _list, "sheet": _group,
}  # fmt: skip
