"""Only the mother was approached, though a father or another man in the child's life is known."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from reviewkit.checking.men import Man, could_not_be_asked, fathers_at_home, men_told_of
from reviewkit.checking.mentioning import key_of, mentions, names_of_person
from reviewkit.checking.nearest import is_name
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Prose
from reviewkit.report import Path, Report, is_empty

CAN_BE_MEN = frozenset(
    {"father", "other-parent", "putative-father", "step-parent", "parents-partner", "adoptive-parent",
     "special-guardian", "foster-carer", "kinship-carer", "residential-carer", "other-male-carer"}
)  # fmt: skip
WAS_ASKED = ("declined", "no-reply")
HOW = ("family_contact", "methodology")
PLACES: tuple[Path, ...] = (("views", "family"), ("family_contact",))


def look(context: Context) -> Iterator[Hit]:
    """Look who was approached. One man among them is enough, and whoever may be a man."""
    report, prose = context.report, context.prose
    mother_at = _mother_approached(report)
    if not mother_at:
        return
    named = {key_of(item) for place in PLACES for _, item in report.items(*place)} - {""}
    men = [*men_told_of(report), *fathers_at_home(report)]
    if any(man.key in named for man in men) or not named.isdisjoint(_related(report, CAN_BE_MEN)):
        return
    if not men or any(said.passage.path[0] in HOW for said in prose.said("asked-together")):
        return
    missed = dict.fromkeys(man.key for man in men if not _is_accounted_for(report, prose, man))
    if missed:
        keys = ", ".join(key for key in missed if is_name(key))[:60] or "one is known"
        yield Hit(mother_at, f"The mother was approached, and no father or male carer ({keys}).")


def _is_accounted_for(report: Report, prose: Prose, man: Man) -> bool:
    """Whether he could not be asked, or the report names him where it tells how it approached people."""
    names = names_of_person(report.register.people.get(man.key))
    how = (passage.text for passage in prose.passages if passage.path[0] in HOW)
    return could_not_be_asked(report, prose, man) or any(mentions(text, names) for text in how)


def _mother_approached(report: Report) -> Path:
    """Where it stands that she was asked or told; () if it doesn't."""
    mothers = {key for key, person in report.register.people.items() if person.role == "mother"}
    mothers.update(_related(report, ("mother",)))
    for _, item in report.items("views", "family"):
        heard = not is_empty(item.get("views")) or item.get("reason_absent") in WAS_ASKED
        if heard and key_of(item) in mothers:
            return ("views", "family")
    for _, item in report.items("family_contact"):
        if not is_empty(item.get("on")) and key_of(item) in mothers:
            return ("family_contact",)
    return ()


def _related(report: Report, relationships: Collection[str]) -> Iterator[str]:
    for _, member in report.items("family", "members"):
        relationship = member.get("relationship")
        if isinstance(relationship, str) and relationship in relationships:
            yield key_of(member)


RULE = Rule(
    code="RK205",
    name="only-mother-approached",
    severity="warning",
    finding="{place}: the mother was approached, and no father or male carer.",
    why=(
        "National analyses found services with little engagement with fathers and men's part too little understood. That "
        "a review should not do the same is our own conclusion."
    ),
    fix="ask him, or enter him with the reason why not; that he has died or is on trial is an answer",
    source=("uea-birmingham-2021", "panel-annual-report-2020", "own"),
    good=Example(
        """
family:
  fathers_and_male_carers:
    - person: father
      known: yes
      part_in_life: He has her every other weekend and rings before bedtime on the days between.
      services: The nursery has his number. Nobody else asked for it.
views:
  family:
    - {person: mother, views: She had asked for help four times., method: [meeting]}
    - {person: father, views: He would have come to any meeting he was told of., method: [call]}
register:
  people: {mother: {name: Dana Thorne, role: mother}, father: {name: Karl Thorne, role: father}}
"""
    ),
    bad=Example(
        """
family:
  fathers_and_male_carers:
    - person: father
      known: yes
      part_in_life: He has her every other weekend and rings before bedtime on the days between.
      services: The nursery has his number. Nobody else asked for it.
views:
  family:
    - {person: mother, views: She had asked for help four times., method: [meeting]}
register:
  people: {mother: {name: Dana Thorne, role: mother}, father: {name: Karl Thorne, role: father}}
""",
        at="/views/family",
    ),
    look=look,
    waits_for_hold=True,
)
