"""Every answered field of a report by its path, with the field of the template that it answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.report import Path, Report
from reviewkit.schema import Field
from reviewkit.tuples import NamedTuple


class Answer(NamedTuple):
    """A value where the template has a field that holds no further fields."""

    path: Path
    field: Field
    value: Any

    @property
    def texts(self) -> Iterator[str]:
        """The texts that are written there: one, or those of a list."""
        written = self.value if isinstance(self.value, list) else [self.value]
        return (text for text in written if isinstance(text, str))


def answers(report: Report) -> Iterator[Answer]:
    """All answers in the template's order; what the template does not know is not among them."""
    for section in report.template.sections:
        yield from _below(section, report.values.get(section.id), (section.id,))


def _below(field: Field, value: Any, path: Path) -> Iterator[Answer]:
    if value is None:
        return
    if field.kind == "value":
        yield Answer(path, field, value)
    elif field.kind in ("list", "keyed") and isinstance(value, (list, dict)):
        for key, item in enumerate(value) if isinstance(value, list) else value.items():
            yield from _members(field, item, (*path, key))
    elif field.kind == "group":
        yield from _members(field, value, path)
    elif isinstance(value, str):
        yield Answer(path, field, value)


def _members(field: Field, value: Any, path: Path) -> Iterator[Answer]:
    if isinstance(value, Mapping):
        for member in field.members():
            yield from _below(member, value.get(member.id), (*path, member.id))
