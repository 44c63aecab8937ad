"""Details that name nobody, and together identify the family."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import NOT_PUBLISHED, Report, is_empty

if TYPE_CHECKING:  # a report that is not published pays for nothing
    from reviewkit.anonymising.combinations.groups import Combination

_LETS_TEXT_OUT = ("keep", "replace-names")
_MOST_EVIDENCE = 5


def look(context: Context) -> Iterator[Hit]:
    """Look at all that the published version would tell; a group that somebody answers for stays silent."""
    report = context.report
    if not _is_published(report):
        return
    passages = [passage for passage in context.prose.passages if passage.field.publish in _LETS_TEXT_OUT]
    if not passages:
        return
    from reviewkit.anonymising.combinations.facts import case_facts
    from reviewkit.anonymising.combinations.groups import Stated, combinations
    from reviewkit.anonymising.decisions.deciding import keeps_group, read_decisions

    decisions, _ = read_decisions(report)
    groups = combinations([Stated(passage.text, passage.path) for passage in passages], case_facts(report))
    for group in groups:
        if not keeps_group(decisions, group.title, (part.sentence for part in group.parts)):
            yield Hit(
                group.parts[0].path,
                f"{{place}}: {group.title} ({group.times} of the report) could identify the family.",
                f"{group.proposals[0]}; or decide under `publication.decisions` to keep `{group.title}`",
                evidence=" … ".join(_evidence(group)),
            )


def _evidence(group: Combination) -> list[str]:
    """The first details, none that another of them holds."""
    texts = list(dict.fromkeys(" ".join(part.text.split()) for part in group.parts))
    whole = [text for text in texts if not any(text in other for other in texts if other != text)]
    return whole[:_MOST_EVIDENCE]


def _is_published(report: Report) -> bool:
    """A rapid review goes to the Panel and is not published unless it says so."""
    form = report.at("publication", "form")
    if is_empty(form):
        return report.template.base != "rapid-review"
    return form not in NOT_PUBLISHED


RULE = Rule(
    code="RK605",
    name="combination",
    severity="warning",
    finding="{place}: details that together could identify the family.",
    why=(
        "In Re X and Y the Court of Appeal saw a report without names, ages or sex whose account of the court case still "
        "identified the family. Whoever searches a plea, a sentence or the order of birth finds the names."
    ),
    fix="leave out or make coarse what the learning does not need, or answer for it under `publication.decisions`",
    source=("re-x-and-y-2012", "scie-quality-markers", "own"),
    good=Example(
        """
narrative: |
  The baby was found at home, badly hurt, and recovered. Criminal proceedings have ended; a member of the family was
  convicted. What follows is about the weeks before, and about those who could have helped.
"""
    ),
    bad=Example(
        """
narrative: |
  The baby was found at home, badly hurt, and recovered. In March 2025 the stepfather pleaded guilty at the Crown Court
  and was sentenced to nine years in prison; the mother was acquitted. What follows is about the weeks before.
""",
        at="/narrative",
    ),
    look=look,
)
