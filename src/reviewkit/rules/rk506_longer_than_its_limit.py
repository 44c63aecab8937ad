"""The report as a whole, or its list of key events, is longer than its limit."""

from __future__ import annotations

from collections.abc import Iterator

from reviewkit.contracts import Context, Example, Hit, Rule

SPOKEN_OF_ELSEWHERE = "recommendations"
"""RK313 counts these."""


def look(context: Context) -> Iterator[Hit]:
    """Count the items of each list that has a limit; the walk counts the words of the whole."""
    for section in context.report.template.sections:
        if section.at_most and section.id != SPOKEN_OF_ELSEWHERE:
            items = sum(1 for _ in context.report.items(section.id))
            if items > section.at_most:
                yield Hit((section.id,), f"{{place}}: {items} items; at most {section.at_most} are usual.")


_MANY = "\n".join(
    f"  - {{date: 2025-{month:02}, event: {event}}}"
    for month, event in enumerate(
        (
            "Midwife books the pregnancy", "First scan", "Scan missed", "Health visitor calls before the birth",
            "Child R is born", "Home visit", "Six-week check", "Police called by a neighbour", "Clinic missed",
            "Letter about the clinic", "Child R admitted", "Strategy meeting",
        ),
        start=1,
    )
)  # fmt: skip

RULE = Rule(
    code="RK506",
    name="longer-than-its-limit",
    severity="warning",
    finding="{place} is longer than its limit.",
    why=(
        "In 2020 the Panel told of reviews that averaged 33 pages, and asked for ones that keep to the core issues. "
        "What is long is not read by those who are to change something. The limits are our own."
    ),
    fix="keep what the learning needs, cut the rest",
    source=("panel-webinar-2020", "own"),
    good=Example(f"key_events:\n{_MANY}\n"),
    bad=Example(f"key_events:\n{_MANY}\n{_MANY.replace('2025', '2026')}\n", at="/key_events"),
    look=look,
)
