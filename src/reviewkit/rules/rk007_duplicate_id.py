"""Two items of one list have the same id."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path
from reviewkit.schema import Field


def look(context: Context) -> Iterator[Hit]:
    """Go through every list whose items have an id."""
    for path, field, value in context.prose.written:
        if field.kind == "list" and isinstance(value, list):
            yield from _within(field, value, path)


def _within(field: Field, items: list[Any], path: Path) -> Iterator[Hit]:
    for member in field.members():
        if member.type != "id":
            continue
        seen: set[str] = set()
        for index, item in enumerate(items):
            key = item.get(member.id) if isinstance(item, dict) else None
            if isinstance(key, str) and key in seen:
                yield Hit((*path, index, member.id), evidence=key)
            elif isinstance(key, str):
                seen.add(key)


RULE = Rule(
    code="RK007",
    name="duplicate-id",
    severity="error",
    finding="{place}: an earlier item of this list has the same id.",
    why="Whoever refers to this id, in this report or years later in an action plan, can't say which of the two is meant.",
    fix="give one of the two a new id, and change it where it is referred to",
    source=("own",),
    good=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together}
  - {id: L2, title: The clinic closed the case after a missed appointment}
"""
    ),
    bad=Example(
        """
learning:
  - {id: L1, title: Nobody saw the three referrals together}
  - {id: L1, title: The clinic closed the case after a missed appointment}
""",
        at="/learning/1/id",
    ),
    look=look,
    waivable=False,
)
