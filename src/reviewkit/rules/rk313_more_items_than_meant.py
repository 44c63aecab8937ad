"""There are more recommendations, or more items of another list, than the template's limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.report import Path, is_empty
from reviewkit.schema import Field


def look(context: Context) -> Iterator[Hit]:
    """Count the items of every list that has a limit in the template, stubs left out."""
    for path, field in _limited(context.report.template.sections, ()):
        value = context.report.at(*path)
        count = sum(not is_empty(item) for item in value) if isinstance(value, list) else 0
        if count > field.at_most:
            source = () if path == ("recommendations",) else field.source or ("own",)
            yield Hit(
                path, f"{{place}}: {count} items, where the template means at most {field.at_most}.", source=source
            )


def _limited(fields: Iterable[Field], above: Path) -> Iterator[tuple[Path, Field]]:
    for field in fields:
        path = (*above, field.id) if field.id else above
        if field.kind == "list" and field.at_most:
            yield path, field
        elif field.kind in ("group", "either"):
            yield from _limited(field.fields, path)


_ITEM = """
  - {{id: R{n}, text: The partnership changes step {n} of the way in which referrals are read.}}"""

RULE = Rule(
    code="RK313",
    name="more-items-than-meant",
    severity="warning",
    finding="{place}: more items than the template means.",
    why=(
        "Boards surveyed for the triennial analysis of 2014-17 drew attention to clear findings and a limited number of "
        "recommendations, and the Panel in 2020 to reviews without lengthy chronology. The figures in our templates are "
        "our own."
    ),
    fix="keep what matters most; join what one owner would do together, and leave out what explains nothing",
    source=("triennial-2014-17", "own"),
    good=Example("\nrecommendations:" + "".join(_ITEM.format(n=n) for n in range(1, 9))),
    bad=Example("\nrecommendations:" + "".join(_ITEM.format(n=n) for n in range(1, 10)), at="/recommendations"),
    look=look,
)
