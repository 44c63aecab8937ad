"""What is still to be written in a draft: a compact list by section."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reviewkit.findings import CheckedReport, Finding, SectionProgress
from reviewkit.reporters.html.sections import by_section, line_of, within
from reviewkit.tuples import NamedTuple


class Gap(NamedTuple):
    """What is missing from one item, or from the section itself (`item` is ""): labels of fields."""

    item: str
    where: str
    required: tuple[str, ...]
    recommended: tuple[str, ...]


class OpenSection(NamedTuple):
    """A section with gaps. `nothing_yet` says that none of it is written: "Not started" or "recommended"."""

    id: str
    key: str
    title: str
    answered: str
    nothing_yet: str
    gaps: tuple[Gap, ...]


def open_sections(
    checked: CheckedReport, findings: Iterable[Finding], name: Callable[[str, int], str]
) -> tuple[OpenSection, ...]:
    """The sections that have gaps; `name` makes the ids of the page."""
    parts = {part.id: part for part in checked.progress}
    return tuple(
        _open_section(checked, parts.get(key), group, key, name("to-write", number))
        for number, (key, group) in enumerate(by_section(checked, findings).items(), start=1)
    )


def _open_section(
    checked: CheckedReport, part: SectionProgress | None, findings: Sequence[Finding], key: str, anchor: str
) -> OpenSection:
    empty = [finding for finding in findings if part and not part.answered and finding.path.count("/") == 1]
    required = any(finding.severity == "error" for finding in empty)
    return OpenSection(
        id=anchor,
        key=key,
        title=part.title if part else "The report as a whole",
        answered=f"{part.answered} of {part.asked}" if part else "",
        nothing_yet="" if not empty else "Not started" if required else "Not started; recommended",
        gaps=tuple(_gaps(checked, [finding for finding in findings if finding not in empty])),
    )


def _gaps(checked: CheckedReport, findings: Iterable[Finding]) -> Iterable[Gap]:
    items: dict[str, list[Finding]] = {}
    for finding in findings:
        item = within(finding)
        items.setdefault(item.removesuffix(finding.label).removesuffix(" › ") if finding.label else item, []).append(
            finding
        )
    for item, group in items.items():
        where = line_of(checked, group[0])
        yield Gap(item, where, _labels(group, required=True), _labels(group, required=False))


def _labels(findings: Iterable[Finding], *, required: bool) -> tuple[str, ...]:
    chosen = (finding for finding in findings if (finding.severity == "error") == required)
    return tuple(dict.fromkeys(finding.label or finding.name for finding in chosen))
