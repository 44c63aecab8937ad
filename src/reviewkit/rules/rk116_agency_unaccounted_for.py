"""An agency contributed and is used nowhere in the report, or is used and not listed."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reviewkit.checking.mentioning import mentions, names_of_body
from reviewkit.checking.nearest import is_name
from reviewkit.checking.services import is_told_of
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, Report, is_empty

NAMED_BY_KEY = ("key_events", "key_practice_episodes", "good_practice")
WRITTEN_FIRST = ("narrative", "key_lines_of_enquiry", "key_practice_episodes", "learning", "participants")
"""Where agencies turn up. While one of these is still to be written, nobody can say that an agency was left out."""


def look(context: Context) -> Iterator[Hit]:
    """Compare the list of agencies with what the report tells, both ways."""
    report = context.report
    listed = {item["organisation"] for _, item in report.items("agencies") if isinstance(item.get("organisation"), str)}
    if not listed:
        return
    used = dict(_used_by_key(report))
    for key, path in used.items():
        if key not in listed and key in report.register.organisations:
            named = f"{key} is" if is_name(key) else "an agency is"
            yield Hit(path, f"{{place}}: {named} named here and not listed among the agencies.", evidence=key)
    if not _is_still_to_be_written(report):
        yield from _left_out(context, used.keys())


def _used_by_key(report: Report) -> Iterator[tuple[str, Path]]:
    """Each organisation's key, with the first place that names it: of several pairs a mapping keeps the last."""
    found = [
        (key, (*path, "agencies", at))
        for section in NAMED_BY_KEY
        for path, item in report.items(section)
        if isinstance(item.get("agencies"), list)
        for at, key in enumerate(item["agencies"])
        if isinstance(key, str)
    ]
    yield from reversed(found)


def _is_still_to_be_written(report: Report) -> bool:
    return any(report.template.section(key) and is_empty(report.at(key)) for key in WRITTEN_FIRST)


def _left_out(context: Context, used: Collection[str]) -> Iterator[Hit]:
    report = context.report
    elsewhere = [passage for passage in context.prose.passages if passage.path[0] != "agencies"]
    owners = {passage.text.strip() for passage in elsewhere if passage.field.type == "owner"}
    for path, item in report.items("agencies"):
        key = item.get("organisation")
        if not isinstance(key, str) or item.get("contributed") != "contributed" or key in used or key in owners:
            continue
        names = names_of_body(report.register.organisations.get(key))
        is_named = any(mentions(passage.text, names) for passage in elsewhere)
        if not is_named and not is_told_of(report, key, str(item.get("sector")), elsewhere):
            yield Hit((*path, "organisation"), evidence=key)


RULE = Rule(
    code="RK116",
    name="agency-unaccounted-for",
    severity="warning",
    finding="{place}: this agency contributed, and the report says nothing of it.",
    why=(
        "The Leeds guide has the report analyse all contact with the child and family. An agency that gave its records "
        "and then never appears leaves the reader to wonder what it knew; one that appears unlisted, whether it was asked."
    ),
    fix="say where it mattered, or `contributed: nil-return`; list every agency that the report names by its key",
    source=("leeds-guide", "own"),
    good=Example(
        """
register:
  organisations:
    police: {name: West Marshire Police}
    clinic: {name: Larkfield Clinic}
agencies:
  - {organisation: police, sector: police, contributed: contributed}
  - {organisation: clinic, sector: hospital, contributed: contributed}
key_events:
  - {date: 2026-01, event: Third appointment to which she was not brought, agencies: [clinic]}
"""
    ),
    bad=Example(
        """
register:
  organisations:
    police: {name: West Marshire Police}
    clinic: {name: Larkfield Clinic}
agencies:
  - {organisation: police, sector: police, contributed: contributed}
key_events:
  - {date: 2026-01, event: Third appointment to which she was not brought, agencies: [clinic]}
""",
        at="/key_events/0/agencies/0",
    ),
    look=look,
)
