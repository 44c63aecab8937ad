"""The few dates of a review in a row, as the title page and the body print them."""

from __future__ import annotations

from reviewkit.composing.answering import answer
from reviewkit.composing.material import Entry, Material
from reviewkit.composing.moments import in_order, inside, of_one_kind, span_of
from reviewkit.composing.picturing import figure, incidents
from reviewkit.composing.relating import words_of
from reviewkit.document import Figure, Steps
from reviewkit.report import is_empty

TITLE = "Key dates"
DATES = (
    ("review", "dates", "decided_on"),
    ("review", "dates", "started_on"),
    ("decision", "decided", "date"),
    ("review", "dates", "completed_on"),
    ("review", "dates", "published_on"),
)
"""Section, group and field, in the order in which a review goes."""

_MOST_INCIDENTS = 3


def key_dates(material: Material) -> tuple[Figure, ...]:
    """Incident, decision, start, completion, publication: those that are given; several incidents only if they are few."""
    found = incidents(material)
    milestones = [step for where in DATES if (step := _milestone(material, *where))]
    steps = _sorted([*(found if len(found) <= _MOST_INCIDENTS else ()), *milestones])
    told = "; ".join(f"{label}, {inside(when)}" for label, when in steps)
    return figure(TITLE, f"{told}.", Steps(tuple(steps)), "")


def _milestone(material: Material, section: str, group: str, key: str) -> tuple[str, str] | None:
    held, value, label = material.template.section(section), material.values.get(section), ""
    for step in (group, key):
        held = held.member(step) if held else None
        value = value.get(step) if isinstance(value, dict) else None
        # A decision is named by its group: its date is called no more than that.
        label = label or (held.label if held and step != "dates" else "")
    if held is None or is_empty(value):
        return None
    when = words_of(answer(material, Entry(held, value, ()), brief=True))
    return (label, when) if when else None


def _sorted(steps: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """As they stand, unless a date that can be placed says otherwise."""
    spans = [span for _, when in steps if (span := span_of(when))]
    if len(spans) < len(steps) or not of_one_kind(spans) or in_order(spans):
        return steps
    return [step for _, step in sorted(zip(spans, steps, strict=True), key=lambda pair: pair[0].start)]
