"""A man in the child's life is told of only as a risk, or only as absent."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.checking.men import Man, men_told_of
from reviewkit.checking.mentioning import key_of, names_of_person, said_of
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Passage, Prose
from reviewkit.report import Report, is_empty

RISK, ABSENT, CARE = "men-as-risk", "men-as-absent", "men-as-carers"
SEXUAL = ("intra-familial-sexual-abuse", "cse")


def look(context: Context) -> Iterator[Hit]:
    """Flag a man of whom every sentence tells one of the two and nothing in the report tells of care."""
    report, prose = context.report, context.prose
    men = list(men_told_of(report))
    if not men or (not prose.said(RISK) and not prose.said(ABSENT)) or _is_sexual_harm(report):
        return
    heard = {key_of(item) for _, item in report.items("views", "family") if not is_empty(item.get("views"))}
    for man in men:
        told = prose.at((*man.path, "part_in_life"))
        if told is None or man.key in heard:
            continue
        seen_as = _one_side(prose, told)
        if seen_as and not _gives_care(report, prose, man, told):
            yield Hit(told.path, f"{{place}} is told of only as {seen_as}.", evidence=_evidence(prose, told))


def _is_sexual_harm(report: Report) -> bool:
    """Whether a child was harmed sexually at home: nobody is asked what an abuser gave the child."""
    outcomes = [item for path, _ in report.items("children") for _, item in report.items(*path, "outcomes")]
    underlying = [item.get("underlying") for item in outcomes]
    return any(item.get("harm_category") in SEXUAL for item in outcomes) or any(
        "sexual" in codes for codes in underlying if isinstance(codes, list)
    )


def _one_side(prose: Prose, told: Passage) -> str:
    """As what he is shown, if each sentence shows him so; else ""."""
    risk, absent = _sentences(prose, RISK, told), _sentences(prose, ABSENT, told)
    if len(risk | absent) < len(told.sentences):
        return ""
    return "a risk" if not absent else "absent" if not risk else "absent and a risk"


def _sentences(prose: Prose, list_name: str, told: Passage) -> set[int]:
    return {told.sentence_at(said.start) for said in prose.said_at(list_name, told.path)}


def _gives_care(report: Report, prose: Prose, man: Man, told: Passage) -> bool:
    names = names_of_person(report.register.people.get(man.key))
    return bool(prose.said_at(CARE, told.path)) or said_of(prose, CARE, names)


def _evidence(prose: Prose, told: Passage) -> str:
    said = [*prose.said_at(RISK, told.path), *prose.said_at(ABSENT, told.path)]
    return ", ".join(one.evidence for one in sorted(said, key=lambda one: one.start))


RULE = Rule(
    code="RK210",
    name="men-one-sided",
    severity="note",
    finding="{place} is told of only as a risk or as absent.",
    why=(
        "The review of 2021 found too little thought given to what men could give their families, as well as to the risk "
        "they might be. A report can pass that on."
    ),
    fix="say also what he was to the child, before or beside this; if nobody knows or asked, say that",
    source=("uea-birmingham-2021", "own"),
    good=Example(
        """
family:
  fathers_and_male_carers:
    - person: father
      known: yes
      part_in_life: >
        He has two convictions for violence. He also got her up, made her breakfast and walked her to nursery, and the
        nursery knew him as the parent who stopped to talk.
      services: Probation saw him weekly and did not know that there was a child.
"""
    ),
    bad=Example(
        """
family:
  fathers_and_male_carers:
    - person: father
      known: yes
      part_in_life: He has two convictions for violence. He was known to police for drug offences.
      services: Probation had him on its list and did not know that there was a child.
""",
        at="/family/fathers_and_male_carers/0/part_in_life",
    ),
    look=look,
)
