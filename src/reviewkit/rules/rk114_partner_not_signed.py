"""A finished rapid review lacks the signature of a safeguarding partner."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Report

SIGNED = ("final", "for-publication", "published")
_KINDS = frozenset({
    "and", "authority", "board", "borough", "care", "child", "children", "children's", "commissioning", "constabulary",
    "council", "district", "for", "foundation", "group", "health", "icb", "integrated", "local", "metropolitan", "nhs",
    "of", "partners", "partnership", "police", "royal", "safeguarding", "service", "services", "system", "the", "trust",
})  # fmt: skip
"""Words that say what kind of body it is, and not where."""


def look(context: Context) -> Iterator[Hit]:
    """Look for each partner body's signature, in a joint review for each partnership."""
    report = context.report
    if report.status not in SIGNED or not report.template.section("sign_off"):
        return
    entries = [item for _, item in report.items("sign_off")]
    if not entries:
        return  # the schema speaks of a review that nobody has signed
    partnerships = _texts(report.at("review", "partnerships")) or [""]
    for body, label in _bodies(report):
        own = [entry for entry in entries if entry.get("partner") == body]
        missing = [name for name in partnerships if not any(_signs_for(entry, name) for entry in own)]
        if missing:
            where = f" in {len(missing)} of {len(partnerships)} partnerships" if len(partnerships) > 1 else ""
            message = f"{{place}}: nobody has signed for “{label}”{where}."
            yield Hit(("sign_off",), message, evidence=", ".join(missing))


def _bodies(report: Report) -> list[tuple[str, str]]:
    codelist = report.template.codelists["partner-body"]
    return [(code.code, code.label) for code in codelist.values.values()]


def _signs_for(entry: dict[str, Any], partnership: str) -> bool:
    named = _texts(entry.get("on_behalf_of"))
    return not named or any(_same_area(name, partnership) for name in named)


def _same_area(name: str, partnership: str) -> bool:
    """Whether one names the other's area or a wider one: "West Marshire Council" and "Marshire Integrated Care Board"."""
    first, second = (frozenset(text.casefold().split()) - _KINDS for text in (name, partnership))
    return first <= second or second <= first


def _texts(value: Any) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    return [text.strip() for text in listed if isinstance(text, str) and text.strip()]


RULE = Rule(
    code="RK114",
    name="partner-not-signed",
    severity="error",
    finding="{place}: not every safeguarding partner has signed.",
    why=(
        "Local authority, police and health lead and decide together. A review that one of them has not signed is not "
        "yet the partners' own."
    ),
    fix="add the missing signature; one that holds for some areas only names them in `on_behalf_of:`",
    source=("triennial-2014-17", "partnership-pages"),
    good=Example(
        """
review:
  status: final
  partnerships: [West Marshire Safeguarding Children Partnership]
sign_off:
  - {partner: local-authority, name: Ruth Penhale, role: Director of children's services, on: 2026-03-20}
  - {partner: police, name: Owen Tallis, role: Detective superintendent, on: 2026-03-20}
  - {partner: health, name: Mira Castell, role: Chief nurse, on: 2026-03-23}
""",
        template="rapid-review",
    ),
    bad=Example(
        """
review:
  status: final
  partnerships: [West Marshire Safeguarding Children Partnership]
sign_off:
  - {partner: local-authority, name: Ruth Penhale, role: Director of children's services, on: 2026-03-20}
  - {partner: health, name: Mira Castell, role: Chief nurse, on: 2026-03-23}
""",
        at="/sign_off",
        template="rapid-review",
    ),
    look=look,
    to_do=True,
)
