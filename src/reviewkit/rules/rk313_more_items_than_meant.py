"""There are more recommendations than the template means."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule


def look(context: Context) -> Iterator[Hit]:
    """Count the recommendations, stubs left out. Other lists that have a limit make the report long: RK506."""
    section = context.report.template.section("recommendations")
    count = sum(1 for _ in context.report.items("recommendations"))
    if section and section.at_most and count > section.at_most:
        yield Hit(
            ("recommendations",), f"{{place}}: {count} items, where the template means at most {section.at_most}."
        )


_ITEM = """
  - {{id: R{n}, text: The partnership changes step {n} of the way in which referrals are read.}}"""

RULE = Rule(
    code="RK313",
    name="more-items-than-meant",
    severity="warning",
    finding="{place}: more items than the template means.",
    why=(
        "Boards surveyed for the triennial analysis of 2014-17 drew attention to clear findings and a limited number of "
        "recommendations. The figures in our templates are our own."
    ),
    fix="keep what matters most; join what one owner would do together, and leave out what explains nothing",
    source=("triennial-2014-17", "own"),
    good=Example("\nrecommendations:" + "".join(_ITEM.format(n=n) for n in range(1, 9))),
    bad=Example("\nrecommendations:" + "".join(_ITEM.format(n=n) for n in range(1, 10)), at="/recommendations"),
    look=look,
)
