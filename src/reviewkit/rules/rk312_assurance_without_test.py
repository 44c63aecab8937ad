"""A recommendation asks for assurance or thought, and counts as done when assurance arrives."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.change import is_justified, is_national
from reviewkit.checking.evidence import words_of
from reviewkit.checking.measuring import counted, shows_effect
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Said
from reviewkit.report import Path


def look(context: Context) -> Iterator[Hit]:
    """Look at the verb and at the measure together: where there is no measure, RK304 speaks; of activity, RK311."""
    for path, item in context.report.items("recommendations"):
        asked = None if is_justified(item) or is_national(item) else _asked(context, (*path, "text"))
        if asked and not counted(context.prose, path, "activity"):
            received = counted(context.prose, path, "assured")
            if received and not shows_effect(context.prose, path, "assured"):
                yield Hit((*path, "text"), evidence=words_of((asked, *received)))


def _asked(context: Context, at: Path) -> Said | None:
    """The first word of assurance, unless a change is asked for before it ("add a page to ensure …")."""
    first = next(iter(context.prose.said_at("assurance", at)), None)
    if first is None:
        return None
    changed = [*context.prose.said_at("making", at), *context.prose.said_at("system-change", at)]
    return None if any(said.start < first.start for said in changed) else first


RULE = Rule(
    code="RK312",
    name="assurance-without-test",
    severity="warning",
    finding="{place} asks for assurance or thought and is met once that was given; nothing tests success.",
    why=(
        "National analysis found it less common for reviews to say how to measure whether a change works. An assurance "
        "can be given, or a question considered, without anything being different for a child."
    ),
    fix="say what has to be seen for the assurance to be believed, such as cases read or children asked, and at what level",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
recommendations:
  - id: R1
    text: The executive seeks assurance that no child is discharged after missed appointments without a call to the school.
    measure:
      outcome: A child who is not brought to clinic is seen by somebody within a week.
      indicator: Of ten discharges read each month, those with a call to the school before the letter went out
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: The executive should seek assurance that missed appointments are followed up.
    measure:
      outcome: The executive is assured that policies are followed.
      indicator: Assurance received from each health provider
""",
        at="/recommendations/0/text",
    ),
    look=look,
)
