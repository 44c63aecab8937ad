"""The approach of the review is not named, or is called unclear."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule


def look(context: Context) -> Iterator[Hit]:
    """Flag an approach called unclear; the schema speaks where there is none."""
    if context.report.at("methodology", "approach") == "unclear":
        yield Hit(("methodology", "approach"))


RULE = Rule(
    code="RK112",
    name="methodology-missing",
    severity="error",
    finding="{place}: the approach of the review is not named.",
    why=(
        "Any approach that suits the question will do, but it must be named. In 68 of the 278 serious case reviews of "
        "2014-17 it was unclear, the largest group of all."
    ),
    fix="name the nearest approach in `approach:`; for your own, write bespoke and describe it",
    source=("triennial-2014-17", "panel-webinar-2020", "own"),
    good=Example(
        """
methodology:
  approach: practitioner-workshops
  why_chosen: The question was why nobody saw the referrals together, and only those who read them could say.
"""
    ),
    bad=Example(
        """
methodology:
  approach: unclear
""",
        at="/methodology/approach",
    ),
    look=look,
    to_do=True,
)
