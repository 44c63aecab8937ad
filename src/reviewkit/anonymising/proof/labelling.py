"""A register as a search needs it: whoever has no published name yet, or may not keep the real one, is looked for too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from reviewkit.anonymising.names.entities import PUBLIC_ROLES
from reviewkit.anonymising.names.labels import KEEP, name_everybody
from reviewkit.report import Named, Person, Report

_Entry = TypeVar("_Entry", Person, Named)
_NAMELESS = "[name withheld]"


def with_labels_for_all(report: Report) -> Report:
    """The report with a label for everybody of the register who is not properly kept."""
    entities, _ = name_everybody(report)
    unlabelled = {(entity.sort, entity.key or str(entity.ordinal)) for entity in entities if not entity.label}
    register = report.register
    real_names = report.at("publication", "naming") == "real-name"

    def labelled(sort: str, entries: Mapping[str, _Entry]) -> dict[str, _Entry]:
        return {
            key: entry._replace(published_as=_NAMELESS)
            if (sort, key) in unlabelled and not _may_be_kept(sort, entry, real_names=real_names)
            else entry
            for key, entry in entries.items()
        }

    references = {str(number): entry for number, entry in enumerate(register.references, 1)}
    return report._replace(
        register=register._replace(
            people=labelled("person", register.people),
            organisations=labelled("organisation", register.organisations),
            places=labelled("place", register.places),
            references=tuple(labelled("reference", references).values()),
        )
    )


def _may_be_kept(sort: str, entry: Person | Named, *, real_names: bool) -> bool:
    if entry.published_as != KEEP or sort == "reference":
        return False
    return sort != "person" or real_names or (isinstance(entry, Person) and entry.role in PUBLIC_ROLES)
