"""An earlier review already made the point, and nothing says what became of its actions."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.passages import Said
from reviewkit.report import Path, Report

_TOLD_IN = ("title", "what_happened", "why", "still_true", "reason")


def look(context: Context) -> Iterator[Hit]:
    """Look at the learning of an LCSPR; a rapid review has fields for it, and the schema raises this code there.

    `evidence` is left out: other reviews are named there as research, not as a promise that was made here.
    """
    if context.report.template.base != "lcspr":
        return
    changed = _changed_since(context.report)
    for path, item in context.report.items("learning"):
        said = _said_before(context, path)
        if said and item.get("id") not in changed and not _says_what_became(context, path):
            yield Hit(said.passage.path, evidence=said.evidence)


def _said_before(context: Context, path: Path) -> Said | None:
    return next((one for one in context.prose.said_at("said-before", path) if _is_local(one)), None)


def _is_local(said: Said) -> bool:
    """Whether it was not a national review, which made its promises elsewhere."""
    passage = said.passage
    return passage.path[-1] in _TOLD_IN and "national" not in passage.sentence(passage.sentence_at(said.start)).lower()


def _says_what_became(context: Context, path: Path) -> bool:
    return bool(context.prose.said_at("what-became", path))


def _changed_since(report: Report) -> list[object]:
    """The learning of which `what_has_changed` tells."""
    listed = (item.get("learning") for _, item in report.items("what_has_changed"))
    return [key for keys in listed if isinstance(keys, list) for key in keys]


RULE = Rule(
    code="RK318",
    name="earlier-learning-without-fate",
    severity="warning",
    finding="{place}: an earlier review already said it; what became of its actions is not told.",
    why=(
        "In the Leeds guide the group that reads a rapid review also considers whether the learning was already identified "
        "and acted on. Learning that was known and changed nothing is learning of its own."
    ),
    fix="say what was done after the earlier review, what changed, and why this happened all the same",
    source=("leeds-guide", "own"),
    good=Example(
        """
learning:
  - id: L1
    title: A father has to have somewhere to be written down
    still_true: >
      Yes. A review of 2022 already asked for fathers to be named. Its action was closed when a box had been added to one
      form; nobody looked whether it was filled.
"""
    ),
    bad=Example(
        """
learning:
  - id: L1
    title: A father has to have somewhere to be written down
    still_true: >
      Yes. Two previous local reviews found that fathers were missing from health records, and they are missing still.
""",
        at="/learning/0/still_true",
    ),
    look=look,
    to_do=True,
)
