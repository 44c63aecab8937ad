"""Every answered field of a report by its path, with the field of the template that it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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


def answers(report: Report, wanted: Callable[[Field], bool] = lambda _: True) -> list[Answer]:
    """The answers to the wanted fields in the template's order; what the template does not know is not among them."""
    found: list[Answer] = []
    for section in report.template.sections:
        _add(found, section, report.values.get(section.id), (section.id,), wanted)
    return found


def _add(found: list[Answer], field: Field, value: Any, path: Path, wanted: Callable[[Field], bool]) -> None:
    if value is None:
        return
    if field.kind in ("list", "keyed") and isinstance(value, (list, dict)):
        entries = enumerate(value) if isinstance(value, list) else value.items()
        _add_members(found, field, [((*path, key), entry) for key, entry in entries], wanted)
    elif field.kind == "group":
        _add_members(found, field, [(path, value)], wanted)
    elif (field.kind == "value" or isinstance(value, str)) and wanted(field):
        found.append(Answer(path, field, value))


def _add_members(
    found: list[Answer], field: Field, holders: list[tuple[Path, Any]], wanted: Callable[[Field], bool]
) -> None:
    # A list has many items of the same fields: whether one is wanted is asked once for all of them.
    members = [(member, member.id) for member in field.members() if member.kind != "value" or wanted(member)]
    for path, holder in holders:
        if not isinstance(holder, Mapping):
            continue
        for member, key in members:
            value = holder.get(key)
            if value is None:
                continue
            if member.kind == "value":
                found.append(Answer((*path, key), member, value))
            else:
                _add(found, member, value, (*path, key), wanted)
