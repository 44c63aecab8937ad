"""Which items of a report refer to which: learning to the recommendations that answer it, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.composing.wording import one_line
from reviewkit.report import is_empty
from reviewkit.schema import Field, Template
from reviewkit.tuples import NamedTuple

ANCHORS: Mapping[str, str] = {
    "incidents": "incident",
    "learning": "learning",
    "recommendations": "recommendation",
    "key_lines_of_enquiry": "enquiry",
}
"""What the anchors of a section's items begin with; numbers follow, never words of the report."""

BACK: tuple[tuple[str, str, str, str], ...] = (
    ("recommendations", "addresses", "learning", "Answered by"),
    ("key_lines_of_enquiry", "learning", "learning", "Line of enquiry"),
)
"""Section, field, the section it refers to, and how an item there names the ones that refer to it."""


class Target(NamedTuple):
    """An item that can be referred to: its id as printed, its title or "", where it stands in its list, its anchor."""

    id: str
    title: str
    position: int
    anchor: str


class Links(NamedTuple):
    """`targets` by section and id; `back` by section and id: label and the items that refer to this one."""

    targets: Mapping[tuple[str, str], Target] = {}
    back: Mapping[tuple[str, str], tuple[tuple[str, tuple[Target, ...]], ...]] = {}


def link_up(template: Template, values: Mapping[str, Any]) -> Links:
    """The links of a report."""
    targets: dict[tuple[str, str], Target] = {}
    for section, anchor in ANCHORS.items():
        field = template.section(section)
        for number, (index, item) in enumerate(_items(values, section), start=1):
            if field and (key := id_of(item)):
                targets.setdefault((section, key), Target(key, _title(field, item), index, f"{anchor}-{number}"))
    return Links(targets, _back(values, targets))


def _back(
    values: Mapping[str, Any], targets: Mapping[tuple[str, str], Target]
) -> dict[tuple[str, str], tuple[tuple[str, tuple[Target, ...]], ...]]:
    found: dict[tuple[str, str], dict[str, list[Target]]] = {}
    for section, key, to, label in BACK:
        for _, item in _items(values, section):
            referring = targets.get((section, id_of(item)))
            for target in _listed(item.get(key)):
                named = found.setdefault((to, target), {}).setdefault(label, [])
                if referring and referring not in named:
                    named.append(referring)
    return {
        place: tuple((label, tuple(named)) for label, named in labels.items() if named)
        for place, labels in found.items()
    }


def id_of(item: Any) -> str:
    """The id of an item as it is printed and referred to, whatever it was written as; "" if it has none."""
    return _text(item.get("id")) if isinstance(item, dict) else ""


def _items(values: Mapping[str, Any], section: str) -> Iterator[tuple[int, dict[str, Any]]]:
    written = values.get(section)
    for index, item in enumerate(written if isinstance(written, list) else ()):
        if isinstance(item, dict) and not is_empty(item):
            yield index, item


def _title(field: Field, item: Mapping[str, Any]) -> str:
    for key in field.headed_by:
        member = field.member(key)
        if member and member.type == "line":
            return _text(item.get(key))
    return ""


def _listed(value: Any) -> list[str]:
    return [text for entry in value if (text := _text(entry))] if isinstance(value, list) else []


def _text(value: Any) -> str:
    return one_line(value) if isinstance(value, str | int | float) else ""
