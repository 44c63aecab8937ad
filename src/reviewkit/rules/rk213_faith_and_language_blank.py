"""A child's faith, first language or need of an interpreter is left blank."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from reviewkit.checking.ages import age_in_years
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Prose
from reviewkit.report import Path, Report, is_empty

LABELS = {"faith": "faith", "first_language": "first language", "interpreter": "interpreter"}
BABY_BELOW = 2


def look(context: Context) -> Iterator[Hit]:
    """One finding for each child who has been born, naming all that is blank."""
    report = context.report
    for path, child in report.items("children"):
        blank = _blank(report, context.prose, path, child)
        if blank:
            words = " and ".join(LABELS[key] for key in blank)
            yield Hit((*path, blank[0]), f"{{place}}: {words} left blank.")


def _blank(report: Report, prose: Prose, path: Path, child: Mapping[str, Any]) -> list[str]:
    if "unborn" in (child.get("age"), child.get("living_arrangements")):
        return []
    blank = [key for key in ("faith", "first_language") if is_empty(child.get(key)) and _is_open(report, key)]
    age = age_in_years(report, child)
    if len(blank) == 1 and age is not None and age < BABY_BELOW:
        blank = []  # of a baby, one of the two says whose home it is
    if is_empty(child.get("interpreter")) and _speaks_another_language(prose, (*path, "first_language")):
        blank.append("interpreter")
    return blank


def _is_open(report: Report, key: str) -> bool:
    """Whether the schema leaves it open; a partnership's own template may ask for it, and then speaks."""
    section = report.template.section("children")
    field = section.member(key) if section else None
    return field is not None and field.need_in(report.edition) == "may"


def _speaks_another_language(prose: Prose, path: Path) -> bool:
    """Whether a language is named there, and English isn't."""
    passage = prose.at(path)
    return passage is not None and "english" not in passage.each and bool(prose.said_at("other-languages", path))


RULE = Rule(
    code="RK213",
    name="faith-and-language-blank",
    severity="warning",
    finding="{place}: faith, first language or interpreter left blank.",
    why=(
        "The triennial analysis asks that belief and culture are explored to understand a child's daily life. Whether "
        "worker and family understood each other's words is our own question beside it."
    ),
    fix="say what the child or family told services; “none”, “not needed” and “not known” are answers",
    source=("triennial-2014-17", "own"),
    good=Example(
        """
children:
  - person: child_r
    age: 9 years
    faith: Muslim; she goes to the mosque school on Saturdays
    first_language: Sylheti
    interpreter: Needed for Mother; used at two of nine visits, a cousin interpreted at the others
"""
    ),
    bad=Example(
        """
children:
  - person: child_r
    age: 9 years
    faith: Muslim; she goes to the mosque school on Saturdays
    first_language: Sylheti
""",
        at="/children/0/interpreter",
    ),
    look=look,
)
