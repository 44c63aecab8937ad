"""A brother or sister is listed, with no word on where they live or what it meant for them."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.mentioning import key_of, mentions, names_of_person
from reviewkit.checking.persons import SIBLINGS
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Prose
from reviewkit.report import Report, is_empty

ANSWERED_IN = (("children",), ("immediate_safety", "children"), ("lived_experience",))
TELLS_OF_OTHERS = frozenset(
    {"review", "terms_of_reference", "methodology", "reviewers", "publication", "learning", "recommendations", "decision",
     "dissemination", "evaluation_plan", "partnership_response", "participants", "agencies", "system_conditions"}
)  # fmt: skip


def look(context: Context) -> Iterator[Hit]:
    """Look for each brother and sister in what is told; a word for all of them together is enough."""
    report, prose = context.report, context.prose
    if report.status == "draft" and is_empty(report.at("family", "household")):
        return  # nobody's home is told yet
    answered = set(_answered(report))
    open_ = [
        (path, key)
        for path, member in report.items("family", "members")
        if member.get("relationship") in SIBLINGS and (key := key_of(member)) and key not in answered
    ]
    if not open_ or any(said.passage.path[0] not in TELLS_OF_OTHERS for said in prose.said("brothers-and-sisters")):
        return
    for path, key in open_:
        if not _is_mentioned(report, prose, key):
            yield Hit(path)


def _answered(report: Report) -> Iterator[str]:
    for place in ANSWERED_IN:
        yield from (key_of(item) for _, item in report.items(*place))
    for _, item in report.items("views", "children"):
        if not is_empty([item.get("views"), item.get("explained")]):
            yield key_of(item)


def _is_mentioned(report: Report, prose: Prose, key: str) -> bool:
    names = names_of_person(report.register.people.get(key))
    told = (passage for passage in prose.passages if passage.path[0] not in TELLS_OF_OTHERS)
    return any(mentions(passage.text, names) for passage in told)


RULE = Rule(
    code="RK215",
    name="siblings-not-spoken-of",
    severity="warning",
    finding="{place}: no word on where this brother or sister lives, or on what happened to them.",
    why=(
        "Brothers and sisters lived through the same days and often move home because of them. A reader should not have "
        "to wonder who looks after them now."
    ),
    fix="say under the household with whom they live now, and what it meant for them",
    source=("own",),
    good=Example(
        """
family:
  members:
    - {person: child_b, relationship: half-sibling, lives_with: yes}
  household: >
    Joss shared a room with Child R. He has lived with his father since March, still asks each night whether the door is
    locked, and has a named adult at school.
register:
  people:
    child_b: {name: Joss Merrow, role: sibling}
"""
    ),
    bad=Example(
        """
family:
  members:
    - {person: child_b, relationship: half-sibling, lives_with: yes}
  household: Child R slept in the front room, which was warm and had a bed and a night light.
register:
  people:
    child_b: {name: Joss Merrow, role: sibling}
""",
        at="/family/members/0",
    ),
    look=look,
)
