"""What an editor puts in for a new item of a list: its required fields, with tab stops."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from reviewkit.exporting.wording import answers_of
from reviewkit.schema import YES_NO, Field, Template

_MOST_CHOICES = 30


def item_snippet(field: Field, template: Template, edition: str) -> dict[str, Any]:
    """A `defaultSnippets` entry for one item of the list."""
    stops = count(1)
    return {
        "label": f"New entry: {field.label}",
        "description": "An item with what it must have",
        "type": "array",
        "body": _body(field.fields, template, edition, stops),
    }


def _body(fields: Sequence[Field], template: Template, edition: str, stops: Iterator[int]) -> dict[str, Any]:
    asked = [field for field in fields if field.need_in(edition) == "must" and not field.when] or list(fields[:1])
    leading = [field.fields[0] if field.kind == "either" else field for field in asked]
    return {field.id: _value(field, template, edition, stops) for field in leading}


def _value(field: Field, template: Template, edition: str, stops: Iterator[int]) -> Any:
    if field.kind == "group":
        return _body(field.fields, template, edition, stops)
    if field.kind == "list":
        return [_body(field.fields, template, edition, stops)]
    stop = next(stops)
    if field.type in ("lines", "references", "codes"):
        return [_choice(stop, [code for code, _, _ in answers_of(field, template)])]
    if field.type in ("code", "yes-no"):
        return _choice(stop, [code for code, _, _ in answers_of(field, template)] or list(YES_NO))
    return f"${stop}"


def _choice(stop: int, answers: Sequence[str]) -> str:
    return f"${{{stop}|{','.join(answers)}|}}" if 0 < len(answers) <= _MOST_CHOICES else f"${stop}"
