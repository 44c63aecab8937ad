"""That the criteria are met is the only reason given for a further review."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path

ANSWERS: tuple[Path, ...] = (("decision", "further_review_warranted"), ("decision", "rationale"))
FURTHER_REVIEWS = ("lcspr", "local-alternative", "national-review-proposed")
_FEW = 2
# No phrase list: words as common as these, looked for in every text, would cost more than all the rest.
_PROCESS_WORDS = """
    a all also an and any are as at be because been being both by can could did do does for from had has have hence here
    in into is it its may must of on or our out should so some that the their then there therefore these they this thus
    to under unanimous unanimously us was we were which will with would yes
    abuse agree agreed agreement agrees appointed appropriate author automatically case chapter child children
    commission commissioned commissioning conclude concluded conclusion consider considered considers criteria criterion
    cspr death decide decided decides decision died executive felt fulfil fulfilled further group guidance harm held
    incident independent justified known lcspr lcsprs lead learn learned learnt lesson lessons local meet meeting meets
    met national necessary need needed neglect opinion order out panel partner partners partnership practice proceed
    rapid reached recommend recommendation recommended recommends require required requires review reviewer reviewers
    reviews safeguarding satisfied satisfy serious set statutory suspected threshold thresholds together undertake
    undertaken view warrant warranted working 2018 2023
"""
_PROCESS = frozenset(_PROCESS_WORDS.split())
"""Words in which one says that criteria are met and a review follows, and nothing about this case."""


def look(context: Context) -> Iterator[Hit]:
    """Read both answers where a further review was decided; either may hold more than words of process."""
    if not _has_further_review(context):
        return
    given = [passage for path in ANSWERS if (passage := context.prose.at(path))]
    if any(len(set(passage.each) - _PROCESS) > _FEW for passage in given):
        return
    for passage in given:
        for said in context.prose.said_at("criteria-met", passage.path)[:1]:
            yield Hit(passage.path, evidence=said.evidence)
            return


def _has_further_review(context: Context) -> bool:
    decided = context.report.at("decision", "decided", "outcome")
    recommended = context.report.at("decision", "recommendation", "outcome")
    outcome = decided or recommended
    return isinstance(outcome, list) and any(code in FURTHER_REVIEWS for code in outcome)


RULE = Rule(
    code="RK403",
    name="criteria-met-is-the-only-reason",
    severity="warning",
    finding="{place}: that the criteria are met is the only reason given for a further review.",
    why=(
        "Meeting the criteria is only the first question, the Panel said in 2020. The second is whether a further review "
        "is warranted; partners need not hold one because the criteria are met."
    ),
    fix="say what is still not understood, and why this rapid review cannot answer it",
    source=("panel-webinar-2020", "leeds-guide"),
    good=Example(
        """
decision:
  further_review_warranted: >
    The criteria are met. What is still not understood is why two of three teams close second referrals unread, and a
    rapid review has no time to ask those who read them.
  decided: {by: West Marshire Safeguarding Children Partnership executive, date: 2026-03-20, outcome: [lcspr]}
""",
        template="rapid-review",
    ),
    bad=Example(
        """
decision:
  further_review_warranted: >
    Yes. The partners agreed that the criteria for an LCSPR are met and that a review should therefore be undertaken by
    an independent reviewer.
  decided: {by: West Marshire Safeguarding Children Partnership executive, date: 2026-03-20, outcome: [lcspr]}
""",
        at="/decision/further_review_warranted",
        template="rapid-review",
    ),
    look=look,
)
