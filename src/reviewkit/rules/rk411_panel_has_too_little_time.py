"""Publication is planned for less than seven working days after the full report goes to the Panel."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from reviewkit.checking.deadlines import caveat
from reviewkit.checking.milestones import day_given
from reviewkit.checking.published import DAYS_WITH_THE_PANEL, PLANNED, sendings
from reviewkit.checking.working_days import add_working_days, working_days_between
from reviewkit.contracts import Context, Example, Hit, Rule
from reviewkit.language.days import day_in_words, days_in_words

UNSENT = "plan a later day, and send the full report to the Panel now"


def look(context: Context) -> Iterator[Hit]:
    """Count from the day of sending; from today, if it is not sent and the planned day is still to come."""
    planned, today = day_given(context.report, PLANNED), context.today
    for step in sendings(context.report):
        if not planned or working_days_between(step.at or today, planned) >= DAYS_WITH_THE_PANEL:
            continue
        if step.at:
            yield Hit(PLANNED, f"{_since_sending(planned, step.at)}; {_earliest(step.at)}")
        elif today <= planned:
            yield Hit(PLANNED, f"{_from_now(planned, today)}; {_earliest(today)}", UNSENT)


def _from_now(planned: date, today: date) -> str:
    days = days_in_words(working_days_between(today, planned))
    return f"Planned {days} from now, and the Panel has no full report yet"


def _since_sending(planned: date, sent: date) -> str:
    if planned < sent:
        return f"Planned for a day before the Panel gets the full report, {day_in_words(sent)}"
    days = days_in_words(working_days_between(sent, planned))
    return f"Planned {days} after the Panel gets the full report on {day_in_words(sent)}"


def _earliest(start: date) -> str:
    end = add_working_days(start, DAYS_WITH_THE_PANEL)
    return f"{DAYS_WITH_THE_PANEL} working days end on {day_in_words(end)}{caveat(end)}."


RULE = Rule(
    code="RK411",
    name="panel-has-too-little-time",
    severity="warning",
    finding="{place}: publication is planned for less than seven working days after the Panel gets the report.",
    why=(
        "From memory of Working Together 2018, to be confirmed there: the Panel should have the full report seven working "
        "days before the public has its version."
    ),
    fix="plan a later day, or correct the day on which the report went to the Panel",
    source=("working-together-2018", "own"),
    good=Example(
        """
publication: {form: full, sent_to_panel_on: 2026-03-27, planned_on: 2026-04-09}
"""
    ),
    bad=Example(
        """
publication: {form: full, sent_to_panel_on: 2026-03-27, planned_on: 2026-04-02}
""",
        at="/publication/planned_on",
    ),
    look=look,
)
