"""A further review was declined because the learning is known, and the earlier review is not named."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Said
from reviewkit.report import Path, Report, is_empty

ANSWERS: tuple[Path, ...] = (("decision", "rationale"), ("decision", "further_review_warranted"))
FURTHER_REVIEWS = ("lcspr", "national-review-proposed")
_CENTURY = "20"


def look(context: Context) -> Iterator[Hit]:
    """Read both answers where a further review was declined; whatever could name an earlier review is taken for one."""
    report, prose = context.report, context.prose
    outcome = report.at("decision", "decided", "outcome")
    if not isinstance(outcome, list) or not outcome or any(code in FURTHER_REVIEWS for code in outcome):
        return
    said = [one for path in ANSWERS for one in prose.said_at("already-known", path) if not _is_denied(one)]
    if said and not _is_listed(report) and not _is_named(context):
        yield Hit(said[0].passage.path, evidence=said[0].evidence)


def _is_denied(said: Said) -> bool:
    """Whether a "not" stands within the phrase: learning that was not already known."""
    return "not" in said.evidence.lower().split()


def _is_listed(report: Report) -> bool:
    """Whether an earlier review has an entry of its own, or learning says whose action it waits for."""
    in_hand = (item for _, item in report.items("learning") if item.get("leads_to") == "already-in-hand")
    return any(report.items("previous_learning")) or any(not is_empty(item.get("reason")) for item in in_hand)


def _is_named(context: Context) -> bool:
    """Whether an answer has a year, or a child's letter: Child H, 2023."""
    for path in ANSWERS:
        passage = context.prose.at(path)
        words = passage.each if passage else ()
        if any(len(word) == 4 and word.isdigit() and word.startswith(_CENTURY) for word in words):
            return True
        if any(word in ("child", "baby") and len(after) == 1 for word, after in pairwise(words)):
            return True
    return False


RULE = Rule(
    code="RK406",
    name="known-but-not-said-from-where",
    severity="warning",
    finding="{place}: declined because the learning is known, but no earlier review is named.",
    why=(
        "In the Leeds guide the group that reads a rapid review also asks whether the same was learnt before and something "
        "done about it. Only whoever knows which review said it can look up what became of its actions."
    ),
    fix="name the earlier review under `previous_learning:`, with what became of its actions",
    source=("leeds-guide", "own"),
    good=Example(
        """
previous_learning:
  - review: Thematic review of sleeping arrangements, West Marshire, 2024
    said: Advice on safe sleep covers the family's own home only.
    actions_since: The visit form asks about nights away since May 2025; an audit in January found it filled in.
decision:
  further_review_warranted: No. The learning is already known from the thematic review, whose actions are under way.
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [no-further-review]
""",
        template="rapid-review",
    ),
    bad=Example(
        """
decision:
  further_review_warranted: No. The learning is already known from other cases, and staff are being told.
  decided:
    by: West Marshire Safeguarding Children Partnership executive
    date: 2026-03-20
    outcome: [no-further-review]
""",
        at="/decision/further_review_warranted",
        template="rapid-review",
    ),
    look=look,
)
