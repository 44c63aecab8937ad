"""Learning has no pathway point or no theme, so that it can't be compared with other reviews."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Report, is_empty

CODES = {"pathway_point": "point on the child's pathway", "themes": "theme"}


def look(context: Context) -> Iterator[Hit]:
    """Look for either at each learning point; one finding for both."""
    report = context.report
    codes = [key for key in CODES if not _is_asked_by_schema(report, key)]
    for path, learning in report.items("learning"):
        missing = [key for key in codes if is_empty(learning.get(key))]
        if missing:
            words = " and no ".join(CODES[key] for key in missing)
            fix = " and ".join(f"choose one in `{key}:`" for key in missing)
            yield Hit((*path, missing[0]), f"{{place}} has no {words}.", fix)


def _is_asked_by_schema(report: Report, key: str) -> bool:
    """Whether a partnership's own template asks for it; then the template speaks."""
    section = report.template.section("learning")
    field = section.member(key) if section else None
    return field is None or field.need_in(report.edition) != "may"


RULE = Rule(
    code="RK120",
    name="learning-without-codes",
    severity="note",
    finding="{place} has no point on the child's pathway or no theme.",
    why=(
        "The review of 2021 goes along the child's pathway, and the Panel's report of 2020 has six themes. With the same "
        "codes your learning can be counted beside others'."
    ),
    fix="choose where on the way through services it happened, and two or three themes; `local` is one of them",
    source=("uea-birmingham-2021", "panel-annual-report-2020", "own"),
    good=Example(
        """
learning:
  - id: L1
    title: Nobody saw the three referrals together
    pathway_point: identification-and-referral
    themes: [r-information-sharing, t-tools]
"""
    ),
    bad=Example(
        """
learning:
  - id: L1
    title: Nobody saw the three referrals together
    themes: [r-information-sharing]
""",
        at="/learning/0/pathway_point",
    ),
    look=look,
)
