"""The only action of a recommendation is to train, brief, remind or raise awareness."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.change import changes
from reviewkit.checking.evidence import words_of
from reviewkit.contracts import Context, Example, Hit, Rule


def look(context: Context) -> Iterator[Hit]:
    """Look at text, implementation and actions together: one change beyond telling people is enough."""
    for path, change in changes(context):
        told = (*change.telling, *change.training)
        if told and not change.policy and not change.more:
            yield Hit((*path, "text"), evidence=words_of(told))


RULE = Rule(
    code="RK309",
    name="only-telling-people",
    severity="warning",
    finding="{place} trains or tells people, and nothing around them changes.",
    why=(
        "The survey for the triennial analysis of 2014-17 reports both views: training and raising awareness were among "
        "the recommendations thought to have most impact, and there was a tendency to “train issues away” that should be "
        "avoided."
    ),
    fix=(
        "say what will be different in supervision, tools, time or the way work is done; or say in `justification:` why "
        "telling people is enough here"
    ),
    source=("triennial-2014-17", "own"),
    good=Example(
        """
recommendations:
  - id: R1
    text: >
      Add a sleep plan for nights away from home to the six-week visit record, and train health visitors to make it with
      both parents.
    owner: health_trust
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: Health visitors should be reminded of the importance of asking where a baby sleeps when away from home.
    implementation:
      actions:
        - {what: Circulate a seven-minute briefing to all health visiting teams, lead: health_trust}
""",
        at="/recommendations/0/text",
    ),
    look=look,
)
