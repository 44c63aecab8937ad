"""The fields that a plan names, in the report. What the template does not have is simply not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.composing.material import Entry, Material, has_something, items_of, members_of
from reviewkit.composing.naming import joined, opened, referred
from reviewkit.composing.values import line_runs, prose_or_none
from reviewkit.document import Block, Runs
from reviewkit.plans import Items, Labels


def entry_at(material: Material, path: str) -> Entry | None:
    """The field at a dotted path from a section on, if it has something to show."""
    key, _, rest = path.partition(".")
    # Register and waivers are no sections: no plan can name them.
    field = next((section for section in material.template.sections if section.id == key), None)
    if not field:
        return None
    entry = Entry(field, material.values.get(key), (key,))
    return _below(material, entry, rest) if has_something(material, entry) else None


def member_at(material: Material, holder: Entry, path: str) -> Entry | None:
    """The field at a dotted path from a group or an item on, if it has something to show."""
    return _below(material, holder, path)


def members_at(material: Material, holder: Entry, paths: Iterable[str], labels: Labels = ()) -> Iterator[Entry]:
    """The fields at those paths that have something to show, under the labels that the plan gives them."""
    given = dict(labels)
    for path in paths:
        if entry := _below(material, holder, path):
            yield labelled(entry, given[path]) if path in given else entry


def labelled(entry: Entry, label: str) -> Entry:
    """The same field under another label."""
    return entry._replace(field=entry.field._replace(label=label))


def chosen_items(material: Material, entry: Entry, shown: Items) -> list[Entry]:
    """The items of a list that the plan shows, by their place among those that say anything."""
    return list(items_of(material, entry))[shown.first - 1 : shown.last or None]


def sentence_instead(material: Material, entry: Entry, shown: Items) -> tuple[Block, ...]:
    """The sentence that answers a list with "None"; it stands where the list would begin."""
    return prose_or_none(material, entry) if isinstance(entry.value, str) and shown.first == 1 else ()


def name_of(material: Material, item: Entry, head: Iterable[str]) -> Runs:
    """What names an item: its id, its title, the person it is about."""
    held = (entry for path in head if (entry := _below(material, item, path)))
    named = joined((_words_of(material, entry) for entry in held), " ")
    return opened(material, named)


def _words_of(material: Material, entry: Entry) -> Runs:
    if entry.field.type in ("reference", "references"):
        # Keys of the register are no words of a document.
        keys = entry.value if isinstance(entry.value, list) else [entry.value]
        named = joined(referred(material, entry.field.to, key) for key in keys)
        return tuple(run._replace(anchor="") for run in named)
    return line_runs(material, entry.field, entry.value)


def _below(material: Material, entry: Entry, path: str) -> Entry | None:
    for step in filter(None, path.split(".")):
        if entry.field.kind == "list" and isinstance(entry.value, list):
            return None
        found = next((member for member in members_of(material, entry) if member.field.id == step), None)
        if not found:
            return None
        entry = found
    return entry
