"""The title of the LCSPR calls it something else."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path

TITLE: Path = ("review", "title")
OTHER_KINDS = ("scr", "national-review", "rapid-review")
SPELLING = "{place}: the title spells the name of the review in another way than LCSPR."


def look(context: Context) -> Iterator[Hit]:
    """Look at the title alone. One that names no kind of review at all, such as a pseudonym, is left alone."""
    report, prose = context.report, context.prose
    if report.template.base != "lcspr" or report.at("review", "kind") in OTHER_KINDS:
        return
    if prose.said_at("lcspr-name", TITLE):
        return
    for said in prose.said_at("lcspr-name-variants", TITLE)[:1]:
        yield Hit(TITLE, SPELLING, evidence=said.evidence, severity="note")
        return
    for said in prose.said_at("other-review-names", TITLE)[:1]:
        yield Hit(TITLE, evidence=said.evidence)
        return


RULE = Rule(
    code="RK405",
    name="review-by-another-name",
    severity="warning",
    finding="{place}: the title calls this review something else than an LCSPR.",
    why=(
        "The Panel's position in 2020 is that a further review is always labelled an LCSPR, whatever its approach. Under "
        "one name, reviews can be found and compared."
    ),
    fix="put Local Child Safeguarding Practice Review or LCSPR into the title; its approach can stand beside it",
    source=("panel-webinar-2020", "own"),
    good=Example(
        """
review: {title: "Child R: Local Child Safeguarding Practice Review, by practitioner workshops", kind: lcspr}
"""
    ),
    bad=Example(
        """
review: {title: "Learning review: Child R", kind: lcspr}
""",
        at="/review/title",
    ),
    look=look,
)
