"""The owner of a recommendation is everybody, such as "all agencies", and so nobody."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Passage, Said
from reviewkit.report import Path


def look(context: Context) -> Iterator[Hit]:
    """Look at each owner that is written in words; an organisation of the register is one body."""
    known = context.report.register.organisations
    for path, _ in context.report.items("recommendations"):
        at = (*path, "owner")
        owner = context.prose.at(at)
        if owner and owner.text.strip() not in known:
            said = _everybody(context, at, owner)
            if said and not _is_answered(context, at, said):
                yield Hit(at, evidence=owner.text.strip())


def _everybody(context: Context, at: Path, owner: Passage) -> Said | None:
    anywhere = context.prose.said_at("everybody", at)
    alone = [said for said in context.prose.said_at("everybody-alone", at) if _is_whole(said, owner)]
    return min((*anywhere, *alone), key=lambda said: said.start, default=None)


def _is_whole(said: Said, owner: Passage) -> bool:
    before = owner.text[: said.start].strip().lower()
    return before in ("", "the") and said.end == owner.words.ends[-1]


def _is_answered(context: Context, at: Path, everybody: Said) -> bool:
    """Whether a body is named first, or it is said who leads."""
    named_first = any(said.start < everybody.start for said in context.prose.said_at("answerable", at))
    return named_first or bool(context.prose.said_at("led-by", at))


RULE = Rule(
    code="RK308",
    name="owner-is-everybody",
    severity="warning",
    finding="{place} is owned by everybody, so nobody answers for it.",
    why=(
        "Boards surveyed for the triennial analysis of 2014-17 said that staff can feel absolved when a recommendation "
        "is addressed to all agencies. They felt that recommendations work best when aimed at one agency, or clearly at "
        "the multi-agency level."
    ),
    fix="name one body or role that answers for it; the partnership or its executive counts, and others may take part",
    source=("triennial-2014-17",),
    good=Example(
        """
recommendations:
  - id: R1
    text: Each early help plan names one person who sees the youngest child every week.
    owner: West Marshire Safeguarding Children Partnership executive, with all partner agencies
"""
    ),
    bad=Example(
        """
recommendations:
  - id: R1
    text: Each early help plan names one person who sees the youngest child every week.
    owner: All partner agencies
""",
        at="/recommendations/0/owner",
    ),
    look=look,
)
