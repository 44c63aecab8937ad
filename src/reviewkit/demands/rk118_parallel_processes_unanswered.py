"""It is not said whether other processes run beside the review."""

from __future__ import annotations

from reviewkit.contracts import Demand, Example

DEMAND = Demand(
    code="RK118",
    name="parallel-processes-unanswered",
    finding="{place}: it is not said which run beside this review, or that there are none.",
    why=(
        "A trial, an inquest or care proceedings bear on whom the review may ask and when it can be published. "
        "Readers should see them kept apart."
    ),
    fix="list each with its state; after asking, `kind: none` is an answer",
    source=("leeds-guide", "scie-quality-markers"),
    good=Example(
        """
parallel_processes:
  - kind: inquest
    state: open
    bearing: The coroner has no objection to the review speaking with practitioners.
"""
    ),
    bad=Example(
        """
parallel_processes: []
""",
        at="/parallel_processes",
    ),
    severity="warning",
    to_do=True,
)
