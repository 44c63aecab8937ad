"""How far each section is, and in a draft what is still to be written there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.contracts import ReportOptions
from reviewkit.findings import CheckedReport, Finding, SectionProgress
from reviewkit.reporters.text.styling import Style


def progress_lines(
    checked: CheckedReport, to_write: Sequence[Finding], options: ReportOptions, style: Style
) -> Iterator[str]:
    """A line per section; with `to_write`, a to-do list."""
    by_section: dict[str, list[Finding]] = {}
    for finding in to_write:
        by_section.setdefault(finding.section, []).append(finding)
    yield style.paint("Still to write (* recommended)" if to_write else "Completeness", "bold")
    widest = max((len(part.title) for part in checked.progress), default=0)
    for part in checked.progress:
        missing = by_section.get(part.id, [])
        yield from _line(part, missing, widest, options, style)


def _line(
    part: SectionProgress, missing: Sequence[Finding], widest: int, options: ReportOptions, style: Style
) -> Iterator[str]:
    state = _state(part, missing)
    colour = "done" if part.answered == part.asked else "warning"
    head = f"  {part.title:<{widest}}  {style.paint(f'{state:<16}', colour)}"
    said = _said(missing)
    if not said:
        yield style.plain(head.rstrip() if not style.colour else head)
        return
    from textwrap import wrap

    left = widest + 21
    lines = wrap(said, max(options.width - left, 40), break_long_words=False, break_on_hyphens=False)
    yield style.plain(f"{head} {lines[0]}")
    yield from (style.plain(" " * left + line) for line in lines[1:])


def _state(part: SectionProgress, missing: Sequence[Finding]) -> str:
    if any(finding.path.count("/") == 1 for finding in missing) and not part.answered:
        required = any(finding.severity == "error" for finding in missing)
        return "not started" if required else "not started (*)"
    return f"{part.answered} of {part.asked} field{'' if part.asked == 1 else 's'}"


def _said(missing: Sequence[Finding]) -> str:
    """What is missing, by the item it is missing from; recommended parts carry a star."""
    groups: dict[str, list[str]] = {}
    for finding in missing:
        if finding.path.count("/") == 1:
            continue
        item = finding.place.partition(" › ")[2]
        label = (finding.label or finding.name) + ("" if finding.severity == "error" else "*")
        labels = groups.setdefault(item.removesuffix(finding.label).removesuffix(" › ") if finding.label else item, [])
        if label not in labels:
            labels.append(label)
    return "; ".join(f"{item}: {', '.join(labels)}" if item else ", ".join(labels) for item, labels in groups.items())
