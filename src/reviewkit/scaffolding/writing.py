"""A field's key with its value as YAML, or with room for one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from reviewkit.loading.scalars import resolve
from reviewkit.schema import LIST_TYPES, Field

_PLAIN = r"[A-Za-z0-9][\w ./()'’-]*[\w)]|[A-Za-z0-9]"


def written(field: Field, given: Any, depth: int) -> Iterator[str]:
    """The lines of one value; an empty prose field shows where its text goes."""
    indent = "  " * depth
    if field.type == "lines":
        # Not in brackets: a name with a comma in it would become two.
        yield f"{indent}{field.id}:"
        yield from (f"{indent}  - {as_yaml(item)}" for item in given or ())
        if not given:
            yield f"{indent}  -"
    elif given is None:
        yield f"{indent}{field.id}:" + {"prose": " |"}.get(field.type, " []" if field.type in LIST_TYPES else "")
        if field.type == "prose":
            yield ""
    elif field.type == "prose":
        yield f"{indent}{field.id}: |"
        yield from (f"{indent}  {line}".rstrip() for line in str(given).splitlines() or [""])
    elif isinstance(given, list):
        yield f"{indent}{field.id}: [{', '.join(as_yaml(item) for item in given)}]"
    else:
        yield f"{indent}{field.id}: {as_yaml(given)}"


def as_yaml(value: Any) -> str:
    """A scalar as YAML, quoted only where YAML needs it."""
    text = str(value)
    if not isinstance(value, str):
        return text
    if re.fullmatch(_PLAIN, text, re.ASCII) and resolve(text) == text:
        return text
    return json.dumps(text, ensure_ascii=False)
