"""Which recommendations answer which learning: as links for a table's cell, and as a figure."""

from __future__ import annotations

from reviewkit.composing.answering import answer
from reviewkit.composing.linking import Target, id_of
from reviewkit.composing.material import Entry, Material, items_of
from reviewkit.composing.picturing import figure
from reviewkit.composing.relating import words_of
from reviewkit.document import Block, Figure, Links
from reviewkit.report import is_empty
from reviewkit.schema import Field

LINKS_TITLE = "Which recommendations answer which learning"


def links_figure(material: Material) -> tuple[Figure, ...]:
    """All learning and all recommendations that have an id of their own, and what leads from one to the other."""
    learning = [target for _, target in _targets(material, "learning") if target.title]
    following = _targets(material, "recommendations")
    places = {target.id: place for place, (_, target) in enumerate(following)}
    led = [[places[target.id] for target in answers_to(material, point)] for point in learning]
    shown = Links(
        left_title=_label(material, "learning"),
        right_title=_label(material, "recommendations"),
        left=tuple(f"{point.id} {point.title}" for point in learning),
        right=tuple(f"{target.id} {words_of(said(material, item, 'owner'))}".strip() for item, target in following),
        pairs=tuple((left, right) for left, some in enumerate(led) for right in some),
    )
    told = "; ".join(
        f"{point.id} leads to {' and '.join(following[right][1].id for right in some) or 'no recommendation'}"
        for point, some in zip(learning, led, strict=True)
    )
    return figure(LINKS_TITLE, f"{told}.", shown, "")


def answers_to(material: Material, point: Target | None) -> tuple[Target, ...]:
    """The recommendations that answer a learning point."""
    found = material.links.back.get(("learning", point.id), ()) if point else ()
    targets = material.links.targets
    every = (target for _, several in found for target in several)
    return tuple(target for target in every if targets.get(("recommendations", target.id)) == target)


def target_of(material: Material, item: Entry) -> Target | None:
    """Where links to an item lead; none if it has no id, or shares one with an item before it."""
    target = material.links.targets.get((item.field.id, id_of(item.value)))
    return target if target and target.position == item.path[-1] and item.field.member("id") else None


def items_in(material: Material, field: Field) -> list[Entry]:
    """The items of a section that say something; their blocks carry no path."""
    items = items_of(material, Entry(field, material.values.get(field.id), ()))
    return [item for item in items if not is_empty(item.value)]


def said(material: Material, item: Entry, key: str) -> tuple[Block, ...]:
    """What one field of an item or a group says, without a path."""
    member = item.field.member(key)
    if member is None or is_empty(item.value.get(key)):
        return ()
    return answer(material, Entry(member, item.value[key], ()), brief=True)


def _targets(material: Material, section: str) -> list[tuple[Entry, Target]]:
    field = material.template.section(section)
    items = items_in(material, field) if field else []
    return [(item, target) for item in items if (target := target_of(material, item))]


def _label(material: Material, section: str) -> str:
    field = material.template.section(section)
    return field.label if field else ""
