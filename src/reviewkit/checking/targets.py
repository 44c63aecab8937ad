"""What a reference may point to, and RK006: a reference that points to nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.checking.nearest import is_name
from reviewkit.checking.raising import Raised
from reviewkit.language.citations import cited_in
from reviewkit.report import Path, Report
from reviewkit.schema import Field

Targets = Mapping[str, tuple[str, ...]]
_KINDS = {
    "people": "a person",
    "organisations": "an organisation",
    "incidents": "an incident",
    "learning": "a learning point",
    "recommendations": "a recommendation",
    "key_lines_of_enquiry": "a key line of enquiry",
    "references": "a document",
}
_MOST_SHOWN = 12


def collect_targets(report: Report) -> Targets:
    """The keys and ids that exist, by the place that `to:` names."""
    listed = {place: tuple(_ids(report, place)) for place in _KINDS if place not in ("people", "organisations")}
    return {
        "people": tuple(report.register.people),
        "organisations": tuple(report.register.organisations),
        **listed,
    }


def dangling(field: Field, value: Any, path: Path, targets: Targets) -> Iterator[Raised]:
    """RK006 for each reference of the field that points to nothing."""
    known = targets[field.to]
    references = value if isinstance(value, list) else [value]
    for index, reference in enumerate(references):
        if reference is not None and reference not in known:
            at = (*path, index) if isinstance(value, list) else path
            yield Raised(
                "RK006", at, label=field.label,
                message=f"{field.label}: this points to {_KINDS[field.to]} that is not there.",
                fix=_fix(field.to, known), evidence=str(reference),
            )  # fmt: skip


def uncited(field: Field, value: Any, path: Path, targets: Targets) -> Iterator[Raised]:
    """RK006 for marks such as `[^S1]` in a text, once for each id that no reference has, or that isn't in prose."""
    known = targets["references"]
    # A list may be answered by a sentence, which is prose too.
    prose = field.type == "prose" or field.kind == "list"
    for index, text in enumerate(value if isinstance(value, list) else [value]):
        for key in dict.fromkeys(cited_in(text)) if isinstance(text, str) else ():
            if prose and key in known:
                continue
            there = "cites a document that is not there" if key not in known else "cites a document; only prose can"
            yield Raised(
                "RK006", (*path, index) if isinstance(value, list) else path, label=field.label,
                message=f"{field.label}: this {there}.",
                fix=_fix("references", known) if prose else "cite it where there are paragraphs, or name it in words",
                evidence=key,
            )  # fmt: skip


def _ids(report: Report, place: str) -> Iterator[str]:
    for _, item in report.items(place):
        if isinstance(item.get("id"), str):
            yield item["id"]


def _fix(place: str, known: tuple[str, ...]) -> str:
    where = "the register" if place in ("people", "organisations") else f"`{place}`"
    named = [key for key in known if is_name(key)]
    if not named:
        return f"add it to {where}"
    more = " …" if len(named) > _MOST_SHOWN else ""
    return f"add it to {where}, or use one of {', '.join(named[:_MOST_SHOWN])}{more}"
