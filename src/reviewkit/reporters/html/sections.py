"""Findings by section, in the order of the template."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reviewkit.findings import CheckedReport, Finding
from reviewkit.reporters._marks import is_of_whole_file
from reviewkit.reporters.html.excerpts import Excerpt, excerpt
from reviewkit.reporters.html.wording import in_quotes, who_says_so
from reviewkit.tuples import NamedTuple

_WHOLE = "The report as a whole"


class Shown(NamedTuple):
    """One finding as the sheet shows it.

    `place` is where in its section, `where` the line; `quote` are the words that led to it, where the excerpt doesn't
    hold them all.
    """

    id: str
    finding: Finding
    place: str
    where: str
    excerpt: Excerpt | None
    quote: str
    says_so: str


class Section(NamedTuple):
    """A section's findings; `key` is the section's id in the template, or "" for what belongs to no section."""

    id: str
    key: str
    title: str
    shown: tuple[Shown, ...]


def by_section(checked: CheckedReport, findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    """The findings by the id of their section, in the order of the template; "" first, then what it doesn't know."""
    order = {part.id: number for number, part in enumerate(checked.progress)}
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault("" if _title(checked, finding) == _WHOLE else finding.section, []).append(finding)
    return dict(sorted(groups.items(), key=lambda group: order.get(group[0], len(order) if group[0] else -1)))


def sections(
    checked: CheckedReport, findings: Iterable[Finding], name: Callable[[str, int], str]
) -> tuple[Section, ...]:
    """The sections that have findings; `name` makes the ids of the page."""
    made: list[Section] = []
    count = 0
    for number, (key, group) in enumerate(by_section(checked, findings).items(), start=1):
        shown = [_shown(checked, finding, name("finding", count + at)) for at, finding in enumerate(group, start=1)]
        count += len(shown)
        made.append(Section(name("section", number), key, _title(checked, group[0]), tuple(shown)))
    return tuple(made)


def line_of(checked: CheckedReport, finding: Finding) -> str:
    """The line to go to, with its file where that is not the report's own; "" for what is missing from all of it."""
    if is_of_whole_file(finding) and checked.readable:
        return ""
    line = f"line {finding.line}"
    return line if finding.file == checked.file else f"{line} of {finding.file}"


def within(finding: Finding) -> str:
    """Where in its section: "R2", or "" for the section as such."""
    return finding.place.partition(" › ")[2]


def _shown(checked: CheckedReport, finding: Finding, anchor: str) -> Shown:
    lines: Sequence[str] = checked.source_lines.get(finding.file, ())
    found = excerpt(finding, lines)
    return Shown(
        id=anchor,
        finding=finding,
        place=within(finding),
        where=line_of(checked, finding),
        excerpt=found,
        quote="" if found and found.holds_evidence else in_quotes(finding.evidence),
        says_so=who_says_so(finding.source),
    )


def _title(checked: CheckedReport, finding: Finding) -> str:
    known = next((part.title for part in checked.progress if part.id == finding.section), "")
    head = finding.place.partition(" › ")[0]
    if known or (finding.section and head != "The report"):
        return known or head
    return _WHOLE
