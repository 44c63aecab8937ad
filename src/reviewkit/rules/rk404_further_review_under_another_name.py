"""A further review was decided that is called something else than an LCSPR."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path

OUTCOME: Path = ("decision", "decided", "outcome")
LOCAL = "local-alternative"
NEGATIONS = frozenset({"no", "not", "never", "neither", "without", "against"})
PLANS: tuple[Path, ...] = tuple(
    ("decision", *rest)
    for rest in (("decided", "reason"), ("rationale",), ("further_review_warranted",), ("method",), ("key_lines_of_enquiry",))
)  # fmt: skip


def look(context: Context) -> Iterator[Hit]:
    """Look at the outcome; where it is no LCSPR, at the words that give the decision. Dissent is free to name anything."""
    outcome = context.report.at(*OUTCOME)
    if not isinstance(outcome, list) or not outcome or "lcspr" in outcome:
        return
    if LOCAL in outcome:
        yield Hit(OUTCOME, evidence=LOCAL)
        return
    said = [one for path in PLANS for one in context.prose.said_at("another-review-decided", path)]
    meant = [one for one in said if NEGATIONS.isdisjoint(one.evidence.lower().split())]
    if meant:
        yield Hit(meant[0].passage.path, evidence=meant[0].evidence)


RULE = Rule(
    code="RK404",
    name="further-review-under-another-name",
    severity="warning",
    finding="{place}: a further review is decided that is not called an LCSPR.",
    why=(
        "The Panel's position in 2020: a further review that is warranted is always labelled an LCSPR, takes in the views "
        "of practitioners and family, and is published. How it is done is for the partnership to choose."
    ),
    fix="call it an LCSPR and choose an approach in proportion, or say why no further review is warranted",
    source=("panel-webinar-2020", "leeds-guide"),
    good=Example(
        """
decision:
  decided: {by: West Marshire Safeguarding Children Partnership executive, date: 2026-03-20, outcome: [lcspr]}
  method: Two practitioner workshops and talks with the family, in the manner of a learning review; eight weeks in all.
""",
        template="rapid-review",
    ),
    bad=Example(
        """
decision:
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [local-alternative]
""",
        at="/decision/decided/outcome",
        template="rapid-review",
    ),
    look=look,
)
