"""It is not said who wrote the review or how independent they were."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK113",
    name="reviewer-or-independence-missing",
    finding="Who wrote this review, and how independent they were, is left open: “{label}”.",
    why=(
        "The Leeds guide has reviews written by somebody without part in the case or its agencies. Where it was "
        "otherwise, saying so keeps readers' trust."
    ),
    fix="name each reviewer and say what connects them with the case and the agencies, or that nothing does",
    source=("partnership-pages", "working-together-2018", "leeds-guide"),
    good=Example(
        """
reviewers:
  - name: Dr Helen Ashworth
    role: Independent reviewer
    independent: yes
    statement: She had no part in the case and has never worked for any of the agencies.
"""
    ),
    bad=Example(
        """
reviewers:
  - name: Dr Helen Ashworth
    role: Independent reviewer
""",
        at="/reviewers/0/statement",
    ),
    to_do=True,
)
