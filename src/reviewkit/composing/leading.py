"""Which sections are told in prose and which are made of facts: the template says it by the fields it has."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.schema import Field


def is_prose_led(field: Field) -> bool:
    """Whether at least a third of the fields outside tables hold prose."""
    if field.kind == "value":
        return field.type == "prose"
    leaves = list(_leaves(field))
    return bool(leaves) and 3 * sum(leaf.type == "prose" for leaf in leaves) >= len(leaves)


def only_prose(field: Field) -> str:
    """The id of the only prose of a group or item that is led by it: it needs no label. Else ""."""
    held = [member.id for member in field.members() if member.type == "prose" and member.id not in field.headed_by]
    return held[0] if len(held) == 1 and is_prose_led(field) else ""


def _leaves(field: Field) -> Iterator[Field]:
    if field.kind == "value":
        yield field
    elif field.show != "table":
        for member in field.members():
            if member.id not in field.headed_by:
                yield from _leaves(member)
