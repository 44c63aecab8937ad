"""What a child or the family said is recorded and informs no learning."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, Report, is_empty

WHOSE = ("children", "family")


def look(context: Context) -> Iterator[Hit]:
    """Look for views without `informs`, once there is learning that they could inform."""
    report = context.report
    if not any(isinstance(item.get("id"), str) for _, item in report.items("learning")):
        return
    views = [(path, item.get("informs")) for path, item in _views(report)]
    unused = [path for path, informs in views if is_empty(informs)]
    if len(unused) == len(views) > 1:
        yield Hit(("views",), f"{{place}}: {len(views)} views are recorded, and none is linked to learning.")
        return
    for path in unused:
        yield Hit((*path, "informs"))


def _views(report: Report) -> Iterator[tuple[Path, dict[str, object]]]:
    for whose in WHOSE:
        for path, item in report.items("views", whose):
            if not is_empty(item.get("views")):
                yield path, item


RULE = Rule(
    code="RK206",
    name="views-inform-nothing",
    severity="warning",
    finding="The view of {place} is recorded, and no learning is linked to it.",
    why=(
        "Somebody who was heard should be able to see what their words changed. The quality markers of SCIE and the NSPCC "
        "have one on involving the family; the link to learning is our way of showing it."
    ),
    fix="give the learning that it shaped in `informs:`, such as [L1]; if it shaped none, look again at the learning",
    source=("scie-quality-markers", "own"),
    good=Example(
        """
views:
  family:
    - person: grandmother
      views: She rang twice to say that the baby had become quiet, and was told that only the parents could ring.
      informs: [L1]
learning:
  - {id: L1, title: A worried grandmother has nowhere to ring}
"""
    ),
    bad=Example(
        """
views:
  family:
    - person: grandmother
      views: She rang twice to say that the baby had become quiet, and was told that only the parents could ring.
learning:
  - {id: L1, title: A worried grandmother has nowhere to ring}
""",
        at="/views/family/0/informs",
    ),
    look=look,
)
