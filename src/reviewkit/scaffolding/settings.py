"""`--set KEY=VALUE`: dotted paths into the template, checked and put in place."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from reviewkit.answers import problem_with
from reviewkit.errors import UsageError
from reviewkit.schema import LIST_TYPES, Field, Template


def read_settings(template: Template, settings: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The settings as values of a report. Raises `UsageError` for an unknown key or a value that doesn't fit."""
    values: dict[str, Any] = {}
    for key, value in settings:
        steps = [step for step in key.split(".") if step]
        field, path = _field_at(template, key, steps)
        _put(values, path, _typed(template, field, key, value))
    return values


def is_withheld(template: Template, key: str) -> bool:
    """Whether the field's content is never published: it does not belong in a shell's history."""
    field, _ = _field_at(template, key, [step for step in key.split(".") if step])
    return field.publish == "withhold"


def _field_at(template: Template, key: str, steps: list[str]) -> tuple[Field, list[str | int]]:
    if not steps:
        raise UsageError("`--set` needs KEY=VALUE", hint="such as --set review.title=…")
    field = next((section for section in template.sections if section.id == steps[0]), None)
    if field is None:
        raise _unknown(key, steps[0], [section.id for section in template.sections])
    path: list[str | int] = [steps[0]]
    rest = steps[1:]
    while rest:
        step = rest.pop(0)
        if field.kind == "list" and not isinstance(path[-1], int):
            # An item that is not numbered is the first: children.person is children.0.person.
            path.append(int(step) if step.isdigit() else 0)
            if step.isdigit():
                continue
        inner = field.member(step)
        if inner is None:
            raise _unknown(key, step, [member.id for member in field.members()])
        field = inner
        path.append(step)
    if field.kind != "value" or field.type == "checklist":
        raise UsageError(f"`{key}` holds several fields", hint=f"name one: {key}.{next(field.members(), field).id}=…")
    return field, path


def _typed(template: Template, field: Field, key: str, value: str) -> Any:
    typed: Any = value
    if field.type in LIST_TYPES:
        typed = [value] if field.type == "lines" else [part.strip() for part in value.split(",") if part.strip()]
    problem = problem_with(field, typed, template.codelists)
    if problem:
        raise UsageError(f"`{key}`: {field.label} {problem.message}", hint=problem.fix)
    return typed


def _put(values: dict[str, Any], path: list[str | int], value: Any) -> None:
    node: Any = values
    for step, following in pairwise(path):
        fresh: Any = [] if isinstance(following, int) else {}
        if isinstance(step, int):
            _grow(node, step)
            node = node[step]
        else:
            node = node.setdefault(step, fresh)
    last = path[-1]
    node[last] = value


def _grow(items: list[Any], index: int) -> None:
    if index > len(items):
        raise UsageError("`--set` leaves out an item of a list", hint="count from 0 without gaps")
    if index == len(items):
        items.append({})


def _unknown(key: str, step: str, known: list[str]) -> UsageError:
    from difflib import get_close_matches

    near = get_close_matches(step, known, n=1, cutoff=0.5)
    return UsageError(
        f"`{key}`: there is no field `{step}`", hint=f"did you mean {near[0]}?" if near else ", ".join(known)
    )
