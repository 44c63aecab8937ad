"""Learning leads to nothing and gives no reason."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK301",
    name="learning-leads-nowhere",
    finding="{place}: what follows from it, or why nothing does, is left open (“{label}”).",
    why=(
        "Many LCSPRs link their learning to recommendations for change; how it comes about and how it is measured "
        "rest on that link."
    ),
    fix="add `leads_to:`; for share-only and already-in-hand add `reason:` as well",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
learning:
  - id: L1
    title: Nobody saw the three referrals together
    leads_to: share-only
    reason: The referral form was changed in May 2026; an audit in July found that it works.
"""
    ),
    bad=Example(
        """
learning:
  - id: L1
    title: Nobody saw the three referrals together
""",
        at="/learning/0/leads_to",
    ),
)
