"""No key practice episode is told and analysed."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK111",
    name="no-key-practice-episode",
    finding="{place}: no moment of practice is told and analysed.",
    why=(
        "Partnerships that quote the June 2025 guidance ask for the key practice episodes and what they show. A list "
        "of contacts leaves the reader to find the moments that mattered."
    ),
    fix="choose the three to six moments that mattered most; say of each what happened and why it made sense then",
    source=("panel-guidance-2025-quoted", "own"),
    good=Example(
        """
key_practice_episodes:
  - title: The second referral is closed
    when: 2026-01
    what: >
      The nursery rang again because Child R came hungry three mornings running. The duty worker closed it on the day,
      as the first had been closed.
    analysis: >
      The screen shows the last contact only. With forty referrals on the desk nobody could open every record, and a
      closed case looked like a question already answered.
""",
        template="rapid-review",
    ),
    bad=Example(
        """
key_practice_episodes: []
""",
        at="/key_practice_episodes",
        template="rapid-review",
    ),
    severity="warning",
    to_do=True,
)
