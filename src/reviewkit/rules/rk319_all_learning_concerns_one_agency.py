"""All learning of a case in which several agencies took part leads to one of them."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Report

_SEVERAL = 3
_ENOUGH = 2


def look(context: Context) -> Iterator[Hit]:
    """Judge by codes and keys alone: every route a recommendation, every recommendation one agency's, always the same."""
    report = context.report
    routes = [item.get("leads_to") for _, item in report.items("learning")]
    if len(routes) < _ENOUGH or set(map(str, routes)) != {"recommendation"}:
        return
    if _agencies_heard(report) >= _SEVERAL and _is_one_owner(report):
        yield Hit(("learning",))


def _agencies_heard(report: Report) -> int:
    return sum(item.get("contributed") == "contributed" for _, item in report.items("agencies"))


def _is_one_owner(report: Report) -> bool:
    items = [item for _, item in report.items("recommendations")]
    single = all(item.get("level") == "single-agency" for item in items)
    owners = {str(item.get("owner")) for item in items}
    return len(items) >= _ENOUGH and single and len(owners) == 1 and owners <= set(report.register.organisations)


RULE = Rule(
    code="RK319",
    name="all-learning-concerns-one-agency",
    severity="note",
    finding="{place}: several agencies took part, and all of it leads to one.",
    why=(
        "It may be so. Often it means that the others were asked what they did and not what they saw, or that nobody "
        "asked how the agencies worked on one another."
    ),
    fix="ask what the other agencies would do differently, or say in the methodology why the learning lies with one",
    source=("own",),
    good=Example(
        """
learning:
  - {id: L1, title: A clinic letter reached nobody who could act, leads_to: recommendation}
  - {id: L2, title: School weights were not passed on, leads_to: recommendation}
agencies:
  - {organisation: hospital, sector: hospital, contributed: contributed}
  - {organisation: school, sector: school, contributed: contributed}
  - {organisation: council, sector: childrens-social-care, contributed: contributed}
recommendations:
  - {id: R1, addresses: [L1], level: single-agency, owner: hospital}
  - {id: R2, addresses: [L2], level: single-agency, owner: school}
register:
  organisations: {hospital: {name: Stennbridge Hospital}, school: {name: Larkmere School}, council: {name: West Marshire}}
"""
    ),
    bad=Example(
        """
learning:
  - {id: L1, title: A clinic letter reached nobody who could act, leads_to: recommendation}
  - {id: L2, title: Weights were written down and not compared, leads_to: recommendation}
agencies:
  - {organisation: hospital, sector: hospital, contributed: contributed}
  - {organisation: school, sector: school, contributed: contributed}
  - {organisation: council, sector: childrens-social-care, contributed: contributed}
recommendations:
  - {id: R1, addresses: [L1], level: single-agency, owner: hospital}
  - {id: R2, addresses: [L2], level: single-agency, owner: hospital}
register:
  organisations: {hospital: {name: Stennbridge Hospital}, school: {name: Larkmere School}, council: {name: West Marshire}}
""",
        at="/learning",
    ),
    look=look,
)
