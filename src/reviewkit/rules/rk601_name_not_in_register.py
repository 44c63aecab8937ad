"""A name stands in the text that the register does not have."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Detected, Example, Hit, Rule

_CODE = "RK601"


def _look(context: Context) -> Iterator[Hit]:
    """Each name once, where it first stands: an answer to it holds for the whole report."""
    places: dict[str, list[Detected]] = {}
    for found in context.detected():
        if found.detector.code == _CODE and found.sure:
            places.setdefault(found.words.casefold(), []).append(found)
    for some in places.values():
        first = some[0]
        often = "" if len(some) == 1 else f", in {len(some)} places"
        yield Hit(
            first.passage.path,
            f"{{place}} holds {first.detector.what}{often}.",
            evidence=first.words,
        )


RULE = Rule(
    code=_CODE,
    name="name-not-in-register",
    severity="note",
    finding="{place} holds a name that the register lacks.",
    why="Only names of the register are replaced when a report is published; about any other somebody has to decide.",
    fix="add it to `register`, write a role instead, or answer it under `publication.decisions`",
    source=("own",),
    good=Example("""
register:
  people:
    neighbour: {name: Ruth Penhale, role: family-friend, published_as: a neighbour}
learning:
  - id: L1
    what_happened: The baby was often cared for by Ruth Penhale, a neighbour whom no agency knew of.
"""),
    bad=Example(
        """
learning:
  - id: L1
    what_happened: The baby was often cared for by Ruth Penhale, a neighbour whom no agency knew of.
""",
        at="/learning/0/what_happened",
    ),
    look=_look,
)
