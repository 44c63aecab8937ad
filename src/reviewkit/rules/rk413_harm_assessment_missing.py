"""A report goes for publication, and nobody has said whom that could harm."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, is_empty

ASSESSMENT: Path = ("publication", "harm_assessment")
PUBLISHING = ("full", "executive-summary", "improvements-only")


def look(context: Context) -> Iterator[Hit]:
    """Remind of it in a final report; from `for-publication` on the schema asks for it."""
    report = context.report
    if report.status == "final" and report.at("publication", "form") in PUBLISHING and is_empty(report.at(*ASSESSMENT)):
        yield Hit(ASSESSMENT, severity="warning")


RULE = Rule(
    code="RK413",
    name="harm-assessment-missing",
    severity="error",
    finding="{place}: it is not said whom publication could harm.",
    why=(
        "Publishing can hurt the child, brothers and sisters, parents or staff. In one case the Court of Appeal found that "
        "a report without number, age and sex of the children could still be traced to the family."
    ),
    fix="say under `harm_assessment:` what it could do to the child, siblings, carers and staff, and what is done about it",
    source=("re-x-and-y-2012", "working-together-2018", "own"),
    good=Example(
        """
review: {status: for-publication}
publication:
  form: full
  harm_assessment:
    child: The child will be able to read this one day. It says that she was loved, and leaves out how she was found.
    siblings: Her sister's school knows the day; her teacher will be there.
    carers: Mother has a worker to ring. Father read it with the reviewer and asked for no change.
    staff: Nobody can be told by role and place; each has read what is said of their work.
"""
    ),
    bad=Example(
        """
review: {status: for-publication}
publication: {form: full}
""",
        at="/publication/harm_assessment",
    ),
    look=look,
    to_do=True,
)
