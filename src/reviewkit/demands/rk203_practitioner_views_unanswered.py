"""Neither the views of practitioners nor a reason for their absence are given."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK203",
    name="practitioner-views-unanswered",
    finding="Neither views of practitioners nor a reason for their absence ({place}).",
    why=(
        "The Panel expects a review to capture the views of practitioners. Nobody else can say why something made "
        "sense at the time."
    ),
    fix="write what practitioners said, by group and without names, or choose `reason_absent:`",
    source=("panel-webinar-2020", "leeds-guide"),
    good=Example(
        """
views:
  practitioners:
    - group: Health visitors and nursery staff
      views: >
        They had each worried and each thought that somebody else was already visiting. A shared list would have shown
        them that nobody was.
"""
    ),
    bad=Example(
        """
views:
  practitioners:
    - group: Health visitors and nursery staff
""",
        at="/views/practitioners/0/views",
    ),
)
