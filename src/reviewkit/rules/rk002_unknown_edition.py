"""The edition is missing, or the template doesn't have it."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import is_empty


def look(context: Context) -> Iterator[Hit]:
    """Compare `edition:` with the template's editions."""
    report = context.report
    known = [edition.id for edition in report.template.editions]
    written = report.values.get("edition")
    if isinstance(written, str) and written in known:
        return
    has = f"this template has {' and '.join(known)}."
    fix = f'write edition: "{report.template.latest_edition}"'
    if is_empty(written):
        yield Hit(("edition",), f"No edition is named; {has}", fix)
    elif str(written) in known:
        yield Hit(("edition",), f"The edition is read as a number; {has}", f'put it in quotes: edition: "{written}"')
    else:
        yield Hit(("edition",), f"This edition is not known; {has}", fix)


RULE = Rule(
    code="RK002",
    name="unknown-edition",
    severity="error",
    finding="{place} names no edition that its template has.",
    why=(
        "The edition says which state of the guidance a report answers to. Without it nobody can tell later what was "
        "asked of this review at the time."
    ),
    fix="name one of the template's editions, in quotes",
    source=("own",),
    good=Example(
        """
template: lcspr
edition: "2025-provisional"
"""
    ),
    bad=Example(
        """
template: lcspr
edition: "2031"
""",
        at="/edition",
    ),
    look=look,
    waivable=False,
)
