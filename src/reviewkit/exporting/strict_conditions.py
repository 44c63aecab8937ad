"""`when:` as JSON Schema 2020-12: the test of a condition, and the demand that follows from it.

Only well-formed reports have to be told apart here: where the path leads through a value of the wrong type, that value
is refused by itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewkit.exporting.paths import Chain, chain_of
from reviewkit.exporting.strict_values import EMPTY, WRITTEN, Schema
from reviewkit.schema import LIST_TYPES, Condition, Field, Template

Step = str | None
"""A key on the way to a group; None stands for each item of a list or each entry under keys of the author's own."""


def test_of(condition: Condition, neighbours: Sequence[Field], template: Template) -> Schema | None:
    """A schema of the group (or of the whole report) that is valid where the condition holds; None for an age's test.

    How old a child was follows from two dates and the register, which JSON Schema can't compare.
    """
    if condition.test == "is at least":
        return None
    chain = chain_of(condition, neighbours, template)
    given = _reached(condition.path, chain, WRITTEN)
    if condition.test == "is given":
        return given
    if condition.test == "is missing":
        return {"not": given}
    matching = _reached(condition.path, chain, {"enum": list(condition.values)})
    return matching if condition.test == "is" else {"allOf": [given, {"not": matching}]}


def _reached(path: Sequence[str], chain: Chain, leaf: Schema) -> Schema:
    """A mapping in which some value at `path` is valid against `leaf`."""
    field = chain[0] if chain else None
    rest = path[1:]
    inner = {"type": "object", **_reached(rest, chain[1:], leaf)} if rest else leaf
    if field is not None and (field.kind == "list" or field.type in LIST_TYPES):
        inner = leaf if not rest and leaf is WRITTEN else {"type": "array", "contains": inner}
    return {"required": [path[0]], "properties": {path[0]: inner}}


def demand_for(field: Field) -> Schema:
    """A group in which the field is filled in, or one of its alternatives."""
    if field.kind == "either":
        return {"anyOf": [_filled(inner.id) for inner in field.fields]}
    return _filled(field.id)


def _filled(key: str) -> Schema:
    return {"required": [key], "properties": {key: WRITTEN}}


def placed(demand: Schema, steps: Sequence[Step]) -> Schema:
    """The demand on a group somewhere below the top, where that group has anything in it."""
    schema: Schema = {"if": EMPTY, "else": demand} if steps else demand
    for step in reversed(steps):
        schema = {"items": schema, "additionalProperties": schema} if step is None else {"properties": {step: schema}}
    return schema
