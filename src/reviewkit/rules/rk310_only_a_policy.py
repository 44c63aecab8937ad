"""The only action of a recommendation is to review or update a policy."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.change import changes
from reviewkit.checking.evidence import words_of
from reviewkit.contracts import Context, Example, Hit, Rule


def look(context: Context) -> Iterator[Hit]:
    """Look at text, implementation and actions together; sending the policy round adds nothing, training does."""
    for path, change in changes(context):
        if change.policy and not change.training and not change.more:
            yield Hit((*path, "text"), evidence=words_of(change.policy))


RULE = Rule(
    code="RK310",
    name="only-a-policy",
    severity="note",
    finding="{place} changes what a policy says, and nothing yet that makes people use it.",
    why=(
        "The triennial analysis of 2014-17 found that new policies and protocols were often not used or not embedded enough. "
        "Those surveyed for it also counted policy among the recommendations thought to have most impact."
    ),
    fix=(
        "add how it will get into daily work, such as regular training, supervision or reading cases; or say in "
        "`justification:` why the wording is what stood in the way"
    ),
    source=("triennial-2014-17", "own"),
    good=Example(
        """
recommendations:
  - id: R1
    text: >
      Revise the missed-appointments policy so that no child is discharged before the clinic has spoken with the school
      nurse, and read ten discharges a month in supervision.
    owner: health_trust
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: The health trust should review and update its policy on missed appointments.
    owner: health_trust
""",
        at="/recommendations/0/text",
    ),
    look=look,
)
