"""Where the path of a `when:` leads in a template."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.schema import Condition, Field, Template

Chain = tuple[Field, ...]
"""The fields along a path, from the first step to the last."""


def members_of(fields: Sequence[Field]) -> list[Field]:
    """The fields that stand under keys: an `either` stands for its alternatives."""
    return [inner for field in fields for inner in (field.fields if field.kind == "either" else (field,))]


def is_local(condition: Condition, neighbours: Sequence[Field]) -> bool:
    """Whether the condition speaks of a field of the same group."""
    return any(field.id == condition.path[0] for field in members_of(neighbours))


def chain_of(condition: Condition, neighbours: Sequence[Field], template: Template) -> Chain:
    """The fields that the condition's path passes; it ends early where the path leads nowhere or to a checklist's code."""
    start = neighbours if is_local(condition, neighbours) else template.sections
    return tuple(_steps(start, condition.path))


def _steps(fields: Sequence[Field], path: tuple[str, ...]) -> Iterator[Field]:
    for step in path:
        found = next((field for field in members_of(fields) if field.id == step), None)
        if found is None:
            return
        yield found
        fields = found.fields
