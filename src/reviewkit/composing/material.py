"""What is to be composed, confidential or published: the template, the values, and what people and bodies are called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.composing.linking import Links, link_up
from reviewkit.composing.prose.citing import Citations
from reviewkit.composing.sourcing import citable
from reviewkit.publication import PublishedReport
from reviewkit.report import Path, Register, Report, is_empty, pointer
from reviewkit.schema import Field, Template
from reviewkit.tuples import NamedTuple

NEVER_SHOWN = frozenset({("publication", "decisions"), ("publication", "published")})
"""Kept for whoever prepares the published version; no reader's business."""

READING_ORDER: Mapping[str, tuple[str, ...]] = {"recommendations": ("owner", "due", "level", "type", "addresses")}
"""Fields that readers look for in another order than authors fill them in."""


UNSAID = (("members", "known", "yes"), ("fathers_and_male_carers", "known", "yes"))
"""List, field and answer: what goes without saying once the rest of the item is there."""


class Entry(NamedTuple):
    """A field of the template with what the report says there; for an item of a list, the list's field."""

    field: Field
    value: Any
    path: Path

    @property
    def pointer(self) -> str:
        """The path as a JSON Pointer."""
        return pointer(self.path)


class Material(NamedTuple):
    """Everything that composing may look at.

    `people` and `organisations` are names by register key. `gaps` are messages by the pointer of what is missing,
    `incomplete` those pointers and all that lead to them. `register` is empty for the published version.
    """

    template: Template
    values: Mapping[str, Any]
    people: Mapping[str, str]
    organisations: Mapping[str, str]
    links: Links
    gaps: Mapping[str, str] = {}
    incomplete: frozenset[str] = frozenset()
    register: Register = Register()
    confidential: bool = True
    citations: Citations = Citations()

    @property
    def without_gaps(self) -> Material:
        """The same, where nothing is to be marked as still to be written."""
        return self._replace(gaps={}, incomplete=frozenset()) if self.gaps or self.incomplete else self

    def label_of(self, codes: str, value: Any) -> str:
        """The label of a code; a value that is not in its list stands for itself."""
        listed = self.template.codelists.get(codes)
        code = listed.values.get(str(value)) if listed else None
        return code.label if code else str(value)


def confidential_material(report: Report, gaps: Mapping[str, str]) -> Material:
    """The material of the confidential version: real names."""
    return Material(
        template=report.template,
        values=report.values,
        people={key: person.name for key, person in report.register.people.items() if person.name},
        organisations={key: body.name for key, body in report.register.organisations.items() if body.name},
        links=link_up(report.template, report.values),
        gaps=gaps,
        incomplete=frozenset(part for path in gaps for part in _leading_to(path)),
        register=report.register,
        citations=Citations(citable(report.values)),
    )


def published_material(published: PublishedReport) -> Material:
    """The material of the published version: what may be said, under published names."""
    return Material(
        template=published.template,
        values=published.values,
        people=published.person_names,
        organisations=published.organisation_names,
        links=link_up(published.template, published.values),
        confidential=False,
        citations=Citations(citable(published.values), drop_unknown=True),
    )


def sections_of(material: Material) -> Iterator[Entry]:
    """The sections that have something to show."""
    for field in material.template.sections:
        entry = Entry(field, material.values.get(field.id), (field.id,))
        if has_something(material, entry):
            yield entry


def members_of(material: Material, holder: Entry) -> Iterator[Entry]:
    """The fields of a group or an item that have something to show, in reading order."""
    for field in in_reading_order(holder.field):
        value = holder.value.get(field.id) if isinstance(holder.value, dict) else None
        if value is None and not field.or_register and not material.incomplete:
            continue  # most members of an item are not given
        entry = Entry(field, _or_registered(material, field, value, holder), (*holder.path, field.id))
        unsaid = entry.path in NEVER_SHOWN or (holder.field.id, field.id, value) in UNSAID
        if not unsaid and has_something(material, entry):
            yield entry


def items_of(material: Material, holder: Entry) -> Iterator[Entry]:
    """The items of a list that have something to show."""
    for index, item in enumerate(holder.value if isinstance(holder.value, list) else ()):
        entry = Entry(holder.field, item, (*holder.path, index))
        if isinstance(item, dict) and has_something(material, entry):
            yield entry


def has_something(material: Material, entry: Entry) -> bool:
    """Whether anything is written there, or marked as still to be written."""
    return not is_empty(entry.value) or (bool(material.incomplete) and entry.pointer in material.incomplete)


def in_reading_order(field: Field) -> list[Field]:
    """The members of a group or an item, those that readers look for first moved to the front of their kind."""
    order = READING_ORDER.get(field.id, ())
    members = list(field.members())
    if not order:
        return members
    moved = [member for key in order for member in members if member.id == key]
    first = next((index for index, member in enumerate(members) if member.id in order), 0)
    return [*members[:first], *moved, *(member for member in members[first:] if member.id not in order)]


def _or_registered(material: Material, field: Field, value: Any, holder: Entry) -> Any:
    if not (field.or_register and is_empty(value) and isinstance(holder.value, dict)):
        return value
    person = material.register.people.get(str(holder.value.get("person")))
    return getattr(person, field.or_register, None) or value


def _leading_to(path: str) -> Iterator[str]:
    steps = path.split("/")
    for length in range(2, len(steps) + 1):
        yield "/".join(steps[:length])
