"""No LCSPR was decided, and nothing is said about how the learning is shared."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, is_empty

PLACE: Path = ("dissemination",)


def look(context: Context) -> Iterator[Hit]:
    """Look for it once something else than an LCSPR is decided; before, and beside an LCSPR, the schema recommends it."""
    outcome = context.report.at("decision", "decided", "outcome")
    declined = isinstance(outcome, list) and not is_empty(outcome) and "lcspr" not in outcome
    if declined and is_empty(context.report.at(*PLACE)):
        yield Hit(PLACE)


RULE = Rule(
    code="RK407",
    name="declined-and-nobody-told",
    severity="error",
    finding="{place}: no LCSPR was decided, and nothing is said about how the learning is shared.",
    why=(
        "Where no further review follows, the rapid review is the only place from which people can learn of it. What it "
        "found should reach those who can use it."
    ),
    fix="list who is told of the learning, how and by when, practitioners of the case among them",
    source=("panel-guidance-earlier", "own"),
    good=Example(
        """
decision:
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [no-further-review]
dissemination:
  - {method: team-discussion, audience: Duty teams and health visitors, lead: Partnership officer, by: 2026-04-30}
""",
        at="/dissemination",
        template="rapid-review",
    ),
    bad=Example(
        """
decision:
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [no-further-review]
""",
        at="/dissemination",
        template="rapid-review",
    ),
    look=look,
    to_do=True,
)
