"""Housing or the third sector is neither listed nor was it asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reviewkit.contracts import Context, Example, Hit, Rule

OFTEN_FORGOTTEN: Mapping[str, tuple[str, ...]] = {
    "No housing body is listed, not even with nothing to report.": ("housing",),
    "No voluntary or community body is listed, not even with nothing to report.": (
        "voluntary", "domestic-abuse-service", "faith-or-community",
    ),
}  # fmt: skip


def look(context: Context) -> Iterator[Hit]:
    """Look for both among the sectors of the agencies listed, if any are."""
    listed = [item.get("sector") for _, item in context.report.items("agencies")]
    if not listed:
        return
    for message, sectors in OFTEN_FORGOTTEN.items():
        if not any(sector in sectors for sector in listed):
            yield Hit(("agencies",), message)


RULE = Rule(
    code="RK117",
    name="housing-or-third-sector-not-asked",
    severity="note",
    finding="{place}: housing or the third sector is neither listed nor was it asked.",
    why=(
        "National analyses found that housing is seldom seen as a safeguarding agency and that the third sector's "
        "information was not valued. Nothing to report is an answer."
    ),
    fix="ask it and list it; `nil-return`, or `not-asked` with the reason, is an answer",
    source=("uea-birmingham-2021", "triennial-2014-17", "own"),
    good=Example(
        """
agencies:
  - {organisation: housing, sector: housing, contributed: nil-return}
  - organisation: playgroup
    sector: voluntary
    contributed: contributed
    involvement: Child R came to the Thursday playgroup until May; a volunteer noted that she no longer played.
"""
    ),
    bad=Example(
        """
agencies:
  - {organisation: playgroup, sector: voluntary, contributed: contributed}
  - {organisation: police, sector: police, contributed: contributed}
""",
        at="/agencies",
    ),
    look=look,
    to_do=True,
)
